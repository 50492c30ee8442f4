import Facts
import Synchronization

/// What questions looked up in the articles, kept from question to question: people ask about the same again and again.
///
/// It is good for one store as it is; whoever changes the store takes a new one.
final class StoreMemory: Sendable {
    private let words = Mutex<[String: ResolvedWord]>([:])
    private let traits = Mutex<[Entity.ID: ReferentTraits]>([:])
    /// How many words are kept; each takes some hundred bytes.
    private static let mostWords = 500
    /// How many entities' traits are kept; each takes some ten bytes.
    private static let mostTraits = 5000

    /// What a word matches.
    subscript(word word: String) -> ResolvedWord? {
        get { words.withLock { $0[word] } }
        set {
            words.withLock { words in
                if words.count >= Self.mostWords { words.removeAll(keepingCapacity: true) }
                words[word] = newValue
            }
        }
    }

    /// What the articles tell of an entity that pronouns tell apart.
    subscript(traitsOf id: Entity.ID) -> ReferentTraits? {
        get { traits.withLock { $0[id] } }
        set {
            traits.withLock { traits in
                if traits.count >= Self.mostTraits { traits.removeAll(keepingCapacity: true) }
                traits[id] = newValue
            }
        }
    }
}
