import Facts

/// Reads the beginning of a question word by word, without analysing it: fast enough to run at every key.
///
///     reader.read(["what", "does"], knowing: names).expected   // a name, "the" ...
///
/// The words of names and verbs are those that the knowledge tells; what no wording begins with reads as far as it can.
public struct PrefixReader: Sendable {
    private let grammar: QuestionGrammar
    private let verbs: VerbClasses

    public init(grammar: QuestionGrammar, lexicon: Lexicon) {
        self.grammar = grammar
        verbs = lexicon.verbs
    }

    /// - Parameter words: lower-cased, as `words(of:)` parts them.
    public func read(_ words: some RandomAccessCollection<String>, knowing knowledge: some PrefixKnowledge)
        -> PrefixReading
    {
        let words = Array(words)
        let taking = words.indices.map { Word(words[$0], isVerb: verbs, knowledge) }
        var reading = PrefixReading()
        var bestScore = -Double.infinity
        var found: [(score: Double, expectation: PrefixReading.Expectation)] = []
        for shape in grammar.shapes {
            for wording in shape.wordings {
                let chart = Chart(wording, words, taking, verbs, knowledge)
                for state in wording.states.indices {
                    guard let step = chart.steps[words.count * chart.width + state] else { continue }
                    let path = chart.path(to: state)
                    if step.score > bestScore {
                        bestScore = step.score
                        reading.parts = path.parts
                        reading.reached = words.count
                    }
                    for edge in wording.states[state] {
                        for kind in Self.expectations(of: edge.label, in: shape) {
                            found.append(
                                (
                                    step.score,
                                    PrefixReading.Expectation(
                                        kind: kind, name: path.name, verb: path.verb, shape: shape.name)
                                ))
                        }
                    }
                }
                if bestScore == -.infinity { chart.furthest(into: &reading) }
            }
        }
        // What only a far-fetched reading expects is no help.
        for entry in found.sorted(by: { $0.score > $1.score }) where entry.score >= bestScore - 1.5 {
            if !reading.expected.contains(entry.expectation) { reading.expected.append(entry.expectation) }
        }
        return reading
    }

    private static func expectations(of label: Wording.Label, in shape: Shape) -> [PrefixReading.Expectation.Kind] {
        switch label {
        case .empty: []
        case .words(let words): words.sorted().map { .word($0) }
        case .slot("E"): [.name(answers: shape.meaning.arguments.contains(where: isHeldByAgent))]
        case .slot("E2"): [.name(answers: false)]
        case .slot("T"): [.topic]
        case .slot("N"): [.kind]
        case .slot: [.clause]
        case .verb(let name, let form):
            [.verb(class: name, form: form == .participle ? .participle : form == .gerund ? .gerund : .any)]
        case .noun: [.stance]
        case .adjective, .filter: []
        }
    }

    /// Whether E is who says or does it.
    private static func isHeldByAgent(_ argument: Meaning.Argument) -> Bool {
        argument.filling == .name(slot: "E") && argument.slots.contains { $0 == .role(.agent) || $0 == .subject }
    }

    /// The words of a line with their places, parted as questions are: "didn't" is two words, "who's" is two.
    public static func words(of line: String) -> [(text: String, range: Range<String.Index>)] {
        var words: [(text: String, range: Range<String.Index>)] = []
        var start: String.Index?
        func add(_ range: Range<String.Index>) {
            guard !range.isEmpty else { return }
            words.append((line[range].lowercased().map { $0 == "’" ? "'" : String($0) }.joined(), range))
        }
        func close(at end: String.Index) {
            guard let first = start else { return }
            start = nil
            let text = line[first..<end].lowercased()
            for suffix in ["'s", "’s", "n't", "n’t"] where text.count > suffix.count && text.hasSuffix(suffix) {
                let cut = line.index(end, offsetBy: -suffix.count)
                add(first..<cut)
                add(cut..<end)
                return
            }
            add(first..<end)
        }
        for index in line.indices {
            let character = line[index]
            if character.isLetter || character.isNumber || "'’-.".contains(character) && start != nil {
                start = start ?? index
            } else {
                close(at: index)
            }
        }
        close(at: line.endIndex)
        return words
    }
}

/// What a reader asks about the words of a question's beginning.
public protocol PrefixKnowledge {
    /// Whether these lower-cased words are a name of the articles, whole or in part.
    func isName(_ words: [String]) -> Bool
    /// The dictionary form where the articles have this word as a verb: "say" for "said".
    func lemma(ofVerb word: String) -> String?
}

/// How the beginning of a question is understood.
public struct PrefixReading: Sendable, Equatable {
    /// What a word was taken for.
    public enum Part: Sendable, Equatable {
        /// A word of the grammar.
        case word
        case name(isKnown: Bool)
        /// The verb's lemma.
        case verb(String)
        /// Words of a topic or a clause.
        case words
    }

    /// What may follow.
    public struct Expectation: Sendable, Equatable {
        public enum Form: Sendable, Equatable { case any, participle, gerund }

        public enum Kind: Sendable, Equatable {
            case word(String)
            /// A name; `answers` where it is who says or does what is asked for.
            case name(answers: Bool)
            case verb(class: String?, form: Form)
            case topic, clause
            /// "people", "countries" ...
            case kind
            /// "demands", "proposals" ...
            case stance
        }

