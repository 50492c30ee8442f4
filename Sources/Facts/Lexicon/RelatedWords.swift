import Resources

/// Words that mean nearly the same: derivations and synonyms, from WordNet.
///
///     related.words(of: "accept").derived  → acceptance, acceptive ...
///     related.words(of: "buy").synonyms    → purchase
///
/// The table is read in place: it costs nothing until a word is looked up.
public struct RelatedWords: Sendable {
    /// What the table tells of a word.
    public struct Entry: Sendable, Equatable {
        /// Words of the same stem, of whatever part of speech.
        public var derived: [String] = []
        public var synonyms: [String] = []
    }

    private let bytes: Bytes
    /// Where the lines begin, behind the header.
    private let start: Int

    private enum Bytes: Sendable {
        case resource(Resource)
        case text([UInt8])
    }

    /// Reads a table from its text: lines of a word, a tab, derivations, a tab, synonyms, sorted by bytes.
    public init(_ text: String) {
        self.init(bytes: .text(Array(text.utf8)))
    }

    /// The table that is built in.
    public static func embedded() -> RelatedWords {
        Resource.named("lexicons/related-words.txt").map { RelatedWords(bytes: .resource($0)) } ?? RelatedWords("")
    }

    private init(bytes: Bytes) {
        self.bytes = bytes
        start = Self.reading(bytes) { buffer in
            var start = 0
            while start < buffer.count, buffer[start] == UInt8(ascii: "#") {
                start = (buffer[start...].firstIndex(of: UInt8(ascii: "\n")) ?? buffer.count - 1) + 1
            }
            return start
        }
    }

    /// The words that are related to a lower-cased lemma; none for a word that the table lacks.
    public func words(of lemma: String) -> Entry {
        Self.reading(bytes) { buffer in
            guard let line = line(of: Array(lemma.utf8), in: buffer) else { return Entry() }
            let fields = line.split(separator: UInt8(ascii: "\t"), maxSplits: 2, omittingEmptySubsequences: false)
            func words(_ index: Int) -> [String] {
                guard index < fields.count else { return [] }
                return fields[index].split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self) }
            }
            return Entry(derived: words(1), synonyms: words(2))
        }
    }

    /// Whether the table has a lower-cased lemma.
    public func contains(_ lemma: String) -> Bool { Self.reading(bytes) { line(of: Array(lemma.utf8), in: $0) != nil } }

    /// The line that begins with a word, by halving.
    private func line(of word: [UInt8], in buffer: UnsafeRawBufferPointer) -> Slice<UnsafeRawBufferPointer>? {
        var low = start
        var high = buffer.count
        while low < high {
            var begin = (low + high) / 2
            while begin > low, buffer[begin - 1] != UInt8(ascii: "\n") { begin -= 1 }
            var end = begin
            while end < buffer.count, buffer[end] != UInt8(ascii: "\n") { end += 1 }
            let line = buffer[begin..<end]
            let key = line.prefix { $0 != UInt8(ascii: "\t") }
            if key.elementsEqual(word) { return line }
            if key.lexicographicallyPrecedes(word) { low = end + 1 } else { high = begin }
        }
        return nil
    }

    private static func reading<Result>(_ bytes: Bytes, _ body: (UnsafeRawBufferPointer) -> Result) -> Result {
        switch bytes {
        case .resource(let resource): body(resource.bytes)
        case .text(let text): text.withUnsafeBytes(body)
        }
    }
}
