import Testing

@testable import Shell

/// The shell as a user sees it, on a pseudo-terminal. Only what does not depend on the answers found is compared.
@Suite(.serialized) struct InteractiveTests {
    private let article = """
        Council reopens harbour
        By Jane Roe, Example Wire
        The harbour of Port Ansel is open again, the council said on Monday.
        """

    /// Starts the shell over an invented article and waits for the prompt.
    private func start(columns: Int, environment: [String: String] = [:]) throws -> TerminalSession {
        let home = try TerminalSession.newHome()
        let path = home + "/harbour.txt"
        try #require(writeFile(path, article))
        let session = try TerminalSession([path], columns: columns, home: home, environment: environment)
        session.wait("the prompt", until: { $0.text.hasSuffix("\n?") && $0.bracketsPaste })
        return session
    }

    /// The screen without the banner, whose counts are the engine's.
    private func body(_ session: TerminalSession) -> String {
        let lines = session.screen.text.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.drop { !$0.isEmpty }.dropFirst().joined(separator: "\n")
    }

    @Test func `banner, question, command, and Ctrl-D leaves`() throws {
        let session = try start(columns: 100)
        #expect(session.screen.text.hasPrefix("Hearsay \(Launch.version) · 1 article, "))
        #expect(session.screen.text.contains(" · .help for help, Ctrl-D leaves\n\n?"))
        session.enter("!!!")
        session.enter(".shwo")
        session.type("\u{4}")
        #expect(session.end() == 0)
        #expect(
            body(session) == """
                ? !!!
                  There are no words in this line.

                ? .shwo
                  .shwo is not a command; did you mean .show?
                ? ^D
                """)
        #expect(session.screen.unknown.isEmpty)
        #expect(!session.screen.bracketsPaste)
    }

    @Test func `what is typed can be edited`() throws {
        let session = try start(columns: 80)
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

    @Test func `Up finds earlier lines, those that begin with what is typed first`() throws {
        let session = try start(columns: 80)
        session.enter("???")
        session.enter(".nope")
        session.type("\u{1B}[A")
        session.wait(for: "? .nope")
        session.type("\u{1B}[A")
        session.wait(for: "? ???")
        session.type("\u{3}")
        session.wait(for: "?")
        session.type(".n\u{1B}[A")
        session.wait(for: "? .nope")
        session.type("\u{15}\u{4}")
        #expect(session.end() == 0)
    }

    @Test func `history outlives the session, for its owner only`() throws {
        let home = try TerminalSession.newHome()
        for (key, last) in [("", "?"), ("\u{1B}[A", "? .nope")] {
            let session = try TerminalSession([], columns: 80, home: home)
            session.wait("the prompt", until: { $0.text.hasSuffix("\n?") && $0.bracketsPaste })
            session.type(key)
            session.wait(for: last)
            session.type("\u{15}")
            session.enter(".nope")
            session.type("\u{4}")
            #expect(session.end() == 0)
        }
        let path = home + "/.local/state/hearsay/history"
        #expect(HistoryFile(path: path).read() == [".nope", ".nope"])
        var file = HistoryFile(path: path)
        #expect(file.load() == [".nope"])
        var status = stat()
        #expect(stat(path, &status) == 0 && status.st_mode & 0o777 == 0o600)
    }

    @Test func `Ctrl-C drops the half-typed line and gives a new prompt`() throws {
        let session = try start(columns: 80)
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

    @Test func `a paste of several lines waits for Enter`() throws {
        let session = try start(columns: 80)
        session.type("\u{1B}[200~!!!\r.no\u{1}pe\r\n\u{1B}[201~")
        session.wait(for: ".nope")
        #expect(!session.screen.text.contains("There are no words"))
        session.type("\r")
        session.wait(
            "both answers",
            until: { $0.text.replacing("\n", with: " ").contains(".nope is not a command") && $0.text.hasSuffix("\n?") }
        )
        #expect(session.screen.text.contains("? !!!\n  There are no words in this line.\n"))
        session.type("\u{4}")
        #expect(session.end() == 0)
    }

    @Test func `a narrow window`() throws {
        let session = try start(columns: 30)
        session.enter(".help keys")
        session.enter("!!! !!! !!! !!! !!! !!! !!! !!!")
        session.type("\u{4}")
        #expect(session.end() == 0)
        #expect(
            body(session) == """
                ? .help keys
                    TAB               complete
                      names, verbs, topics,
                      commands, files
                    Right, Ctrl-E     take
                      what is suggested behind
                      the line
                    Up, Down          earlier
                      questions that begin
                      with what is typed
                    Ctrl-R            search
                      earlier questions
                    Ctrl-A, Ctrl-E    to the
                      begin, to the end
                    Ctrl-W, Ctrl-U    delete
                      the word before, all
                      before
                    Ctrl-C            drop the
                      line
                    Ctrl-D            on an
                      empty line: leave

                ? !!! !!! !!! !!! !!! !!! !!!
                !!!
                  There are no words in this
                    line.

                ? ^D
                """)
    }

    @Test func `a wide window`() throws {
        let session = try start(columns: 140)
        session.enter(".help load")
        session.enter(".load nowhere.txt")
        session.type("\u{4}")
        #expect(session.end() == 0)
        #expect(
            body(session) == """
                ? .help load
                    .load PATH...     read more articles: files, folders; * and ~ work, quote names with spaces

                ? .load nowhere.txt
                  nowhere.txt: no such file
                ? ^D
                """)
    }

    @Test func `a window that gets narrower keeps the line`() throws {
        let session = try start(columns: 80)
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

    @Test func `TAB completes`() throws {
        let session = try start(columns: 80)
        session.type(".ar\t")
        session.wait(for: "? .articles")
        session.type("\u{15}.load ~/har\t")
        session.wait(for: "? .load ~/harbour.txt")
        session.type("\u{15}\u{4}")
        #expect(session.end() == 0)
    }

    @Test(arguments: [80, 30]) func `a suggestion is taken with Right, and is not part of the line before`(columns: Int)
        throws
    {
        let session = try start(columns: columns, environment: ["NO_COLOR": ""])
        session.enter("!!! what was typed before")
        session.type("!!! w")
        session.wait(for: "? !!! what was typed before")
        session.type("\r")
        session.wait("the line as typed", until: { $0.text.contains("? !!! w\n") && $0.text.hasSuffix("\n?") })
        session.type("!!! wh")
        session.wait(for: "? !!! what was typed before")
        session.type("\u{1B}[C!")
        session.wait(for: "? !!! what was typed before!")
        // A line that goes over the border keeps its letters under the colours.
        session.type(" and on and on")
        session.wait(
            "the whole line",
            until: {
                $0.text.split(separator: "\n").joined().hasSuffix("before! and on and on")
                    || $0.text.replacing("\n", with: "").hasSuffix("and on and on")
            })
        session.type("\u{15}\u{4}")
        #expect(session.end() == 0)
        #expect(session.screen.unknown.isEmpty)
    }

    @Test func `TAB shows what may follow and goes on`() throws {
        let session = try start(columns: 80)
        session.type("who sai\t")
        session.wait(for: "? who said")
        session.type("\u{15}wh\t")
        session.wait(
            "the candidates",
            until: { $0.text.contains("what") && $0.text.contains("where") && $0.text.hasSuffix("\n? wh") })
        session.type("\u{15}\u{4}")
        #expect(session.end() == 0)
    }

    @Test func `the keys of vi from the user's file`() throws {
        let home = try TerminalSession.newHome()
        try #require(writeFile(home + "/.editrc", "bind -v\n"))
        let session = try TerminalSession([], columns: 80, home: home)
        session.wait("the prompt", until: { $0.text.hasSuffix("\n?") && $0.bracketsPaste })
        session.type("abc def")
        session.wait(for: "? abc def")
        session.type("\u{1B}")
        // Escape alone takes a moment; nothing on the screen tells that it is done.
        usleep(100_000)
        session.type("0dw")
        session.wait(for: "? def")
        session.type("\u{3}")
        session.wait(for: "?")
        session.type("\u{4}")
        #expect(session.end() == 0)
    }

    @Test(arguments: [80, 30]) func `a pasted article is offered to be loaded`(columns: Int) throws {
        let session = try start(columns: columns)
        let text =
            "A ferry returns\rThe ferry Lark came back to Port Ansel on Monday after two weeks of repairs, its captain said.\rIt will sail again on Friday, as the union had asked for in spring."
        session.type("\u{1B}[200~" + text + "\u{1B}[201~")
        session.wait("the paste", until: { $0.text.replacing("\n", with: "").hasSuffix("spring.") })
        session.type("\r")
        session.wait(for: "Load it? [y/N]")
        session.enter("y")
        #expect(session.screen.text.contains("2 articles"))
        session.enter(".articles")
        #expect(session.screen.text.contains("A ferry returns"))
        session.type("\u{4}")
        #expect(session.end() == 0)
    }

    @Test(arguments: [80, 30]) func `what is looked at without a question fits the window`(columns: Int) throws {
        let session = try start(columns: columns)
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

    @Test func `a private session reads and leaves no history`() throws {
        let home = try TerminalSession.newHome()
        for (arguments, shown) in [(["--private"], false), ([], true), (["--private"], false)] {
            let session = try TerminalSession(arguments, columns: 80, home: home)
            session.wait("the prompt", until: { $0.text.hasSuffix("\n?") && $0.bracketsPaste })
            session.enter(shown ? ".kept" : ".secret")
            session.type("\u{4}")
            #expect(session.end() == 0)
        }
        #expect(HistoryFile(path: home + "/.local/state/hearsay/history").read() == [".kept"])
    }

    @Test func `the config file is run first, unless it is not wanted`() throws {
        let home = try TerminalSession.newHome()
        for folder in ["/.config", "/.config/hearsay"] { mkdir(home + folder, 0o700) }
        try #require(writeFile(home + "/.config/hearsay/config", ".echo good morning\n"))
        for (arguments, isRun) in [([], true), (["--no-config"], false)] as [([String], Bool)] {
            let session = try TerminalSession(arguments, columns: 80, home: home)
            session.wait("the prompt", until: { $0.text.hasSuffix("\n?") && $0.bracketsPaste })
            #expect(session.screen.text.hasPrefix("good morning\nHearsay") == isRun)
            session.type("\u{4}")
            #expect(session.end() == 0)
        }
    }

    @Test func `what is longer than the screen goes through the pager`() throws {
        let session = try start(columns: 30, environment: ["PAGER": "/bin/sed s/^/PAGER/"])
        session.enter(".help")
        #expect(session.screen.text.contains("PAGER    who said"))
        session.enter(".set pager off")
        session.enter(".help keys")
        session.type("\u{4}")
        #expect(session.end() == 0)
    }

    @Test func `where the pager is missing the text is shown all the same`() throws {
        let session = try start(columns: 30, environment: ["PAGER": "/nowhere/pager"])
        session.enter(".help")
        #expect(session.screen.text.contains("    .quit"))
        session.type("\u{4}")
        #expect(session.end() == 0)
    }

    @Test func `a window that gets narrower keeps a coloured line over two rows`() throws {
        let session = try start(columns: 60, environment: ["NO_COLOR": ""])
        session.type("who said that the harbour of Port Ansel is open")
        session.wait("the line", until: { $0.text.hasSuffix("is open") })
        session.resize(columns: 50)
        session.type(" again, at last")
        session.wait("the whole line", until: { $0.text.filter { !$0.isWhitespace }.hasSuffix("isopenagain,atlast") })
        session.type("\u{3}")
        session.wait("a new prompt", until: { $0.text.hasSuffix("\n?") && $0.bracketsPaste })
        session.type("\u{4}")
        #expect(session.end() == 0)
    }

    @Test(arguments: [80, 30]) func `wide letters keep their places under the colours`(columns: Int) throws {
        let session = try start(columns: columns, environment: ["NO_COLOR": ""])
        session.type("who said 東京は安全で橋も港も開いている okay")
        session.wait("the line", until: { $0.text.replacing("\n", with: "").hasSuffix("okay") })
        session.type("\u{7F}\u{7F}\u{7F}\u{7F}\u{7F}\u{7F}る")
        session.wait("the line", until: { $0.text.replacing("\n", with: "").hasSuffix("港も開いている") })
        session.type("\u{15}\u{4}")
        #expect(session.end() == 0)
    }

    @Test func `a history that cannot be written disturbs nobody`() throws {
        let home = try TerminalSession.newHome()
        for folder in ["/.local", "/.local/state", "/.local/state/hearsay"] { mkdir(home + folder, 0o700) }
        symlink("/dev/full", home + "/.local/state/hearsay/history")
        let session = try TerminalSession([], columns: 80, home: home)
        session.wait("the prompt", until: { $0.text.hasSuffix("\n?") && $0.bracketsPaste })
        session.enter(".nope")
        session.type("\u{1B}[A")
        session.wait(for: "? .nope")
        session.type("\u{15}\u{4}")
        #expect(session.end() == 0)
    }

    @Test func `two sessions at once share what was typed`() throws {
        let first = try start(columns: 80)
        let home = first.home
        let second = try TerminalSession([], columns: 80, home: home)
        second.wait("the prompt", until: { $0.text.hasSuffix("\n?") && $0.bracketsPaste })
        first.enter(".first")
        second.enter(".second")
        second.type("\u{1B}[A\u{1B}[A")
        second.wait("the other session's line", until: { $0.text.hasSuffix("? .first") })
        for session in [first, second] {
            session.type("\u{15}\u{4}")
            #expect(session.end() == 0)
        }
        #expect(HistoryFile(path: home + "/.local/state/hearsay/history").read() == [".first", ".second"])
    }

    @Test func `where letters are not UTF-8 by default they still are here`() throws {
        let session = try start(columns: 80, environment: ["LANG": "C", "LC_ALL": "C"])
        session.type("“café”")
        session.wait(for: "? “café”")
        session.type("\u{15}\u{4}")
        #expect(session.end() == 0)
    }

    @Test func `SIGTERM ends the shell and gives the terminal back`() throws {
        let session = try start(columns: 80)
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

private func writeFile(_ path: String, _ text: String) -> Bool {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var text = text
    return text.withUTF8 { write(descriptor, $0.baseAddress, $0.count) == $0.count }
}
