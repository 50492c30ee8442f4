import Facts
import Language
import Questions

/// Times, places, reasons and manners that no role of the fact states as such.
final class CircumstanceFiller: Sendable {
    let store: FactStore

    private let placeMarkers: Set<String>
    private let reasonMarkers: Set<String>
    private static let mannerMarkers: Set<String> = ["of", "from", "in"]

    init(store: FactStore) {
        self.store = store
        placeMarkers = store.lexicon.words[.placeMarker]
        reasonMarkers = store.lexicon.words[.reasonMarker]
    }

    func fillings(_ hole: Argument, from stored: StoredFact) -> [Filling] {
        guard case .role(let kind)? = hole.slots.first, hole.slots.count == 1 else { return [] }
        switch kind {
        case .time: return date(besides: stored)
        case .place:
            return position(of: stored) + marked(placeMarkers, preferring: "at", in: stored) + placeWithin(stored)
                + borrowed(kind, for: stored)
        case .reason: return cause(of: stored) + borrowed(kind, for: stored)
        case .manner:
            return marked(Self.mannerMarkers, in: stored, only: "kill")
                + withMarker(marked(["from", "on", "in"], in: stored, only: "know"), stored)
                + borrowed(kind, for: stored)
        default: return []
        }
    }

    /// "is 20 kilometres west of the town": what something is said to be is where it is, if the words name a place or direction.
    private func position(of stored: StoredFact) -> [Filling] {
        let document = store.articles[stored.article].document
        guard stored.fact.predicate == "be",
            let role = stored.fact.roles.first(where: {
                $0.kind == .attribute || $0.kind == .time && $0.tokens.count > 3
            }),
            role.tokens.contains(where: { token in
                document.entity(at: token)?.kind == .place
            }),
            role.tokens.contains(where: { document.upos[$0] == .adp })
        else { return [] }
        let head = document.upos[role.head]
        guard head != .propn,
            !role.marker.isEmpty || store.lexicon.words[.place].contains(document.lemma(role.head).lowercased())
                || head == .adv || head == .num
        else { return [] }
        return [filling(role, document, fit: 0.9)]
    }

    /// "during a stop in Flint": the place of the occasion.
    private func placeWithin(_ stored: StoredFact) -> [Filling] {
        let document = store.articles[stored.article].document
        for role in stored.fact.roles
        where [.oblique, .time].contains(role.kind)
            && ["during", "after", "at", "before", "on", "following"].contains(role.marker)
        {
            for place in document.entities where place.kind == .place && role.tokens.contains(place.tokens.lowerBound) {
                guard place.tokens.lowerBound > 0,
                    ["in", "at", "to"].contains(document.norm(place.tokens.lowerBound - 1))
                else { continue }
                return [Filling(text: document.string(place.tokens), kind: .span, tokens: place.tokens, fit: 0.75)]
            }
        }
        return []
    }

    /// The phrase of the fact itself that a preposition marks which tells it often.
    ///
    /// - Parameter preferred: "handed over in envelopes at a bar": what stands at something is there, in something may be a manner.
    private func marked(
        _ markers: Set<String>, preferring preferred: String? = nil, in stored: StoredFact,
        only verbClass: String? = nil
    ) -> [Filling] {
        let document = store.articles[stored.article].document
        if let verbClass, !stored.fact.classes.contains(where: { store.lexicon.verbs[$0].name == verbClass }) {
            return []
        }
        let found = stored.fact.roles.filter { role in
            [.oblique, .recipient, .place].contains(role.kind) && markers.contains(role.marker)
                && !names(.person, role, document)
                && document.upos[role.head] != .pron && document.upos[role.head] != .verb
        }
        let best = found.first { $0.marker == preferred } ?? found.first
        return best.map { [filling($0, document, fit: 0.8)] } ?? []
    }

    /// "from the radio": the preposition tells how.
    private func withMarker(_ fillings: [Filling], _ stored: StoredFact) -> [Filling] {
        let document = store.articles[stored.article].document
        return fillings.map { filling in
            let tokens = filling.tokens.lowerBound - 1..<filling.tokens.upperBound
            guard tokens.lowerBound >= 0, document.upos[tokens.lowerBound] == .adp else { return filling }
            return Filling(text: document.string(tokens), kind: .span, tokens: tokens, fit: filling.fit)
        }
    }

    private func names(_ kind: NamedEntity.Kind, _ role: Role, _ document: StoredDocument) -> Bool {
        document.entity(at: role.head)?.kind == kind
    }

    private func date(besides stored: StoredFact) -> [Filling] {
        let document = store.articles[stored.article].document
        let sentence = document.sentences[stored.fact.sentence].tokens
        return document.entities.filter {
            sentence.contains($0.tokens.lowerBound) && ($0.kind == .date || $0.kind == .time)
        }.prefix(1).map {
            Filling(text: document.string($0.tokens), kind: .span, tokens: $0.tokens, fit: 0.7)
        }
    }

    /// What news tells as the cause without "because": what came before, what somebody is fined for, what he says on it.
    private func cause(of stored: StoredFact) -> [Filling] {
        let document = store.articles[stored.article].document
        let fact = stored.fact
        if let role = fact.roles.first(where: {
            $0.kind == .time && $0.marker == "after" && document.upos[$0.head] == .verb
        }) {
            return [filling(role, document, fit: 0.8)]
        }
        if let participle = participle(of: stored) { return [participle] }
        let isPassive = fact.role(.theme) != nil && fact.role(.agent) == nil
        let isJudged = fact.classes.contains {
            store.lexicon.words[.classesWithGround].contains(store.lexicon.verbs[$0].name)
        }
        let markers = isPassive || isJudged ? reasonMarkers : reasonMarkers.subtracting(["for", "at"])
        return marked(markers, in: stored)
    }

    /// "rejected the plan, saying it was too dear": what is said in the same breath is why.
    private func participle(of stored: StoredFact) -> Filling? {
        let document = store.articles[stored.article].document
        for id in store.facts(ofSentence: stored.sentence) {
            let fact = store.facts[id].fact
            guard let verb = fact.cue.last, document.xpos[verb] == .vbg, verb > stored.fact.cue.upperBound,
                fact.cue != stored.fact.cue,
                fact.classes.contains(where: { id in
                    store.lexicon.verbs.id(named: "say").map { store.lexicon.verbs.isPart(id, of: $0) } ?? false
                }),
                let theme = fact.role(.theme), fact.role(.agent)?.head == stored.fact.role(.agent)?.head
            else { continue }
            return filling(theme, document, fit: 0.75)
        }
        return nil
    }

    /// The same clause may state it for another of the sentence's facts.
    private func borrowed(_ kind: Role.Kind, for stored: StoredFact) -> [Filling] {
        let document = store.articles[stored.article].document
        for id in store.facts(ofSentence: stored.sentence) {
            if let role = store.facts[id].fact.role(kind) { return [filling(role, document, fit: 0.7)] }
        }
        return []
    }

    private func filling(_ role: Role, _ document: StoredDocument, fit: Double) -> Filling {
        Filling(text: document.string(role.tokens), kind: .span, tokens: role.tokens, fit: fit)
    }
}
