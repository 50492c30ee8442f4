import Language

/// Coreference from running text, with the mentions that the program finds, against reference chains.
///
/// A mention counts as found where its head word is (as in CorefUD's scorer); `exact` wants its extent too. Singletons are
/// left out on both sides.
struct CoreferenceEvaluation {
    var heads = CoreferenceScore()
    var exact = CoreferenceScore()
    var pronouns = PronounScore()
    private(set) var documents = 0

    /// What identifies a mention: bytes of the head word (and whether it is several things), or of the whole.
    private struct Key: Hashable {
        var start: Int
        var end: Int
        var isCoordination = false
    }

    mutating func add(_ document: Document, _ reference: ReferenceChains) {
        documents += 1
        pronouns.add(document, reference)
        heads.add(
            gold: reference.chains.map {
                $0.map { Key(start: $0.head.lowerBound, end: $0.head.upperBound, isCoordination: $0.isCoordination) }
            },
            found: document.chains.map { chain in
                chain.map { mention in
                    let bytes = document.byteRange(mention.head..<mention.head + 1)
                    return Key(
                        start: bytes.lowerBound, end: bytes.upperBound, isCoordination: document.isCoordination(mention)
                    )
                }
            })
        exact.add(
            gold: reference.chains.map { $0.map { Key(start: $0.bytes.lowerBound, end: $0.bytes.upperBound) } },
            found: document.chains.map {
                $0.map { document.byteRange($0.tokens) }.map { Key(start: $0.lowerBound, end: $0.upperBound) }
            })
    }
}

extension CoreferenceScore {
    /// Adds a document: chains of mentions, numbered as they come.
    mutating func add<Key: Hashable>(gold: [[Key]], found: [[Key]]) {
        var numbers: [Key: Int] = [:]
        func number(_ key: Key) -> Int {
            if let number = numbers[key] { return number }
            numbers[key] = numbers.count
            return numbers.count - 1
        }
        add(gold: gold.map { Set($0.map(number)) }, found: found.map { Set($0.map(number)) })
    }
}
