import Facts
import Language

/// Finds the verbs that a token of a question may be.
struct VerbReader {
    let question: Document
    /// Whether a word was tagged as a verb that could be the question's.
    let hasVerb: Bool

    /// Adds the verbs of a token to `found`.
    func add(
        at token: Int, _ words: inout QuestionWords, _ knowledge: some WordKnowledge,
        to found: inout [TokenReadings.Verb]
    ) {
        let tag = question.xpos[token]
        let upos = question.upos[token]
        guard upos != .punct else { return }
        let traits = words.word(at: token).traits
        let isTagged = upos == .verb || tag.isVerb && upos != .aux
        let own = words.lemmaOfToken[token]
        let others = words.verbsOfWord[Int(words.wordOfToken[token])]
        // "did the study appear": where nothing else is a verb, what was taken for a noun is one.
        let isGuess = !isTagged && others.isEmpty && !hasVerb && upos == .noun
        guard let plain = isTagged || isGuess ? own : others.first, upos == .verb || !words.lemmas[Int(plain)].isBe
        else { return }
        var score = isGuess ? 1.0 : 2.0
        if isTagged { score += 1.5 }
        if traits.contains(.stop), !isTagged || upos != .verb { score -= 3 }
        // A capital inside the question is a name's.
        let isCapital = token > 0 && words.isCapital[token]
        if isCapital { score -= 2 }
        if !isTagged || upos == .propn || isCapital, traits.contains(.name) { score -= 3 }
        let isParticiple = !isGuess && (tag == .vbn || tag == .vbd || traits.contains(.participle))
        let isGerund = !isGuess && traits.contains(.gerund)
        func add(_ lemma: Int32) {
            if let phrasal = words.phrasalVerb(lemma, at: token + 1, knowledge) {
                found.append(
                    TokenReadings.Verb(
                        lemma: phrasal, length: 2, score: score + 0.8, isParticiple: isParticiple, isGerund: isGerund))
            }
            let bonus = words.lemmas[Int(lemma)].isKnown ? 0.5 : 0
            found.append(
                TokenReadings.Verb(
                    lemma: lemma, length: 1, score: score + bonus, isParticiple: isParticiple, isGerund: isGerund))
        }
        if isTagged || isGuess { add(own) }
        for lemma in others where lemma != own || !isTagged { add(lemma) }
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
