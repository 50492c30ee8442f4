import Facts
import Questions

/// "what does E plan to open": where no fact states the plan as such, one that states the action as planned answers it.
enum InfinitiveQuestion {
    /// The question about the action: `open(agent: E, theme: ?)`; nil for a question without an infinitive.
    static func action(of question: Question, lexicon: Lexicon) -> Question? {
        guard case .verb(let verb, let classes) = question.predicate, !question.isNegated,
            classes.contains(where: { lexicon.words[.classesIntending].contains(lexicon.verbs[$0].name) })
                || lexicon.words[.verbsIntending].contains(verb)
        else { return nil }
        for (index, argument) in question.arguments.enumerated() {
            guard case .words(let phrase) = argument.filling, phrase.words.count >= 2, phrase.words[0].norm == "to",
                phrase.words[1].upos == .verb, phrase.words[1].lemma != verb, phrase.words[1].lemma != "do"
            else { continue }
            var action = question
            let lemma = phrase.words[1].lemma
            action.predicate = .verb(lemma, lexicon.verbs.frame(ofVerb: lemma)?.classes ?? [])
            let rest = Phrase(
                text: phrase.text, words: Array(phrase.words.dropFirst(2)),
                content: phrase.content.filter { $0 != lemma })
            if rest.content.isEmpty {
                action.arguments.remove(at: index)
            } else {
                action.arguments[index].filling = .words(rest)
            }
            return action
        }
        return nil
    }
}
