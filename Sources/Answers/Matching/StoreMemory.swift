import Synchronization

/// What questions looked up in the articles, kept from question to question: people ask about the same again and again.
///
/// It is good for one store as it is; whoever changes the store takes a new one.
struct StoreMemory: Sendable {
    /// What a word matches.
    let words = Memory<ResolvedWord>()
    /// What words of a question or an answer name, for those of a later question that refer back.
    let referents = Memory<Referent>()
}

/// The last of what was looked up by its text.
final class Memory<Value: Sendable>: Sendable {
    private let values = Mutex<[String: Value]>([:])
    /// How many are kept; one takes some hundred bytes.
    private let most = 500

    subscript(text: String) -> Value? {
        get { values.withLock { $0[text] } }
        set {
            values.withLock { values in
                if values.count >= most { values.removeAll(keepingCapacity: true) }
                values[text] = newValue
            }
        }
    }
}
