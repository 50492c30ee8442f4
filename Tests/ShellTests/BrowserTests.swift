import Answers
import Articles
import Testing

@testable import Shell

@Suite struct BrowserTests {
    /// What a command shows over a short invented article.
    private func show(_ line: String, columns: Int = 80) throws -> String {
        var session = try Session()
        session.load(
            try ArticleReader().read(
                bytes: Array(
                    """
                    Council reopens harbour
                    By Jane Roe, Example Wire

                    PORT ANSEL, March 3 (Example Wire) - Mayor Maria Bellweather said on Monday that the harbour is safe.
                    The captain John Underwood said that the harbour must close.
                    """.utf8), id: "harbour.txt"))
        var interpreter = Interpreter(session: session)
        return switch interpreter.respond(to: line, appearance: Appearance(width: columns)) {
        case .lines(let lines): lines.map(\.text).joined(separator: "\n")
        case .complaint(let complaints, _): complaints.joined(separator: "\n")
        default: ""
        }
    }

    @Test func `people are listed with how often they are named`() throws {
        let people = try show(".people")
        #expect(people.contains("1  Maria Bellweather") && people.contains("1  John Underwood"))
        #expect(try show(".people qqq") == "none are named with qqq")
    }

    @Test func `quotations by somebody, about something`() throws {
        #expect(try show(".quotes by Underwood").contains("John Underwood said"))
        #expect(!(try show(".quotes by Underwood").contains("Bellweather")))
        #expect(try show(".quotes about bridges") == "nobody is quoted about bridges")
    }

    @Test func `a name that is nearly one is asked back`() throws {
        #expect(
            try show(".profile Bellwether") == "the articles do not name Bellwether; did you mean Maria Bellweather?")
    }

    /// What a command shows over sentences of a story.
    private func show(_ line: String, over sentences: String) throws -> String {
        var session = try Session()
        session.load(try ArticleReader().read(bytes: Array(("Talks go on\n\n" + sentences).utf8), id: "talks.txt"))
        var interpreter = Interpreter(session: session)
        return switch interpreter.respond(to: line, appearance: Appearance(width: 100)) {
        case .lines(let lines): lines.map(\.text).joined(separator: "\n")
        case .complaint(let complaints, _): complaints.joined(separator: "\n")
        default: ""
        }
    }

    @Test func `what somebody rejects is not what he wants`() throws {
        let profile = try show(
            ".profile Berg", over: "Ada Berg rejected calls to close the port. Ada Berg demanded new cranes.")
        #expect(profile.contains("Wants (1)\n    demanded  new cranes"), "\(profile)")
        #expect(profile.contains("Rejects (1)\n    rejected  calls to close the port"), "\(profile)")
    }

    @Test func `whom it is said to, and the preposition, stand with what is said`() throws {
        let facts = try show(
            ".facts", over: "Ada Berg urged both sides to return to the table. Tom Lind comes from Oslo.")
        #expect(facts.contains("Ada Berg urged  both sides to return to the table"), "\(facts)")
        #expect(facts.contains("Tom Lind comes  from Oslo"), "\(facts)")
        let plans = try show(".facts", over: "Ada Berg vowed to take the government to court.")
        #expect(plans.contains("Ada Berg vowed  to take the government to court"), "\(plans)")
    }

    @Test func `according to somebody`() throws {
        let quotes = try show(".quotes", over: "According to Ada Berg, the port will close in May.")
        #expect(quotes.contains("According to Ada Berg  the port will close in May"), "\(quotes)")
    }

    @Test(arguments: ["Ada Berg and Tom Lind", "Ada Berg Tom Lind", "\"Ada Berg\" Lind", "berg, lind"])
    func `two names are told apart`(names: String) throws {
        let text = try show(
            ".compare \(names)", over: "Ada Berg said the port is open. Tom Lind said the port is closed.")
        #expect(text.contains("Ada Berg") && text.contains("│ Tom Lind"), "\(text)")
    }

    @Test(arguments: [80, 30, 20]) func `two side by side fit the window`(columns: Int) throws {
        let text = try show(".compare Bellweather Underwood on harbour", columns: columns)
        #expect(text.contains(" │ ") == (columns >= 60))
        #expect(!text.split(separator: "\n").contains { DisplayWidth.of($0) > columns })
        #expect(text.contains("Maria Bellwe") && text.contains("John Underwood"))
    }

    @Test func `an article is read with its dateline`() throws {
        #expect(try show(".read").contains("PORT ANSEL, March 3 (Example Wire) - [3]"))
        #expect(try show(".read").contains("▌said▐"))
        #expect(try show(".read 2") == "there is no article 2; there is 1 article")
    }

    @Test func `a timeline is drawn`() throws {
        #expect(try show(".timeline harbour").contains("  ● "))
        #expect(try show(".timeline harbour").contains("  │ "))
    }

    @Test func `what stands inside another statement is not shown again`() throws {
        var session = try Session()
        session.load(
            try ArticleReader().read(
                bytes: Array(
                    """
                    Ferries stay in port

                    Felix Okoro said on Friday that the minister had lost four days and should resign. Okoro accused the company of hiding its losses.
                    """.utf8), id: "ferry.txt"))
        var interpreter = Interpreter(session: session)
        guard
            case .lines(let lines) = interpreter.respond(to: ".profile Okoro", appearance: Appearance(width: 200))
        else {
            Issue.record("no profile")
            return
        }
        let text = lines.map(\.text).joined(separator: "\n")
        #expect(text.contains("said  the minister had lost four days and should resign"))
        #expect(text.contains("Says (2)") && text.count(of: "hiding") == 1, "\(text)")
    }
}

extension String {
    /// How often a word occurs.
    fileprivate func count(of word: String) -> Int { ranges(of: word).count }
}
