import Facts
import Language
import Questions

/// "did the bridge close": yes where a fact states it, no where one states the opposite, else no answer.
struct YesNoResponder {
    let store: FactStore
    let resolver: PhraseResolver
    let builder: AnswerBuilder
    var interruption: Interruption?
    /// How much of the question a fact must hold to decide it.
    private static let decision = 0.62

    func answers(to question: Question) -> [Answer] {
        let plan = Plan(question, resolver: resolver)
        let matches = FactMatcher(store: store, plan: plan, interruption: interruption).matches(opposites: true).filter
        {
            $0.score >= Self.decision && decides($0, question)
        }
        guard let best = matches.first else { return [] }
        let isYes = states(best)
        let supporting = matches.prefix { $0.score >= best.score * 0.85 }.filter { states($0) == isYes }
        let candidates = supporting.map { match in
            let stored = store.facts[match.id]
            let fact = stored.fact
            let span = fact.roles.reduce(fact.cue) {
                $0.lowerBound <= $1.tokens.lowerBound
                    ? $0.lowerBound..<max($0.upperBound, $1.tokens.upperBound)
                    : $1.tokens.lowerBound..<max($0.upperBound, $1.tokens.upperBound)
            }
            return AnswerCandidate(
                Filling(text: isYes ? "yes" : "no", kind: .yesNo, tokens: span), match, article: stored.article)
        }
        return builder.answers(candidates, holeIsAgent: false).map { answer in
            var answer = answer
            answer.polarity = isYes ? .affirmed : .negated
            return answer
        }
    }

    /// Only what is stated as so decides: not what is planned, possible, wanted, expected, asked or claimed against somebody.
    private func decides(_ match: FactMatch, _ question: Question) -> Bool {
        let stored = store.facts[match.id]
        guard stored.fact.modality == question.modality || question.modality == .planned && isToldAsPlanned(stored)
        else {
            return false
        }
        return isDenied(stored, planned: question.modality == .planned) != nil
    }

    /// "said she would appeal": who speaks of the past has "would" for "will".
    private func isToldAsPlanned(_ stored: StoredFact) -> Bool {
        guard stored.fact.modality == .conditional, let within = stored.within else { return false }
        let document = store.articles[stored.article].document
        return stored.fact.cue.contains { document.norm($0) == "would" }
            && store.facts[within].fact.cue.contains { document.xpos[$0] == .vbd }
    }

    /// Whether what is stated is denied by who speaks of it; nil where he neither states nor denies it.
    private func isDenied(_ stored: StoredFact, planned: Bool = false) -> Bool? {
        let words = store.lexicon.words
        var isDenied = false
        var within = stored.within
        while let id = within {
            let outer = store.facts[id].fact
            // "has no intention of resigning": whether it is planned is told of the resigning itself.
            if planned, outer.classes.contains(where: { ["plan", "promise"].contains(store.lexicon.verbs[$0].name) }) {
                within = store.facts[id].within
                continue
            }
            guard outer.polarity == .affirmed, let theme = outer.role(.theme), theme.marker != "whether",
                theme.marker != "if"
            else { return nil }
            let classes = outer.classes.map { store.lexicon.verbs[$0].name }
            if classes.contains("deny") {
                isDenied.toggle()
            } else if !classes.contains(where: words[.classesStating].contains)
                || classes.contains(where: words[.classesDoubting].contains)
            {
                return nil
            }
            within = store.facts[id].within
        }
        return isDenied
    }

    private func states(_ match: FactMatch) -> Bool {
        let stored = store.facts[match.id]
        return ((stored.fact.polarity == .affirmed) != match.isOpposite) != (isDenied(stored, planned: true) ?? false)
    }
}
