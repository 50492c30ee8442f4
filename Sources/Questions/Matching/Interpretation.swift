import Facts
import Language

/// Makes a question out of a path through the grammar.
struct Interpretation {
    let question: Document
    let grammar: QuestionGrammar
    let lexicon: Lexicon
    let tokens: TokenReadings
    let filters: [[FilterFinder.Found]]
    private var phrases: PhraseMaker

    init(
        question: Document, grammar: QuestionGrammar, lexicon: Lexicon, contentWords: ContentWords,
        tokens: TokenReadings,
        filters: [[FilterFinder.Found]]
    ) {
        self.question = question
        self.grammar = grammar
        self.lexicon = lexicon
        self.tokens = tokens
        phrases = PhraseMaker(
            question: question, words: tokens.vocabulary, contentWords: contentWords, names: lexicon.names)
        self.filters = filters
    }

    /// What the steps of a path took.
    private struct Taken {
        var slots: [String: Range<Int>] = [:]
        var verb: String?
        var literalVerb: String?
        var isNegated = false
        var asksForName = false
        var modality = 0
        var leavesOutGiven = false
        var source: Phrase?
        /// "but not about tolls": what must not be there.
        var excluded: [Phrase] = []
        var filters = QuestionFilters()
        var parts: [QuestionParser.Reading.Part] = []
    }

    mutating func reading(_ path: [Search.Node], knowing knowledge: some WordKnowledge) -> QuestionParser.Reading {
        var taken = Taken()
        for node in path where node.edge != -1 { take(node, &taken) }
        let last = path[path.count - 1]
        let shape = grammar.shapes[
            grammar.automaton.ownerOfWording[Int(grammar.automaton.acceptedWording[Int(last.state)])]]
        var result = Question(
            shape: shape.name, use: shape.use,
            predicate: predicate(shape.meaning.predicate, verb: taken.verb ?? taken.literalVerb),
            arguments: shape.meaning.arguments.flatMap { arguments($0, taken, knowledge) }, source: taken.source)
        result.arguments += taken.excluded.map { excluded in
            var topic = Argument(label: "topic", slots: [.other], filling: .words(excluded))
            topic.isExcluded = true
            return topic
        }
        result.isNegated = taken.isNegated
        result.isFollowedByAny = shape.isFollowedByAny
        result.asksForName = taken.asksForName
        result.leavesOutGiven = taken.leavesOutGiven
        result.filters = taken.filters
        result.modality =
            switch taken.modality {
            case 1: .planned
            case 2: .conditional
            case 3: .possible
            case 4: .demanded
            default: .asserted
            }
        return QuestionParser.Reading(question: result, score: last.score, parts: taken.parts)
    }

    private mutating func take(_ node: Search.Node, _ taken: inout Taken) {
        let range = Int(node.start)..<Int(node.end)
        let token = range.lowerBound
        var role = "word"
        if node.edge == -2 {
            role = apply(filters[token][Int(node.reading)], &taken)
        } else if node.edge >= 0 {
            let edge = grammar.automaton.edges[Int(node.edge)]
            switch edge.kind {
            case .words:
                let norm = question.norm(token)
                if tokens.isNegation[token] { taken.isNegated = true }
                if grammar.values[.asksName][norm] != nil { taken.asksForName = true }
                if grammar.values[.anew][norm] != nil { taken.leavesOutGiven = true }
                if taken.modality == 0 { taken.modality = grammar.values[.modality][norm] ?? 0 }
                taken.literalVerb = tokens.text(ofLemma: tokens.literalVerbs[token]) ?? taken.literalVerb
            case .verb:
                let verb = tokens.verb(at: token, number: Int(node.reading))
                taken.verb = verb
                role = "verb \(verb)"
            case .noun:
                taken.verb = tokens.text(ofLemma: tokens.nouns[token]) ?? taken.verb
                role = "noun of \(taken.verb ?? "")"
            case .adjective:
                taken.verb = tokens.adjective(at: token) ?? taken.verb
                role = "adjective"
            case .filter:
                role = apply(filters[token][Int(node.reading)], &taken)
            default:
                let name = grammar.automaton.slotNames[Int(edge.payload)]
                taken.slots[name] = trimmed(range)
                role = name
            }
        }
        taken.parts.append(QuestionParser.Reading.Part(range: question.byteRange(range), role: role))
    }

    // MARK: Filters

    /// - Returns: what the part is called.
    private mutating func apply(_ found: FilterFinder.Found, _ taken: inout Taken) -> String {
        let rule = grammar.filters[found.span.rule]
        for (key, slot) in rule.settings {
            let range = slot.flatMap { found.slots[$0] }
            switch key {
            case .nothing: break
            case .article: taken.filters.article = range.flatMap { tokens.numbers[$0.lowerBound] }
            case .top: taken.filters.limit = range.map { tokens.numbers[$0.lowerBound] ?? 1 } ?? 1
            case .title: taken.filters.title = range.map { phrase($0).text }
            case .publisher: taken.filters.publisher = range.map { phrase($0) }
            case .without: if let range { taken.excluded.append(phrase(range)) }
            case .source: taken.source = range.map { phrase($0) }
            case .quoted: taken.filters.isQuoted = true
            case .first: taken.filters.order = .first
            case .latest: taken.filters.order = .latest
            case .since, .before, .after, .on, .until:
                guard let range, let relation = QuestionFilters.Dates.Relation(rawValue: key.rawValue) else { break }
                if let read = DateReader(values: grammar.values).read(tokens.vocabulary.texts(at: range)) {
                    taken.filters.dates.append(
                        QuestionFilters.Dates(relation: relation, date: read.date, words: phrase(range).text))
                }
            }
        }
        return "filter \(rule.name)"
    }

