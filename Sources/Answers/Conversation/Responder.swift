import Facts
import Language
import Questions

/// Answers one question from the store.
struct Responder: Sendable {
    let store: FactStore
    private let resolver: PhraseResolver
    private let builder: AnswerBuilder

    init(store: FactStore) {
        self.store = store
        resolver = PhraseResolver(store: store)
        builder = AnswerBuilder(store: store)
    }

    /// The answers, best first; none where the articles are silent.
    func answers(to question: Question) -> [Answer] {
        switch question.use {
        case .list, .again: listed(question)
        case .yesNo: YesNoResponder(store: store, resolver: resolver, builder: builder).answers(to: question)
        case .count, .entities: EntityResponder(store: store, builder: builder).answers(to: question)
        case .identity: IdentityResponder(store: store, resolver: resolver, builder: builder).answers(to: question)
        case .most: SpeakerRanking(store: store, resolver: resolver, builder: builder).answers(to: question)
        }
    }

    private func listed(_ question: Question) -> [Answer] {
        let answers = matching(question)
        guard answers.isEmpty, let action = InfinitiveQuestion.action(of: question, lexicon: store.lexicon) else {
            return answers
        }
        return matching(action, stated: [.planned, .demanded, .possible, .conditional])
    }

    private func matching(_ question: Question, stated modalities: Set<Modality>? = nil) -> [Answer] {
        let plan = Plan(question, resolver: resolver)
        let filler = HoleFiller(store: store, plan: plan)
        let holeIsAgent = plan.hole?.slots == [.role(.agent)]
        let candidates = FactMatcher(store: store, plan: plan).matches().flatMap { match -> [AnswerCandidate] in
            // What is denied is no answer to what is asked plainly.
            let fact = store.facts[match.id].fact
            if let modalities, !modalities.contains(fact.modality) { return [] }
            let wanted: Polarity = question.isNegated ? .negated : .affirmed
            guard fact.polarity == wanted || raisesNegation(fact) && !holeIsAgent && !question.isNegated else {
                return []
            }
            return filler.fillings(from: store.facts[match.id]).map { AnswerCandidate($0, match, in: store) }
        }
        return builder.answers(
            candidates.filter { $0.score >= FactMatcher.threshold }, holeIsAgent: holeIsAgent,
            threshold: asksOneVerb(question) ? 0.93 : AnswerMerger.relativeThreshold)
    }

    /// "I don't think it will hold" tells what somebody thinks; "does not want it" tells nothing of what he wants.
    private func raisesNegation(_ fact: Fact) -> Bool {
        fact.isAttribution && fact.classes.contains { store.lexicon.verbs[$0].name == "think" }
    }

    /// "what did he mention": the very verb is asked for, where a fact has it; "what did he say" asks for all that he said.
    private func asksOneVerb(_ question: Question) -> Bool {
        guard case .verb(let lemma, let classes) = question.predicate, let say = store.lexicon.verbs.id(named: "say")
        else { return false }
        return classes.contains { $0 == say } && !store.lexicon.words[.genericSpeech].contains(lemma)
    }

    /// What the question names that no article does: "nobody named Macron".
    func unknownNames(of question: Question) -> [String] {
        Plan(question, resolver: resolver).given.compactMap { given in
            guard given.isName, !given.phrase.isNamed, given.phrase.words.contains(where: { $0.matches.isEmpty }) else {
                return nil
            }
            return given.phrase.phrase.text
        }
    }
}
