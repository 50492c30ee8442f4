import Articles
import Language

/// The facts of all loaded articles, with the indexes that questions are answered from.
///
/// Analyses and facts are kept packed and are unpacked article by article, when a question comes to them.
public struct FactStore: Sendable {
    /// A fact of the store, as an index into `facts`.
    public typealias ID = Int
    /// A sentence of the store: those of all articles are numbered through.
    public typealias SentenceID = Int32

    public private(set) var articles: [StoredArticle] = []
    public private(set) var facts = FactColumn()
    public private(set) var entities: EntityTable
    public private(set) var vocabulary = Vocabulary()
    /// The predicates of all facts with their classes, each once.
    public private(set) var senses: [PredicateSense] = []
    public let lexicon: Lexicon
    /// Reads what an article states; several threads may use it at once.
    public let reader: FactReader
    private var senseIDs: [PredicateSense: Int32] = [:]
    private var senseOfFact: [Int32] = []
    private var factsOfSense: [[Int32]] = []
    private var predicates: Set<String> = []
    private var sentencesOfWord: [[SentenceID]] = []
    private var sentencesOfEntity: [[SentenceID]] = []
    private var entitiesOfWord: [WordID: [Entity.ID]] = [:]
    /// Facts stand in the order of their sentences.
    private var firstFactOfSentence: [Int32] = []

    public init(lexicon: Lexicon) {
        self.lexicon = lexicon
        reader = FactReader(lexicon: lexicon)
        entities = EntityTable(names: lexicon.names)
    }

    /// Sentences of all articles.
    public var sentenceCount: Int { firstFactOfSentence.count }

    /// A fact's predicate with its classes, as an index into `senses`; the fact need not be unpacked for it.
    public func sense(of fact: ID) -> Int { Int(senseOfFact[fact]) }

    /// Facts with this predicate in these classes.
    public func facts(withSense sense: Int) -> [Int32] { factsOfSense[sense] }

    /// The facts of a sentence.
    public func facts(ofSentence sentence: SentenceID) -> Range<ID> {
        let next = Int(sentence) + 1
        return Int(firstFactOfSentence[Int(sentence)])..<(next < firstFactOfSentence.count ? Int(firstFactOfSentence[next]) : facts.count)
    }

    /// The sentence that a fact stands in.
    public func sentence(of stored: StoredFact) -> SentenceID {
        articles[stored.article].sentences.lowerBound + SentenceID(stored.fact.sentence)
    }

    /// Sentences in which this word stands, in order.
    public func sentences(withWord word: WordID) -> [SentenceID] { sentencesOfWord[Int(word)] }

    /// Sentences that state a fact with this entity, in order.
    public func sentences(with entity: Entity.ID) -> [SentenceID] {
        Int(entity) < sentencesOfEntity.count ? sentencesOfEntity[Int(entity)] : []
    }

    /// Entities that are described with this word, or named by nothing but a description that has it.
    public func entities(describedWith word: WordID) -> [Entity.ID] { entitiesOfWord[word] ?? [] }

    /// The article that a sentence of the store stands in.
    public func article(of sentence: SentenceID) -> Int {
        var low = 0
        var high = articles.count - 1
        while low < high {
            let middle = (low + high + 1) / 2
            if articles[middle].sentences.lowerBound <= sentence { low = middle } else { high = middle - 1 }
        }
        return low
    }

    /// Whether any fact has this predicate.
    public func hasPredicate(_ predicate: String) -> Bool { predicates.contains(predicate) }

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
        }
        add(
            StoredArticle(
                article: reading.article, document: reading.packedDocument, packedFacts: reading.packedFacts,
                entityOfToken: column, words: words, facts: facts.count..<facts.count + reading.facts.count,
                firstSentence: SentenceID(sentenceCount)),
            keys: reading.facts.map(FactKey.init))
        describeEntities(from: reading, column)
        noteDescriptions()
    }

    /// By the words of the last article's descriptions.
    mutating func noteDescriptions() {
        let article = articles.count - 1
        for id in Set(articles[article].entityOfToken).sorted() where id >= 0 {
            let places = entities[id].descriptions.map(\.place) + (entities[id].kind == .unnamed ? entities[id].mentions : [])
            for place in places where place.article == article {
                for word in articles[article].words.words(in: place.tokens) where entitiesOfWord[word.id]?.last != id {
                    entitiesOfWord[word.id, default: []].append(id)
                }
            }
        }
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
            sentences: stored.packedDocument.sentenceCount, classes: lexicon.verbs.classes.count)
        if sentencesOfWord.count < vocabulary.count {
            sentencesOfWord.append(contentsOf: repeatElement([], count: vocabulary.count - sentencesOfWord.count))
        }
        var next = 0
        for sentence in 0..<stored.words.count {
            let number = SentenceID(firstFactOfSentence.count)
            while next < keys.count, keys[next].sentence < sentence { next += 1 }
            firstFactOfSentence.append(Int32(stored.facts.lowerBound + next))
            for word in stored.words[sentence] where sentencesOfWord[Int(word.id)].last != number {
                sentencesOfWord[Int(word.id)].append(number)
            }
        }
        for (id, key) in zip(stored.facts, keys) {
            // Who speaks may be named in another sentence than what is said.
            for token in key.tokens { note(stored.entityOfToken[token], in: stored.sentences.lowerBound + SentenceID(key.sentence)) }
            let sense = intern(key.sense)
            senseOfFact.append(sense)
            factsOfSense[Int(sense)].append(Int32(id))
        }
    }

    private mutating func intern(_ sense: PredicateSense) -> Int32 {
        if let known = senseIDs[sense] { return known }
        let id = Int32(senses.count)
        senseIDs[sense] = id
        senses.append(sense)
        factsOfSense.append([])
        predicates.insert(sense.predicate)
        return id
    }

    /// Keeps the sentences in order; those of one article are noted in two turns.
    private mutating func note(_ entity: Entity.ID, in sentence: SentenceID) {
        guard entity >= 0 else { return }
        while sentencesOfEntity.count <= Int(entity) { sentencesOfEntity.append([]) }
        var place = sentencesOfEntity[Int(entity)].count
        while place > 0, sentencesOfEntity[Int(entity)][place - 1] > sentence { place -= 1 }
        if place == 0 || sentencesOfEntity[Int(entity)][place - 1] != sentence { sentencesOfEntity[Int(entity)].insert(sentence, at: place) }
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

/// A predicate with the verb classes that it is in.
public struct PredicateSense: Sendable, Hashable {
    public let predicate: String
    public let classes: [VerbClasses.ID]
}

/// What a fact is found by.
struct FactKey {
    var sense: PredicateSense
    var sentence: Int
    /// The tokens of its participants and circumstances; who speaks may stand in another sentence.
    var tokens: [Int]

    init(predicate: String, classes: [VerbClasses.ID], sentence: Int, tokens: [Int]) {
        sense = PredicateSense(predicate: predicate, classes: classes)
        self.sentence = sentence
        self.tokens = tokens
    }

    init(_ fact: Fact) {
        self.init(
            predicate: fact.predicate, classes: fact.classes, sentence: fact.sentence,
            tokens: fact.roles.flatMap { Array($0.tokens) + [$0.head] + $0.conjuncts })
    }
}
