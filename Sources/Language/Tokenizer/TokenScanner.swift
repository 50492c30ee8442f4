/// Finds token boundaries from left to right. One chunk (bytes without white space) at a time; each branch takes at least
/// one scalar and no branch looks past the chunk.
struct TokenScanner {
    let bytes: UnsafeBufferPointer<UInt8>
    /// Where the text to read ends.
    let end: Int
    let lexicon: TokenLexicon
    var starts: [Int32] = []
    var ends: [Int32] = []

    var chunkStart = 0
    var chunkEnd = 0
    /// Below this position no e-mail address begins: a search from an earlier position has shown it.
    var noEmailBefore = 0

    init(bytes: UnsafeBufferPointer<UInt8>, end: Int, lexicon: TokenLexicon) {
        self.bytes = bytes
        self.end = min(end, bytes.count)
        self.lexicon = lexicon
    }

    mutating func scan(from start: Int) {
        var position = max(0, start)
        while position < end {
            let scalar = scalar(at: position)
            if scalar.class == .space {
                position += scalar.length
                continue
            }
            chunkStart = position
            var isPlain = true
            while position < end {
                let byte = bytes[position]
                if byte < 0x80, Self.isLetter(byte) {
                    position += 1
                    continue
                }
                let scalar = self.scalar(at: position)
                if scalar.class == .space { break }
                isPlain = false
                position += scalar.length
            }
            chunkEnd = position
            if isPlain {
                emitWord(chunkStart, chunkEnd)
            } else {
                scanChunk()
            }
        }
    }

    private mutating func scanChunk() {
        var position = chunkStart
        while position < chunkEnd {
            if let stop = endOfAddress(at: position) {
                emit(position, stop)
                position = stop
                continue
            }
            let scalar = scalar(at: position)
            switch scalar.class {
            case .letter, .extender: position = scanWord(position)
            case .digit: position = scanNumber(position)
            case .apostrophe: position = scanApostrophe(position, scalar)
            case .emoji: position = scanEmoji(position)
            case .punctuation, .space: position = scanPunctuation(position, scalar)
            }
        }
    }

    // MARK: Reading and writing.

    func scalar(at position: Int) -> Scalar { Scalar(bytes, at: position, end: end) }

    /// The byte at `position` of the chunk, or 0 outside of it.
    func byte(_ position: Int) -> UInt8 { position >= chunkStart && position < chunkEnd ? bytes[position] : 0 }

    /// The class of the scalar at `position` of the chunk, `.space` outside of it.
    func classAt(_ position: Int) -> Scalar.Class { position < chunkEnd ? scalar(at: position).class : .space }

    func isWordAt(_ position: Int) -> Bool {
        let kind = classAt(position)
        return kind == .letter || kind == .digit
    }

    func text(_ from: Int, _ to: Int) -> String { String(decoding: bytes[from..<to], as: UTF8.self) }

    mutating func emit(_ from: Int, _ to: Int) {
        starts.append(Int32(truncatingIfNeeded: from))
        ends.append(Int32(truncatingIfNeeded: to))
    }

    static func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z") }
    static func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }
    static func isLower(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z") }
    static func isUpper(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") }
}
