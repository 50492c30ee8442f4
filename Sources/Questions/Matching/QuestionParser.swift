import Facts
import Language

/// What the parser asks about words: which names and predicates the articles have.
public protocol WordKnowledge {
    /// Whether these lower-cased words are a name of the articles, whole or in part.
    func isName(_ words: [String]) -> Bool
    /// Whether the articles have a fact with this predicate.
    func isPredicate(_ lemma: String) -> Bool
}

/// Parses questions by the shapes of a grammar. All wordings are tried; the best match wins, the earlier shape on a tie.
///
/// Each wording is a small automaton; the best path is found by dynamic programming over positions and states, so the time is
/// polynomial: wordings times states times words squared.
public struct QuestionParser: Sendable {
    /// The most words a question may have.
    public static let longestQuestion = 120

    public let grammar: QuestionGrammar
    let lexicon: Lexicon
    private let contentWords: ContentWords

    public init(grammar: QuestionGrammar, lexicon: Lexicon) {
        self.grammar = grammar
        self.lexicon = lexicon
        contentWords = ContentWords(lexicon: lexicon)
    }

    public enum Result: Sendable, Equatable {
        case understood(Question)
        case misunderstood(Misreading)
    }

    /// Where a question stopped to make sense.
    public struct Misreading: Sendable, Equatable {
        /// UTF-8 byte range of the first word that fits no shape; empty at the end.
        public var range: Range<Int>
        /// What could stand there.
        public var expected: [String]
        /// Words of the grammar that are nearly the same.
        public var suggestions: [String]
        /// An example of the shape that came furthest.
        public var example: String?
    }

    /// Parses an analysed question.
    ///
    /// - Parameter question: the question as one sentence (`Analyzer.analyze(line:)`).
    public func parse(_ question: Document, knowing knowledge: some WordKnowledge) -> Result {
        var end = question.count
        while end > 0, question.upos[end - 1] == .punct, !QuotationMarks.contains(question.norm(end - 1)) { end -= 1 }
        let matcher = Matcher(question: question, lexicon: lexicon, knowledge: knowledge)
        var best: (match: Match, shape: Shape, source: Range<Int>?)?
        var furthest = Reach()
        for (range, source) in spans(0..<end, matcher) {
            for shape in grammar.shapes {
                for wording in shape.wordings {
                    guard var match = matcher.match(wording, in: range, reach: &furthest, shape: shape) else { continue }
                    if source != nil { match.score += 3 }
                    if match.score > (best?.match.score ?? -.infinity) { best = (match, shape, source) }
                }
            }
        }
        guard let best else { return .misunderstood(misreading(furthest, question, end: end)) }
        return .understood(interpretation(best.match, best.shape, source: best.source, of: question))
    }

    /// The question itself, and what is left of it where a filter stands at one end.
    private func spans(_ whole: Range<Int>, _ matcher: Matcher<some WordKnowledge>) -> [(Range<Int>, source: Range<Int>?)] {
        var spans: [(Range<Int>, source: Range<Int>?)] = [(whole, nil)]
        for filter in grammar.filters {
            for cut in whole.dropFirst(2) {
                var ignored = Reach()
                if let match = matcher.match(filter, in: matcher.trimmed(whole.lowerBound..<cut), reach: &ignored, shape: nil),
                    cut < whole.upperBound, matcher.isBoundary(cut)
                {
                    spans.append((matcher.trimmed(cut..<whole.upperBound), match.bindings["E"]))
                }
                if let match = matcher.match(filter, in: matcher.trimmed(cut..<whole.upperBound), reach: &ignored, shape: nil) {
                    spans.append((matcher.trimmed(whole.lowerBound..<cut), match.bindings["E"]))
                }
            }
        }
        return spans
    }

    // MARK: Meaning

    private func interpretation(_ match: Match, _ shape: Shape, source: Range<Int>?, of document: Document) -> Question {
        var arguments: [Argument] = []
        for argument in shape.meaning.arguments {
            let filling: Argument.Filling
            switch argument.filling {
            case .hole(let kind):
                filling = .hole(kind: kind, noun: match.bindings["N"].map { Phrase($0, of: document, reading: contentWords) })
            case .name(let slot):
                guard let range = match.bindings[slot], !range.isEmpty else { continue }
                filling = .name(Phrase(range, of: document, reading: contentWords))
            case .words(let slot):
                guard let range = match.bindings[slot], !range.isEmpty else { continue }
                let phrase = Phrase(range, of: document, reading: contentWords)
                guard !phrase.words.isEmpty else { continue }
                filling = .words(phrase)
            }
            arguments.append(Argument(label: argument.label, slots: argument.slots, filling: filling))
        }
        var question = Question(
            shape: shape.name, use: shape.use, predicate: predicate(shape.meaning.predicate, verb: match.verb), arguments: arguments,
            source: source.map { Phrase($0, of: document, reading: contentWords) })
        question.isNegated = match.isNegated
        question.asksForName = (0..<min(document.count, 3)).contains { ["who", "whom"].contains(document.norm($0)) }
        question.modality = document.count > 0 ? Self.modality(ofAuxiliary: document.norm(0)) : .asserted
        question.leavesOutGiven = (0..<document.count).contains { document.norm($0) == "else" }
        return question
    }

    private static func modality(ofAuxiliary norm: String) -> Modality {
        switch norm {
        case "will", "shall": .planned
        case "would": .conditional
        case "can", "could", "may", "might": .possible
        case "must", "should": .demanded
        default: .asserted
        }
    }

    private func predicate(_ predicate: Meaning.Predicate, verb: String?) -> Predicate {
        switch predicate {
        case .matched:
            guard let verb else { return .any }
            if verb == "be" { return .be }
            let classes = lexicon.verbs.frame(ofVerb: verb)?.classes ?? lexicon.verbs.frame(ofAdjective: verb)?.classes ?? []
            return .verb(verb, classes)
        case .named(let name):
            return .verb(name, lexicon.verbs.id(named: name).map { [$0] } ?? lexicon.verbs.frame(ofVerb: name)?.classes ?? [])
        case .be: return .be
        case .any: return .any
        }
    }

    // MARK: Misunderstanding

    private func misreading(_ reach: Reach, _ document: Document, end: Int) -> Misreading {
        let token = min(reach.position, max(document.count - 1, 0))
        let range =
            reach.position < end
            ? Int(document.starts[token])..<Int(document.ends[token]) : document.text.count..<document.text.count
        let word = reach.position < end ? document.norm(token) : ""
        return Misreading(
            range: range, expected: reach.expected, suggestions: NearWords.near(word, among: reach.words.sorted()),
            example: reach.shape?.examples.first?.question)
    }
}
