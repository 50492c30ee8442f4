import Answers
import Articles
import Testing

/// Questions one after the other, over two invented articles about a dam.
struct ConversationTests {
    private static let first = """
        Water rises at the Osterby dam

        March 3, 2025

        Halvorsen said the canal would close in April. Halvorsen rejected a toll on the bridge.

        Dagny Lind, an engineer, warned that the dam leaks. Lind said Kestrel Freight ignored two reports about the dam.
        """
    private static let second = """
        Lind leaves the valley after the flood

        May 12, 2025

        Dagny Lind resigned on Monday because the council ignored her reports. "The dam was never safe," Lind said.

        Halvorsen said the council supports a toll on the bridge. Pia Marrow opposes the toll.
        """

    /// The reply to the last of these questions.
    private func last(_ questions: String...) throws -> Reply {
        var session = try Session()
        for (name, text) in [("first.txt", Self.first), ("second.txt", Self.second)] {
            session.load(try ArticleReader().read(bytes: Array(text.utf8), id: name))
        }
        var reply: Reply?
        for question in questions { reply = session.ask(question) }
        return try #require(reply)
    }

    @Test(arguments: [
        (["what did Halvorsen say", "and Lind"], "say(source: Lind, content: ?)"),
        (["what did Halvorsen say", "and the engineer"], "say(source: the engineer, content: ?)"),
        (
            ["what did Halvorsen say", "what about the canal"],
            "say(source: Halvorsen, content: ?, topic ~ \"the canal\")"
        ),
        (["who ignored the reports", "when did it happen"], "ignore(time: ?, other ~ \"the reports\")"),
        (["who opposes the toll", "who supports it"], "support(agent: ?, other ~ \"the toll\")"),
        (["who accused the council", "of what"], "accuse(theme: ?, content ~ \"the council\")"),
        (["what did Lind say", "about the dam"], "say(source: Lind, content: ?, topic ~ \"the dam\")"),
        (
            ["what did Lind say about the dam", "and Halvorsen"],
            "say(source: Halvorsen, content: ?, topic ~ \"the dam\")"
        ),
        (["what did Lind say", "only in article 2"], "say(source: Lind, content: ?, article: 2)"),
        (["what did Lind say", "only since April 2025"], "say(source: Lind, content: ?, since: 2025-04)"),
        (
            ["what did Lind say", "in article 1", "about the dam"],
            "say(source: Lind, content: ?, topic ~ \"the dam\", article: 1)"
        ),
        (["did Lind resign", "why"], "resign(subject: Lind, reason: ?)"),
        (["why did Lind resign", "when"], "resign(subject: Lind, time: ?)"),
        (["who rejected a toll", "what did he say"], "say(source: Halvorsen, content: ?)"),
        (["what did Lind say", "who denied that"], "deny(source: ?, content ~ "),
        (["who opposes the toll", "who else"], "oppose(agent: ?, other ~ \"the toll\")"),
    ])
    func `a follow-up takes the rest from the last question`(questions: [String], pattern: String) throws {
        var session = try Session()
        for (name, text) in [("first.txt", Self.first), ("second.txt", Self.second)] {
            session.load(try ArticleReader().read(bytes: Array(text.utf8), id: name))
        }
        var reply: Reply?
        for question in questions { reply = session.ask(question) }
        let parts = pattern.dropLast().split(separator: ",").map { $0.drop { $0 == " " } }
        for part in parts {
            #expect(reply?.pattern?.contains(part) == true, "\(part) in \(reply?.pattern ?? "nothing")")
        }
    }

    @Test func `a follow-up without a question is told`() throws {
        let reply = try last("and Lind")
        #expect(reply.status == .notUnderstood)
        #expect(reply.message == "This goes on from a question, but none was asked before.")
    }

    @Test func `count counts, and what else leaves out what was given`() throws {
        let all = try last("what did Lind say")
        let count = try last("what did Lind say", "count")
        #expect(count.answers.map(\.text) == [String(all.answers.count)])
        #expect(try last("what did Lind say", "what else").answers.isEmpty)
        #expect(try last("what did Lind say", "what else", "count").answers.map(\.text) == [String(all.answers.count)])
    }

    @Test(arguments: [
        ("what did Lind say in article 2", ["The dam was never safe"]),
        ("what did Lind say about the dam since April 2025", ["The dam was never safe"]),
        ("what did Halvorsen say about the canal or the toll before April 2025", ["the canal would close in April"]),
        ("what did Halvorsen say in \"Water rises\"", ["the canal would close in April"]),
        ("latest statement by Lind", ["The dam was never safe"]),
        ("first statement by Lind", ["the dam leaks"]),
    ])
    func `filters leave what they name`(question: String, texts: [String]) throws {
        let reply = try last(question)
        for text in texts {
            #expect(
                reply.answers.contains { $0.text.contains(text) }, "\(reply.answers.map(\.text)) \(reply.message ?? "")"
            )
        }
        let articles = Set(reply.answers.flatMap(\.evidence).map(\.articleNumber))
        #expect(articles.count == 1)
    }

    @Test func `who, but not about what`() throws {
        let reply = try last("what did Halvorsen say about the toll but not the canal")
        #expect(!reply.answers.isEmpty)
        #expect(!reply.answers.contains { $0.text.contains("canal") })
    }

    @Test(arguments: [
        ("what did Macron say", "Nothing found: these articles do not name Macron"),
        ("what did Halvorsen say about wages", "Nothing found: nothing in these articles is about wages"),
        ("what did Marrow say", "Nothing found: Pia Marrow is named once, but is not quoted here."),
        ("what did Lind say in article 7", "Nothing found: there is no article 7; 2 are loaded."),
        ("what did Lind say since June 2025", "Nothing found: no article is dated since 2025-06"),
    ])
    func `nothing found tells which part of the question found nothing`(question: String, message: String) throws {
        let reply = try last(question)
        #expect(reply.status == .noAnswer)
        #expect(reply.message?.hasPrefix(message) == true, "\(reply.message ?? "")")
    }

    @Test func `what is not understood comes with an example about the articles`() throws {
        let reply = try last("wot flurb the dam")
        #expect(reply.status == .notUnderstood)
        let example = try #require(reply.misunderstanding?.example)
        #expect(try last(example).status == .answered, "\(example)")
    }

    @Test func `a slip in a name is told`() throws {
        let reply = try last("what did Halvorson say")
        #expect(reply.answers.isEmpty || reply.message?.contains("Halvorsen") == true)
    }

    @Test func `two that contradict each other stand side by side`() throws {
        let reply = try last("where do Halvorsen and Marrow stand on the toll")
        #expect(Set(reply.answers.compactMap(\.section)) == ["Halvorsen", "Pia Marrow"])
    }
}
