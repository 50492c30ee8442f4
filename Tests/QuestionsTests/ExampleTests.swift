import Facts
import Language
import Questions
import Testing

/// Every example of `grammar/questions.grammar` gives the pattern that stands beside it.
struct ExampleTests {
    @Test func everyExampleGivesItsPattern() throws {
        let lexicon = try Lexicon.embedded()
        let grammar = try QuestionGrammar.embedded()
        let parser = QuestionParser(grammar: grammar, lexicon: lexicon)
        let analyzer = try Analyzer()
        #expect(grammar.examples.count > 30)
        for example in grammar.examples {
            let result = parser.parse(analyzer.analyze(line: example.question), knowing: NoArticles())
            guard case .understood(let question) = result else {
                Issue.record("questions.grammar:\(example.line): not understood: \(example.question)")
                continue
            }
            #expect(question.description == example.pattern, "questions.grammar:\(example.line): \(example.question)")
        }
    }
}

/// Knows no names and no predicates.
struct NoArticles: WordKnowledge {
    func isName(_ words: [String]) -> Bool { false }
    func isPredicate(_ lemma: String) -> Bool { false }
}
