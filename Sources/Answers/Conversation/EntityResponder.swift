import Facts
import Language
import Questions

/// "list people", "how many people are mentioned".
struct EntityResponder: Sendable {
    let store: FactStore
    let builder: AnswerBuilder

    func answers(to question: Question) -> [Answer] {
        let answers = entities(of: limit(question)).map { id -> Answer in
            let entity = store.entities[id]
            return Answer(
                text: entity.name, kind: .name, description: entity.descriptions.first?.text, score: 1,
                evidence: evidence(of: entity))
        }
        guard question.use == .count, !answers.isEmpty else { return answers }
        return [
            Answer(text: String(answers.count), kind: .count, score: 1, evidence: answers.compactMap(\.evidence.first))
        ]
    }

    private func limit(_ question: Question) -> KindLimit {
        guard let hole = question.hole, case .hole(_, let noun) = hole.filling else {
            return KindLimit(noun: nil, words: store.lexicon.words)
        }
        return KindLimit(noun: noun, words: store.lexicon.words)
    }

    /// In the order in which the articles name them.
    private func entities(of limit: KindLimit) -> [Entity.ID] {
        store.entities.entities.indices.filter { index in
            let entity = store.entities.entities[index]
            guard !entity.mentions.isEmpty else { return false }
            let isCountry =
                entity.group.map { $0.part == .name && store.lexicon.names.groups[$0.id].kind == "country" } ?? false
            switch limit.kind {
            case .person: return entity.kind == .person
            case .organization: return entity.kind == .organization
            case .place: return entity.kind == .place
            case .country: return isCountry
            case nil: return limit.lemma.map { isDescribed(entity, as: $0) } ?? true
            }
        }.sorted { first, second in
            let a = store.entities.entities[first].mentions[0]
            let b = store.entities.entities[second].mentions[0]
            return (a.article, a.tokens.lowerBound) < (b.article, b.tokens.lowerBound)
        }.map(Entity.ID.init)
    }

    /// "which judges are mentioned": whose description or title has the word.
    private func isDescribed(_ entity: Entity, as lemma: String) -> Bool {
        entity.kind != .unnamed
            && entity.descriptions.contains { description in
                let document = store.articles[description.place.article].document
                return description.place.tokens.contains { document.lemma($0).lowercased() == lemma }
            }
    }

    private func evidence(of entity: Entity) -> [Evidence] {
        var seen: Set<[Int]> = []
        return entity.mentions.compactMap { place in
            let sentence = store.articles[place.article].document.sentence(of: place.tokens.lowerBound)
            guard seen.insert([place.article, sentence]).inserted else { return nil }
            return builder.evidence(place.tokens, sentence: sentence, article: place.article)
        }
    }
}
