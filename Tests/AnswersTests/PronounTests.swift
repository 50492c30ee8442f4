import Answers
import Articles
import Testing

/// Questions one after the other, with pronouns that are told apart by whom the articles tell of.
struct PronounTests {
    private static let text = """
        Mayor and premier trade blows over ferry

        March 3, 2025

        Ada Kolberg, the mayor of Tarnby, accused Premier Oskar Lind of lying about the ferry on Monday. "He knew the ship \
        was unsafe," she said.

        Lind rejected the accusation. He said Kolberg had ignored two reports. The harbour board said it would inspect the \
        ferry in Sundet in May.

        Two engineers, Mr Ravno Dahl and Ms Ibsel Ek, said they had warned the board. Dahl said he wrote a letter to the \
        board. Ek said she resigned in protest. Residents said they want a bridge. Spokeswoman Teshi Orr said the harbour \
        board would not comment.

        Quorra Vantz bought the ferry in 2019. Vantz said he had never been aboard. "I trusted the yard," he said.
        """

    /// The pattern and the answers to the last of these questions.
    private func last(_ questions: [String]) throws -> Reply {
        var session = try Session()
        session.load(try ArticleReader().read(bytes: Array(Self.text.utf8), id: "ferry.txt"))
        var reply: Reply?
        for question in questions { reply = session.ask(question) }
        return try #require(reply)
    }

    @Test(arguments: [
        // Each by the name.
        (["who accused Lind", "what did she accuse him of"], "accuse(agent: Ada Kolberg, recipient: Lind, theme: ?)"),
        (["who accused Lind", "what did he say"], "say(source: Lind, content: ?)"),
        (["what did Lind say", "what did Kolberg say", "what did he say"], "say(source: Lind, content: ?)"),
        // By the title before the name.
        (["what did Dahl say", "what did Ek say", "what did he say"], "say(source: Dahl, content: ?)"),
        (["what did Ek say", "what did Dahl say", "what did she say"], "say(source: Ek, content: ?)"),
        // By what somebody is called.
        (["what did Orr say", "what did Lind say", "what else did she say"], "say(source: Orr, content: ?)"),
        // By the pronouns of the article.
        (["what did Vantz say", "what did Kolberg say", "what did he say"], "say(source: Vantz, content: ?)"),
        // Any of the answers.
        (["who said they had warned the board", "what did she say"], "say(source: Ibsel Ek, content: ?)"),
        // Groups and things.
        (
            ["what did the harbour board say", "what did Lind say", "what will it inspect"],
            "inspect(agent: the harbour board"
        ),
        (["what did residents say", "what did Lind say", "what do they want"], "agent: residents"),
        (["who bought the ferry", "who inspects it"], "other ~ \"the ferry\""),
        (["where will the board inspect the ferry", "what happened there"], "Sundet"),
        // What is said to be whose.
        (["what did Lind say", "who read his letter"], "Lind's letter"),
        (["what did Ek say", "what did Lind say about his reports"], "topic ~ \"his reports\""),
    ])
    func `a pronoun is the last one that it fits`(questions: [String], pattern: String) throws {
        let reply = try last(questions)
        for part in pattern.split(separator: ",") {
            #expect(reply.pattern?.contains(part.drop { $0 == " " }) == true, "\(part) in \(reply.pattern ?? "")")
        }
    }

    @Test(arguments: [
        (["who accused Lind", "what did she accuse him of"], ["lying about the ferry on Monday"]),
        (["who accused Lind", "what did he say"], ["Kolberg had ignored two reports"]),
        (["what did residents say", "what do they want"], ["a bridge"]),
        (["what did the harbour board say", "what will it inspect"], ["the ferry in Sundet"]),
        (["who said they had warned the board", "what did she say"], ["she resigned in protest"]),
    ])
    func `and answered so`(questions: [String], answers: [String]) throws {
        let reply = try last(questions)
        for answer in answers { #expect(reply.answers.contains { $0.text == answer }, "\(reply.answers.map(\.text))") }
    }

    @Test func `several are meant by they`() throws {
        let reply = try last(["who said they had warned the board", "what did they say"])
        #expect(reply.pattern?.contains("Ravno Dahl and Ibsel Ek") == true, "\(reply.pattern ?? "")")
        #expect(reply.answers.first?.text == "they had warned the board")
    }

    @Test(arguments: [
        (["what did he say"], "nobody in the questions and answers before can be \"he\""),
        (["what did Kolberg say", "what did he say"], "nobody in the questions and answers before can be \"he\""),
        (
            ["what did Lind say", "what did she accuse him of"],
            "nobody in the questions and answers before can be \"she\""
        ),
        (
            ["what did Lind say", "what does he say about him"],
            "nobody in the questions and answers before can be \"him\""
        ),
        (
            ["what did the harbour board say", "what did she say"],
            "nobody in the questions and answers before can be \"she\""
        ),
    ])
    func `where nobody fits it is told`(questions: [String], message: String) throws {
        let reply = try last(questions)
        #expect(reply.status == .noAnswer)
        #expect(reply.message == "Nothing found: \(message).", "\(reply.pattern ?? "")")
    }
}
