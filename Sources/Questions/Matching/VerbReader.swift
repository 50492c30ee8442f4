import Facts
import Language

/// Finds the verbs that a token of a question may be.
struct VerbReader {
    let question: Document
    let lexicon: Lexicon
    let automaton: Automaton
    /// Whether a word was tagged as a verb that could be the question's.
    let hasVerb: Bool

    func verbs(at token: Int, stop: Set<String>, knowledge: some WordKnowledge) -> [TokenReadings.Verb] {
        var score = 2.0
        let tag = question.xpos[token]
        let norm = question.norm(token)
        let upos = question.upos[token]
        guard upos != .punct else { return [] }
        let isTagged = upos == .verb || tag.isVerb && upos != .aux
        var lemmas = isTagged ? [question.lemma(token).lowercased()] : []
        for lemma in VerbForms.lemmas(of: norm, isKnown: { lexicon.verbs.frame(ofVerb: $0) != nil || knowledge.isPredicate($0) })
        where !lemmas.contains(lemma) {
            lemmas.append(lemma)
        }
        var isGuess = false
        if lemmas.isEmpty, !hasVerb, upos == .noun {
            // "did the study appear": where nothing else is a verb, what was taken for a noun is one.
            lemmas = [question.lemma(token).lowercased()]
            score -= 1
            isGuess = true
        }
        guard let plain = lemmas.first, plain != "be" || upos == .verb else { return [] }
        let isParticiple = !isGuess && (tag == .vbn || tag == .vbd || norm.hasSuffix("ed") || norm.hasSuffix("en"))
        let isGerund = !isGuess && norm.hasSuffix("ing")
        if isTagged { score += 1.5 }
        if stop.contains(norm), !isTagged || upos != .verb { score -= 3 }
        // A capital inside the question is a name's.
        let isCapital = token > 0 && question.form(token).first?.isUppercase == true
        if isCapital { score -= 2 }
        if !isTagged || upos == .propn || isCapital, knowledge.mayBeginName(norm), knowledge.isName([norm]) { score -= 3 }
        let next = token + 1 < question.count ? question.norm(token + 1) : nil
        return lemmas.flatMap { lemma -> [TokenReadings.Verb] in
            var found: [TokenReadings.Verb] = []
            func add(_ lemma: String, length: Int, score: Double) {
                found.append(
                    TokenReadings.Verb(
                        lemma: lemma, length: length, score: score, isParticiple: isParticiple, isGerund: isGerund,
                        classes: classes(of: lemma)))
            }
            if let next, lexicon.verbs.particles(ofVerb: lemma).contains(next) {
                add(lemma + "_" + next, length: 2, score: score + 0.8)
            }
            let isKnown = knowledge.isPredicate(lemma) || lexicon.verbs.frame(ofVerb: lemma) != nil
            add(lemma, length: 1, score: score + (isKnown ? 0.5 : 0))
            return found
        }
    }

    private func classes(of lemma: String) -> [Bool] {
        let own = lexicon.verbs.frame(ofVerb: lemma)?.classes ?? []
        return automaton.verbClasses.map { name in
            guard let id = lexicon.verbs.id(named: name) else { return lemma == name }
            return own.contains { lexicon.verbs.isPart($0, of: id) }
        }
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
