import Facts
import Testing

@testable import Questions

/// Names and verbs of invented articles.
private struct Harbour: PrefixKnowledge {
    func isName(_ words: [String]) -> Bool {
        [["ana", "bell"], ["bell"], ["council"], ["the", "council"]].contains(words)
    }
    func lemma(ofVerb word: String) -> String? { ["said": "say", "rejected": "reject", "closed": "close"][word] }
}

@Suite struct PrefixReaderTests {
    private func read(_ line: String) throws -> PrefixReading {
        let reader = PrefixReader(grammar: try QuestionGrammar.embedded(), lexicon: try Lexicon.embedded())
        return reader.read(PrefixReader.words(of: line).map(\.text), knowing: Harbour())
    }

    private func expects(_ kind: PrefixReading.Expectation.Kind, after line: String) throws -> Bool {
        try read(line).expected.contains { $0.kind == kind }
    }

    @Test func `words are parted as questions are`() {
        #expect(
            PrefixReader.words(of: "Who's Ana Bell, didn’t").map(\.text) == ["who", "'s", "ana", "bell", "did", "n't"])
    }

    @Test func `a question begins with a question word`() throws {
        #expect(try expects(.word("who"), after: ""))
        #expect(try expects(.word("what"), after: ""))
    }

    @Test func `verbs after who, names after what does`() throws {
        #expect(try expects(.verb(class: nil, form: .any), after: "who"))
        #expect(try expects(.name(answers: true), after: "what does"))
        #expect(try expects(.topic, after: "what did Ana Bell say about"))
    }

    @Test func `the name before a verb is known`() throws {
        let reading = try read("what does the council")
        #expect(
            reading.expected.contains { $0.name == ["the", "council"] && $0.kind == .verb(class: nil, form: .any) })
        #expect(reading.parts == [.word, .word, .name(isKnown: true), .name(isKnown: true)])
    }

    @Test func `words are told by what they were taken for`() throws {
        #expect(try read("who said").parts == [.word, .verb("say")])
        #expect(try read("wot flurb").reached < 2)
    }
}
