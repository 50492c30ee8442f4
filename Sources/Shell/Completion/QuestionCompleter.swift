import Answers
import Facts
import Questions

/// What may follow in a question: words of the grammar, names and verbs of the articles, with how often they have them.
struct QuestionCompleter: Sendable {
    private let reader: PrefixReader
    let index: ArticleIndex
    private let lexicon: Lexicon

    /// Something to put in place of the last words.
    struct Candidate: Equatable {
        var text: String
        /// Facts or places; nil for words of the grammar.
        var count: Int?
        /// Characters of the line's end that it takes the place of.
        var replaced: Int
        /// What is nearer to what was typed has a lower one.
        var rank = 0
    }

    init(_ session: Session) {
        lexicon = session.store.lexicon
        reader = PrefixReader(grammar: session.grammar, lexicon: lexicon)
        index = ArticleIndex(session.store)
    }

    /// How the words of a question's beginning are read.
    func reading(of words: [String]) -> PrefixReading { reader.read(words, knowing: index) }

    /// The likeliest first.
    ///
    /// - Parameter read: How words are read: `reading(of:)`, or what remembers it.
    func candidates(for line: String, reading read: ([String]) -> PrefixReading) -> [Candidate] {
        let words = PrefixReader.words(of: line)
        let isOpen = words.last.map { $0.range.upperBound == line.endIndex } ?? false
        var found: [Candidate] = []
        // A name of several words may be half typed: the longest end of the line that begins something counts.
        for typed in stride(from: isOpen ? min(3, words.count) : 0, through: isOpen ? 1 : 0, by: -1) {
            let start = words.count - typed
            let partial = typed == 0 ? "" : String(line[words[start].range.lowerBound...])
            let reading = read(words[..<start].map(\.text))
            for isNear in [false, true] where found.isEmpty && (!isNear || typed == 1) {
                found = candidates(
                    reading.expected, beginning: partial, after: start > 0 ? words[start - 1].text : nil, isNear: isNear
                )
            }
            if !found.isEmpty { break }
        }
        return found
    }

    private func candidates(
        _ expected: [PrefixReading.Expectation], beginning partial: String, after previous: String?, isNear: Bool
    ) -> [Candidate] {
        let typed = partial.lowercased()
        var words: [Candidate] = []
        var counted: [Candidate] = []
        func fits(_ text: String) -> Bool {
            isNear
                ? text.count > 3 && typed.count > 2 && NearWords.distance(typed, text) == 1
                : text.lowercased().hasPrefix(typed)
        }
        func add(_ text: String, _ count: Int?, rank: Int = 0) {
            let candidate = Candidate(text: text, count: count, replaced: partial.count, rank: rank)
            if count == nil {
                if !words.contains(where: { $0.text == text }) { words.append(candidate) }
            } else if let known = counted.firstIndex(where: { $0.text == text }) {
                counted[known].count = max(counted[known].count ?? 0, count ?? 0)
                counted[known].rank = min(counted[known].rank, rank)
            } else {
                counted.append(candidate)
            }
        }
        var isNameDone = false
        for expectation in expected {
            switch expectation.kind {
            case .word(let word):
                if word.first?.isLetter == true, fits(word), !Self.hidden.contains(word) { add(word, nil) }
            case .name(let answers):
                guard !isNameDone || answers else { continue }
                isNameDone = isNameDone || answers
                for name in index.names where index.name(name, fits: typed, isNear: isNear) {
                    let count = answers ? name.facts : name.mentions
                    if typed.isEmpty, name.kind == .nationality { continue }
                    if count > 0 || !typed.isEmpty { add(name.text, max(count, name.mentions > 0 && !answers ? 1 : 0)) }
                }
            case .verb(let name, let form):
                // "what does" goes on with who does it.
                if expectation.name.isEmpty, form == .any, let previous, Self.auxiliaries.contains(previous) {
                    continue
                }
                for verb in verbs(expectation, class: name, form: form) where fits(verb.text) {
                    add(verb.text, verb.count, rank: verb.rank)
                }
            case .topic:
                for topic in index.topics(of: expectation.name) where fits(topic.text) { add(topic.text, topic.count) }
                if expectation.name.isEmpty {
                    for name in index.names where index.name(name, fits: typed, isNear: isNear) {
                        add(name.text, name.mentions)
                    }
                }
            case .clause:
                guard !typed.isEmpty else { continue }
                for name in index.names where index.name(name, fits: typed, isNear: isNear) {
                    add(name.text, name.mentions)
                }
            case .kind: for kind in Self.kinds where fits(kind) { add(kind, nil) }
            case .stance: for noun in Self.stances where fits(noun) { add(noun, nil) }
            }
        }
        counted.sort { ($1.rank, $0.count ?? 0, $1.text) > ($0.rank, $1.count ?? 0, $0.text) }
        if typed.isEmpty, !counted.isEmpty, let previous, Self.auxiliaries.contains(previous) { return counted }
        // At the very beginning the grammar's order counts; later what the articles have.
        return counted + words
    }

    /// Verbs in the form that stands here: "said" after "who", "say" after "what did she".
    private func verbs(
        _ expectation: PrefixReading.Expectation, class name: String?, form: PrefixReading.Expectation.Form
    ) -> [(text: String, count: Int, rank: Int)] {
        let ofName = expectation.name.isEmpty ? nil : index.verbs(of: expectation.name)
        let id = name.flatMap { lexicon.verbs.id(named: $0) }
        var found: [(text: String, count: Int, rank: Int)] = []
        for (lemma, verb) in index.verbs {
            let count: Int
            if let ofName {
                guard let own = ofName[lemma] else { continue }
                count = own
            } else {
                count = verb.count
            }
            if let name, lemma != name {
                guard let id,
                    lexicon.verbs.frame(ofVerb: lemma)?.classes.contains(where: { lexicon.verbs.isPart($0, of: id) })
                        == true
                else { continue }
            }
            let plain = lemma.split(separator: "_").joined(separator: " ")
            switch form {
            case .participle: if let text = Self.most(verb.participle) { found.append((text, count, 0)) }
            case .gerund: if let text = Self.most(verb.gerund) { found.append((text, count, 0)) }
            case .any:
                if ofName != nil {
                    found.append((plain, count, 0))
                } else if let text = Self.most(verb.past) ?? Self.most(verb.participle) {
                    found.append((text, count, 0))
                }
            }
        }
        guard form == .any, let ofName else { return found }
        // "demand" finds what is wanted, insisted on, called for ...
        var classes: [String: Int] = [:]
        for (lemma, count) in ofName {
            // A question about a class also finds what is near to it.
            let own = lexicon.verbs.frame(ofVerb: lemma)?.classes ?? []
            for reached in Set(own + own.flatMap { lexicon.verbs[$0].near }) {
                classes[lexicon.verbs[reached].name, default: 0] += count
            }
        }
        for (verb, count) in classes
        where lexicon.verbs.frame(ofVerb: verb) != nil && id.map({ $0 == lexicon.verbs.id(named: verb) }) ?? true {
            found.append((verb, count, 1))
        }
        return found
    }

    private static func most(_ forms: [String: Int]) -> String? {
        forms.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }

    private static let auxiliaries: Set<String> = [
        "do", "does", "did", "will", "would", "can", "could", "should", "must", "may", "might",
    ]
    /// Spellings that nobody needs to be offered.
    private static let hidden: Set<String> = ["'s", "n't", "be", "been", "being", "characterise", "characterize"]
    private static let kinds = ["people", "countries", "organizations", "places", "officials", "companies"]
    private static let stances = ["demands", "proposals", "promises", "plans", "threats", "criticisms"]
}
