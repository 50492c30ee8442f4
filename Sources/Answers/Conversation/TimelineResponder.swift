import Facts
import Questions

/// "timeline of the bridge": what was said of it, the oldest first.
struct TimelineResponder: Sendable {
    let store: FactStore

    /// Statements in the order of the days they were published; those without a date come last.
    func ordered(_ answers: [Answer]) -> [Answer] {
        answers.map { answer -> Answer in
            var answer = answer
            answer.section = answer.evidence.first.map { heading($0.articleNumber - 1) }
            return answer
        }
        .sorted { key($0) < key($1) }
    }

    private func heading(_ article: Int) -> String {
        let article = store.articles[article].article
        return [article.date ?? "no date", article.publisher].compactMap { $0 }.joined(separator: " · ")
    }

    private func key(_ answer: Answer) -> (String, Int, Int) {
        guard let place = answer.evidence.first else { return ("~", 0, 0) }
        return (store.articles[place.articleNumber - 1].article.date ?? "~", place.articleNumber, place.start)
    }
}
