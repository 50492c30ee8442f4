import Facts
import Questions

/// Names of the articles that are nearly one that was typed: "Zelenskiy" for "Zelensky".
struct NameSuggestions: Sendable {
    let store: FactStore

    /// At most four, the nearest first, then the one named most often.
    func near(_ typed: String) -> [String] {
        let words = typed.lowercased().split { $0 == " " }.map(String.init).filter { $0.count >= 4 }
        var least: [Entity.ID: Int] = [:]
        for part in store.entities.nameWords where part.utf8.count >= 4 {
            for word in words {
                guard let distance = NearWords.distance(word, part, atMost: 2), distance > 0, part.count >= 4,
                    distance <= (min(word.count, part.count) <= 5 ? 1 : 2)
                else { continue }
                for id in store.entities.entities(withNameWord: part) {
                    least[id] = min(least[id] ?? distance, distance)
                }
            }
        }
        var found: [(distance: Int, mentions: Int, name: String)] = []
        for (id, distance) in least.sorted(by: { ($0.value, $0.key) < ($1.value, $1.key) }) {
            let entity = store.entities[id]
            guard entity.kind != .unnamed, !entity.mentions.isEmpty, !found.contains(where: { $0.name == entity.name })
            else { continue }
            found.append((distance, entity.mentions.count, entity.name))
        }
        return found.sorted { ($0.distance, -$0.mentions, $0.name) < ($1.distance, -$1.mentions, $1.name) }.prefix(4)
            .map(\.name)
    }
}

extension NameSuggestions {
    /// "Halvorsen", "acceptable": what was found in place of names and words that were spelt otherwise.
    func spellings(in question: Question, resolver: PhraseResolver) -> [String] {
        question.arguments.flatMap { argument -> [String] in
            switch argument.filling {
            case .hole: return []
            case .words(let phrase): return resolver.resolve(phrase).words.compactMap(spelling)
            case .choice(let phrases): return phrases.flatMap { resolver.resolve($0).words }.compactMap(spelling)
            case .name(let phrase):
                let name = resolver.resolve(phrase)
                guard !name.isNamed, name.words.allSatisfy({ $0.matches.values.allSatisfy { $0 < 0.75 } }) else {
                    return []
                }
                return Array(near(phrase.text).prefix(1))
            }
        }
    }

    /// The word of the articles that is one slip away from a word that is none.
    private func spelling(of word: ResolvedWord) -> String? {
        guard word.text.utf8.count > 4, !word.text.hasPrefix("@"), store.vocabulary.id(of: word.text) == nil,
            !store.lexicon.related.contains(word.text)
        else { return nil }
        return word.matches.keys.map(store.vocabulary.word).sorted()
            .first { NearWords.distance(word.text, $0) == 1 }
    }
}
