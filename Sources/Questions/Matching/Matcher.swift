import Facts
import Language

/// Fits wordings to one question.
struct Matcher<Knowledge: WordKnowledge> {
    let question: Document
    let lexicon: Lexicon
    let knowledge: Knowledge
    /// For each token the quotation it stands in, with its marks; nil outside. Quotations are never taken apart.
    private let quotations: [Range<Int>?]
    /// Whether a word was tagged as a verb that could be the question's.
    private let hasVerb: Bool

    init(question: Document, lexicon: Lexicon, knowledge: Knowledge) {
        self.question = question
        self.lexicon = lexicon
        self.knowledge = knowledge
        var quotations = [Range<Int>?](repeating: nil, count: question.count)
        var opening: Int?
        for token in 0..<question.count where QuotationMarks.contains(question.norm(token)) {
            if let start = opening {
                for inside in start...token { quotations[inside] = start..<token + 1 }
                opening = nil
            } else {
                opening = token
            }
        }
        self.quotations = quotations
        hasVerb = (0..<question.count).contains {
            question.upos[$0] == .verb && !lexicon.words[.light].contains(question.lemma($0).lowercased())
        }
    }

    /// A step of the best path to a state: where it came from, and what it took.
    private struct Step {
        var score: Double
        var previous: (position: Int, state: Int)?
        var label: Wording.Label
        var taken: Taken
    }

    /// The best match of the wording with the tokens, all of them; nil where it does not fit.
    ///
    /// Cost: tokens times states for words, times tokens again for slots.
    func match(_ wording: Wording, in tokens: Range<Int>, reach: inout Reach, shape: Shape?) -> Match? {
        guard !tokens.isEmpty else { return nil }
        let width = wording.states.count
        var steps = [Step?](repeating: nil, count: (tokens.count + 1) * width)
        steps[0] = Step(score: 0, previous: nil, label: .empty, taken: Taken(length: 0, score: 0))
        for position in 0...tokens.count {
            // Edges lead to higher states only, so empty edges are closed in one pass.
            for state in 0..<width {
                guard let step = steps[position * width + state] else { continue }
                for edge in wording.states[state] {
                    if edge.label != .empty { reach.note(edge.label, at: tokens.lowerBound + position, shape: shape) }
                    for taken in take(edge.label, at: tokens.lowerBound + position, before: tokens.upperBound) {
                        let index = (position + taken.length) * width + edge.target
                        let score = step.score + taken.score
                        if score > (steps[index]?.score ?? -.infinity) {
                            steps[index] = Step(score: score, previous: (position, state), label: edge.label, taken: taken)
                        }
                    }
                }
            }
        }
        guard let last = steps[tokens.count * width + wording.accepting] else { return nil }
        var match = Match(score: last.score)
        var literalVerb: String?
        var position = tokens.count
        var state = wording.accepting
        while let step = steps[position * width + state], let previous = step.previous {
            if case .slot(let name) = step.label {
                match.bindings[name] = tokens.lowerBound + previous.position..<tokens.lowerBound + position
            }
            if match.verb == nil { match.verb = step.taken.verb }
            literalVerb = literalVerb ?? step.taken.literalVerb
            if step.taken.isNegation { match.isNegated = true }
            (position, state) = previous
        }
        match.verb = match.verb ?? literalVerb
        return match
    }

    private struct Taken {
        var length: Int
        var score: Double
        /// The lemma of a verb that a class took, or that the wording names.
        var verb: String?
        var literalVerb: String?
        var isNegation = false
    }

    /// The ways a label fits at a token.
    private func take(_ label: Wording.Label, at token: Int, before end: Int) -> [Taken] {
        if case .empty = label { return [Taken(length: 0, score: 0)] }
        guard token < end else { return [] }
        switch label {
        case .empty:
            return []
        case .words(let words):
            guard words.contains(question.norm(token)), quotations[token] == nil else { return [] }
            return [Taken(
                length: 1, score: literalScore(token), literalVerb: question.upos[token] == .verb && !lexicon.words[.light].contains(question.lemma(token).lowercased()) ? question.lemma(token).lowercased() : nil,
                isNegation: isNegation(token))]
        case .slot(let name):
            return (token + 1...end).compactMap { upper in
                guard keepsQuotations(token..<upper) else { return nil }
                return slotScore(name, token..<upper).map { Taken(length: upper - token, score: $0) }
            }
        case .verb(let verbClass, let form):
            guard quotations[token] == nil else { return [] }
            return verb(at: token, before: end, class: verbClass, form: form)
        case .noun:
            let lemma = question.lemma(token).lowercased()
            guard let verb = lexicon.verbs.verb(ofNoun: lemma) else { return [] }
            return [Taken(length: 1, score: 3, verb: verb)]
        case .adjective:
            let lemma = [question.lemma(token).lowercased(), question.norm(token)].first { lexicon.verbs.frame(ofAdjective: $0) != nil }
            return lemma.map { [Taken(length: 1, score: 5, verb: $0)] } ?? []
        }
    }

