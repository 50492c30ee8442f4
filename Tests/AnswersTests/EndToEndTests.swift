import Answers
import Articles
import Foundation
import Testing

/// Invented articles through the real pipeline, with the questions of a careful reader.
struct EndToEndTests {
    /// How many answerable questions have to be right, and how many unanswerable ones may be answered.
    ///
    /// Measured with `swift test --filter EndToEndTests`, which prints both. When the questions were first asked: 69 of 118
    /// right and 2 of 13 answered for the first six articles, 49 of 87 and 1 of 8 for the four that came later, 76 of 130 and
    /// 1 of 12 for the six after them, 29 of 46 and none of 14 for the next three, 32 of 46 and 1 of 10 for the next two, 30 of 58
    /// and none of 9 for the three after them (a takeover, an interview, a live report), 38 of 49 and 1 of 6 for the last two (a
    /// debate, a column). The floor leaves six questions of room, for changes that win elsewhere; raise it when the figure has
    /// grown. The questions are not to be bent to the answers.
    private static let floor = (right: 453, answeredThoughUnanswerable: 2)

    @Test func theArticlesAreAnsweredAsWellAsMeasured() throws {
        let folder = try #require(Bundle.module.url(forResource: "Articles", withExtension: nil))
        let questions = try QuestionSet.read(folder.appendingPathComponent("questions.jsonl"))
        let missed = try missed(among: questions, folder: folder)

        let answerable = questions.filter(\.isAnswerable).count
        let missing = missed.filter(\.isAnswerable).map(\.id)
        let answered = missed.filter { !$0.isAnswerable }.map(\.id)
        let right = answerable - missing.count
        print("end to end: \(right) of \(answerable) right;", terminator: " ")
        print("\(answered.count) of \(questions.count - answerable) unanswerable ones answered")
        #expect(right >= Self.floor.right, "not right: \(missing)")
        #expect(answered.count <= Self.floor.answeredThoughUnanswerable, "answered: \(answered)")
    }

    /// The questions that are not answered rightly, in order.
    private func missed(among questions: [ReaderQuestion], folder: URL) throws -> [ReaderQuestion] {
        var loaded: [[String]: Session] = [:]
        let empty = try Session()
        return try questions.filter { question in
            if loaded[question.articles] == nil {
                var session = empty
                for name in question.articles {
                    session.load(try ArticleReader().read(path: folder.appendingPathComponent(name).path))
                }
                loaded[question.articles] = session
            }
            // A copy, so that no question goes on from another one's conversation.
            var session = loaded[question.articles] ?? empty
            for earlier in question.after ?? [] { _ = session.ask(earlier) }
            return !question.isRight(session.ask(question.question))
        }
    }
}

struct ReaderQuestionTests {
    private func reply(_ texts: String..., sentence: String = "The bridge reopened in May.") -> Reply {
        let evidence = Evidence(
            article: "a.txt", articleNumber: 1, title: "A", number: 1, sentence: sentence, start: 0, end: 1,
            highlight: 0..<1)
        let answers = texts.map { Answer(text: $0, kind: .span, score: 1, evidence: [evidence]) }
        return Reply(question: "", status: answers.isEmpty ? .noAnswer : .answered, answers: answers)
    }

    private func question(expecting items: ReaderQuestion.Item..., family: String = "when") -> ReaderQuestion {
        ReaderQuestion(id: "q", articles: [], question: "", family: family, expect: items)
    }

    @Test func anItemIsMetByOneOfItsWordings() {
        let asked = question(expecting: .init(any: ["in May", "last spring"]))
        #expect(asked.isRight(reply("In May.")))
        #expect(asked.isRight(reply("“last spring”")))
        #expect(!asked.isRight(reply("In June")))
        #expect(!asked.isRight(reply("again may")))
    }

    @Test func theFirstAnswerCounts() {
        let asked = question(expecting: .init(any: ["in May"]))
        #expect(asked.isRight(reply("in May", "in June")))
        #expect(!asked.isRight(reply("in June", "in May")))
    }

    @Test func everyItemHasToBeMet() {
        let asked = question(expecting: .init(any: ["May"]), .init(any: ["June"]))
        #expect(asked.isRight(reply("May", "June")))
        #expect(!asked.isRight(reply("May")))
    }

    @Test func aWholeSentenceIsNoAnswer() {
        let asked = question(expecting: .init(any: ["May"]))
        #expect(
            !asked.isRight(reply("The bridge over the river, which had been closed since the flood, reopened in May")))
    }

    @Test func theSentenceHasToBeCited() {
        let asked = question(expecting: .init(any: ["May"], evidence: ["reopened in May"]))
        #expect(asked.isRight(reply("May")))
        #expect(!asked.isRight(reply("May", sentence: "The flood came in May.")))
    }

    @Test func yesAndNoStandFirst() {
        let asked = question(expecting: .init(any: ["no"]), family: "yes-no")
        #expect(asked.isRight(reply("No: the bridge has been open for a whole month now, as the mayor said")))
        #expect(!asked.isRight(reply("yes, there is no doubt")))
        #expect(!asked.isRight(reply("nobody")))
    }

    @Test func whatTheArticlesDoNotAnswerIsRefused() {
        let asked = question()
        #expect(asked.isRight(reply()))
        #expect(!asked.isRight(reply("May")))
        #expect(!asked.isRight(Reply(question: "", status: .notUnderstood)))
    }
}
