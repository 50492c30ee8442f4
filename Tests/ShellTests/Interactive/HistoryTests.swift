import Testing

@testable import Shell

/// Lines of earlier and of other sessions.
@Suite(.serialized) struct HistoryTests {
    @Test func `Up finds earlier lines, those that begin with what is typed first`() throws {
        let session = try TerminalSession.overHarbour(columns: 80)
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
            session.waitForArticles()
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

    @Test func `a private session reads and leaves no history`() throws {
        let home = try TerminalSession.newHome()
        for (arguments, shown) in [(["--private"], false), ([], true), (["--private"], false)] {
            let session = try TerminalSession(arguments, columns: 80, home: home)
            session.waitForArticles()
            session.enter(shown ? ".kept" : ".secret")
            session.type("\u{4}")
            #expect(session.end() == 0)
        }
        #expect(HistoryFile(path: home + "/.local/state/hearsay/history").read() == [".kept"])
    }

    @Test(arguments: [80, 30]) func `a history that cannot be written disturbs nobody`(columns: Int) throws {
        let home = try TerminalSession.newHome()
        for folder in ["/.local", "/.local/state", "/.local/state/hearsay"] { mkdir(home + folder, 0o700) }
        symlink("/dev/full", home + "/.local/state/hearsay/history")
        let session = try TerminalSession([], columns: columns, home: home)
        session.waitForArticles()
        session.enter(".nope")
        session.type("\u{1B}[A")
        session.wait(for: "? .nope")
        session.type("\u{15}\u{4}")
        #expect(session.end() == 0)
        #expect(!session.screen.text.contains("No space"))
    }

    @Test(arguments: [80, 30]) func `two sessions at once share what was typed`(columns: Int) throws {
        let first = try TerminalSession.overHarbour(columns: columns)
        let home = first.home
        let second = try TerminalSession([], columns: columns, home: home)
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
}