    /// Without commas at its ends.
    private func trimmed(_ range: Range<Int>) -> Range<Int> {
        var range = range
        while range.count > 1, tokens.isComma[range.lowerBound] { range = range.lowerBound + 1..<range.upperBound }
        while range.count > 1, tokens.isComma[range.upperBound - 1] { range = range.lowerBound..<range.upperBound - 1 }
        return range
    }

    // MARK: Arguments

    private mutating func phrase(_ range: Range<Int>) -> Phrase { phrases.phrase(range) }

    private mutating func arguments(_ argument: Meaning.Argument, _ taken: Taken, _ knowledge: some WordKnowledge)
        -> [Argument]
    {
        func made(_ filling: Argument.Filling) -> Argument {
            Argument(label: argument.label, slots: argument.slots, filling: filling)
        }
        switch argument.filling {
        case .hole(let kind):
            return [made(.hole(kind: kind, noun: taken.slots["N"].map { phrase($0) }))]
        case .name(let slot):
            guard let range = taken.slots[slot], !range.isEmpty else { return [] }
            return [made(.name(named(range, knowledge)))]
        case .words(let slot):
            guard let range = taken.slots[slot], !range.isEmpty else { return [] }
            guard slot == "T" else {
                let words = phrase(range)
                return words.words.isEmpty ? [] : [made(.words(words))]
            }
            return topics(range, knowledge).map { topic in
                var argument = made(topic.phrases.count == 1 ? .words(topic.phrases[0]) : .choice(topic.phrases))
                argument.isExcluded = topic.isExcluded
                return argument
            }
        }
    }

    /// A name, or several: "Britain and France".
    private mutating func named(_ range: Range<Int>, _ knowledge: some WordKnowledge) -> Phrase {
        var whole = phrase(range)
        guard !isWhole(range, knowledge) else { return whole }
        var parts: [Range<Int>] = []
        var first = range.lowerBound
        for token in range where isJoin(token, meaning: [1, 2]) || tokens.isComma[token] {
            parts.append(first..<token)
            first = token + 1
        }
        parts = (parts + [first..<range.upperBound]).filter { !$0.isEmpty }
        guard parts.count > 1,
            parts.allSatisfy({ part in
                [.noun, .propn, .pron].contains(question.upos[part.upperBound - 1]) || isWhole(part, knowledge)
            })
        else { return whole }
        whole.parts = parts.map { phrase($0) }
        return whole
    }

    private func isWhole(_ range: Range<Int>, _ knowledge: some WordKnowledge) -> Bool {
        range.count <= TokenReadings.longestName && knowledge.isName(range.map { question.norm($0) })
    }

    private func isJoin(_ token: Int, meaning: Set<Int>) -> Bool {
        guard !tokens.isQuoted[token], let value = grammar.values[.join][question.norm(token)] else { return false }
        return meaning.contains(value)
    }

    /// The topics of "tolls and ferries", "tolls or ferries", "tolls but not ferries".
    private mutating func topics(_ range: Range<Int>, _ knowledge: some WordKnowledge) -> [(
        phrases: [Phrase], isExcluded: Bool
    )] {
        guard !isWhole(range, knowledge) else { return [([phrase(range)], false)] }
        var topics: [(phrases: [Phrase], isExcluded: Bool)] = []
        var first = range.lowerBound
        var join = 1
        func close(at end: Int) {
            let words = phrase(first..<max(first, end))
            guard !words.words.isEmpty else { return }
            if join == 2, let last = topics.indices.last, !topics[last].isExcluded {
                topics[last].phrases.append(words)
            } else {
                topics.append(([words], join >= 3))
            }
        }
        for token in range {
            guard !tokens.isQuoted[token], let value = grammar.values[.join][question.norm(token)] else { continue }
            // "banks that cannot": only behind another join or a comma does "not" part topics.
            if value == 3,
                token == range.lowerBound || !(tokens.isComma[token - 1] || isJoin(token - 1, meaning: [1, 2]))
            {
                continue
            }
            close(at: token)
            // "but not": the last one counts; "and" after "not" begins anew.
            join = first == token && join >= 3 && value < 3 ? join : value
            first = token + 1
        }
        close(at: range.upperBound)
        return topics.isEmpty ? [([phrase(range)], false)] : topics
    }

    private func predicate(_ predicate: Meaning.Predicate, verb: String?) -> Predicate {
        switch predicate {
        case .matched:
            guard let verb else { return .any }
            if verb == "be" { return .be }
            let classes =
                lexicon.verbs.frame(ofVerb: verb)?.classes ?? lexicon.verbs.frame(ofAdjective: verb)?.classes ?? []
            return .verb(verb, classes)
        case .named(let name):
            return .verb(
                name, lexicon.verbs.id(named: name).map { [$0] } ?? lexicon.verbs.frame(ofVerb: name)?.classes ?? [])
        case .be: return .be
        case .any: return .any
        }
    }
}
