/// Reads lines from a file descriptor through a buffer of its own.
struct LineReader {
    enum Line: Equatable {
        case text(String)
        /// A line that holds no text: what is wrong with it, and as much of it as can be shown.
        case refused(String, because: String)
    }

    private let descriptor: Int32
    private let watch: InterruptWatch?
    private var buffer: [UInt8] = []
    private var position = 0
    private var ended = false
    /// Bytes of a line that are kept; of a longer one only the beginning is kept while it is read to its end.
    private let limit = 1 << 20

    /// - Parameter watch: Where Ctrl-C is to drop a line that is typed.
    init(descriptor: Int32, watch: InterruptWatch? = nil) {
        self.descriptor = descriptor
        self.watch = watch
    }

    /// Reads what is there already.
    init(bytes: [UInt8]) {
        descriptor = -1
        watch = nil
        buffer = bytes
        ended = true
    }

    /// The next line without its end (LF or CRLF); nil after the last, and where Ctrl-C, which the watch knows of, drops it.
    mutating func next() -> Line? {
        var line: [UInt8] = []
        var length = 0
        while true {
            if let end = buffer[position...].firstIndex(of: 0x0A) {
                append(buffer[position..<end], to: &line, &length)
                position = end + 1
                return Self.decoded(line, length: length)
            }
            append(buffer[position...], to: &line, &length)
            position = buffer.count
            if !ended, let watch, !watch.waits(forInputOf: descriptor) { return nil }
            guard fill() else { return length > 0 ? Self.decoded(line, length: length) : nil }
        }
    }

    private func append(_ part: ArraySlice<UInt8>, to line: inout [UInt8], _ length: inout Int) {
        line += part.prefix(max(0, limit - line.count))
        length += part.count
    }

    private mutating func fill() -> Bool {
        guard !ended else { return false }
        var count = 0
        buffer = [UInt8](unsafeUninitializedCapacity: 64 << 10) { bytes, initialized in
            repeat { count = read(descriptor, bytes.baseAddress, bytes.count) } while count < 0 && errno == EINTR
            initialized = max(count, 0)
        }
        position = 0
        ended = count <= 0
        return !ended
    }

    private static func decoded(_ bytes: [UInt8], length: Int) -> Line {
        var bytes = bytes[...]
        if bytes.last == 0x0D { bytes = bytes.dropLast() }
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
        let head = String(decoding: bytes.prefix(200), as: UTF8.self)
        if length > bytes.count + 4 {
            return .refused(
                head + "…",
                because: "This line has \(length) bytes; a question has at most \(QuestionCheck.longestLine).")
        }
        if let index = bytes.firstIndex(of: 0) {
            return .refused(head, because: "This line is not text: a NUL byte at byte \(index - bytes.startIndex).")
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            return .refused(head, because: "This line is not text in UTF-8.")
        }
        return .text(text)
    }
}
