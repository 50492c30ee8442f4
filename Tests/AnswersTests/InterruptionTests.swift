import Answers
import Articles
import Synchronization
import Testing

/// Long questions that whoever asked wants no more of.
struct InterruptionTests {
    /// Two hundred and fifty statements by one person, every second one about piers.
    private static func session() throws -> Session {
        var session = try Session()
        let sentences = (1...250).map { "Pia Lind said that \($0 % 2 == 0 ? "pier" : "crane") \($0) must close." }
        let text = "News of the day\n\n" + sentences.joined(separator: "\n\n")
        session.load(try ArticleReader().read(bytes: Array(text.utf8), id: "a.txt"))
        return session
    }

    /// Says at the n-th time it is asked that no more is wanted.
    private final class Impatience: Sendable {
        private let asked = Atomic<Int>(0)
        private let limit: Int

        init(after limit: Int) { self.limit = limit }

        var isOver: Bool { asked.add(1, ordering: .relaxed).newValue > limit }
    }

    @Test(arguments: [0, 1, 50]) func whatWasFoundUntilThenIsKeptAndCalledIncomplete(times: Int) throws {
        var session = try Self.session()
        let all = session.ask("what did Pia Lind say")
        #expect(all.isComplete && all.answers.count == 250)
        let impatience = Impatience(after: times)
        let part = session.ask("what did Pia Lind say", isInterrupted: { impatience.isOver })
        #expect(!part.isComplete && part.answers.count < all.answers.count)
        #expect(part.status == (part.answers.isEmpty ? .noAnswer : .answered))
        // Some are made of the best matches in any case.
        #expect(!part.answers.isEmpty)
        let places = Set(all.answers.map(\.text))
        #expect(part.answers.allSatisfy { places.contains($0.text) })
    }

    @Test func whoeverIsPatientGetsAll() throws {
        var session = try Self.session()
        let reply = session.ask("what did Pia Lind say", isInterrupted: { false })
        #expect(reply == session.ask("what did Pia Lind say"))
    }

    @Test func nothingIsSaidToBeMissingWhereTheSearchWasStopped() throws {
        var session = try Self.session()
        let reply = session.ask("did Pia Lind say that the ferry sank", isInterrupted: { true })
        #expect(reply.answers.isEmpty && reply.isComplete == (reply.message?.contains("stopped") != true))
    }

    @Test func theNextQuestionIsAnsweredInFull() throws {
        var session = try Self.session()
        _ = session.ask("what did Pia Lind say", isInterrupted: { true })
        let next = session.ask("what did Pia Lind say about cranes")
        #expect(next.isComplete && next.answers.count == 125)
    }
}