    /// "who did not say"; in "asked them not to leave" it is the leaving that is denied.
    private func isNegation(_ token: Int) -> Bool {
        lexicon.words[.negation].contains(question.norm(token)) && !(token + 1 < question.count && question.norm(token + 1) == "to")
    }

    /// A content word that a wording names says more than one that would fit anywhere.
    private func literalScore(_ token: Int) -> Double {
        switch question.upos[token] {
        case .verb, .noun, .adj, .propn: 5.5
        case .adv: 3
        default: 2
        }
    }

    /// Whether no quotation is cut by the span's ends.
    private func keepsQuotations(_ range: Range<Int>) -> Bool {
        for token in [range.lowerBound, range.upperBound - 1] {
            if let quotation = quotations[token], quotation.lowerBound < range.lowerBound || quotation.upperBound > range.upperBound { return false }
        }
        return true
    }

    // MARK: Verbs

    private func verb(at token: Int, before end: Int, class verbClass: String?, form: Wording.Form) -> [Taken] {
        var score = 2.0
        let tag = question.xpos[token]
        let isTagged = question.upos[token] == .verb || tag.isVerb && question.upos[token] != .aux
        var lemmas = isTagged ? [question.lemma(token).lowercased()] : []
        lemmas += VerbForms.lemmas(of: question.norm(token)) { lexicon.verbs.frame(ofVerb: $0) != nil || knowledge.isPredicate($0) }
        if lemmas.isEmpty, form == .any, !hasVerb, question.upos[token] == .noun {
            // "did the study appear": where nothing else is a verb, what was taken for a noun is one.
            lemmas = [question.lemma(token).lowercased()]
            score -= 1
        }
        guard let plain = lemmas.first, plain != "be" || question.upos[token] == .verb else { return [] }
        switch form {
        case .any: break
        case .participle:
            let norm = question.norm(token)
            guard tag == .vbn || tag == .vbd || norm.hasSuffix("ed") || norm.hasSuffix("en") else { return [] }
            score += 0.5
        case .gerund:
            guard question.norm(token).hasSuffix("ing") else { return [] }
        }
        if isTagged { score += 1.5 }
        if lexicon.words[.stop].contains(question.norm(token)), !isTagged || question.upos[token] != .verb { score -= 3 }
        // A capital inside the question is a name's.
        if token > 0, question.form(token).first?.isUppercase == true { score -= 2 }
        if !isTagged || question.upos[token] == .propn, knowledge.isName([question.norm(token)]) { score -= 3 }
        var taken: [Taken] = []
        for lemma in lemmas {
            let particles = lexicon.verbs.particles(ofVerb: lemma)
            if token + 1 < end, particles.contains(question.norm(token + 1)), accepts(lemma + "_" + question.norm(token + 1), verbClass) {
                taken.append(Taken(length: 2, score: score + 0.8 + (verbClass == nil ? 0 : 1), verb: lemma + "_" + question.norm(token + 1)))
            }
            guard accepts(lemma, verbClass) else { continue }
            let isKnown = knowledge.isPredicate(lemma) || lexicon.verbs.frame(ofVerb: lemma) != nil
            taken.append(Taken(length: 1, score: score + (isKnown ? 0.5 : 0) + (verbClass == nil ? 0 : 1), verb: lemma))
        }
        return taken
    }

    private func accepts(_ lemma: String, _ verbClass: String?) -> Bool {
        guard let verbClass else { return true }
        guard let id = lexicon.verbs.id(named: verbClass) else { return lemma == verbClass }
        return lexicon.verbs.frame(ofVerb: lemma)?.classes.contains { lexicon.verbs.isPart($0, of: id) } ?? false
    }

    // MARK: Slots

    /// How well a slot takes the tokens; nil where it cannot.
    private func slotScore(_ name: String, _ range: Range<Int>) -> Double? {
        switch name {
        case "E", "E2": nameScore(range)
        case "N": kindScore(range)
        case "R": range.contains { question.upos[$0] != .punct } ? -0.05 * Double(range.count) : nil
        default: range.contains { ![.punct, .adp].contains(question.upos[$0]) } ? -0.02 * Double(range.count) : nil
        }
    }

