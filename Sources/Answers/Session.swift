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
    /// The files of `grammar/` that are in use.
    public private(set) var language: QuestionLanguage
    /// The question shapes, for completion.
    public var grammar: QuestionGrammar { language.grammar }
    /// Facts of all articles.
    public var factCount: Int { store.facts.count }
    /// The facts and entities of all articles.
    public private(set) var store: FactStore
    private let analyzer: Analyzer
    private var reader: QuestionReader
    private var contentWords: ContentWords
    /// Of this store.
    private var memory = StoreMemory()
    private var conversation = Conversation()
    /// The readings of the last question, where it was ambiguous.
    private var choices: [Question] = []

    /// - Parameters:
    ///   - language: nil for the files that are built in.
    ///   - analyzer: nil for a new one.
    /// - Throws: where the weights or the grammar that are built in cannot be read.
    public init(language: QuestionLanguage? = nil, analyzer: Analyzer? = nil) throws {
        let language = try language ?? QuestionLanguage.embedded()
        self.language = language
        self.analyzer = try analyzer ?? Analyzer()
        store = FactStore(lexicon: language.lexicon)
        reader = QuestionReader(language: language)
        contentWords = ContentWords(lexicon: language.lexicon)
    }

    /// Takes other files of `grammar/`. The facts are extracted anew, since verb classes and names may be others.
    public mutating func use(_ language: QuestionLanguage) {
        self.language = language
        reader = QuestionReader(language: language)
        contentWords = ContentWords(lexicon: language.lexicon)
        var store = FactStore(lexicon: language.lexicon)
        for loaded in articles { store.add(store.reader.reading(of: loaded.article, document: loaded.document)) }
        replaceStore(by: store)
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

    /// The same, and nil for an article whose analysis was stopped.
    ///
    /// - Parameter isStopped: Asked often, by each thread that analyses.
    public func analysis(unless isStopped: @escaping @Sendable () -> Bool) -> @Sendable (Article) -> ArticleReading? {
        let (analyzer, reader) = (analyzer, store.reader)
        return { article in
            analyzer.analyze(article, unless: isStopped).map { reader.reading(of: article, document: $0) }
        }
    }

    /// Adds an article that was analysed before.
    @discardableResult
    public mutating func add(_ reading: ArticleReading) -> LoadedArticle {
        store.add(reading)
        memory = StoreMemory()
        let loaded = LoadedArticle(number: store.articles.count, stored: store.articles[store.articles.count - 1])
        articles.append(loaded)
        return loaded
    }

    /// Takes no more memory than it needs; for the end of loading.
    public mutating func settle() { store.settle() }

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
        memory = StoreMemory()
        articles = store.articles.enumerated().map { LoadedArticle(number: $0 + 1, stored: $1) }
        conversation = Conversation()
    }

    public enum Replacement: Sendable {
        case old(number: Int)
        case new(ArticleReading)
    }

    /// Answers a question; follow-ups ("and Ukraine?") look back to the last one.
    ///
    /// - Parameter isInterrupted: Whether whoever asked wants no more; called often while the articles are gone through. What was
    ///   found until then is the reply, which is not complete.
    public mutating func ask(_ line: String, isInterrupted: (@Sendable () -> Bool)? = nil) -> Reply {
        let interruption = isInterrupted.map(Interruption.init)
        var reply = reply(to: line, interruption)
        reply.isComplete = interruption?.hasStopped != true
        return reply
    }

    private mutating func reply(to line: String, _ interruption: Interruption?) -> Reply {
        if let number = Int(line), choices.indices.contains(number - 1) {
            return respond(to: choices[number - 1], line: line, interruption)
        }
        if let refusal = refusal(of: line) { return refusal }
        let outcome = read(line)
        choices = []
        switch outcome.result {
        case .misunderstood(let misreading):
            return Reply(
                question: line, status: .notUnderstood, message: "I do not understand this question.",
                misunderstanding: misunderstanding(misreading, outcome, line))
        case .ambiguous(let questions):
            choices = questions
            return Reply(
                question: line, status: .ambiguous,
                message: "This can be read in \(questions.count) ways; type the number of one.",
                readings: questions.map(\.description))
        case .understood(let parsed):
            return respond(to: parsed, line: line, read: outcome.corrections.map(\.read), interruption)
        }
    }

    /// How a line is read as a question, without answering it; nil for a line that is too long.
    public func reading(of line: String) -> QuestionReader.Outcome? { refusal(of: line) == nil ? read(line) : nil }

    /// Questions of one kind each, no more than so many: such as the loaded articles answer, with open places ("...") where none is.
    public func examples(limit: Int) -> [String] { exampleQuestions.examples(limit: limit) }

    private var exampleQuestions: ExampleQuestions {
        let session = self
        return ExampleQuestions(store: store, grammar: grammar) { line in
            guard case .understood(let question) = session.read(line).result, !question.use.isFollowUp else {
                return false
            }
            // One answer is enough: the search may stop at the first matches.
            let hurry = Interruption { true }
            if !Responder(store: session.store, memory: session.memory, interruption: hurry).answers(to: question)
                .isEmpty
            {
                return true
            }
            return hurry.hasStopped
                && !Responder(store: session.store, memory: session.memory).answers(to: question).isEmpty
        }
    }

    /// Whether a line goes on from the last question: "why", "count".
    public func isFollowUp(_ line: String) -> Bool {
        guard let outcome = reading(of: line), case .understood(let question) = outcome.result else { return false }
        return question.use.isFollowUp && outcome.corrections.isEmpty
    }

    /// Whether a line asks for the other answers to the last question: "more".
    public func asksForMore(_ line: String) -> Bool {
        // Nothing that long asks for no more than more.
        guard line.utf8.count < 30, case .understood(let question)? = reading(of: line)?.result else { return false }
        return question.use == .more
    }

    private func read(_ line: String) -> QuestionReader.Outcome {
        reader.read(line, knowing: StoreKnowledge(store: store)) { analyzer.analyze(line: $0) }
    }

    /// How words were read that were spelt otherwise, and of whom nothing is told where several are compared.
    private func note(on question: Question, _ answers: [Answer], read corrections: [String], _ responder: Responder)
        -> String?
    {
        let silent = question.use == .positions ? responder.silent(in: question, answers) : []
        let spellings = NameSuggestions(store: store).spellings(in: question, resolver: responder.resolver)
        let read = corrections + spellings.filter { !corrections.contains($0) }
        let notes = [
            read.isEmpty ? nil : "read: " + read.joined(separator: ", "),
            silent.isEmpty ? nil : "nothing here from " + silent.joined(separator: ", "),
        ]
        let told = notes.compactMap { $0 }
        return told.isEmpty ? nil : told.joined(separator: "; ")
    }

    /// What is longer than a question can be is not analysed.
    private func refusal(of line: String) -> Reply? {
        let count = line.utf8.split(whereSeparator: { $0 == 32 || $0 == 9 }).count
        guard count > QuestionParser.longestQuestion else { return nil }
        return Reply(
            question: line, status: .notUnderstood,
            message: "A question has at most \(QuestionParser.longestQuestion) words; this one has \(count).")
    }

    private func misunderstanding(
        _ misreading: QuestionParser.Misreading, _ outcome: QuestionReader.Outcome, _ line: String
    ) -> Misunderstanding {
        var suggestions = misreading.suggestions
        if misreading.range.upperBound <= outcome.line.utf8.count, !misreading.range.isEmpty {
            let word = String(decoding: Array(outcome.line.utf8)[misreading.range], as: UTF8.self)
            suggestions += NameSuggestions(store: store).near(word).filter { !suggestions.contains($0) }
        }
        // What was written out may have moved the place.
        let shift = line.utf8.count - outcome.line.utf8.count
        let range =
            shift == 0
            ? misreading.range
            : max(0, misreading.range.lowerBound + shift)..<max(0, misreading.range.upperBound + shift)
        return Misunderstanding(
            range: range, expected: misreading.expected, suggestions: Array(suggestions.prefix(4)),
            example: exampleQuestions.example(of: misreading.shape) ?? misreading.example)
    }

    /// - Parameter corrections: Words that were read for mistyped ones.
    private mutating func respond(
        to parsed: Question, line: String, read corrections: [String] = [], _ interruption: Interruption?
    ) -> Reply {
        conversation.grammar = grammar
        let (analyzer, contentWords) = (analyzer, contentWords)
        let responder = Responder(store: store, memory: memory, interruption: interruption)
        let completed = conversation.completed(
            parsed, knowing: StoreKnowledge(store: store),
            traits: TraitsReader(store: store, resolver: responder.resolver, memory: memory)
        ) { text in
            let document = analyzer.analyze(line: text)
            return Phrase(0..<document.count, of: document, reading: contentWords)
        }
        guard let question = completed?.question else {
            return Reply(
                question: line, status: .notUnderstood, pattern: parsed.description,
                message: "This goes on from a question, but none was asked before.")
        }
        let unknown = completed?.unknown
        if let unknown, unknown.reference.isPerson {
            return Reply(
                question: line, status: .noAnswer, pattern: question.description,
                message: Silence.message(forUnknown: unknown.word, unknown.reference))
        }
        var answers = responder.answers(to: question)
        if question.leavesOutGiven { answers = conversation.new(among: answers) }
        if parsed.use == .more { answers = conversation.new(among: responder.weakerAnswers(to: question)) }
        // What was counted already is counted no more.
        if parsed.use == .againCount, answers.first?.kind != .count { answers = Tally.answers(counting: answers) }
        conversation.note(question, answers, goesOn: parsed.use == .more)
        guard !answers.isEmpty else {
            if interruption?.hasStopped == true {
                return Reply(
                    question: line, status: .noAnswer, pattern: question.description,
                    message: "Nothing found before this was stopped.")
            }
            let silence =
                parsed.use == .more || parsed.leavesOutGiven
                ? "Nothing found: there is nothing else."
                : unknown.map { Silence.message(forUnknown: $0.word, $0.reference) }
                    ?? Silence(store: store, resolver: responder.resolver).message(for: question)
            return Reply(
                question: line, status: .noAnswer, pattern: question.description,
                message: corrections.isEmpty ? silence : "\(silence) (read: \(corrections.joined(separator: ", ")))")
        }
        return Reply(
            question: line, status: .answered, pattern: question.description, answers: answers,
            message: note(on: question, answers, read: corrections, responder))
    }
}

/// An article of a session with its analysis.
public struct LoadedArticle: Sendable {
    /// From 1.
    public let number: Int
    let stored: StoredArticle

    public var article: Article { stored.article }
    /// The analysis; unpacked when it is first wanted.
    public var document: Document { stored.document.columns }
    public var sentenceCount: Int { stored.sentenceCount }
}
