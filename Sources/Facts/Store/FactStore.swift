import Articles
import Language

/// The facts of all loaded articles, with the indexes that questions are answered from.
public struct FactStore: Sendable {
    /// A fact of the store, as an index into `facts`.
    public typealias ID = Int

    public private(set) var articles: [StoredArticle] = []
    public private(set) var facts: [StoredFact] = []
    public private(set) var entities: EntityTable
    public private(set) var vocabulary = Vocabulary()
    public private(set) var sentenceCount = 0
    public let lexicon: Lexicon
    private let extractor: FactExtractor
    private let contentWords: ContentWords
    private var byPredicate: [String: [ID]] = [:]
    private var byClass: [[ID]]
    private var byWord: [[ID]] = []

    public init(lexicon: Lexicon) {
        self.lexicon = lexicon
        extractor = FactExtractor(lexicon: lexicon)
        contentWords = ContentWords(lexicon: lexicon)
        entities = EntityTable(names: lexicon.names)
        byClass = Array(repeating: [], count: lexicon.verbs.classes.count)
    }

    /// Facts with this predicate.
    public func facts(withPredicate predicate: String) -> [ID] { byPredicate[predicate] ?? [] }

    /// Facts whose predicate is in this class.
    public func facts(in verbClass: VerbClasses.ID) -> [ID] { byClass[verbClass.index] }

    /// Facts in whose sentence this word stands.
    public func facts(withWord word: WordID) -> [ID] { byWord[Int(word)] }

    /// Whether any fact has this predicate.
    public func hasPredicate(_ predicate: String) -> Bool { byPredicate[predicate] != nil }

    /// Adds an article with its analysis.
    public mutating func add(_ article: Article, document: Document) {
        let index = articles.count
        var stored = StoredArticle(article: article, document: document, entityOfToken: entities.add(document, article: index))
        stored.facts = facts.count..<facts.count
        for sentence in document.sentences {
            let occurrences = contentWords.occurrences(in: sentence.tokens, of: document)
            var words: [StoredArticle.Word] = []
            for occurrence in occurrences {
                words.append(StoredArticle.Word(id: intern(occurrence.word), token: Int32(occurrence.token)))
            }
            vocabulary.countSentence(with: Set(words.map(\.id)))
            stored.words.append(words)
        }
        sentenceCount += document.sentences.count
        articles.append(stored)
        let first = facts.count
        for fact in extractor.facts(in: document) {
            add(StoredFact(article: index, fact: fact, first: first), words: stored.words[fact.sentence])
        }
        articles[index].facts = first..<facts.count
        describeEntities(of: index)
    }

    private mutating func intern(_ word: String) -> WordID {
        let id = vocabulary.intern(word)
        if Int(id) == byWord.count { byWord.append([]) }
        return id
    }

    private mutating func add(_ fact: StoredFact, words: [StoredArticle.Word]) {
        let id = facts.count
        facts.append(fact)
        byPredicate[fact.fact.predicate, default: []].append(id)
        for verbClass in fact.fact.classes { byClass[verbClass.index].append(id) }
        for word in Set(words.map(\.id)).sorted() { byWord[Int(word)].append(id) }
    }

    /// What the article tells of its entities: descriptions, and whom they speak for.
    private mutating func describeEntities(of article: Int) {
        let stored = articles[article]
        for id in stored.facts where facts[id].fact.predicate == "be" && facts[id].fact.polarity == .affirmed {
            let fact = facts[id].fact
            guard let agent = fact.role(.agent), let attribute = fact.role(.attribute) else { continue }
            let entity = stored.entityOfToken[agent.head]
            guard entity >= 0, [.title, .apposition].contains(fact.rule) || isIdentity(attribute, stored.document) else { continue }
            guard attribute.describes(in: stored.document) else { continue }
            let place = Entity.Place(article: article, tokens: attribute.tokens)
            entities.describe(entity, as: Entity.Description(text: stored.document.string(attribute.tokens), place: place))
            guard entities[entity].kind == .person || entities[entity].kind == .unnamed else { continue }
            for token in attribute.tokens where stored.entityOfToken[token] >= 0 {
                let other = stored.entityOfToken[token]
                if [.place, .organization, .nationality].contains(entities[other].kind) { entities.affiliate(entity, with: other) }
            }
        }
    }

    /// "is the minister", not "is ready".
    private func isIdentity(_ attribute: Role, _ document: Document) -> Bool {
        [.noun, .propn].contains(document.upos[attribute.head]) && attribute.marker.isEmpty
    }
}

/// An article with its analysis and its part of the store.
public struct StoredArticle: Sendable {
    /// A content word at a token.
    public struct Word: Sendable, Equatable {
        public var id: WordID
        public var token: Int32
    }

    public let article: Article
    public let document: Document
    /// Each token's entity, -1 for none: names, and what refers to them.
    public let entityOfToken: [Entity.ID]
    /// The content words of each sentence, in order.
    public internal(set) var words: [[Word]] = []
    /// The article's facts in the store.
    public internal(set) var facts: Range<FactStore.ID> = 0..<0
}

/// A fact with the article it stands in.
public struct StoredFact: Sendable {
    /// Index in `FactStore.articles`.
    public let article: Int
    public let fact: Fact
    /// The fact (in the store) whose content this one stands in: who says so.
    public let within: FactStore.ID?

    init(article: Int, fact: Fact, first: FactStore.ID) {
        self.article = article
        self.fact = fact
        within = fact.within.map { first + $0 }
    }
}
