import Facts

/// A filling of a matching fact, before it becomes an answer.
struct AnswerCandidate: Sendable {
    var filling: Filling
    var match: FactMatch
    /// Index in `FactStore.articles`.
    var article: Int
    /// From 0 to 1.
    var score: Double

    init(_ filling: Filling, _ match: FactMatch, article: Int) {
        self.filling = filling
        self.match = match
        self.article = article
        score = match.score * filling.fit
    }
}

/// Brings candidates together that say the same, and leaves out what the best ones make unlikely.
enum AnswerMerger {
    /// Answers with less than this part of the best one's score are left out.
    static let relativeThreshold = 0.8

    /// Groups that say the same, the best group and the best of each first.
    static func merge(_ candidates: [AnswerCandidate], threshold: Double = relativeThreshold) -> [[AnswerCandidate]] {
        let scores = candidates.map(\.score)
        let order = scores.indices.sorted { scores[$0] != scores[$1] ? scores[$0] > scores[$1] : $0 < $1 }
        var groups: [[AnswerCandidate]] = []
        var byText: [String: Int] = [:]
        // Spans are compared with those of their article only.
        var byArticle: [Int: [Int]] = [:]
        for index in order {
            let candidate = candidates[index]
            let text = ExactWords.folded(candidate.filling.text)
            let known =
                byText[text]
                ?? byArticle[candidate.article]?.first { isOneStatement(groups[$0][0].filling, candidate.filling) }
            if let known {
                groups[known].append(candidate)
                continue
            }
            guard candidate.score >= (groups.first?.first?.score ?? 0) * threshold else { continue }
            byText[text] = groups.count
            if candidate.filling.kind == .span { byArticle[candidate.article, default: []].append(groups.count) }
            groups.append([candidate])
        }
        return groups
    }

    /// One span inside the other is one statement.
    private static func isOneStatement(_ first: Filling, _ second: Filling) -> Bool {
        guard second.kind == .span else { return false }
        let overlap = first.tokens.clamped(to: second.tokens).count
        return overlap > 0 && overlap * 10 >= min(first.tokens.count, second.tokens.count) * 8
    }
}
