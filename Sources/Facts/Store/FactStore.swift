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

    /// The articles in the order they were added; an index is an article's number, from 0.
    public private(set) var articles: [StoredArticle] = []
    /// The facts of all articles, by their IDs.
    public private(set) var facts = FactColumn()
    /// Who published the articles, each once, in the order of the first article.
    public private(set) var publishers: [String] = []
    /// The day the newest article was published, where any gives its date.
    public private(set) var newestDay: CivilDay?
    /// Whom and what the articles name.
    public private(set) var entities: EntityTable
    /// The content words of the articles.
    public private(set) var vocabulary = Vocabulary()
    /// The predicates of all facts with their classes, each once.
    public private(set) var senses: [PredicateSense] = []
    /// The predicates of all senses as numbers.
    public private(set) var predicates = PredicateTable()
    /// The verb classes, lists and names by which the facts were found.
    public let lexicon: Lexicon
    /// Reads what an article states; several threads may use it at once.
    public let reader: FactReader
    private var senseIDs: [PredicateSense: Int32] = [:]
    var index = FactIndex()

    public init(lexicon: Lexicon) {
        self.lexicon = lexicon
        reader = FactReader(lexicon: lexicon)
        entities = EntityTable(names: lexicon.names)
    }

    /// Sentences of all articles.
    public var sentenceCount: Int { index.firstFactOfSentence.count }

    /// A fact's predicate with its classes, as an index into `senses`; the fact need not be unpacked for it.
    public func sense(of fact: ID) -> Int { numbers.sense(of: fact) }

    /// Facts with this predicate in these classes.
    public func facts(withSense sense: Int) -> ArraySlice<Int32> { index.factsOfSense[sense] }

    /// The numbers of all facts, for one who goes through many.
    public var numbers: FactNumbers {
        FactNumbers(
            senses: index.senseOfFact, firstOfSentence: index.firstFactOfSentence,
            isBeyondSentence: index.isBeyondSentence)
    }

    /// The facts of a sentence.
    public func facts(ofSentence sentence: SentenceID) -> Range<ID> { numbers.facts(ofSentence: sentence) }

    /// Sentences in which this word stands, in order.
    public func sentences(withWord word: WordID) -> ArraySlice<SentenceID> { index.sentencesOfWord[Int(word)] }

    /// Sentences that state a fact with this entity, in order.
    public func sentences(with entity: Entity.ID) -> ArraySlice<SentenceID> { index.sentencesOfEntity[Int(entity)] }

    /// Entities that are described with this word, or named by nothing but a description that has it.
    public func entities(describedWith word: WordID) -> ArraySlice<Entity.ID> { index.entitiesOfWord[Int(word)] }

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
            of: stored.article, document: stored.document.columns, facts: stored.facts.map { facts[$0].fact })
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
        let references = PackedReferences(References(entityOfToken: column, words: words))
        append(
            reading.article,
            PackedArticle(document: reading.packedDocument, facts: reading.packedFacts, references: references),
            firstSentence: SentenceID(sentenceCount))
        note(words)
        note(reading.facts, column, words)
        describeEntities(from: reading, column)
        noteDescriptions(words, column)
    }

    /// Adds an article without noting what it is found by.
    mutating func append(_ article: Article, _ packed: PackedArticle, firstSentence: SentenceID) {
        if let publisher = article.publisher, !publishers.contains(publisher) { publishers.append(publisher) }
        if let day = article.date.flatMap({ CivilDay(iso: $0) }) { newestDay = max(newestDay ?? day, day) }
        let limits = References.Limits(entities: entities.entities.count, words: vocabulary.count)
        articles.append(
            StoredArticle(
                article: article, packed: packed, firstFact: facts.count, firstSentence: firstSentence, limits: limits))
        facts.append(
            packed.facts, tokens: packed.document.tokenCount,
            sentences: firstSentence..<firstSentence + SentenceID(packed.document.sentenceCount),
            classes: lexicon.verbs.classes.count)
    }

    /// The words of the last article.
    private mutating func note(_ words: SentenceWords) {
        let first = articles[articles.count - 1].sentences.lowerBound
        for sentence in 0..<words.count {
            for word in words[sentence] { index.sentencesOfWord.append(first + SentenceID(sentence), to: Int(word.id)) }
        }
    }

    /// The facts of the last article, which are in the order of their sentences, by what they are found with.
    private mutating func note(_ facts: [Fact], _ column: [Entity.ID], _ words: SentenceWords) {
        let stored = articles[articles.count - 1]
        var next = 0
        for sentence in 0..<stored.sentences.count {
            while next < facts.count, facts[next].sentence < sentence { next += 1 }
            index.firstFactOfSentence.append(Int32(stored.facts.lowerBound + next))
        }
        var named: [(sentence: SentenceID, entity: Entity.ID)] = []
        for (id, fact) in zip(stored.facts, facts) {
            // Who speaks may be named in another sentence than what is said.
            let sentence = stored.sentences.lowerBound + SentenceID(fact.sentence)
            for role in fact.roles {
                for token in role.tokens where column[token] >= 0 { named.append((sentence, column[token])) }
                for token in [role.head] + Array(role.conjuncts) where column[token] >= 0 {
                    named.append((sentence, column[token]))
                }
            }
            let sense = intern(PredicateSense(predicate: fact.predicate, classes: fact.classes))
            let own = words.tokens(around: fact.sentence)
            let isBeyond = fact.roles.contains { role in
                (role.kind == .theme || role.kind == .attribute)
                    && !(own.lowerBound <= role.tokens.lowerBound && role.tokens.upperBound <= own.upperBound)
            }
            index.append(Int32(id), sense: sense, isBeyondSentence: isBeyond)
        }
        // An entity is the fuller name's where two were one after all, so that sentences come in no order.
        named.sort { ($0.entity, $0.sentence) < ($1.entity, $1.sentence) }
        for place in named { index.sentencesOfEntity.append(place.sentence, to: Int(place.entity)) }
    }

    /// By the words of the last article's descriptions.
    private mutating func noteDescriptions(_ words: SentenceWords, _ column: [Entity.ID]) {
        let article = articles.count - 1
        for id in Set(column).sorted() where id >= 0 {
            let places =
                entities[id].descriptions.map(\.place) + (entities[id].kind == .unnamed ? entities[id].mentions : [])
            for place in places where place.article == article {
                for word in words.words(in: place.tokens) { index.entitiesOfWord.append(id, to: Int(word.id)) }
            }
        }
    }

    /// Takes no more memory than it needs; for the end of loading.
    public mutating func settle() {
        index.settle()
        facts.settle()
        entities.settle()
    }

    mutating func restore(
        _ vocabulary: Vocabulary, _ entities: EntityTable, _ senses: [PredicateSense], _ index: FactIndex
    ) {
        self.vocabulary = vocabulary
        self.entities = entities
        for sense in senses { _ = intern(sense) }
        self.index = index
    }

    private mutating func intern(_ sense: PredicateSense) -> Int32 {
        if let known = senseIDs[sense] { return known }
        let id = Int32(senses.count)
        senseIDs[sense] = id
        senses.append(sense)
        predicates.append(sense.predicate)
        return id
    }

    /// What the article tells of its entities: descriptions, and whom they speak for.
    private mutating func describeEntities(from reading: ArticleReading, _ column: [Entity.ID]) {
        let document = reading.document
        let focus = focus(of: document, column)
        for fact in reading.facts where fact.predicate == "be" && fact.polarity == .affirmed {
            guard let agent = fact.role(.agent), let attribute = fact.role(.attribute) else { continue }
            let entity = column[agent.head]
            guard entity >= 0, [.title, .apposition].contains(fact.rule) || isIdentity(attribute, document) else {
                continue
            }
            guard attribute.describes(in: document) else { continue }
            let place = Entity.Place(article: articles.count - 1, tokens: attribute.tokens)
            entities.describe(entity, as: Entity.Description(text: Self.text(of: attribute, document), place: place))
            guard entities[entity].kind == .person || entities[entity].kind == .unnamed else { continue }
            // "chief executive Ada Berg" in a story about a company
            if let focus, lexicon.words[.bodyRole].contains(document.lemma(attribute.head).lowercased()),
                !attribute.tokens.contains(where: {
                    document.norm($0) == "of" || document.norm($0) == "former" || document.xpos[$0] == .pos
                        || column[$0] >= 0 && column[$0] != entity
                }),
                document.entities(in: attribute.tokens).isEmpty
            {
                entities.affiliate(entity, with: focus)
            }
            for token in attribute.tokens where column[token] >= 0 {
                let other = column[token]
                if [.place, .organization, .nationality].contains(entities[other].kind) {
                    entities.affiliate(entity, with: other)
                }
            }
        }
    }

    /// "the island's mayor", also where it begins a sentence.
    private static func text(of description: Role, _ document: Document) -> String {
        let text = document.string(description.tokens)
        switch document.xpos[description.tokens.lowerBound] {
        case .dt, .prpPossessive: return text.prefix(1).lowercased() + text.dropFirst()
        default: return text
        }
    }

    /// The organisation that an article is about: named in its first sentences, and more often than any other.
    private func focus(of document: Document, _ column: [Entity.ID]) -> Entity.ID? {
        let lead = document.sentences.prefix(4).last?.tokens.upperBound ?? 0
        var counts: [Entity.ID: Int] = [:]
        var early: Set<Entity.ID> = []
        for name in document.entities where name.kind == .organization {
            let id = column[name.tokens.lowerBound]
            guard id >= 0 else { continue }
            counts[id, default: 0] += 1
            if name.tokens.lowerBound < lead { early.insert(id) }
        }
        let most = counts.filter { early.contains($0.key) }.max { ($0.value, -$0.key) < ($1.value, -$1.key) }
        return most.flatMap { best in
            best.value >= 2 && counts.allSatisfy { $0.key == best.key || $0.value < best.value } ? best.key : nil
        }
    }

    /// "is the minister", not "is ready".
    private func isIdentity(_ attribute: Role, _ document: Document) -> Bool {
        [.noun, .propn].contains(document.upos[attribute.head]) && attribute.marker.isEmpty
    }
}