        public var kind: Kind
        /// The words of the name before, where there is one.
        public var name: [String]
        /// The verb before.
        public var verb: String?
        /// The shape of the grammar that expects it.
        public var shape: String
    }

    /// One a word, as far as the best reading comes.
    public var parts: [Part] = []
    /// Words that were understood.
    public var reached = 0
    /// The best reading's first.
    public var expected: [Expectation] = []
}

/// What a word can be, looked up once.
private struct Word {
    /// The lemma, and whether a class has it; nil for no verb.
    var verb: String?

    init(_ text: String, isVerb verbs: VerbClasses, _ knowledge: some PrefixKnowledge) {
        verb = knowledge.lemma(ofVerb: text) ?? VerbForms.lemmas(of: text) { verbs.frame(ofVerb: $0) != nil }.first
    }
}

/// The ways one wording takes the words.
private struct Chart {
    struct Step {
        var score: Double
        var previous: Int
        var label: Wording.Label
        var verb: String?
        var isKnown = false
    }

    let width: Int
    let words: [String]
    var steps: [Step?]

    init(
        _ wording: Wording, _ words: [String], _ taking: [Word], _ verbs: VerbClasses, _ knowledge: some PrefixKnowledge
    ) {
        width = wording.states.count
        self.words = words
        steps = [Step?](repeating: nil, count: (words.count + 1) * width)
        steps[0] = Step(score: 0, previous: -1, label: .empty)
        for position in 0...words.count {
            for state in 0..<width {
                let here = position * width + state
                guard let step = steps[here] else { continue }
                for edge in wording.states[state] {
                    func go(_ count: Int, _ score: Double, verb: String? = nil, isKnown: Bool = false) {
                        let target = (position + count) * width + edge.target
                        if step.score + score > (steps[target]?.score ?? -.infinity) {
                            steps[target] = Step(
                                score: step.score + score, previous: here, label: edge.label, verb: verb,
                                isKnown: isKnown)
                        }
                    }
                    if case .empty = edge.label { go(0, 0) }
                    guard position < words.count else { continue }
                    switch edge.label {
                    case .empty, .filter: break
                    case .words(let literals):
                        if literals.contains(words[position]) { go(1, 1) }
                    case .verb(let name, _):
                        guard let verb = taking[position].verb else { break }
                        let classes = verbs.frame(ofVerb: verb)?.classes ?? []
                        if let name {
                            if let id = verbs.id(named: name), classes.contains(where: { verbs.isPart($0, of: id) }) {
                                go(1, 1.2, verb: verb)
                            } else if verb == name {
                                go(1, 1.2, verb: verb)
                            }
                        } else {
                            go(1, 0.8, verb: verb)
                        }
                    case .slot("E"), .slot("E2"):
                        for count in 1...min(6, words.count - position) {
                            let isKnown = knowledge.isName(Array(words[position..<position + count]))
                            // No question begins with a name that the articles lack.
                            guard isKnown || position > 0 else { continue }
                            go(count, isKnown ? 0.9 + 0.3 * Double(count) : -0.4 * Double(count), isKnown: isKnown)
                        }
                    case .slot:
                        for count in 1...(words.count - position) { go(count, -0.1 * Double(count)) }
                    case .noun:
                        if verbs.verb(ofNoun: words[position]) != nil
                            || words[position].hasSuffix("s")
                                && verbs.verb(ofNoun: String(words[position].dropLast())) != nil
                        {
                            go(1, 1.2)
                        }
                    case .adjective:
                        if verbs.frame(ofAdjective: words[position]) != nil { go(1, 1.2) }
                    }
                }
            }
        }
    }

    func path(to state: Int, at position: Int? = nil) -> (parts: [PrefixReading.Part], name: [String], verb: String?) {
        var parts: [PrefixReading.Part] = []
        var name: [String] = []
        var verb: String?
        var here = (position ?? words.count) * width + state
        while let step = steps[here], step.previous >= 0 {
            let taken = step.previous / width..<here / width
            switch step.label {
            case .empty, .filter: break
            case .words: parts.append(.word)
            case .verb:
                parts.append(.verb(step.verb ?? ""))
                verb = verb ?? step.verb
            case .slot("E"), .slot("E2"):
                parts += taken.map { _ in .name(isKnown: step.isKnown) }
                name = Array(words[taken])
            case .slot: parts += taken.map { _ in .words }
            case .noun, .adjective: parts.append(.verb(words[taken.lowerBound]))
            }
            here = step.previous
        }
        return (parts.reversed(), name, verb)
    }

    /// Where no wording takes all words: as far as this one comes.
    func furthest(into reading: inout PrefixReading) {
        for position in stride(from: words.count, to: reading.reached, by: -1) {
            let states = (0..<width).filter { steps[position * width + $0] != nil }
            guard
                let best = states.max(by: {
                    (steps[position * width + $0]?.score ?? 0) < (steps[position * width + $1]?.score ?? 0)
                })
            else { continue }
            reading.parts = path(to: best, at: position).parts
            reading.reached = position
            return
        }
    }
}
