import Testing

@testable import Shell

/// Keys that change the line.
@Suite(.serialized) struct EditingTests {
    @Test func `what is typed can be edited`() throws {
        let session = try TerminalSession.overHarbour(columns: 80)
        session.type("teh cafe\u{301} 👩‍👩‍👧")
        session.wait(for: "? teh cafe\u{301} 👩‍👩‍👧")
        // Backspace takes a letter as people see it, joined ones too.
        session.type("\u{7F}")
        session.wait(for: "? teh cafe\u{301}")
        session.type("\u{7F}\u{7F}")
        session.wait(for: "? teh caf")
        // To the begin; delete a word's last two letters, put them right; to the end.
        session.type("\u{1B}[H\u{1B}[C\u{1B}[3~\u{1B}[3~he\u{1B}[Fé")
        session.wait(for: "? the café")
        // Ctrl-Left, Ctrl-U, Ctrl-W.
        session.type("\u{1B}[1;5D\u{15}")
        session.wait(for: "? café")
        session.type("\u{5} port\u{17}")
        session.wait(for: "? café")
        session.type("\u{15}.q\r")
        #expect(session.end() == 0)
    }

    @Test func `Ctrl-C drops the half-typed line and gives a new prompt`() throws {
        let session = try TerminalSession.overHarbour(columns: 80)
        session.type("who said")
        session.wait(for: "? who said")
        session.type("\u{3}")
        session.wait("a new prompt", until: { $0.text.hasSuffix("? who said^C\n?") && $0.bracketsPaste })
        // Also in a search.
        session.type("\u{12}x")
        session.wait("the search that finds nothing", until: { $0.text.contains("bck?x") })
        session.type("\u{3}")
        session.wait("a new prompt", until: { $0.text.hasSuffix("\n?") && $0.bracketsPaste })
        session.type("\u{4}")
        #expect(session.end() == 0)
    }

    @Test func `the keys of vi from the user's file`() throws {
        let home = try TerminalSession.newHome()
        try #require(writeFile(home + "/.editrc", "bind -v\n"))
        let session = try TerminalSession([], columns: 80, home: home)
        session.waitForArticles()
        session.type("abc def")
        session.wait(for: "? abc def")
        session.type("\u{1B}")
        // Escape alone takes a moment; nothing on the screen tells that it is done.
        usleep(100_000)
        session.type("0dw")
        session.wait(for: "? def")
        session.type("\u{3}")
        session.wait(for: "?")
        // Others, where they are wanted.
        session.enter(".set keys emacs")
        session.type("def\u{1}abc ")
        session.wait(for: "? abc def")
        session.type("\u{15}\u{3}")
        session.wait("a new prompt", until: { $0.text.hasSuffix("^C\n?") && $0.bracketsPaste })
        session.type("\u{4}")
        #expect(session.end() == 0)
    }

    @Test(arguments: [80, 30]) func `wide letters keep their places under the colours`(columns: Int) throws {
        let session = try TerminalSession.overHarbour(columns: columns, environment: ["NO_COLOR": ""])
        session.type("who said 東京は安全で橋も港も開いている okay")
        session.wait("the line", until: { $0.text.replacing("\n", with: "").hasSuffix("okay") })
        session.type("\u{7F}\u{7F}\u{7F}\u{7F}\u{7F}\u{7F}る")
        session.wait("the line", until: { $0.text.replacing("\n", with: "").hasSuffix("港も開いている") })
        session.type("\u{15}\u{4}")
        #expect(session.end() == 0)
    }

    @Test func `where letters are not UTF-8 by default they still are here`() throws {
        let session = try TerminalSession.overHarbour(columns: 80, environment: ["LANG": "C", "LC_ALL": "C"])
        session.type("“café”")
        session.wait(for: "? “café”")
        session.type("\u{15}\u{4}")
        #expect(session.end() == 0)
    }
}
