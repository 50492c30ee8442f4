import CPseudoTerminal
import Testing

@testable import Shell

/// The program on a pseudo-terminal: keys in, screen out.
final class TerminalSession {
    private let terminal: Int32
    private let process: pid_t
    private(set) var screen: Screen
    let home: String
    private var bytes: [UInt8] = []
    /// Whether what came last puts the cursor back into the line, as drawing it in colours does at its end.
    private(set) var isPainted = false

    /// Milliseconds after which a program that says nothing has nothing more to say. Only a hanging program takes it all.
    private static let patience: Int32 = 10_000

    /// Starts `hearsay` in its home, an empty folder.
    init(
        _ arguments: [String], columns: Int, home: String? = nil, environment: [String: String] = [:],
        program: String? = nil
    ) throws {
        let folder = try home ?? Self.newHome()
        self.home = folder
        screen = Screen(columns: columns)
        let path = try program ?? Self.program()
        let values = ["TERM": "xterm", "HOME": folder, "LANG": "C.UTF-8", "NO_COLOR": "1"].merging(environment) {
            $1
        }
        var process: pid_t = 0
        terminal = Self.withStrings([path] + arguments) { argv in
            Self.withStrings(values.map { "\($0)=\($1)" }.sorted()) { envp in
                pseudo_terminal_start(path, argv, envp, folder, Int32(columns), 40, &process)
            }
        }
        self.process = process
        try #require(terminal >= 0)
    }

    deinit {
        kill(process, SIGKILL)
        close(terminal)
    }

    /// Types keys.
    func type(_ keys: String) {
        // What was painted before does not show these keys, though a suggestion may look like them.
        isPainted = false
        var keys = keys
        keys.withUTF8 { _ = write(terminal, $0.baseAddress, $0.count) }
    }

    /// Reads until the screen is as wanted.
    func wait(_ what: String, until isThere: (Screen) -> Bool, _ location: SourceLocation = #_sourceLocation) {
        while !isThere(screen) {
            guard read() else {
                Issue.record("waited in vain for \(what); the screen:\n\(screen.text)", sourceLocation: location)
                return
            }
        }
    }

    /// Types and reads until the screen is as wanted; types again where nothing comes for two seconds, since what is typed while a
    /// terminal goes from one job to another may be lost.
    func type(
        _ keys: String, for what: String, until isThere: (Screen) -> Bool,
        _ location: SourceLocation = #_sourceLocation
    ) {
        for _ in 0..<2 {
            type(keys)
            while !isThere(screen), read(patience: 2000) {}
            if isThere(screen) { return }
        }
        type(keys)
        wait(what, until: isThere, location)
    }

    /// Reads until the last line is this.
    func wait(for lastLine: String, _ location: SourceLocation = #_sourceLocation) {
        wait(
            "\"\(lastLine)\"",
            until: { $0.text.split(separator: "\n").last.map(String.init) == lastLine && $0.bracketsPaste }, location)
    }

    /// Reads until the prompt is there and the articles are read.
    func waitForArticles(_ location: SourceLocation = #_sourceLocation) {
        wait(
            "the articles and the prompt",
            until: {
                let text = $0.text.replacing("\n  ", with: " ")
                return text.hasSuffix("\n?") && (text.contains(" fact") || text.contains("no article yet"))
            }, location)
    }

    /// Reads until nothing has come for a while.
    func settle() {
        while read(patience: 300) {}
    }

    /// Types a line and reads to the next prompt.
    func enter(_ line: String, _ location: SourceLocation = #_sourceLocation) {
        type(line + "\r")
        // The prompt of before the line is there until the answer comes.
        let before = screen.prompts
        wait(
            "the next prompt", until: { $0.prompts > before && $0.text.hasSuffix("\n?") && $0.bracketsPaste }, location)
    }

    /// Changes the window's width.
    func resize(columns: Int) {
        screen.resize(columns: columns)
        _ = pseudo_terminal_resize(terminal, Int32(columns), 40)
    }

    /// Reads to the end; the exit status, or nil where a signal ended the program.
    func end() -> Int32? {
        while read() {}
        // One that still runs now hangs.
        kill(process, SIGKILL)
        var status: Int32 = 0
        waitpid(process, &status, 0)
        return status & 0x7F == 0 ? status >> 8 & 0xFF : nil
    }

    func signal(_ number: Int32) {
        kill(process, number)
    }

    /// A new folder for one session.
    static func newHome() throws -> String {
        var template = Array("/tmp/hearsay-test-XXXXXX".utf8CString)
        return try #require(mkdtemp(&template).map { String(cString: $0) })
    }

    private func read(patience: Int32 = TerminalSession.patience) -> Bool {
        var ready = pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)
        guard poll(&ready, 1, patience) > 0 else { return false }
        var buffer = [UInt8](repeating: 0, count: 4096)
        let count = systemRead(terminal, &buffer)
        guard count > 0 else { return false }
        // A letter may be cut in two between reads.
        bytes += buffer[..<count]
        isPainted = buffer[count - 1] == UInt8(ascii: "C") && buffer[..<count].suffix(6).contains(0x1B)
        let whole = Self.wholePart(of: bytes)
        screen.write(Array(bytes[..<whole]))
        bytes.removeFirst(whole)
        return true
    }

    /// Length without a letter or terminal sequence that is not complete yet.
    private static func wholePart(of bytes: [UInt8]) -> Int {
        var end = bytes.count
        while end > 0, bytes.count - end < 4, bytes[end - 1] & 0xC0 == 0x80 { end -= 1 }
        if end > 0, bytes[end - 1] >= 0xC0 {
            let length = bytes[end - 1] >= 0xF0 ? 4 : bytes[end - 1] >= 0xE0 ? 3 : 2
            end = bytes.count - end + 1 >= length ? bytes.count : end - 1
        } else {
            end = bytes.count
        }
        if let escape = bytes[..<end].lastIndex(of: 0x1B), !bytes[(escape + 1)..<end].contains(where: isFinal) {
            end = escape
        }
        return end
    }

    private static func isFinal(_ byte: UInt8) -> Bool { (0x40...0x7E).contains(byte) && byte != 0x5B }

    /// The program that was built beside the tests.
    static func program() throws -> String {
        if let chosen = getenv("HEARSAY_PROGRAM") { return String(cString: chosen) }
        // The test bundle and the program are built into one folder.
        let arguments = CommandLine.arguments.map { $0.split(separator: "/", omittingEmptySubsequences: false) }
        let folders = arguments.compactMap { parts in
            parts.firstIndex { $0.hasSuffix(".xctest") }.map { parts[..<$0].joined(separator: "/") }
        }
        let path = (folders.first ?? ".build/debug") + "/hearsay"
        try #require(access(path, X_OK) == 0, "no program at \(path)")
        return path
    }

    private static func withStrings<Result>(
        _ strings: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Result
    ) -> Result {
        let copies = strings.map { strdup($0) } + [nil]
        defer { for copy in copies { free(copy) } }
        return copies.withUnsafeBufferPointer { pointers in
            // There is an element at least: the nil at the end.
            pointers.baseAddress.map(body)
                ?? body(UnsafePointer(UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(capacity: 1)))
        }
    }
}

extension Screen {
    /// Lines that begin with a prompt.
    var prompts: Int { text.split(separator: "\n").filter { $0 == "?" || $0.hasPrefix("? ") }.count }
}

private func systemRead(_ descriptor: Int32, _ buffer: inout [UInt8]) -> Int {
    read(descriptor, &buffer, buffer.count)
}
