/// Brings answers together that say the same, and leaves out what the best ones make unlikely.
struct AnswerMerger {
    /// Answers with less than this part of the best one's score are left out.
    static let relativeThreshold = 0.8

    /// Best first; the same text in several places is one answer with several citations.
    static func merge(_ answers: [Answer], threshold: Double = relativeThreshold) -> [Answer] {
        var merged: [Answer] = []
        let sorted = answers.enumerated().sorted { $0.element.score != $1.element.score ? $0.element.score > $1.element.score : $0.offset < $1.offset }
        for (_, answer) in sorted {
            if let index = merged.firstIndex(where: { isSame($0, answer) }) {
                for evidence in answer.evidence where !merged[index].evidence.contains(where: { isSamePlace($0, evidence) }) {
                    merged[index].evidence.append(evidence)
                }
            } else {
                merged.append(answer)
            }
        }
        guard let best = merged.first?.score else { return [] }
        return merged.filter { $0.score >= best * threshold }
    }

    private static func isSame(_ first: Answer, _ second: Answer) -> Bool {
        if ExactWords.folded(first.text) == ExactWords.folded(second.text) { return true }
        guard first.kind == .span, second.kind == .span, let a = first.evidence.first, let b = second.evidence.first, a.article == b.article
        else { return false }
        // One span inside the other is one statement.
        let overlap = min(a.end, b.end) - max(a.start, b.start)
        return overlap > 0 && overlap * 10 >= min(a.end - a.start, b.end - b.start) * 8
    }

    private static func isSamePlace(_ first: Evidence, _ second: Evidence) -> Bool {
        first.articleNumber == second.articleNumber && first.number == second.number
    }
}
