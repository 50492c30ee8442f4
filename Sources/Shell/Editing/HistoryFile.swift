/// The lines that were typed in earlier sessions: a text file, one line each, readable by its owner only.
///
/// Each line is appended when it is entered, so that sessions side by side all keep theirs.
struct HistoryFile: Equatable, Sendable {
    let path: String
    /// Lines that are kept; where the file has twice as many, the oldest are dropped.
    var limit = 10_000

    /// Bytes of the file that are known.
    private var known = 0

    private static let largest = 16 << 20

    /// `$XDG_STATE_HOME/hearsay/history`, or under `~/.local/state`; nil where there is no home.
    static func standard(environment: (String) -> String? = { name in getenv(name).map { String(cString: $0) } })
        -> HistoryFile?
    {
        // The specification says to ignore a path that is not absolute.
        if let state = environment("XDG_STATE_HOME"), state.hasPrefix("/") {
            return HistoryFile(path: state + "/hearsay/history")
        }
        guard let home = environment("HOME"), home.hasPrefix("/") else { return nil }
        return HistoryFile(path: home + "/.local/state/hearsay/history")
    }

    init(path: String) {
        self.path = path
    }

    /// The lines, oldest first. Nil where the file is none of ours: it is then never written to.
    func read() -> [String]? {
        let descriptor = openFile(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { return errno == ENOENT || errno == ENOTDIR ? [] : nil }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_uid == geteuid(),
            status.st_size <= Self.largest
        else { return nil }
        var bytes: [UInt8] = []
        while bytes.count <= Self.largest {
            var count = 0
            let part = [UInt8](unsafeUninitializedCapacity: 64 << 10) { buffer, initialized in
                repeat { count = systemRead(descriptor, buffer) } while count < 0 && errno == EINTR
                initialized = max(count, 0)
            }
            if count < 0 { return nil }
            if count == 0 { break }
            bytes += part
        }
        guard !bytes.contains(where: { $0 < 0x20 && $0 != 0x0A && $0 != 0x09 }),
            let text = String(validating: bytes, as: UTF8.self)
        else { return nil }
        return text.split(separator: "\n").map(String.init)
    }

    /// Reads the lines, each where it stands last, and drops the oldest where there are too many.
    mutating func load() -> [String]? {
        guard let all = read() else { return nil }
        known = size
        var seen: Set<String> = []
        let lines = Array(all.reversed().filter { seen.insert($0).inserted }.reversed())
        guard all.count > limit * 2 else { return lines }
        let kept = Array(lines.suffix(limit))
        replace(with: kept)
        known = size
        return kept
    }

    /// Lines that other sessions have added since.
    mutating func news() -> [String] {
        let now = size
        defer { known = now }
        guard now > known, now - known < 1 << 20 else { return [] }
        let descriptor = openFile(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { return [] }
        defer { close(descriptor) }
        let count = now - known
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
            initialized = max(0, pread(descriptor, buffer.baseAddress, count, off_t(known)))
        }
        return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init).filter {
            $0.printable == $0
        }
    }

    private var size: Int {
        var status = stat()
        return stat(path, &status) == 0 ? Int(status.st_size) : 0
    }

    /// Adds a line at the end, and the file and its folder where there is none. Failing is no reason to disturb a session.
    mutating func append(_ line: String) {
        makeFolders()
        let descriptor = openFile(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        fchmod(descriptor, 0o600)
        var entry = line.filter { !$0.isNewline } + "\n"
        let before = size
        let written = entry.withUTF8 { write(descriptor, $0.baseAddress, $0.count) }
        // Half a line would become one with the next.
        if written > 0, written < entry.utf8.count, size == before + written { ftruncate(descriptor, off_t(before)) }
        // Where another session wrote between, its line is read again with ours, which does no harm.
        if before == known, written == entry.utf8.count { known += written }
    }

    /// Through a second file, so that a crash leaves the old one or the new one.
    private func replace(with lines: [String]) {
        let temporary = path + ".new"
        unlink(temporary)
        let descriptor = openFile(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        var text = lines.map { $0 + "\n" }.joined()
        let complete = text.withUTF8 { write(descriptor, $0.baseAddress, $0.count) == $0.count }
        close(descriptor)
        if complete { rename(temporary, path) } else { unlink(temporary) }
    }

    private func makeFolders() {
        var end = path.startIndex
        while let slash = path[path.index(after: end)...].firstIndex(of: "/") {
            mkdir(String(path[..<slash]), 0o700)
            end = slash
        }
    }
}

private func openFile(_ path: String, _ flags: Int32) -> Int32 { open(path, flags, 0o600) }

private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableBufferPointer<UInt8>) -> Int {
    read(descriptor, buffer.baseAddress, buffer.count)
}
