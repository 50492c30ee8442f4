import Facts
import Language
import Testing

@testable import Questions

/// Mistakes in a grammar file are told with their place.
struct GrammarTests {
    @Test(arguments: [
        ("ask who <say> C", 1), ("shape a\n  ask who [<say> C", 2), ("shape a\n  ask who] C", 2), ("shape a\n  ask E|T", 2),
        ("shape a\n  ask who <say C", 2), ("shape a\nshape a", 2), ("shape a\n  means say", 2), ("shape a\n  means say(foo: ?)", 2),
        ("shape a\n  use nothing", 2), ("shape a\n  example who", 2), ("define A b", 1), ("nonsense", 1),
    ])
    func mistakesHaveTheirLine(text: String, line: Int) {
        #expect { try QuestionGrammar(text) } throws: { ($0 as? GrammarError)?.line == line }
    }

    @Test func aShapeOfItsOwnIsUnderstood() throws {
        let grammar = try QuestionGrammar("""
            define BE = is | was
            shape safe
              ask BE E safe [today]
              means be(agent: E, attribute: ?)
            """)
        let parser = QuestionParser(grammar: grammar, lexicon: try Lexicon.embedded())
        let result = parser.parse(try Analyzer().analyze(line: "Was the old bridge safe today?"), knowing: NoArticles())
        guard case .understood(let question) = result else {
            Issue.record("not understood")
            return
        }
        #expect(question.description == "be(agent: the old bridge, attribute: ?)")
    }
}

/// What is not understood is told with its place.
struct MisreadingTests {
    private func misreading(_ text: String) throws -> QuestionParser.Misreading? {
        let parser = QuestionParser(grammar: try QuestionGrammar.embedded(), lexicon: try Lexicon.embedded())
        guard case .misunderstood(let misreading) = parser.parse(try Analyzer().analyze(line: text), knowing: NoArticles()) else { return nil }
        return misreading
    }

    @Test func theFirstWordThatFitsNothingIsMarked() throws {
        let misreading = try #require(try misreading("wot flurb russia"))
        #expect(misreading.range == 0..<3)
        #expect(misreading.suggestions.contains("what"))
    }

    @Test func aQuestionThatStopsShortIsMarkedAtItsEnd() throws {
        let misreading = try #require(try misreading("who"))
        #expect(misreading.range == 3..<3)
        #expect(!misreading.expected.isEmpty)
    }

    @Test(arguments: ["?", "...", "!!! ???", "-"])
    func punctuationIsNoQuestion(text: String) throws {
        #expect(try misreading(text) != nil)
    }

    @Test func nearWordsAreAtMostTwoSlipsAway() {
        #expect(NearWords.near("wot", among: ["not", "what", "who", "wit"]) == ["wit", "not", "what", "who"])
        #expect(NearWords.near("acording", among: ["accord", "according"], limit: 1) == ["according"])
        #expect(NearWords.distance("sya", "say") == 1)
        #expect(NearWords.distance("", "abc") == 3)
    }
}
