import Facts
import Language
import Questions

/// "who spoke most": the sources by the number of their statements.
struct SpeakerRanking {
    let store: FactStore
    let resolver: PhraseResolver
    let builder: AnswerBuilder
    var interruption: Interruption?

    func answers(to question: Question) -> [Answer] {
        let plan = Plan(question, resolver: resolver)
        guard let say = store.lexicon.verbs.id(named: "say") else { return [] }
        var statements: [Entity.ID: [FactMatch]] = [:]
        for match in FactMatcher(store: store, plan: plan, interruption: interruption).matches() {
            let stored = store.facts[match.id]
            guard stored.fact.isAttribution, let agent = stored.fact.role(.agent),
                stored.fact.classes.contains(where: { store.lexicon.verbs.isPart($0, of: say) })
            else { continue }
            for head in agent.conjuncts {
                let id = store.articles[stored.article].entityOfToken[head]
                if id >= 0 { statements[id, default: []].append(match) }
            }
        }
        let ranked = statements.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
        guard let most = ranked.first?.value.count else { return [] }
        return ranked.prefix(10).filter { $0.value.count * 2 > most }.map { id, matches in
            let entity = store.entities[id]
            let evidence = matches.sorted { $0.id < $1.id }.map { match in
                let stored = store.facts[match.id]
                return builder.evidence(
                    stored.fact.role(.theme)?.tokens ?? stored.fact.cue, sentence: stored.fact.sentence,
                    article: stored.article)
            }
            var answer = Answer(
                text: entity.name, kind: .name, source: entity.name, description: entity.descriptions.first?.text,
                score: Double(matches.count) / Double(most), evidence: evidence,
                explanation: [Explanation(depth: 0, text: "statements: \(matches.count)")])
            answer.section = matches.count == 1 ? "1 statement" : "\(matches.count) statements"
            return answer
        }
    }
}
