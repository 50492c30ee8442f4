import Facts

/// Questions that the facts of a store suggest, of every family, in a fixed order.
struct SuggestedQuestions {
    let store: FactStore

    /// Taken evenly from all facts.
    func questions(atMost count: Int) -> [String] {
        let suggested = store.facts.indices.compactMap(question)
        guard suggested.count > count, count > 0 else { return suggested }
        return (0..<count).map { suggested[$0 * suggested.count / count] }
    }

    private func question(_ id: FactStore.ID) -> String? {
        let stored = store.facts[id]
        let article = store.articles[stored.article]
        let fact = stored.fact
        guard let agent = fact.role(.agent), agent.tokens.count <= 6, fact.predicate.allSatisfy(\.isLetter) else {
            return nil
        }
        let name = article.document.string(agent.tokens)
        let theme = fact.role(.theme).map {
            article.document.string($0.tokens.lowerBound..<min($0.tokens.upperBound, $0.tokens.lowerBound + 8))
        }
        let topic = article.words[fact.sentence].last.map { article.document.form(Int($0.token)) }
        switch (id / 3 % 8, theme, topic) {
        case (0, let theme?, _) where fact.isAttribution: return "who said \(theme)"
        case (1, _, let topic?) where fact.isAttribution: return "what did \(name) say about \(topic)"
        case (2, let theme?, _): return "who \(article.document.string(fact.cue)) \(theme)"
        case (3, _, _): return "what did \(name) \(fact.predicate)"
        case (4, let theme?, _): return "when did \(name) \(fact.predicate) \(theme)"
        case (5, let theme?, _): return "did \(name) \(fact.predicate) \(theme)"
        case (6, _, _): return "who is \(name)"
        case (7, let theme?, _): return "why did \(name) \(fact.predicate) \(theme)"
        default: return nil
        }
    }
}
