import Facts
import Language
import Questions

/// Times and places that stand in the fact's sentence without being a role of the fact.
struct CircumstanceFiller: Sendable {
    let store: FactStore

    func fillings(_ hole: Argument, from stored: StoredFact) -> [Filling] {
        guard case .role(let kind)? = hole.slots.first, hole.slots.count == 1 else { return [] }
        let article = store.articles[stored.article]
        let document = article.document
        let sentence = document.sentences[stored.fact.sentence].tokens
        switch kind {
        case .time:
            return document.entities.filter { sentence.contains($0.tokens.lowerBound) && ($0.kind == .date || $0.kind == .time) }.prefix(1).map {
                Filling(text: document.string($0.tokens), kind: .span, tokens: $0.tokens, fit: 0.7)
            }
        case .place, .reason, .manner:
            // The same clause may state it for another of the sentence's facts.
            let others = article.facts.lazy.map { store.facts[$0].fact }.filter { $0.sentence == stored.fact.sentence }
            return others.flatMap { $0.roles.filter { $0.kind == kind } }.prefix(1).map {
                Filling(text: document.string($0.tokens), kind: .span, tokens: $0.tokens, fit: 0.7)
            }
        default: return []
        }
    }
}
