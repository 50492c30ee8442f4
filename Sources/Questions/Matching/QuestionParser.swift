import Facts
import Language

/// What the parser asks about words: which names, publishers and predicates the articles have.
public protocol WordKnowledge {
    /// Whether these lower-cased words are a name of the articles, whole or in part.
    func isName(_ words: [String]) -> Bool
    /// Whether a name of the articles may begin with this word; asked first, since it is cheap.
    func mayBeginName(_ word: String) -> Bool
    /// Whether these lower-cased words are who published an article.
    func isPublisher(_ words: [String]) -> Bool
    func mayBeginPublisher(_ word: String) -> Bool
    /// Whether the articles have a fact with this predicate.
    func isPredicate(_ lemma: String) -> Bool
    /// Whether the articles have this dictionary form at all.
    func isWord(_ lemma: String) -> Bool
}

extension WordKnowledge {
    public func mayBeginName(_ word: String) -> Bool { true }
    public func isPublisher(_ words: [String]) -> Bool { false }
    public func mayBeginPublisher(_ word: String) -> Bool { false }
    public func isWord(_ lemma: String) -> Bool { false }
}

/// Parses questions by the shapes of a grammar. All wordings are tried at once; the readings are ranked, the earlier shape
/// first on a tie.
///
/// The wordings are one automaton; the best path to each of its states is found token by token (`Search`), so the time is linear
/// in the length of the question.
public struct QuestionParser: Sendable {
    /// The most words a question may have: what is longer is no question, but a text.
    public static let longestQuestion = 250
    /// Readings whose scores differ by less are a tie.
    static let tie = 0.005
    /// Readings that fit less well than the best by more are far-fetched: two content words that a wording names count so much.
    static let plausible = 8.0
    private static let mostReadings = 12

    public let grammar: QuestionGrammar
    let lexicon: Lexicon
    private let contentWords: ContentWords

    public init(grammar: QuestionGrammar, lexicon: Lexicon) {
        self.grammar = grammar
        self.lexicon = lexicon
        contentWords = ContentWords(lexicon: lexicon)
    }

    /// What a question is read as.
    public enum Result: Sendable, Equatable {
        case understood(Question)
        /// Several readings fit as well as each other.
        case ambiguous([Question])
        case misunderstood(Misreading)
    }

    /// One way to understand a question.
    public struct Reading: Sendable, Equatable {
        public var question: Question
        /// How well it fits; only the order has a meaning.
        public var score: Double
        /// What each part was taken for: "said" as a verb.
        public var parts: [Part]

        public struct Part: Sendable, Equatable {
            /// UTF-8 byte range of the question.
            public var range: Range<Int>
            /// "word", "verb say", "E", "filter since".
            public var role: String
        }
    }

    /// Where a question stopped to make sense.
    public struct Misreading: Sendable, Equatable {
        /// UTF-8 byte range of the first word that fits no shape; empty at the end.
        public var range: Range<Int>
        /// What could stand there.
        public var expected: [String]
        /// Words of the grammar that are nearly the same.
        public var suggestions: [String]
        /// An example of the shape that came furthest, and the shape's name.
        public var example: String?
        public var shape: String?
    }

    /// Parses an analysed question.
    ///
    /// - Parameter question: the question as one sentence (`Analyzer.analyze(line:)`).
    public func parse(_ question: Document, knowing knowledge: some WordKnowledge) -> Result {
        let (readings, misreading) = ranked(question, knowing: knowledge)
        return Self.result(readings, misreading)
    }

    static func result(_ readings: [Reading], _ misreading: Misreading) -> Result {
        guard let best = readings.first else { return .misunderstood(misreading) }
        let ties = readings.filter { best.score - $0.score < tie }
        return ties.count > 1 ? .ambiguous(ties.map(\.question)) : .understood(best.question)
    }

    /// All readings of a question, best first, those with the same pattern once; and where it stops to make sense if there are none.
    public func ranked(_ question: Document, knowing knowledge: some WordKnowledge) -> (
        readings: [Reading], misreading: Misreading
    ) {
        var end = question.count
        while end > 0, question.upos[end - 1] == .punct, !QuotationMarks.contains(question.norm(end - 1)) { end -= 1 }
        var tokens = TokenReadings(question, grammar: grammar, lexicon: lexicon, knowledge: knowledge)
        let filters = FilterFinder(question: question, grammar: grammar, readings: tokens).found()
        for (token, found) in filters.enumerated() where !found.isEmpty {
            tokens.filters[token] = found.map(\.span)
            tokens.filterBegins[token] = true
            if token > 0, tokens.isComma[token - 1] { tokens.filterBegins[token - 1] = true }
        }
        var search = Search(grammar.automaton, tokens)
        let accepted = search.run(0..<end)
        var interpreter = Interpretation(
            question: question, grammar: grammar, lexicon: lexicon, contentWords: contentWords, tokens: tokens,
            filters: filters)
        var readings: [Reading] = []
        let best = accepted.first.map { search.nodes[Int($0)].score } ?? 0
        for node in accepted.prefix(Self.mostReadings) where best - search.nodes[Int(node)].score < Self.plausible {
            let reading = interpreter.reading(search.path(to: node), knowing: knowledge)
            if !readings.contains(where: { $0.question.asksFor(sameAs: reading.question) }) {
                readings.append(reading)
            }
        }
        return (
            readings,
            readings.isEmpty
                ? misreading(search, question, end: end) : Misreading(range: 0..<0, expected: [], suggestions: [])
        )
    }

    // MARK: Misunderstanding

    private func misreading(_ search: Search, _ document: Document, end: Int) -> Misreading {
        let automaton = grammar.automaton
        let position = search.furthest
        let range =
            position < end
            ? Int(document.starts[position])..<Int(document.ends[position]) : document.text.count..<document.text.count
        let word = position < end ? document.norm(position) : ""
        var expectations = Expectations()
        // In the order of the grammar's shapes.
        for state in search.furthestStates.sorted() {
            expectations.note(automaton.edges(of: state), automaton, filters: grammar.filters)
        }
        // The shape that was come to with the best score; of several the first.
        let wording = search.furthestStates.filter { automaton.wordingOfState[Int($0)] >= 0 }
            .min { (-(search.furthestScores[$0] ?? 0), $0) < (-(search.furthestScores[$1] ?? 0), $1) }
            .map { automaton.wordingOfState[Int($0)] }
        let shape = wording.map { grammar.shapes[automaton.ownerOfWording[Int($0)]] } ?? grammar.shapes.first
        return Misreading(
            range: range, expected: expectations.expected, suggestions: NearWords.near(word, among: expectations.words),
            example: shape?.examples.first?.question, shape: shape?.name)
    }
}
