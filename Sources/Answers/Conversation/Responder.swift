import Facts
import Language
import Questions

/// Answers one question from the store.
struct Responder {
    let store: FactStore
    let resolver: PhraseResolver
    private let builder: AnswerBuilder
    private let interruption: Interruption?

    /// - Parameter memory: What was looked up in this store for other questions.
    init(store: FactStore, memory: StoreMemory = StoreMemory(), interruption: Interruption? = nil) {
        self.store = store
        self.interruption = interruption
        resolver = PhraseResolver(store: store, memory: memory)
        builder = AnswerBuilder(store: store, interruption: interruption)
    }

    /// The answers, best first; none where the articles are silent.
    func answers(to question: Question) -> [Answer] { limited(unlimited(question), by: question.filters) }

    /// The answers that are too weak to stand beside the best ones.
    func weakerAnswers(to question: Question) -> [Answer] {
        question.use == .list ? limited(matching(question, relative: 0.5), by: question.filters) : []
    }

    private func unlimited(_ question: Question) -> [Answer] {
        switch question.use {
        case .list, .again, .againCount, .more: listed(question)
        case .yesNo:
            YesNoResponder(store: store, resolver: resolver, builder: builder, interruption: interruption)
                .answers(to: question)
        case .count, .entities: EntityResponder(store: store, builder: builder).answers(to: question)
        case .identity: IdentityResponder(store: store, resolver: resolver, builder: builder).answers(to: question)
        case .most:
            SpeakerRanking(store: store, resolver: resolver, builder: builder, interruption: interruption)
                .answers(to: question)
        case .number:
            Tally.answers(counting: matching(question, relative: 0, onlySaid: question.hole?.label == "content"))
        case .timeline: TimelineResponder(store: store).ordered(matching(question, relative: 0, onlySaid: true))
        case .profile: ProfileResponder(store: store, responder: self).answers(to: question)
        case .disagreement, .positions, .agreement, .contradiction: compared(question)
        }
    }

    /// How well a fact must match that tells in so many words who agrees with whom.
    private static let surelyStated = 0.7

    /// Of those who are compared, the ones of whom nothing is told.
    func silent(in question: Question, _ answers: [Answer]) -> [String] {
        ComparisonResponder(store: store, resolver: resolver, builder: builder)?.silent(in: question, answers) ?? []
    }

    /// What the articles themselves call agreement or disagreement, then what is said alike or against each other.
    private func compared(_ question: Question) -> [Answer] {
        let comparison =
            ComparisonResponder(store: store, resolver: resolver, builder: builder)?.answers(to: question) ?? []
        guard question.use != .positions else { return comparison }
        // "argued that": only who is said to differ with somebody stands here.
        let stated = listed(question).filter { $0.score >= Self.surelyStated }
        return stated + comparison.filter { answer in !stated.contains { $0.text == answer.text } }
    }

    /// "first", "latest", "top 3", "quoted".
    private func limited(_ answers: [Answer], by filters: QuestionFilters) -> [Answer] {
        var answers = answers
        if let order = filters.order {
            let ordered = TimelineResponder(store: store).ordered(answers)
            answers = (order == .first ? ordered : ordered.reversed()).map { answer in
                var answer = answer
                answer.section = nil
                return answer
            }
        }
        if let limit = filters.limit { answers = Array(answers.prefix(limit)) }
        return answers
    }

    private func listed(_ question: Question) -> [Answer] {
        // Where an order is asked for, all that match are ordered.
        let answers = matching(question, relative: question.filters.order == nil ? nil : 0.5)
        guard answers.isEmpty, let action = InfinitiveQuestion.action(of: question, lexicon: store.lexicon) else {
            return answers
        }
        return matching(action, stated: [.planned, .demanded, .possible, .conditional])
    }

    private func matching(
        _ question: Question, stated modalities: Set<Modality>? = nil, relative: Double? = nil, onlySaid: Bool = false
    ) -> [Answer] {
        let plan = Plan(question, resolver: resolver)
        let matcher = FactMatcher(store: store, plan: plan, interruption: interruption)
        let filler = HoleFiller(matcher)
        let holeIsAgent = plan.hole?.slots == [.role(.agent)]
        var candidates: [AnswerCandidate] = []
        for (index, match) in matcher.matches().enumerated() {
            // The best stand first: some answers are made of them in any case.
            if index >= Interruption.mostAfter, interruption?.stops() == true { break }
            var match = match
            // What is denied is no answer to what is asked plainly.
            let stored = store.facts[match.id]
            if onlySaid, !stored.fact.isAttribution { continue }
            if let modalities, !modalities.contains(stored.fact.modality) { continue }
            let wanted: Polarity = question.isNegated ? .negated : .affirmed
            guard
                stored.fact.polarity == wanted || raisesNegation(stored.fact) && !holeIsAgent && !question.isNegated
            else { continue }
            // "what would they accept": what is told as so comes after what is told as possible or conditional.
            if question.modality != .asserted, stored.fact.modality == .asserted { match.score *= 0.9 }
            for filling in filler.fillings(from: stored) {
                candidates.append(AnswerCandidate(filling, match, article: stored.article))
            }
        }
        return builder.answers(
            candidates.filter { $0.score >= FactMatcher.threshold }, holeIsAgent: holeIsAgent,
            threshold: relative ?? (asksOneVerb(question) ? 0.93 : AnswerMerger.relativeThreshold))
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
}
