import Articles
import Packing

/// An analysed text in a few bytes a token, as it is kept in memory and in session files.
///
///     let packed = PackedDocument(document)
///     let same = try packed.unpacked(text: article.text)
public struct PackedDocument: Sendable, Equatable {
    public let bytes: [UInt8]
    /// Known without unpacking.
    public let sentenceCount: Int
    public let tokenCount: Int

    /// Raised whenever the layout changes.
    public static let version = 3

    /// What the layout depends on: its version, and the names of tags, relations and kinds in their order. Bytes that were
    /// written under another signature cannot be read.
    public static let signature: String = {
        let tags = UniversalTag.allCases.map(\.name) + PennTag.allCases.map(\.name) + Relation.allCases.map(\.name)
        return "\(version) " + (tags + NamedEntity.Kind.allCases.map { "\($0)" }).joined(separator: " ")
    }()

    public init(_ document: Document) {
        var columns = PackedWriter()
        document.write(to: &columns)
        var writer = PackedWriter()
        writer.write(document.sentences.count)
        writer.write(document.count)
        writer.write(columns.bytes.count)
        writer.write(bytes: Deflate.packed(columns.bytes))
        bytes = writer.bytes.shrunk
        sentenceCount = document.sentences.count
        tokenCount = document.count
    }

    /// Takes bytes that were written before.
    public init(bytes: [UInt8]) throws(PackedError) {
        var reader = PackedReader(bytes)
        (sentenceCount, tokenCount, _) = try Self.counts(from: &reader)
        self.bytes = bytes
    }

    private static func counts(from reader: inout PackedReader) throws(PackedError) -> (
        sentences: Int, tokens: Int, bytes: Int
    ) {
        let sentences = try reader.number()
        let tokens = try reader.number()
        let bytes = try reader.number(below: 1 << 32)
        // A token takes several bytes, a sentence too.
        guard sentences <= bytes, tokens <= bytes else { throw reader.damage }
        return (sentences, tokens, bytes)
    }

    /// The document again. Where the bytes are damaged, its tokens are there with nothing said of them, so that indices
    /// from elsewhere stay good.
    ///
    /// - Parameter text: The text that was analysed.
    public func document(text: [UInt8]) -> Document {
        (try? unpacked(text: text)) ?? Document(text: text, blankTokens: tokenCount, sentences: sentenceCount)
    }

    /// The document again.
    ///
    /// - Parameter text: The text that was analysed.
    public func unpacked(text: [UInt8]) throws(PackedError) -> Document {
        var reader = PackedReader(bytes)
        let counts = try Self.counts(from: &reader)
        var columns = PackedReader(try Deflate.unpacked(try reader.rest(), count: counts.bytes))
        var document = Document(text: text)
        try document.read(from: &columns, tokens: counts.tokens, sentences: counts.sentences)
        return document
    }
}

extension Document {
    fileprivate init(text: [UInt8], blankTokens count: Int, sentences sentenceCount: Int) {
        self.init(text: text)
        let blank = symbols.intern("")
        starts = Array(repeating: 0, count: count)
        ends = starts
        heads = Array(repeating: -1, count: count)
        sentenceOfToken = starts
        forms = Array(repeating: blank, count: count)
        norms = forms
        lemmas = forms
        upos = Array(repeating: .x, count: count)
        xpos = Array(repeating: .xx, count: count)
        relations = Array(repeating: .dep, count: count)
        for index in 0..<sentenceCount {
            sentences.append(Sentence(tokens: index == 0 ? 0..<count : count..<count, paragraph: 0))
        }
    }

    /// Column after column, so that like stands beside like for zlib.
    fileprivate func write(to writer: inout PackedWriter) {
        var end: Int32 = 0
        for token in 0..<count {
            writer.write(signed: Int(starts[token] - end))
            end = ends[token]
        }
        for token in 0..<count { writer.write(Int(ends[token] - starts[token])) }
        var words = PackedWords.Writer()
        for token in 0..<count { words.write(token, of: self) }
        words.finish(to: &writer)
        let pairs = (0..<count).map { TagPair(upos[$0], xpos[$0]) }
        var codes: [TagPair: UInt8] = [:]
        let kinds = Set(pairs).sorted()
        for (code, pair) in kinds.enumerated() { codes[pair] = UInt8(truncatingIfNeeded: code) }
        writer.write(kinds.count)
        for pair in kinds {
            writer.write(byte: pair.upos)
            writer.write(byte: pair.xpos)
        }
        if kinds.count <= 256 {
            for pair in pairs { writer.write(byte: codes[pair] ?? 0) }
        } else {
            for pair in pairs {
                writer.write(byte: pair.upos)
                writer.write(byte: pair.xpos)
            }
        }
        for relation in relations { writer.write(byte: relation.rawValue) }
        // No token is its own head: 0 is a root.
        for token in 0..<count { writer.write(signed: heads[token] < 0 ? 0 : Int(heads[token]) - token) }
        writeSpans(to: &writer)
    }

