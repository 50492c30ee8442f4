import Articles
import Facts
import Language
import Questions

/// Articles that are loaded, and a conversation about them.
///
///     var session = try Session()
///     session.load(article)
///     let reply = session.ask("what does Russia demand")
public struct Session: Sendable {
    /// The loaded articles, in order; an article's number is its index plus 1.
    public private(set) var articles: [LoadedArticle] = []
    /// The question shapes, for completion.
    public var grammar: QuestionGrammar { parser.grammar }
    /// Facts of all articles.
    public var factCount: Int { store.facts.count }
    /// The facts and entities of all articles.
    public private(set) var store: FactStore
    private let analyzer: Analyzer
    private let parser: QuestionParser
    private let contentWords: ContentWords
    private var conversation = Conversation()

    /// - Throws: where the weights or the grammar that are built in cannot be read.
    public init() throws {
        let lexicon = try Lexicon.embedded()
        analyzer = try Analyzer()
        store = FactStore(lexicon: lexicon)
        parser = QuestionParser(grammar: try QuestionGrammar.embedded(), lexicon: lexicon)
        contentWords = ContentWords(lexicon: lexicon)
    }

    /// Analyses an article and adds it.
    @discardableResult
    public mutating func load(_ article: Article) -> LoadedArticle {
        add(analysis(article))
    }

    /// Analyses an article without adding it; several threads may do so at once.
    public var analysis: @Sendable (Article) -> ArticleReading {
        let (analyzer, reader) = (analyzer, store.reader)
        return { article in reader.reading(of: article, document: analyzer.analyze(article)) }
    }

    /// Adds an article that was analysed before.
    @discardableResult
    public mutating func add(_ reading: ArticleReading) -> LoadedArticle {
        store.add(reading)
        let loaded = LoadedArticle(number: store.articles.count, stored: store.articles[store.articles.count - 1])
        articles.append(loaded)
        return loaded
    }

    /// Puts other articles in place of those that are loaded. What is kept of the old ones is not analysed again.
    ///
    /// - Parameter articles: The articles that there are to be, in order: old ones by their numbers, new ones as they were read.
    public mutating func replaceArticles(by articles: [Replacement]) {
        var next = FactStore(lexicon: store.lexicon)
        for article in articles {
            switch article {
            case .old(let number): next.add(store.reading(ofStored: number - 1))
            case .new(let reading): next.add(reading)
            }
        }
        replaceStore(by: next)
    }

    /// Takes another store, such as that of a saved session, in place of what is loaded.
    public mutating func replaceStore(by store: FactStore) {
        self.store = store
        articles = store.articles.enumerated().map { LoadedArticle(number: $0 + 1, stored: $1) }
        conversation = Conversation()
    }

    public enum Replacement: Sendable {
        case old(number: Int)
        case new(ArticleReading)
    }

    /// Answers a question; follow-ups ("and Ukraine?") look back to the last one.
    public mutating func ask(_ line: String) -> Reply {
        let document = analyzer.analyze(line: Self.withApostrophe(line))
        guard document.count <= QuestionParser.longestQuestion else {
            return Reply(
                question: line, status: .notUnderstood,
                message: "A question has at most \(QuestionParser.longestQuestion) words; this one has \(document.count).")
        }
        switch parser.parse(document, knowing: StoreKnowledge(store: store)) {
        case .misunderstood(let misreading):
            return Reply(
                question: line, status: .notUnderstood, message: "I do not understand this question.",
                misunderstanding: Misunderstanding(
                    range: misreading.range, expected: misreading.expected, suggestions: misreading.suggestions, example: misreading.example))
        case .understood(let parsed):
            return respond(to: parsed, line: line)
        }
    }

    /// "whats" and "whos" are typed for "what's" and "who's".
    private static func withApostrophe(_ line: String) -> String {
        for word in ["what", "who", "where", "when", "how", "why"] where line.lowercased().hasPrefix(word + "s ") {
            return line.prefix(word.count) + "'s " + line.dropFirst(word.count + 2)
        }
        return line
    }

    private mutating func respond(to parsed: Question, line: String) -> Reply {
        guard let question = conversation.completed(parsed) else {
            return Reply(
                question: line, status: .notUnderstood, pattern: parsed.description,
                message: "This goes on from a question, but none was asked before.")
        }
        let responder = Responder(store: store)
        var answers = responder.answers(to: question)
        if question.leavesOutGiven { answers = conversation.new(among: answers) }
        let analyzer = analyzer
        let contentWords = contentWords
        conversation.note(question, answers) { text in
            let document = analyzer.analyze(line: text)
            return Phrase(0..<document.count, of: document, reading: contentWords)
        }
        guard !answers.isEmpty else {
            return Reply(question: line, status: .noAnswer, pattern: question.description, message: silence(question, responder))
        }
        return Reply(question: line, status: .answered, pattern: question.description, answers: answers)
    }

    /// Why there is no answer.
    private func silence(_ question: Question, _ responder: Responder) -> String {
        if store.articles.isEmpty { return "Nothing found: no article is loaded." }
        let articles = store.articles.count == 1 ? "this article" : "these articles"
        if let name = responder.unknownNames(of: question).first { return "Nothing found: \(articles) do\(store.articles.count == 1 ? "es" : "") not name \(name)." }
        return "Nothing found: \(articles) do\(store.articles.count == 1 ? "es" : "") not say."
    }
}

/// An article of a session with its analysis.
public struct LoadedArticle: Sendable {
    /// From 1.
    public let number: Int
    let stored: StoredArticle

    public var article: Article { stored.article }
    /// The analysis; unpacked when it is first wanted.
    public var document: Document { stored.document }
    public var sentenceCount: Int { stored.sentenceCount }
}

/// What the store knows of words, for the parser of questions.
struct StoreKnowledge: WordKnowledge {
    let store: FactStore

    func isName(_ words: [String]) -> Bool {
        let name = EntityTable.alias(words.joined(separator: " "))
        if !store.entities.entities(named: name).isEmpty || store.lexicon.names.group(of: name) != nil { return true }
        let parts = words.filter { $0 != "the" }
        guard let first = parts.first else { return false }
        return store.entities.entities(withNameWord: first).contains { id in
            let entity = store.entities[id]
            return entity.kind == .person && entity.aliases.contains { PhraseResolver.isPart(parts, of: $0, kind: .person) }
        }
    }

    func isPredicate(_ lemma: String) -> Bool { store.hasPredicate(lemma) }
}
