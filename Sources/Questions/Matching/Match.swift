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

/// Words that differ by a letter or two.
enum NearWords {
    /// At most four near words, the nearest first.
    static func near(_ word: String, among words: Set<String>) -> [String] {
        guard word.count >= 2 else { return [] }
        let limit = word.count <= 2 ? 1 : 2
        return words.map { ($0, distance(word, $0)) }.filter { $0.1 <= limit && $0.1 > 0 }
            .sorted { ($0.1, $0.0.first == word.first ? 0 : 1, $0.0) < ($1.1, $1.0.first == word.first ? 0 : 1, $1.0) }.prefix(4).map(\.0)
    }

    /// Edit distance with transpositions (Damerau 1964, restricted).
    static func distance(_ first: String, _ second: String) -> Int {
        let a = Array(first.unicodeScalars)
        let b = Array(second.unicodeScalars)
        if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
        var rows = [[Int]](repeating: [Int](repeating: 0, count: b.count + 1), count: a.count + 1)
        for i in 0...a.count { rows[i][0] = i }
        for j in 0...b.count { rows[0][j] = j }
        for i in 1...a.count {
            for j in 1...b.count {
                let cost = a[i - 1] == b[j - 1] ? 0 : 1
                rows[i][j] = min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + cost)
                if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] { rows[i][j] = min(rows[i][j], rows[i - 2][j - 2] + 1) }
            }
        }
        return rows[a.count][b.count]
    }
}
