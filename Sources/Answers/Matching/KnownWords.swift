import Synchronization

/// What words of questions match in the articles, kept from question to question: people ask about the same again and again.
///
/// It is good for one store as it is; whoever changes the store takes a new one.
final class KnownWords: Sendable {
    private let words = Mutex<[String: ResolvedWord]>([:])
    /// How many are kept; a word takes some hundred bytes.
    private static let most = 500

    subscript(text: String) -> ResolvedWord? {
        get { words.withLock { $0[text] } }
        set {
            words.withLock { words in
                if words.count >= Self.most { words.removeAll(keepingCapacity: true) }
                words[text] = newValue
            }
        }
    }
}
