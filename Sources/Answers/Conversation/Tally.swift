import Questions

/// Counts answers: "how many statements by the mayor", "count".
enum Tally {
    /// One answer with the number, citing a place of each; none for none.
    static func answers(counting answers: [Answer]) -> [Answer] {
        guard let best = answers.first else { return [] }
        return [
            Answer(
                text: String(answers.count), kind: .count, score: best.score,
                evidence: answers.compactMap(\.evidence.first))
        ]
    }
}
