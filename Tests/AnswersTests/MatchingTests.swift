import Testing

@testable import Answers

struct WordFormsTests {
    @Test(arguments: [("denuclearize", "denuclearization"), ("concession", "concessions"), ("peaceful", "peace")])
    func derivationsAreAlike(first: String, second: String) {
        #expect(WordForms.similarity(first, second) >= 0.7)
    }

    @Test(arguments: [
        ("peace", "place"), ("land", "plane"), ("war", "warm"), ("international", "interview"), ("", "x"),
    ])
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
    private func candidate(_ text: String, score: Double, tokens: Range<Int>, article: Int = 0) -> AnswerCandidate {
        AnswerCandidate(
            Filling(text: text, kind: .span, tokens: tokens), FactMatch(id: 0, score: score, parts: []),
            article: article)
    }

    @Test func theSameTextIsOneAnswerWithItsPlaces() {
        let merged = AnswerMerger.merge([
            candidate("a truce", score: 0.8, tokens: 0..<2),
            candidate("A truce.", score: 0.9, tokens: 40..<42, article: 1),
        ])
        #expect(merged.map { $0.map(\.filling.text) } == [["A truce.", "a truce"]])
    }

    @Test func aSpanInsideAnotherIsTheSameAnswer() {
        let merged = AnswerMerger.merge([
            candidate("a truce of ten days", score: 0.9, tokens: 3..<8),
            candidate("truce of ten", score: 0.8, tokens: 4..<7),
        ])
        #expect(merged.count == 1)
    }

    @Test func spansOfTwoArticlesAreTwoAnswers() {
        let merged = AnswerMerger.merge([
            candidate("a truce of ten days", score: 0.9, tokens: 3..<8),
            candidate("truce of ten", score: 0.8, tokens: 4..<7, article: 1),
        ])
        #expect(merged.count == 2)
    }

    @Test func farWeakerAnswersAreLeftOut() {
        let merged = AnswerMerger.merge([
            candidate("a truce", score: 0.95, tokens: 0..<2), candidate("a bridge", score: 0.5, tokens: 9..<11),
        ])
        #expect(merged.map { $0[0].filling.text } == ["a truce"])
    }
}
