import Articles
import Testing

@testable import Language

/// A line that is only tagged has the tags and lemmas of the same words in an article.
struct LineTests {
    @Test(arguments: [
        "who said the dam is safe", "what did Ada Berg's lawyer demand in March 2025",
        "did the unions' leaders agree to the plan, and when", "Osei", "“tolls” or ferries?",
    ])
    func tagsAreThoseOfTheWholeAnalysis(_ text: String) throws {
        let analyzer = try Analyzer()
        let line = analyzer.analyze(line: text)
        let article = Article(
            id: "a", text: Array(text.utf8), title: "", paragraphs: [Paragraph(range: 0..<text.utf8.count, kind: .body)]
        )
        let whole = analyzer.analyze(article)
        #expect(line.xpos == whole.xpos && line.upos == whole.upos)
        #expect((0..<line.count).map(line.lemma) == (0..<whole.count).map(whole.lemma))
        #expect(line.entities.isEmpty && line.violations(paragraphs: [0..<text.utf8.count]) == [])
    }
}
