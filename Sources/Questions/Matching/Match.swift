/// A wording that fits a question.
struct Match: Sendable {
    var score: Double
    /// The token range of each slot.
    var bindings: [String: Range<Int>] = [:]
    /// The lemma of the question's verb.
    var verb: String?
    /// Whether a word of the wording denies: "who did not".
    var isNegated = false
}

/// How far the shapes came in a question that none fits, and what they wanted there.
struct Reach: Sendable {
    var position = 0
    /// In the order of the grammar's shapes: the usual ones first.
    var expected: [String] = []
    /// The words that could stand there.
    var words: Set<String> = []
    var shape: Shape?

    mutating func note(_ label: Wording.Label, at position: Int, shape: Shape?) {
        guard let shape else { return }
        if position > self.position {
            self.position = position
            expected = []
            words = []
            self.shape = shape
        }
        guard position == self.position else { return }
        if self.shape == nil { self.shape = shape }
        switch label {
        case .empty: break
        case .words(let words):
            self.words.formUnion(words)
            if words.count <= 4 { words.sorted().filter { $0 != "n't" && $0 != "'s" }.forEach { expect($0) } }
        case .slot("E"), .slot("E2"): expect("a name")
        case .slot("N"): expect("a kind of thing (people, countries ...)")
        case .slot: expect("some words")
        case .verb, .adjective: expect("a verb")
        case .noun: expect("demands, proposals, promises ...")
        }
    }

    private mutating func expect(_ text: String) {
        if !expected.contains(text) { expected.append(text) }
    }
}
