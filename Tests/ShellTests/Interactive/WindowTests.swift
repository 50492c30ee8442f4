import Testing

@testable import Shell

/// Windows of all widths, and what does not fit into them.
@Suite(.serialized) struct WindowTests {
    @Test func `a narrow window`() throws {
        let session = try TerminalSession.overHarbour(columns: 30)
        session.enter(".help keys")
        session.enter("!!! !!! !!! !!! !!! !!! !!! !!!")
        session.type("\u{4}")
        #expect(session.end() == 0)
        #expect(
            session.screen.body == """
                ? .help keys
                    TAB  complete question
                      words, names, verbs,
                      topics, commands, files
                    Right, Ctrl-E  take what
                      is suggested behind the
                      line
                    Up, Down  earlier lines
                      that begin with what is
                      typed
                    Ctrl-R  search earlier
                      lines
                    Ctrl-A, Ctrl-E  to the
                      beginning, to the end
                    Ctrl-Left, Right  a word
                      back, a word on
                    Ctrl-W, Ctrl-U  delete the
                      word before, all before
                    Ctrl-L  clear the screen
                    Ctrl-C  drop the line; at
                      work: stop, and keep
                      what was found
                    Ctrl-Z  pause; fg goes on
                    Ctrl-D  on an empty line:
                      leave

                ? !!! !!! !!! !!! !!! !!! !!!
                !!!
                  There are no words in this
                    line.

                ? ^D
                """)
    }

    @Test func `a wide window`() throws {
        let session = try TerminalSession.overHarbour(columns: 140)
        session.enter(".help load")
        session.enter(".load nowhere.txt")
        session.type("\u{4}")
        #expect(session.end() == 0)
        #expect(
            session.screen.body == """
                ? .help load
                    .load PATH...     read more articles: files, folders; * and ~ work, quote names with spaces

                ? .load nowhere.txt
                  nowhere.txt: no such file
                ? ^D
                """)
    }

    @Test func `a window that gets narrower keeps the line`() throws {
        let session = try TerminalSession.overHarbour(columns: 80)
        session.type("who said the harbour")
        session.wait(for: "? who said the harbour")
        session.resize(columns: 60)
        session.type(" is open")
        session.wait(for: "? who said the harbour is open")
        session.type("\u{3}")
        session.wait("a new prompt", until: { $0.text.hasSuffix("open^C\n?") && $0.bracketsPaste })
        session.type("\u{4}")
        #expect(session.end() == 0)
    }

    @Test(arguments: [80, 30]) func `what is looked at without a question fits the window`(columns: Int) throws {
        let session = try TerminalSession.overHarbour(columns: columns)
        for line in [
            ".read", ".facts", ".people", ".quotes", ".timeline", ".compare council council", ".set", ".help",
            ".history", ".show 1:1",
        ] {
            session.enter(line)
        }
        #expect(session.screen.unknown.isEmpty)
        #expect(!session.screen.text.split(separator: "\n").contains { DisplayWidth.of($0) > columns })
        session.type("\u{4}")
        #expect(session.end() == 0)
    }

    @Test func `what is longer than the screen goes through the pager`() throws {
        let session = try TerminalSession.overHarbour(columns: 30, environment: ["PAGER": "/bin/sed s/^/PAGER/"])
        session.enter(".help")
        #expect(session.screen.text.contains("PAGER    who said"))
        session.enter(".set pager off")
        session.enter(".help keys")
        session.type("\u{4}")
        #expect(session.end() == 0)
    }

    @Test func `where the pager is missing the text is shown all the same`() throws {
        let session = try TerminalSession.overHarbour(columns: 30, environment: ["PAGER": "/nowhere/pager"])
        session.enter(".help")
        #expect(session.screen.text.contains("    .quit"))
        session.type("\u{4}")
        #expect(session.end() == 0)
    }

    @Test(arguments: [(60, 50), (30, 24)])
    func `a window that gets narrower keeps a coloured line over two rows`(columns: Int, narrower: Int) throws {
        let session = try TerminalSession.overHarbour(columns: columns, environment: ["NO_COLOR": ""])
        session.type("who said that the harbour of Port Ansel is open")
        session.wait("the line", until: { $0.text.replacing("\n", with: "").hasSuffix("is open") })
        session.resize(columns: narrower)
        session.type(" again, at last")
        session.wait("the whole line", until: { $0.text.filter { !$0.isWhitespace }.hasSuffix("isopenagain,atlast") })
        session.type("\u{3}")
        session.wait("a new prompt", until: { $0.text.hasSuffix("\n?") && $0.bracketsPaste })
        session.type("\u{4}")
        #expect(session.end() == 0)
    }
}