    private func writeSpans(to writer: inout PackedWriter) {
        var last = 0
        for sentence in sentences {
            writer.write(signed: sentence.tokens.lowerBound - last)
            writer.write(sentence.tokens.count)
            writer.write(sentence.paragraph)
            last = sentence.tokens.upperBound
        }
        writer.write(entities.count)
        last = 0
        for entity in entities {
            writer.write(signed: entity.tokens.lowerBound - last)
            writer.write(entity.tokens.count)
            writer.write(byte: entity.kind.rawValue)
            last = entity.tokens.upperBound
        }
        writer.write(chains.count)
        for chain in chains {
            writer.write(chain.count)
            last = 0
            for mention in chain {
                writer.write(signed: mention.tokens.lowerBound - last)
                writer.write(mention.tokens.count)
                writer.write(signed: mention.head - mention.tokens.lowerBound)
                last = mention.tokens.lowerBound
            }
        }
    }

    fileprivate mutating func read(from reader: inout PackedReader, tokens: Int, sentences sentenceCount: Int)
        throws(PackedError)
    {
        reserve(tokens)
        // Where a token begins is known when the lengths are.
        for _ in 0..<tokens { starts.append(Int32(truncatingIfNeeded: try reader.signed())) }
        var end = 0
        for token in 0..<tokens {
            let start = end + Int(starts[token])
            end = start + (try reader.number(below: text.count + 1))
            guard start >= 0, end <= text.count else { throw reader.damage }
            starts[token] = Int32(start)
            ends.append(Int32(end))
        }
        try PackedWords.read(from: &reader, into: &self)
        try readTags(from: &reader, tokens: tokens)
        for token in 0..<tokens {
            let distance = try reader.signed()
            let head = distance == 0 ? -1 : token + distance
            guard head >= -1, head < tokens else { throw reader.damage }
            heads.append(Int32(head))
        }
        try readSpans(from: &reader, sentenceCount: sentenceCount)
    }

    private mutating func readTags(from reader: inout PackedReader, tokens: Int) throws(PackedError) {
        func tags() throws(PackedError) -> (UniversalTag, PennTag) {
            guard let upos = UniversalTag(rawValue: try reader.byte()), let xpos = PennTag(rawValue: try reader.byte())
            else {
                throw reader.damage
            }
            return (upos, xpos)
        }
        var kinds: [(UniversalTag, PennTag)] = []
        let count = try reader.count()
        for _ in 0..<count { kinds.append(try tags()) }
        for _ in 0..<tokens {
            let pair: (UniversalTag, PennTag)
            if count > 256 {
                pair = try tags()
            } else {
                let code = Int(try reader.byte())
                guard code < count else { throw reader.damage }
                pair = kinds[code]
            }
            upos.append(pair.0)
            xpos.append(pair.1)
        }
        for _ in 0..<tokens {
            guard let relation = Relation(rawValue: try reader.byte()) else { throw reader.damage }
            relations.append(relation)
        }
    }

    private mutating func readSpans(from reader: inout PackedReader, sentenceCount: Int) throws(PackedError) {
        sentenceOfToken = Array(repeating: 0, count: count)
        var last = 0
        for sentence in 0..<sentenceCount {
            let start = last + (try reader.signed())
            guard start >= 0, start <= count else { throw reader.damage }
            last = start + (try reader.number(below: count - start + 1))
            sentences.append(Sentence(tokens: start..<last, paragraph: try reader.number()))
            for token in start..<last { sentenceOfToken[token] = Int32(sentence) }
        }
        last = 0
        for _ in 0..<(try reader.count()) {
            let tokens = try tokens(after: last, from: &reader)
            guard let kind = NamedEntity.Kind(rawValue: try reader.byte()) else { throw reader.damage }
            entities.append(NamedEntity(tokens: tokens, kind: kind))
            last = tokens.upperBound
        }
        for _ in 0..<(try reader.count()) {
            var chain: [Mention] = []
            last = 0
            for _ in 0..<(try reader.count()) {
                let tokens = try tokens(after: last, from: &reader)
                last = tokens.lowerBound
                let head = tokens.lowerBound + (try reader.signed())
                guard (0..<count).contains(head) else { throw reader.damage }
                chain.append(Mention(tokens: tokens, head: head))
            }
            chains.append(chain)
        }
    }

    private func tokens(after last: Int, from reader: inout PackedReader) throws(PackedError) -> Range<Int> {
        let distance = try reader.signed()
        let (start, isTooLarge) = last.addingReportingOverflow(distance)
        guard !isTooLarge, (0...count).contains(start) else { throw reader.damage }
        return start..<start + (try reader.number(below: count - start + 1))
    }

    private mutating func reserve(_ tokens: Int) {
        starts.reserveCapacity(tokens)
        ends.reserveCapacity(tokens)
        forms.reserveCapacity(tokens)
        norms.reserveCapacity(tokens)
        lemmas.reserveCapacity(tokens)
        upos.reserveCapacity(tokens)
        xpos.reserveCapacity(tokens)
        heads.reserveCapacity(tokens)
        relations.reserveCapacity(tokens)
    }
}

/// The two tags of a token, as numbers.
private struct TagPair: Hashable, Comparable {
    let upos: UInt8
    let xpos: UInt8

    init(_ upos: UniversalTag, _ xpos: PennTag) {
        self.upos = upos.rawValue
        self.xpos = xpos.rawValue
    }

    static func < (first: TagPair, second: TagPair) -> Bool { (first.upos, first.xpos) < (second.upos, second.xpos) }
}
