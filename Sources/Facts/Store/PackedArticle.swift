import Language
import Packing

/// An article's part of a store, as bytes.
public struct PackedArticle: Sendable, Equatable {
    public var document: PackedDocument
    public var facts: PackedFacts
    public var references: PackedReferences

    init(document: PackedDocument, facts: PackedFacts, references: PackedReferences) {
        self.document = document
        self.facts = facts
        self.references = references
    }

    /// Takes bytes that were written before.
    public init(document: [UInt8], facts: [UInt8], references: [UInt8]) throws(PackedError) {
        self.document = try PackedDocument(bytes: document)
        self.facts = try PackedFacts(bytes: facts)
        self.references = PackedReferences(bytes: references)
    }
}

/// What an article's tokens refer to in the store: entities and words of the vocabulary.
public struct References: Sendable, Equatable {
    /// Each token's entity, -1 for none.
    var entityOfToken: [Entity.ID]
    /// The content words of each sentence.
    var words: SentenceWords

    /// How much there is to refer to.
    struct Limits: Sendable {
        var entities: Int
        var words: Int
    }

    /// Runs of tokens with the same entity, in order.
    public static func runs(in entityOfToken: [Entity.ID]) -> [(tokens: Range<Int>, entity: Entity.ID)] {
        var runs: [(tokens: Range<Int>, entity: Entity.ID)] = []
        for (token, id) in entityOfToken.enumerated() where id >= 0 {
            if let last = runs.last, last.entity == id, last.tokens.upperBound == token {
                runs[runs.count - 1].tokens = last.tokens.lowerBound..<token + 1
            } else {
                runs.append((token..<token + 1, id))
            }
        }
        return runs
    }
}

/// `References` in a few bytes each, as they are kept in memory and in session files.
public struct PackedReferences: Sendable, Equatable {
    public let bytes: [UInt8]

    init(_ references: References) {
        var content = PackedWriter()
        let runs = References.runs(in: references.entityOfToken)
        content.write(runs.count)
        var last = 0
        for run in runs {
            content.write(run.tokens.lowerBound - last)
            content.write(run.tokens.count)
            last = run.tokens.upperBound
        }
        for run in runs { content.write(Int(run.entity)) }
        for sentence in 0..<references.words.count { content.write(references.words[sentence].count) }
        last = 0
        for sentence in 0..<references.words.count {
            for word in references.words[sentence] {
                content.write(signed: Int(word.token) - last)
                last = Int(word.token)
            }
        }
        for sentence in 0..<references.words.count {
            for word in references.words[sentence] { content.write(Int(word.id)) }
        }
        var writer = PackedWriter()
        writer.write(content.bytes.count)
        writer.write(bytes: Deflate.packed(content.bytes))
        bytes = writer.bytes.shrunk
    }

    /// Takes bytes that were written before.
    public init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// What they say; where they are damaged, that the tokens refer to nothing.
    func references(tokens: Int, sentences: Int, limits: References.Limits) -> References {
        if let references = try? unpacked(tokens: tokens, sentences: sentences, limits: limits) { return references }
        var words = SentenceWords()
        for _ in 0..<sentences { words.append([]) }
        return References(entityOfToken: Array(repeating: -1, count: tokens), words: words)
    }

    func unpacked(tokens: Int, sentences: Int, limits: References.Limits) throws(PackedError) -> References {
        var packed = PackedReader(bytes)
        let size = try packed.number(below: 1 << 32)
        var reader = PackedReader(try Deflate.unpacked(try packed.rest(), count: size))
        var runs: [Range<Int>] = []
        var last = 0
        for _ in 0..<(try reader.count()) {
            let start = last + (try reader.number(below: tokens - last + 1))
            last = start + (try reader.number(below: tokens - start + 1))
            runs.append(start..<last)
        }
        var column = [Entity.ID](repeating: -1, count: tokens)
        for run in runs {
            let id = Entity.ID(try reader.number(below: limits.entities))
            for token in run { column[token] = id }
        }
        var counts: [Int] = []
        for _ in 0..<sentences { counts.append(try reader.count()) }
        var places: [Int32] = []
        last = 0
        for count in counts {
            for _ in 0..<count {
                last &+= try reader.signed()
                guard (0..<tokens).contains(last) else { throw reader.damage }
                places.append(Int32(last))
            }
        }
        var words = SentenceWords()
        var next = 0
        for count in counts {
            var sentence: [StoredArticle.Word] = []
            sentence.reserveCapacity(count)
            for _ in 0..<count {
                sentence.append(
                    StoredArticle.Word(id: WordID(try reader.number(below: limits.words)), token: places[next]))
                next += 1
            }
            words.append(sentence)
        }
        return References(entityOfToken: column, words: words)
    }
}
