import Testing

@testable import Shell

/// Ctrl-Z and Ctrl-C, while a line is typed and while something is done.
@Suite(.serialized) struct StopTests {
    /// A shell with job control that runs the program, tells when it is stopped, and goes on with it after Enter.
    private func jobControl(columns: Int, environment: [String: String] = [:]) throws -> TerminalSession {
        let home = try TerminalSession.newHome()
        try #require(
            writeFile(home + "/harbour.txt", "Council reopens harbour\n\nThe harbour is open again, the council said."))
        try #require(
            writeFile(
                home + "/jobs.sh",
                """
                set -m
                "$1" --no-config harbour.txt
                echo STOPPED
                stty -a | tr ' ;' '\\n\\n' | grep -xE -- '-?(icanon|echo)'
                echo READY
                read line
                fg
                """))
        let session = try TerminalSession(
            ["jobs.sh", try TerminalSession.program()], columns: columns, home: home, environment: environment,
            program: "/bin/sh")
        session.waitForArticles()
        return session
    }

    @Test(arguments: [80, 30], ["1", ""]) func `Ctrl-Z gives the terminal back, and fg draws the line again`(
        columns: Int, noColour: String
    ) throws {
        let session = try jobControl(columns: columns, environment: ["NO_COLOR": noColour])
        session.type("who said the har")
        session.wait("the line", until: { $0.text.contains("? who said the har") })
        session.type("\u{1A}")
        // The terminal is as other programs want it: lines and echo.
        session.wait(
            "the shell that started it", until: { $0.text.contains("STOPPED") && $0.text.hasSuffix("READY") })
        #expect(session.screen.text.contains("\nicanon\necho"))
        #expect(!session.screen.bracketsPaste)
        session.type("\r")
        session.wait(
            "the line again",
            until: { ($0.text.split(separator: "\n").last ?? "").hasPrefix("? who said the har") && $0.bracketsPaste })
        session.type("bour is open\u{1}\u{5}\r")
        session.wait(
            "the answer", until: { $0.text.contains("[1:2]") && $0.text.hasSuffix("\n\n?") && $0.bracketsPaste })
        session.type("\u{4}")
        #expect(session.end() == 0)
        #expect(session.screen.unknown.isEmpty)
    }

    @Test(arguments: [80, 30]) func `Ctrl-Z in the pager stops the shell too`(columns: Int) throws {
        let session = try jobControl(columns: columns, environment: ["PAGER": "sh -c 'head -3; read x </dev/tty'"])
        session.type(".help\r")
        session.wait("the pager", until: { $0.text.contains("? .help\n  Ask") && !$0.bracketsPaste })
        session.type("\u{1A}")
        session.wait("the shell that started it", until: { $0.text.contains("STOPPED") && $0.text.hasSuffix("READY") })
        session.type(
            "\r", for: "the job",
            until: { $0.text.split(separator: "STOPPED").last?.contains("--no-config harbour.txt") == true })
        session.type("\r")
        session.wait("the prompt", until: { $0.text.hasSuffix("\n?") && $0.bracketsPaste })
        session.type("\u{4}")
        #expect(session.end() == 0)
    }

    @Test(arguments: [80, 30]) func `Ctrl-C stops a long question, and keeps what was found`(columns: Int) throws {
        let home = try TerminalSession.newHome()
        let statements = (1...240).map { "Pia Lind said that pier \($0) of the harbour must close before winter." }
        try #require(writeFile(home + "/piers.txt", "Piers\n\n" + statements.joined(separator: "\n\n")))
        let session = try TerminalSession(
            ["piers.txt"], columns: columns, home: home, environment: ["PAGER": "cat"])
        session.waitForArticles()
        session.type("who said that the pier must close\r")
        // The line was taken; the question goes on for some hundred milliseconds more.
        session.wait("the end of editing", until: { !$0.bracketsPaste })
        session.type("\u{3}")
        session.wait(
            "what was found, called incomplete",
            until: {
                let text = $0.text.split(separator: "\n").map { $0.drop { $0 == " " } }.joined(separator: " ")
                return
                    (text.contains("(" + ReplyRenderer.incomplete + ")")
                    || text.contains("Nothing found before this was stopped."))
                    && $0.text.hasSuffix("\n?") && $0.bracketsPaste
            })
        session.enter(".echo still here")
        #expect(session.screen.text.contains("\nstill here\n"))
        session.type("\u{4}")
        #expect(session.end() == 0)
    }
}
