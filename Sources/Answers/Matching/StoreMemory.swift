import Synchronization

/// What questions looked up in the articles, kept from question to question: people ask about the same again and again.
///
/// It is good for one store as it is; whoever changes the store takes a new one.
final class StoreMemory: Sendable {
    private let words = Mutex<[String: ResolvedWord]>([:])
    private let referents = Mutex<[String: Referent]>([:])
    /// How many of each are kept; one takes some hundred bytes.
    private static let most = 500

    /// What a word matches.
    subscript(word word: String) -> ResolvedWord? {
        get { words.withLock { $0[word] } }
        set {
            words.withLock { words in
                if words.count >= Self.most { words.removeAll(keepingCapacity: true) }
                words[word] = newValue
            }
        }
    }

    /// What words of a question or an answer name, for those of a later question that refer back.
    subscript(referent text: String) -> Referent? {
        get { referents.withLock { $0[text] } }
        set {
            referents.withLock { referents in
                if referents.count >= Self.most { referents.removeAll(keepingCapacity: true) }
                referents[text] = newValue
            }
        }
    }
}
