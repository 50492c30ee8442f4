import Answers
import Articles
import Testing

/// What pronouns and dates in answers stand for.
struct GlossTests {
    /// Published on a Monday.
    private static let article = """
        Title: Ferry strike to begin on Friday
        Date: 2025-03-17

        Ferry crews will walk out on Friday, union leader Jonas Ahl said on Monday. He said the company had cut wages last week.

        The harbour board said it regretted the strike. Mayor Ada Berg said the fair would open in April.
        """

    private func answers(_ question: String, date: Bool = true) throws -> [String] {
        var session = try Session()
        let text = date ? Self.article : Self.article.replacing("Date: 2025-03-17\n", with: "")
        session.load(try ArticleReader().read(bytes: Array(text.utf8), id: "strike.txt"))
        return session.ask(question).answers.map(\.glossedText)
    }

    @Test(arguments: [
        ("when will ferry crews walk out", "Friday [2025-03-21]"),
        ("what did Ahl say about wages", "the company had cut wages last week [2025-03-10 to 2025-03-16]"),
        ("what did the harbour board say", "it [the harbour board] regretted the strike"),
        ("what did Ada Berg say", "the fair would open in April [2025-04]"),
    ])
    func wordsThatPointElsewhereAreExplained(question: String, answer: String) throws {
        #expect(try answers(question).first == answer)
    }

    @Test func withoutADateOfTheArticleNoneIsTold() throws {
        #expect(try answers("when will ferry crews walk out", date: false).first == "Friday")
    }

    @Test func theTextItselfStaysVerbatim() throws {
        var session = try Session()
        session.load(try ArticleReader().read(bytes: Array(Self.article.utf8), id: "strike.txt"))
        let answer = try #require(session.ask("what did the harbour board say").answers.first)
        #expect(answer.text == "it regretted the strike")
        #expect(answer.glosses == [Gloss(range: 0..<2, meaning: "the harbour board")])
    }
}

/// What `.why` shows.
struct ExplanationTests {
    @Test func anAnswerTellsItsFactItsSentenceAndWhatEachSlotWeighed() throws {
        var session = try Session()
        let text = "Dam leaks\n\nDagny Lind said the old dam leaks. Lind said the road is closed."
        session.load(try ArticleReader().read(bytes: Array(text.utf8), id: "dam.txt"))
        let answer = try #require(session.ask("what did Lind say about the old dam").answers.first)
        let lines = answer.explanation.map(\.text)
        #expect(lines.contains { $0.hasPrefix("fact: say, by the rule ") })
        #expect(lines.contains("from the sentence [1:2]: Dagny Lind said the old dam leaks."))
        #expect(lines.contains { $0.hasPrefix("topic ~ old (") && $0.contains(" dam (") && $0.hasSuffix("%") })
        #expect(lines.contains { $0.hasPrefix("source Lind: ") })
        #expect(lines.contains { $0.hasPrefix("all slots (0.4 × the least + 0.6 × their mean): ") })
    }
}
