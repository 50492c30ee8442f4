import Articles
import Language
import Packing

/// What a store keeps beside its articles, for files: the vocabulary, and the entities of all articles.
public struct StoreSnapshot: Sendable, Equatable {
    public var vocabulary: [UInt8]
    public var entities: [UInt8]

    public init(vocabulary: [UInt8], entities: [UInt8]) {
        self.vocabulary = vocabulary
        self.entities = entities
    }
}

extension FactStore {
    /// The state beside the articles.
    public var snapshot: StoreSnapshot {
        var words = PackedWriter()
        vocabulary.write(to: &words)
        var names = PackedWriter()
        entities.write(to: &names)
        return StoreSnapshot(vocabulary: words.bytes, entities: names.bytes)
    }

    /// A store to which the articles of a snapshot are to be restored, in their order.
    ///
    /// - Throws: `PackedError` where the bytes are damaged.
    public init(lexicon: Lexicon, snapshot: StoreSnapshot) throws(PackedError) {
        self.init(lexicon: lexicon)
        var words = PackedReader(snapshot.vocabulary)
        let vocabulary = try Vocabulary(from: &words)
        var names = PackedReader(snapshot.entities)
        let entities = try EntityTable(names: lexicon.names, from: &names)
        restore(vocabulary, entities)
    }

    /// Adds the next article of the snapshot, without analysis.
    ///
    /// - Throws: `PackedError` where the bytes are damaged; then nothing was added.
    public mutating func restore(_ article: Article, _ packed: PackedArticle) throws(PackedError) {
        let keys = try packed.facts.keys(
            tokens: packed.document.tokenCount, sentences: packed.document.sentenceCount, classes: lexicon.verbs.classes.count)
        try add(
            StoredArticle(
                article: article, document: packed.document, packedFacts: packed.facts,
                entityOfToken: packed.entityColumn(entities: entities.entities.count),
                words: packed.sentenceWords(vocabulary: vocabulary.count), facts: facts.count..<facts.count + keys.count,
                firstSentence: SentenceID(sentenceCount)),
            keys: keys)
        noteDescriptions()
    }
}

/// An article's part of a store, as bytes.
public struct PackedArticle: Sendable, Equatable {
    public var document: PackedDocument
    public var facts: PackedFacts
    /// Runs of tokens that are an entity.
    public var entities: [UInt8]
    /// The content words of each sentence.
    public var words: [UInt8]

    /// Takes bytes that were written before.
    public init(document: [UInt8], facts: [UInt8], entities: [UInt8], words: [UInt8]) throws(PackedError) {
        self.document = try PackedDocument(bytes: document)
        self.facts = try PackedFacts(bytes: facts)
        self.entities = entities
        self.words = words
    }

    public init(_ stored: StoredArticle) {
        document = stored.packedDocument
        facts = stored.packedFacts
        var column = PackedWriter()
        for run in stored.entityRuns {
            column.write(run.tokens)
            column.write(Int(run.entity))
        }
        entities = column.bytes
        var sentences = PackedWriter()
        for sentence in 0..<stored.words.count {
            let words = stored.words[sentence]
            sentences.write(words.count)
            var last = 0
            for word in words {
                sentences.write(Int(word.id))
                sentences.write(signed: Int(word.token) - last)
                last = Int(word.token)
            }
        }
        words = sentences.bytes
    }

    fileprivate func entityColumn(entities count: Int) throws(PackedError) -> [Entity.ID] {
        var column = [Entity.ID](repeating: -1, count: document.tokenCount)
        var reader = PackedReader(entities)
        while !reader.isAtEnd {
            let tokens = try reader.range(upTo: column.count)
            let id = Entity.ID(try reader.number(below: count))
            for token in tokens { column[token] = id }
        }
        return column
    }

    fileprivate func sentenceWords(vocabulary: Int) throws(PackedError) -> SentenceWords {
        var words = SentenceWords()
        var reader = PackedReader(self.words)
        for _ in 0..<document.sentenceCount {
            var sentence: [StoredArticle.Word] = []
            var last = 0
            for _ in 0..<(try reader.count()) {
                let id = WordID(try reader.number(below: vocabulary))
                last += try reader.signed()
                guard (0..<document.tokenCount).contains(last) else { throw reader.damage }
                sentence.append(StoredArticle.Word(id: id, token: Int32(last)))
            }
            words.append(sentence)
        }
        return words
    }
}

extension StoredArticle {
    /// Runs of tokens with the same entity, in order.
    public var entityRuns: [(tokens: Range<Int>, entity: Entity.ID)] {
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
