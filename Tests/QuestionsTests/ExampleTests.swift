import Facts
import Language
import Questions
import Testing

/// Every example of `grammar/questions.grammar` gives the pattern that stands beside it.
struct ExampleTests {
    @Test func `every example gives its pattern`() throws {
        let language = try QuestionLanguage.embedded()
        let analyzer = try Analyzer()
        #expect(language.grammar.examples.count > 130)
        for finding in language.findings(analyzing: { analyzer.analyze(line: $0) }) {
            Issue.record(
                "questions.grammar:\(finding.line): \(finding.question)\n  expected \(finding.expected)\n  found    \(finding.found)"
            )
        }
    }

    @Test func `no word stands twice in a list of the files that are built in`() {
        for repetition in QuestionLanguage.repetitions { Issue.record("\(repetition)") }
    }
}
