/// Shows what is longer than the screen through `$PAGER`; where there is none, until Ctrl-C.
struct Pager {
    let isWanted: Bool

    func write(_ text: String) {
        let rows = Self.rows
        guard isWanted, rows > 4, text.utf8.lazy.filter({ $0 == 0x0A }).count >= rows, let command = Self.command else {
            return Self.print(text)
        }
        // What less needs for colours; one that the user has set stays.
        setenv("LESS", "RFX", 0)
        guard let pipe = popen(command, "w") else { return Self.print(text) }
        // Leaving the pager before its end is no reason to end.
        let before = signal(SIGPIPE, SIG_IGN)
        fputs(text, pipe)
        let status = pclose(pipe)
        signal(SIGPIPE, before)
        // The command shell's word for a pager that is not there.
        if status >> 8 & 0xFF == 127 { Self.print(text) }
    }

    private static func print(_ text: String) {
        guard text.utf8.count > 4096 else { return OutputStream.standard.write(text) }
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
            OutputStream.standard.write(line + "\n")
            if LineEditor.isInterrupted { return }
        }
    }

    /// `$PAGER`, or less where it is there.
    private static var command: String? {
        if let wanted = getenv("PAGER").map({ String(cString: $0) }) {
            return wanted.isEmpty || wanted == "cat" ? nil : wanted
        }
        let folders = getenv("PATH").map { String(cString: $0).split(separator: ":") } ?? []
        return folders.contains { access($0 + "/less", X_OK) == 0 } ? "less" : nil
    }

    private static var rows: Int {
        var size = winsize()
        return ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 ? Int(size.ws_row) : 0
    }
}
