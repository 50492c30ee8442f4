import Facts
import Language
import Testing

@testable import Questions

/// Short forms, slips, spellings and quotation marks of a question.
struct SpellingTests {
    private func outcome(_ text: String) throws -> QuestionReader.Outcome {
        let analyzer = try Analyzer()
        return QuestionReader(language: try QuestionLanguage.embedded()).read(text, knowing: Dam()) {
            analyzer.analyze(line: $0)
        }
    }

    @Test(arguments: [
        ("who rejcted the toll", "rejected"), ("wich officials criticised the plan", "which"),
        ("who wraned that the dam may burst", "warned"),
    ])
    func `a slip is read over, with a note`(question: String, read: String) throws {
        #expect(try outcome(question).corrections.map(\.read) == [read])
    }

    @Test(arguments: [("what did Halvorsen say abot the dam", "about"), ("waht does Marrow want", "what")])
    func `a slip in a word of the grammar is read over where the question is better understood so`(
        question: String, read: String
    ) throws {
        #expect(try outcome(question).corrections.map(\.read) == [read])
    }

    @Test(arguments: [
        ("wat did Halvorsen rejct", ["what", "reject"]),
        ("waht did Halvorsen sayd abot the dam", ["what", "said", "about"]),
    ]) func `several slips are read over one after the other`(question: String, read: [String]) throws {
        #expect(try outcome(question).corrections.map(\.read) == read)
    }

    @Test func `a verb that the analysis took for a well-spelt one is told too`() throws {
        let outcome = try outcome("who sayd the dam is safe")
        #expect(outcome.corrections.map(\.typed) == ["sayd"] && outcome.corrections.map(\.read) == ["said"])
    }

    @Test(arguments: [
        "why did Marrow walk out", "what did Lind say about marron", "who said the dam is saef",
        "what did Halvorsen say about tolls", "who signed the treaty",
    ])
    func `words that are no slip of the grammar's stay`(question: String) throws {
        #expect(try outcome(question).corrections.isEmpty)
    }

    @Test(arguments: [
        ("who said ‘not today’", "who said “not today”"), ("who said 'not today'", "who said \"not today\""),
        ("who's Lind", "who's Lind"), ("the workers' union", "the workers' union"),
        ("who said „not today“", "who said “not today“"),
    ])
    func `quotation marks are made double, apostrophes stay`(typed: String, read: String) {
        #expect(SpellingReader.withDoubleMarks(typed) == read)
    }

    @Test func `British and American spelling are each other's variants`() throws {
        let spellings = Spellings.embedded
        #expect(spellings.variants(of: "organise").contains("organize"))
        #expect(spellings.variants(of: "organization").contains("organisation"))
        #expect(spellings.variants(of: "labour").contains("labor"))
        #expect(spellings.variants(of: "defense") == ["defence"])
        #expect(spellings.variants(of: "our").isEmpty)
    }
}
