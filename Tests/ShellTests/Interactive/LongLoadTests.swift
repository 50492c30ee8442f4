import Testing

@testable import Shell

/// What can be done while many articles are read, and how that is stopped.
@Suite(.serialized) struct LongLoadTests {
    /// A home with a folder of so many articles that reading them takes a while.
    private func home() throws -> String {
        let home = try TerminalSession.newHome()
        mkdir(home + "/inbox", 0o700)
        for number in 0..<600 {
            let paragraphs = (0..<8).map {
                "Ship w\(number * 100 + $0) came from port p\(number * 100 + $0) with \(number) crates, its captain said. The harbour of p\(number) stays open."
            }
            try #require(
                writeFile(
                    home + "/inbox/\(1000 + number).txt",
                    "Harbour \(number) reopens\n\n" + paragraphs.joined(separator: "\n\n")))
        }
        return home
    }

    @Test(arguments: [80, 30]) func `lines are typed while articles are read, and Ctrl-C on an empty one stops it`(
        columns: Int
    ) throws {
        let session = try TerminalSession(["inbox"], columns: columns, home: try home())
        session.wait("the prompt", until: { $0.text.hasSuffix("Ctrl-D leaves\n?") && $0.bracketsPaste })
        session.type("who sai")
        session.wait(
            "how far reading is, above the line",
            until: { $0.text.contains("/600  ") && $0.text.contains(" left\n? who sai") })
        session.type("\u{3}")
        session.wait(
            "the bar again", until: { $0.text.contains("? who sai^C\n") && $0.text.hasSuffix(" left\n?") })
        session.type("\u{3}")
        session.wait("the end of reading", until: { $0.text.contains(" facts") && $0.text.hasSuffix("\n\n?") })
        #expect(session.screen.text.filter { !$0.isWhitespace }.contains("arenotread"))
        #expect(!session.screen.text.contains("600 articles"))
        #expect(!session.screen.text.contains(" left\n"))
        session.type("\u{4}")
        #expect(session.end() == 0)
        #expect(session.screen.unknown.isEmpty)
    }

    @Test func `a line that is entered waits, and Ctrl-C has it answered over what is read`() throws {
        let session = try TerminalSession(["inbox"], columns: 80, home: try home())
        session.wait("the prompt", until: { $0.text.hasSuffix("Ctrl-D leaves\n?") && $0.bracketsPaste })
        session.type("!!!\r")
        session.wait("the bar", until: { $0.text.contains(" left") })
        session.type("\u{3}")
        session.wait(
            "the answer", until: { $0.text.hasSuffix("There are no words in this line.\n\n?") && $0.bracketsPaste })
        #expect(session.screen.text.contains("not read"))
        session.type("\u{4}")
        #expect(session.end() == 0)
    }

    @Test func `Ctrl-C stops a command that reads, and a script`() throws {
        let home = try home()
        let lines = String(repeating: "who said the harbour is open\n", count: 5000)
        try #require(writeFile(home + "/long.questions", lines))
        let session = try TerminalSession([], columns: 80, home: home)
        session.waitForArticles()
        session.type(".load inbox\r")
        session.wait("the bar", until: { $0.text.contains(" left") })
        session.type("\u{3}")
        session.wait(
            "the end of loading",
            until: { $0.text.replacing("\n", with: " ").contains("not read") && $0.text.hasSuffix("\n\n?") })
        session.type(".run long.questions\r")
        session.wait("an answer", until: { $0.text.contains("? who said the harbour is open") })
        session.type("\u{3}")
        session.wait("the end of the script", until: { $0.text.hasSuffix(": stopped here\n?") })
        session.type("\u{4}")
        #expect(session.end() == 0)
    }

    @Test(arguments: [80, 30]) func `Ctrl-C need not wait for the end of one huge article`(columns: Int) throws {
        let home = try TerminalSession.newHome()
        let pieces = (0..<12_000).map {
            "Pia Lind said that ship w\($0) came from port p\($0) with crates of glass."
        }
        try #require(writeFile(home + "/small.txt", "Harbour reopens\n\nThe harbour is open again, the council said."))
        try #require(writeFile(home + "/huge.txt", "Ships\n\n" + pieces.joined(separator: "\n\n")))
        let session = try TerminalSession([], columns: columns, home: home)
        session.waitForArticles()
        session.type(".load small.txt huge.txt\r")
        session.wait("the bar", until: { $0.text.contains(" left") })
        session.type("\u{3}")
        session.wait(
            "the end of loading",
            until: {
                $0.text.filter { !$0.isWhitespace }.contains("huge.txt:interrupted") && $0.text.hasSuffix("\n\n?")
            })
        session.enter("who said the harbour is open")
        #expect(session.screen.text.contains("[2:2]"))
        session.type("\u{4}")
        #expect(session.end() == 0)
    }

    @Test func `articles come through a pipe, questions from the keys`() throws {
        let home = try TerminalSession.newHome()
        try #require(
            writeFile(home + "/harbour.txt", "Council reopens harbour\n\nThe harbour is open again, the council said."))
        try #require(
            writeFile(home + "/both.sh", "cat harbour.txt | \"$1\" --no-config -\n"))
        let session = try TerminalSession(
            ["both.sh", try TerminalSession.program()], columns: 80, home: home, program: "/bin/sh")
        session.waitForArticles()
        #expect(session.screen.text.contains("\n1 article · "))
        session.enter("!!!")
        #expect(session.screen.text.contains("There are no words in this line."))
        session.type("\u{4}")
        #expect(session.end() == 0)
    }
}