    /// A name or noun phrase: no verb inside, no preposition at its ends.
    private func nameScore(_ range: Range<Int>) -> Double? {
        guard let first = range.first, let last = range.last, range.count <= 24 else { return nil }
        // A name of the articles is one, whatever the tagger took it for.
        let isKnown = knowledge.isName(range.map { question.norm($0) })
        if !isKnown, !mayBeName(range, first, last) { return nil }
        if range.contains(where: { [.wp, .wdt, .wrb, .wpPossessive].contains(question.xpos[$0]) }), range.count == 1 { return nil }
        var score = -0.02 * Double(range.count)
        for token in range where question.upos[token] == .verb || question.upos[token] == .aux {
            // A participle may stand inside: "the asylum seekers found in the water".
            score -= [.vbn, .vbg].contains(question.xpos[token]) && token != last ? 0.4 : 1.2
        }
        if [.noun, .propn, .pron, .num].contains(question.upos[last]) { score += 0.5 }
        if isKnown { score += 1.5 }
        return score
    }

    private func mayBeName(_ range: Range<Int>, _ first: Int, _ last: Int) -> Bool {
        if [.adp, .sconj, .cconj, .punct].contains(question.upos[first]), !isQuote(first) { return false }
        if [.adp, .cconj, .sconj, .aux, .part].contains(question.upos[last]) { return false }
        if question.upos[last] == .det, range.count > 1 || ["the", "a", "an"].contains(question.norm(last)) { return false }
        if question.upos[first] == .verb, question.xpos[first] != .vbg { return false }
        return !range.contains { token in
            guard [.vbz, .vbp, .vbd, .md].contains(question.xpos[token]), quotations[token] == nil else { return false }
            // A plural after its determiner or adjective is easily taken for a verb: "any senior executives".
            return !(token == last && range.count > 1 && question.norm(token).hasSuffix("s") && ![.noun, .propn, .pron].contains(question.upos[token - 1]))
        }
    }

    private func kindScore(_ range: Range<Int>) -> Double? {
        guard let last = range.last, range.count <= 6 else { return nil }
        guard !range.contains(where: { [.verb, .aux, .adp, .punct].contains(question.upos[$0]) && $0 != range.lowerBound }) else { return nil }
        guard [.noun, .propn, .adj].contains(question.upos[last]) else { return nil }
        return 0.5 - 0.1 * Double(range.count)
    }

    // MARK: Boundaries

    private func isQuote(_ token: Int) -> Bool { QuotationMarks.contains(question.norm(token)) }

    /// Without commas at the ends.
    func trimmed(_ range: Range<Int>) -> Range<Int> {
        var range = range
        while let first = range.first, question.norm(first) == "," { range = first + 1..<range.upperBound }
        while let last = range.last, question.norm(last) == "," { range = range.lowerBound..<last }
        return range
    }

    /// Whether a question may begin here after a filter: behind a comma, or with a question word.
    func isBoundary(_ token: Int) -> Bool {
        question.norm(token) == "," || token > 0 && question.norm(token - 1) == ","
            || ["who", "what", "which", "when", "where", "why", "how", "did", "does", "do", "is", "are", "was", "were"].contains(question.norm(token))
    }
}

/// Lemmas of verb forms by their endings, for words that were not tagged as verbs.
enum VerbForms {
    /// The known lemmas that a form may belong to: "demands" → "demand".
    static func lemmas(of norm: String, isKnown: (String) -> Bool) -> [String] {
        var candidates = [norm]
        if norm.hasSuffix("ies") { candidates.append(norm.dropLast(3) + "y") }
        if norm.hasSuffix("es") { candidates.append(String(norm.dropLast(2))) }
        if norm.hasSuffix("s") { candidates.append(String(norm.dropLast())) }
        for suffix in ["ed", "ing"] where norm.hasSuffix(suffix) && norm.count > suffix.count + 2 {
            let stem = String(norm.dropLast(suffix.count))
            candidates += [stem, stem + "e"]
            if stem.last == stem.dropLast().last { candidates.append(String(stem.dropLast())) }
            if stem.last == "i" { candidates.append(stem.dropLast() + "y") }
        }
        return candidates.filter(isKnown)
    }
}

/// What opens and closes a quotation in a question, made straight.
enum QuotationMarks {
    static func contains(_ norm: String) -> Bool { norm == "\"" || norm == "``" || norm == "''" }
}
