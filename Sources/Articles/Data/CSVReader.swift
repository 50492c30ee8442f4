/// Parts a table into rows and values (RFC 4180), bytes as they come in.
///
/// Values in quotes may hold separators and line ends, and quotes doubled.
struct CSVReader {
    /// Bytes a row may have.
    static let longestRow = 64 << 20

    private let separator: UInt8
    private var row: [String] = []
    private var value: [UInt8] = []
    private var rowBytes = 0
    private var state = State.start
    private var lastWasReturn = false

    private enum State {
        /// At the begin of a value.
        case start
        case plain
        case quoted
        /// After a quote inside quotes: its end, or the first of two.
        case quote
    }

    init(separator: UInt8) {
        self.separator = separator
    }

    /// The separator of a table: of comma, semicolon, tab and bar the one that its first line has most of, outside quotes.
    static func separator(of head: ArraySlice<UInt8>) -> UInt8 {
        var counts: [UInt8: Int] = [:]
        var isQuoted = false
        for byte in head {
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            if !isQuoted, byte == 0x0A || byte == 0x0D { break }
            if !isQuoted, [0x2C, 0x3B, 0x09, 0x7C].contains(byte) { counts[byte, default: 0] += 1 }
        }
        return [0x2C, 0x3B, 0x09, 0x7C].max { counts[$0, default: 0] < counts[$1, default: 0] } ?? 0x2C
    }

    /// The separator that the first line names, as spreadsheets write it ("sep=;"), and the bytes of that line.
    static func namedSeparator(of head: some Collection<UInt8>) -> (separator: UInt8, length: Int)? {
        let line = Array(head.prefix(8))
        guard line.count > 5, String(decoding: line.prefix(4), as: UTF8.self).lowercased() == "sep=" else { return nil }
        if line[5] == 0x0A { return (line[4], 6) }
        return line[5] == 0x0D && line.count > 6 && line[6] == 0x0A ? (line[4], 7) : nil
    }

    /// Takes the next bytes.
    ///
    /// - Parameter take: Gets each row; false stops.
    /// - Returns: False where `take` stopped.
    mutating func read(_ bytes: ArraySlice<UInt8>, _ take: ([String]) throws(ArticleError.Reason) -> Bool)
        throws(ArticleError.Reason) -> Bool
    {
        for byte in bytes {
            if lastWasReturn {
                lastWasReturn = false
                if byte == 0x0A { continue }
            }
            rowBytes += 1
            guard rowBytes <= Self.longestRow else {
                throw .malformed("CSV", "a row is longer than \(Self.longestRow >> 20) MB: a quote may not be closed")
            }
            switch (state, byte) {
            case (.quoted, UInt8(ascii: "\"")): state = .quote
            case (.quoted, _): value.append(byte)
            case (.quote, UInt8(ascii: "\"")):
                value.append(byte)
                state = .quoted
            case (.start, UInt8(ascii: "\"")): state = .quoted
            case (_, separator): endValue()
            case (_, 0x0A), (_, 0x0D):
                lastWasReturn = byte == 0x0D
                if !(try endRow(take)) { return false }
            default:
                value.append(byte)
                state = .plain
            }
        }
        return true
    }

    /// To be called after the last bytes.
    mutating func finish(_ take: ([String]) throws(ArticleError.Reason) -> Bool) throws(ArticleError.Reason) {
        if state == .quoted { throw .malformed("CSV", "the quote of its last value is not closed") }
        if !row.isEmpty || !value.isEmpty { _ = try endRow(take) }
    }

    private mutating func endValue() {
        row.append(String(decoding: value, as: UTF8.self))
        value.removeAll(keepingCapacity: true)
        state = .start
    }

    private mutating func endRow(_ take: ([String]) throws(ArticleError.Reason) -> Bool) throws(ArticleError.Reason)
        -> Bool
    {
        endValue()
        rowBytes = 0
        let done = row
        row = []
        // An empty line is no row.
        return done == [""] ? true : try take(done)
    }
}
