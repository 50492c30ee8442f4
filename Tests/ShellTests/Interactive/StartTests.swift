import Testing

@testable import Shell

/// How the shell begins and ends.
@Suite(.serialized) struct StartTests {
    @Test func `banner, question, command, and Ctrl-D leaves`() throws {
        let session = try TerminalSession.overHarbour(columns: 100)
        #expect(
            session.screen.text.hasPrefix("Hearsay \(Launch.version) · .help for help, Ctrl-D leaves\n1 article · "))
        #expect(session.screen.text.contains(" facts · ") && session.screen.text.hasSuffix("\n\n?"))
        session.enter("!!!")
        session.enter(".shwo")
        session.type("\u{4}")
        #expect(session.end() == 0)
        #expect(
            session.screen.body == """
                ? !!!
                  There are no words in this line.

                ? .shwo
                  .shwo is not a command; did you mean .show?
                ? ^D
                """)
        #expect(session.screen.unknown.isEmpty)
        #expect(!session.screen.bracketsPaste)
    }

    @Test func `the config file is run first, unless it is not wanted`() throws {
        let home = try TerminalSession.newHome()
        for folder in ["/.config", "/.config/hearsay"] { mkdir(home + folder, 0o700) }
        try #require(writeFile(home + "/.config/hearsay/config", ".echo good morning\n"))
        for (arguments, isRun) in [([], true), (["--no-config"], false)] as [([String], Bool)] {
            let session = try TerminalSession(arguments, columns: 80, home: home)
            session.waitForArticles()
            #expect(session.screen.text.hasPrefix("good morning\nHearsay") == isRun)
            session.type("\u{4}")
            #expect(session.end() == 0)
        }
    }

    @Test func `SIGTERM ends the shell and gives the terminal back`() throws {
        let session = try TerminalSession.overHarbour(columns: 80)
        session.type("half")
        session.wait(for: "? half")
        session.signal(SIGTERM)
        #expect(session.end() == nil)
        #expect(!session.screen.bracketsPaste)
    }

    @Test func `a dumb terminal gets no sequences`() throws {
        let session = try TerminalSession([], columns: 80, environment: ["TERM": "dumb"])
        session.wait("the prompt", until: { $0.text.hasSuffix("\n?") })
        session.type("!!!\n")
        session.wait("the answer", until: { $0.text.hasSuffix("There are no words in this line.\n\n?") })
        #expect(!session.screen.bracketsPaste)
        session.type("\u{4}")
        #expect(session.end() == 0)
    }
}
