import Articles
import Language
import Packing

/// What a store keeps beside its articles, for files: the vocabulary, the entities of all articles, and what facts are found by.
public struct StoreSnapshot: Sendable, Equatable {
    public var vocabulary: [UInt8]
    public var entities: [UInt8]
    public var index: [UInt8]

    public init(vocabulary: [UInt8], entities: [UInt8], index: [UInt8]) {
        self.vocabulary = vocabulary
        self.entities = entities
        self.index = index
    }
}

extension FactStore {
    /// The state beside the articles.
    public var snapshot: StoreSnapshot {
        var words = PackedWriter()
        vocabulary.write(to: &words)
        var names = PackedWriter()
        entities.write(to: &names)
        var columns = PackedWriter()
        columns.write(facts.count)
        columns.write(senses.count)
        for sense in senses {
            columns.write(sense.predicate)
            columns.write(sense.classes.count)
            for verbClass in sense.classes { columns.write(verbClass.index) }
        }
        index.write(to: &columns)
        return StoreSnapshot(vocabulary: words.bytes, entities: names.bytes, index: columns.bytes)
    }

    /// A store with the articles of a snapshot, without analysis.
    ///
    /// - Throws: `PackedError` where the bytes are damaged, or do not belong together.
    public init(lexicon: Lexicon, snapshot: StoreSnapshot, articles: [(article: Article, packed: PackedArticle)])
        throws(PackedError)
    {
        self.init(lexicon: lexicon)
        var words = PackedReader(snapshot.vocabulary)
        let vocabulary = try Vocabulary(from: &words)
        var names = PackedReader(snapshot.entities)
        let entities = try EntityTable(names: lexicon.names, from: &names)
        var columns = PackedReader(snapshot.index)
        let facts = try columns.count()
        var senses: [PredicateSense] = []
        for _ in 0..<(try columns.count()) {
            let predicate = try columns.string()
            var classes: [VerbClasses.ID] = []
            for _ in 0..<(try columns.count()) {
                classes.append(VerbClasses.ID(try columns.number(below: lexicon.verbs.classes.count)))
            }
            senses.append(PredicateSense(predicate: predicate, classes: classes))
        }
        let index = try FactIndex(
            from: &columns,
            limits: FactIndex.Limits(
                facts: facts, words: vocabulary.count, entities: entities.entities.count, senses: senses.count))
        restore(vocabulary, entities, senses, index)
        var sentences = 0
        for (article, packed) in articles {
            append(article, packed, firstSentence: SentenceID(sentences))
            sentences += packed.document.sentenceCount
        }
        guard self.facts.count == facts, sentences == sentenceCount else { throw columns.damage }
    }
}
