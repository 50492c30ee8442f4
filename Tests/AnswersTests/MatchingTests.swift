import Testing

@testable import Answers

struct WordFormsTests {
    @Test(arguments: [("denuclearize", "denuclearization"), ("concession", "concessions"), ("peaceful", "peace")])
    func derivationsAreAlike(first: String, second: String) {
        #expect(WordForms.similarity(first, second) >= 0.7)
    }

    @Test(arguments: [("peace", "place"), ("land", "plane"), ("war", "warm"), ("international", "interview"), ("", "x")])
    func otherWordsAreNot(first: String, second: String) {
        #expect(WordForms.similarity(first, second) == 0)
    }

    @Test func oneSlipInALongWordIsForgiven() {
        #expect(WordForms.similarity("acceptible", "acceptable") > 0)
        #expect(WordForms.similarity("zelenskiy", "zelensky") > 0)
    }
}

struct ExactWordsTests {
    @Test func quotationMarksDashesAndSpacesAreMadeEqual() {
        #expect(ExactWords.folded("“It’s a  30–day truce.”") == ExactWords.folded("It's a 30-day truce"))
    }
}

struct AnswerMergerTests {
    private func answer(_ text: String, score: Double, number: Int, start: Int) -> Answer {
        Answer(
            text: text, kind: .span, score: score,
            evidence: [
                Evidence(
                    article: "a.txt", articleNumber: 1, title: "A", number: number, sentence: text, start: start, end: start + text.utf8.count,
                    highlight: 0..<text.utf8.count)
            ])
    }

    @Test func theSameTextIsOneAnswerWithItsPlaces() {
        let merged = AnswerMerger.merge([answer("a truce", score: 0.8, number: 1, start: 0), answer("A truce.", score: 0.9, number: 4, start: 90)])
        #expect(merged.map(\.text) == ["A truce."])
        #expect(merged[0].evidence.map(\.number) == [4, 1])
    }

    @Test func aSpanInsideAnotherIsTheSameAnswer() {
        let merged = AnswerMerger.merge([answer("a truce of ten days", score: 0.9, number: 1, start: 10), answer("truce of ten", score: 0.8, number: 1, start: 12)])
        #expect(merged.count == 1)
    }

    @Test func farWeakerAnswersAreLeftOut() {
        let merged = AnswerMerger.merge([answer("a truce", score: 0.95, number: 1, start: 0), answer("a bridge", score: 0.5, number: 2, start: 50)])
        #expect(merged.map(\.text) == ["a truce"])
    }
}
