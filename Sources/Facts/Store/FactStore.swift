import Articles
import Language

/// The facts of all loaded articles, with the indexes that questions are answered from.
///
/// Analyses and facts are kept packed and are unpacked article by article, when a question comes to them.
public struct FactStore: Sendable {
    /// A fact of the store, as an index into `facts`.
    public typealias ID = Int

    public private(set) var articles: [StoredArticle] = []
    public private(set) var facts = FactColumn()
    public private(set) var entities: EntityTable
    public private(set) var vocabulary = Vocabulary()
    public let lexicon: Lexicon
    /// Reads what an article states; several threads may use it at once.
    public let reader: FactReader
    private var byPredicate: [String: [ID]] = [:]
    private var byClass: [[ID]]
    /// Sentences of all articles, counted on, in which a word stands.
    private var byWord: [[Int32]] = []
    /// The first fact of each sentence, counted on over all articles.
    private var firstFactOfSentence: [Int32] = []

    public init(lexicon: Lexicon) {
        self.lexicon = lexicon
        reader = FactReader(lexicon: lexicon)
        entities = EntityTable(names: lexicon.names)
        byClass = Array(repeating: [], count: lexicon.verbs.classes.count)
    }

    /// Sentences of all articles.
    public var sentenceCount: Int { firstFactOfSentence.count }

    /// Facts with this predicate.
    public func facts(withPredicate predicate: String) -> [ID] { byPredicate[predicate] ?? [] }

    /// Facts whose predicate is in this class.
    public func facts(in verbClass: VerbClasses.ID) -> [ID] { byClass[verbClass.index] }

    /// Facts in whose sentence this word stands.
    public func facts(withWord word: WordID) -> [ID] {
        byWord[Int(word)].flatMap { sentence in
            let next = Int(sentence) + 1
            let end = next < firstFactOfSentence.count ? Int(firstFactOfSentence[next]) : facts.count
            return Int(firstFactOfSentence[Int(sentence)])..<end
        }
    }

    /// Whether any fact has this predicate.
    public func hasPredicate(_ predicate: String) -> Bool { byPredicate[predicate] != nil }

    /// What was read of an article of the store, to be added to another.
    public func reading(ofStored index: Int) -> ArticleReading {
        let stored = articles[index]
        return reader.reading(
            of: stored.article, document: stored.document, facts: stored.facts.map { facts[$0].fact })
    }

    /// Adds an article with its analysis.
    public mutating func add(_ article: Article, document: Document) {
        add(reader.reading(of: article, document: document))
    }

    /// Adds an article that was read before.
    public mutating func add(_ reading: ArticleReading) {
        let column = entities.add(reading.document, article: articles.count)
        var words = SentenceWords()
        for occurrences in reading.words {
            words.append(
                occurrences.map { StoredArticle.Word(id: vocabulary.intern($0.word), token: Int32($0.token)) })
            vocabulary.countSentence(with: Set(words[words.count - 1].map(\.id)))
        }
        add(
            StoredArticle(
                article: reading.article, document: reading.packedDocument, packedFacts: reading.packedFacts,
                entityOfToken: column, words: words, facts: facts.count..<facts.count + reading.facts.count),
            keys: reading.facts.map { FactKey(predicate: $0.predicate, classes: $0.classes, sentence: $0.sentence) })
        describeEntities(from: reading, column)
    }

    mutating func restore(_ vocabulary: Vocabulary, _ entities: EntityTable) {
        self.vocabulary = vocabulary
        self.entities = entities
    }

    /// Adds an article and indexes its facts, which are in the order of their sentences.
    mutating func add(_ stored: StoredArticle, keys: [FactKey]) {
        articles.append(stored)
        facts.append(
            stored.packedFacts, tokens: stored.packedDocument.tokenCount,
            sentences: stored.packedDocument.sentenceCount, classes: byClass.count)
        if byWord.count < vocabulary.count {
            byWord.append(contentsOf: repeatElement([], count: vocabulary.count - byWord.count))
        }
        var next = 0
        for sentence in 0..<stored.words.count {
            let number = Int32(firstFactOfSentence.count)
            while next < keys.count, keys[next].sentence < sentence { next += 1 }
            firstFactOfSentence.append(Int32(stored.facts.lowerBound + next))
            for word in stored.words[sentence] where byWord[Int(word.id)].last != number {
                byWord[Int(word.id)].append(number)
            }
        }
        for (id, key) in zip(stored.facts, keys) {
            byPredicate[key.predicate, default: []].append(id)
            for verbClass in key.classes { byClass[verbClass.index].append(id) }
        }
    }

    /// What the article tells of its entities: descriptions, and whom they speak for.
    private mutating func describeEntities(from reading: ArticleReading, _ column: [Entity.ID]) {
        let document = reading.document
        for fact in reading.facts where fact.predicate == "be" && fact.polarity == .affirmed {
            guard let agent = fact.role(.agent), let attribute = fact.role(.attribute) else { continue }
            let entity = column[agent.head]
            guard entity >= 0, [.title, .apposition].contains(fact.rule) || isIdentity(attribute, document) else {
                continue
            }
            guard attribute.describes(in: document) else { continue }
            let place = Entity.Place(article: articles.count - 1, tokens: attribute.tokens)
            entities.describe(entity, as: Entity.Description(text: document.string(attribute.tokens), place: place))
            guard entities[entity].kind == .person || entities[entity].kind == .unnamed else { continue }
            for token in attribute.tokens where column[token] >= 0 {
                let other = column[token]
                if [.place, .organization, .nationality].contains(entities[other].kind) {
                    entities.affiliate(entity, with: other)
                }
            }
        }
    }

    /// "is the minister", not "is ready".
    private func isIdentity(_ attribute: Role, _ document: Document) -> Bool {
        [.noun, .propn].contains(document.upos[attribute.head]) && attribute.marker.isEmpty
    }
}

/// Reads what adding an article to a store needs. It depends on the article alone.
public struct FactReader: Sendable {
    private let extractor: FactExtractor
    private let contentWords: ContentWords

    init(lexicon: Lexicon) {
        extractor = FactExtractor(lexicon: lexicon)
        contentWords = ContentWords(lexicon: lexicon)
    }

    /// Finds the facts of an analysed article.
    public func reading(of article: Article, document: Document) -> ArticleReading {
        reading(of: article, document: document, facts: extractor.facts(in: document))
    }

    func reading(of article: Article, document: Document, facts: [Fact]) -> ArticleReading {
        ArticleReading(
            article: article, document: document, facts: facts,
            words: document.sentences.map { contentWords.occurrences(in: $0.tokens, of: document) })
    }
}

/// An article with all that is found in it by itself, ready for a store.
public struct ArticleReading: Sendable {
    public let article: Article
    public let document: Document
    public let facts: [Fact]
    /// The content words of each sentence.
    let words: [[ContentWords.Occurrence]]
    let packedDocument: PackedDocument
    let packedFacts: PackedFacts

    init(article: Article, document: Document, facts: [Fact], words: [[ContentWords.Occurrence]]) {
        self.article = article
        self.document = document
        self.facts = facts
        self.words = words
        packedDocument = PackedDocument(document)
        packedFacts = PackedFacts(facts)
    }
}

/// What a fact is found by.
struct FactKey {
    var predicate: String
    var classes: [VerbClasses.ID]
    var sentence: Int
}
