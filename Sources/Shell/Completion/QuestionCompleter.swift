import Answers
import Facts
import Questions

/// What may follow in a question: words of the grammar, names and verbs of the articles, with how often they have them.
struct QuestionCompleter: Sendable {
    private let reader: PrefixReader
    let index: ArticleIndex
    private let lexicon: Lexicon
    /// How many examples of the grammar begin with one or two words.
    private let openings: [String: Int]

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
        var openings: [String: Int] = [:]
        for example in session.grammar.examples {
            let words = PrefixReader.words(of: example.question).map(\.text)
            for count in 1...2 where words.count >= count {
                openings[words[..<count].joined(separator: " "), default: 0] += 1
            }
        }
        self.openings = openings
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
            let before = words[..<start].map(\.text)
            for isNear in [false, true] where found.isEmpty && (!isNear || typed == 1) {
                found = candidates(reading.expected, beginning: partial, after: before, isNear: isNear)
            }
            if !found.isEmpty { break }
        }
        return found
    }

    /// What may follow, kind by kind.
    private struct Found {
        var verbs: [Candidate] = []
        var topics: [Candidate] = []
        var kinds: [Candidate] = []
        var words: [Candidate] = []
        var names: [Candidate] = []
        /// Names where any words may stand.
        var clauseNames: [Candidate] = []
    }

    private func candidates(
        _ expected: [PrefixReading.Expectation], beginning partial: String, after before: [String], isNear: Bool
    ) -> [Candidate] {
        let typed = partial.lowercased()
        let previous = before.last ?? ""
        var found = Found()
        func fits(_ text: String) -> Bool {
            isNear
                ? text.count > 3 && typed.count > 2 && NearWords.distance(typed, text) == 1
                : text.lowercased().hasPrefix(typed)
        }
        func add(_ text: String, _ count: Int?, rank: Int = 0, to kind: WritableKeyPath<Found, [Candidate]>) {
            if let known = found[keyPath: kind].firstIndex(where: { $0.text == text }) {
                found[keyPath: kind][known].rank = min(found[keyPath: kind][known].rank, rank)
                if let count {
                    found[keyPath: kind][known].count = max(found[keyPath: kind][known].count ?? 0, count)
                }
            } else {
                found[keyPath: kind].append(Candidate(text: text, count: count, replaced: partial.count, rank: rank))
            }
        }
        if Self.determiners.contains(previous) {
            // "who is the": what somebody is; elsewhere a thing that the articles speak of.
            let isIdentity = before.dropLast().last.map(Self.copulas.contains) ?? false
            if isIdentity { for role in index.roles where fits(role.text) { add(role.text, role.count, to: \.topics) } }
            if !isIdentity, !typed.isEmpty {
                for noun in index.nouns where fits(noun.text) { add(noun.text, noun.count, to: \.topics) }
            }
            return Self.sorted(found.topics)
        }
        if before.suffix(2) == ["according", "to"] {
            for name in index.names where index.name(name, fits: typed, isNear: isNear) && name.facts > 0 {
                add(name.text, name.facts, to: \.names)
            }
        }
        var isNameDone = false
        for expectation in expected {
            switch expectation.kind {
            case .word(let word):
                if word.first?.isLetter == true, fits(word), !lexicon.words[.questionHidden].contains(word) {
                    add(word, nil, to: \.words)
                }
            case .name(let answers):
                guard !isNameDone || answers else { continue }
                isNameDone = isNameDone || answers
                for name in index.names where index.name(name, fits: typed, isNear: isNear) {
                    let count = answers ? name.facts : name.mentions
                    if typed.isEmpty, name.kind == .nationality { continue }
                    if count > 0 || !typed.isEmpty {
                        add(name.text, max(count, name.mentions > 0 && !answers ? 1 : 0), to: \.names)
                    }
                }
            case .verb(let name, let form):
                // "what does" goes on with who does it.
                if expectation.name.isEmpty, form == .any, lexicon.words[.questionAuxiliary].contains(previous) {
                    continue
                }
                for verb in verbs(expectation, class: name, form: form) where fits(verb.text) {
                    add(verb.text, verb.count, rank: verb.rank, to: \.verbs)
                }
            case .topic:
                for topic in index.topics(of: expectation.name) where fits(topic.text) {
                    add(topic.text, topic.count, to: \.topics)
                }
                if expectation.name.isEmpty {
                    for name in index.names where index.name(name, fits: typed, isNear: isNear) {
                        add(name.text, name.mentions, to: \.names)
                    }
                }
            case .clause:
                guard !typed.isEmpty else { continue }
                for name in index.names where index.name(name, fits: typed, isNear: isNear) {
                    add(name.text, name.mentions, to: \.clauseNames)
                }
            case .kind: for kind in Self.kinds where fits(kind) { add(kind, nil, to: \.kinds) }
            case .stance: for noun in Self.stances where fits(noun) { add(noun, nil, to: \.kinds) }
            }
        }
        return ordered(found, after: before, isEmpty: typed.isEmpty)
    }

    /// The likeliest kind first: that depends on the word before.
    private func ordered(_ found: Found, after before: [String], isEmpty: Bool) -> [Candidate] {
        let previous = before.last ?? ""
        let (names, verbs, topics) = (Self.sorted(found.names), Self.sorted(found.verbs), Self.sorted(found.topics))
        let ranked = found.words.map { (count: openings(before, $0.text), word: $0) }
        let words = ranked.sorted { $1.count < $0.count }.map(\.word)
        let kinds = found.kinds
        var groups =
            lexicon.words[.questionKindWord].contains(previous)
            ? [verbs, topics, kinds, words, names] : [verbs, topics, words, names, kinds]
        if before.isEmpty || before.count == 1 && lexicon.words[.questionWord].contains(previous) {
            groups =
                lexicon.words[.questionKindWord].contains(previous)
                ? [kinds, words, verbs, topics, names] : [words, verbs, topics, names, kinds]
        } else if lexicon.words[.questionAuxiliary].contains(previous)
            || lexicon.words[.questionPreposition].contains(previous)
            || Self.copulas.contains(previous)
        {
            groups = [verbs, topics, names, kinds, words]
            // "what does" goes on with a name or not at all.
            if isEmpty, lexicon.words[.questionAuxiliary].contains(previous),
                groups.dropLast().contains(where: { !$0.isEmpty })
            {
                groups.removeLast()
            }
        }
        var seen: Set<String> = []
        return (groups + [Self.sorted(found.clauseNames)]).joined().filter { seen.insert($0.text).inserted }
    }

    /// How many examples of the grammar begin with these words.
    private func openings(_ before: [String], _ word: String) -> Int {
        openings[(before + [word]).joined(separator: " ")] ?? 0
    }

    /// The nearest first, then the most frequent.
    private static func sorted(_ candidates: [Candidate]) -> [Candidate] {
        candidates.sorted { ($1.rank, $0.count ?? 0, $1.text) > ($0.rank, $1.count ?? 0, $0.text) }
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
        // "demand" finds what is insisted on, called for ...
        var classes: [String: Int] = [:]
        for (lemma, count) in ofName {
            for reached in Set(lexicon.verbs.frame(ofVerb: lemma)?.classes ?? []) {
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

    private static let determiners: Set<String> = ["the", "a", "an"]
    private static let copulas: Set<String> = ["is", "are", "was", "were", "'s"]
    private static let kinds = ["people", "countries", "organizations", "places", "officials", "companies"]
    private static let stances = ["demands", "proposals", "promises", "plans", "threats", "criticisms"]
}
