import Facts
import Language
import Questions

/// Times, places, reasons and manners that no role of the fact states as such.
struct CircumstanceFiller: Sendable {
    let store: FactStore

    func fillings(_ hole: Argument, from stored: StoredFact) -> [Filling] {
        guard case .role(let kind)? = hole.slots.first, hole.slots.count == 1 else { return [] }
        switch kind {
        case .time: return date(besides: stored)
        case .place: return marked(Self.placeMarkers, in: stored) + borrowed(kind, for: stored)
        case .reason: return cause(of: stored) + borrowed(kind, for: stored)
        case .manner: return marked(Self.mannerMarkers, in: stored, only: "kill") + borrowed(kind, for: stored)
        default: return []
        }
    }

    private static let placeMarkers: Set<String> = [
        "in", "at", "on", "into", "to", "near", "inside", "outside", "under", "behind", "aboard", "across", "through", "off", "above", "below", "along",
    ]
    private static let reasonMarkers: Set<String> = ["for", "out of", "in protest at", "in protest against", "in protest over", "in response to", "at"]
    private static let mannerMarkers: Set<String> = ["of", "from", "in"]

    /// Phrases of the fact itself that a preposition marks which tells it often.
    private func marked(_ markers: Set<String>, in stored: StoredFact, only verbClass: String? = nil) -> [Filling] {
        let document = store.articles[stored.article].document
        if let verbClass, !stored.fact.classes.contains(where: { store.lexicon.verbs[$0].name == verbClass }) { return [] }
        return stored.fact.roles.filter { role in
            [.oblique, .recipient, .place].contains(role.kind) && markers.contains(role.marker) && !names(.person, role, document)
                && document.upos[role.head] != .pron && document.upos[role.head] != .verb
        }.prefix(1).map { filling($0, document, fit: 0.8) }
    }

    private func names(_ kind: NamedEntity.Kind, _ role: Role, _ document: Document) -> Bool {
        document.entities.contains { $0.kind == kind && $0.tokens.contains(role.head) }
    }

    private func date(besides stored: StoredFact) -> [Filling] {
        let document = store.articles[stored.article].document
        let sentence = document.sentences[stored.fact.sentence].tokens
        return document.entities.filter { sentence.contains($0.tokens.lowerBound) && ($0.kind == .date || $0.kind == .time) }.prefix(1).map {
            Filling(text: document.string($0.tokens), kind: .span, tokens: $0.tokens, fit: 0.7)
        }
    }

    /// What news tells as the cause without "because": what came before, what somebody is fined for, what he says on it.
    private func cause(of stored: StoredFact) -> [Filling] {
        let document = store.articles[stored.article].document
        let fact = stored.fact
        if let role = fact.roles.first(where: { $0.kind == .time && $0.marker == "after" && document.upos[$0.head] == .verb }) {
            return [filling(role, document, fit: 0.8)]
        }
        if let participle = participle(of: stored) { return [participle] }
        let isPassive = fact.role(.theme) != nil && fact.role(.agent) == nil
        let isJudged = fact.classes.contains { ["criticize", "praise", "accuse", "dismiss-from-office", "pay", "resign"].contains(store.lexicon.verbs[$0].name) }
        let markers = isPassive || isJudged ? Self.reasonMarkers : Self.reasonMarkers.subtracting(["for", "at"])
        return marked(markers, in: stored)
    }

    /// "rejected the plan, saying it was too dear": what is said in the same breath is why.
    private func participle(of stored: StoredFact) -> Filling? {
        let document = store.articles[stored.article].document
        for id in store.facts(ofSentence: store.sentence(of: stored)) {
            let fact = store.facts[id].fact
            guard let verb = fact.cue.last, document.xpos[verb] == .vbg, verb > stored.fact.cue.upperBound, fact.cue != stored.fact.cue,
                fact.classes.contains(where: { id in store.lexicon.verbs.id(named: "say").map { store.lexicon.verbs.isPart(id, of: $0) } ?? false }),
                let theme = fact.role(.theme), fact.role(.agent)?.head == stored.fact.role(.agent)?.head
            else { continue }
            return filling(theme, document, fit: 0.75)
        }
        return nil
    }

    /// The same clause may state it for another of the sentence's facts.
    private func borrowed(_ kind: Role.Kind, for stored: StoredFact) -> [Filling] {
        let document = store.articles[stored.article].document
        let others = store.facts(ofSentence: store.sentence(of: stored)).lazy.flatMap { store.facts[$0].fact.roles.filter { $0.kind == kind } }
        return others.prefix(1).map { filling($0, document, fit: 0.7) }
    }

    private func filling(_ role: Role, _ document: Document, fit: Double) -> Filling {
        Filling(text: document.string(role.tokens), kind: .span, tokens: role.tokens, fit: fit)
    }
}
