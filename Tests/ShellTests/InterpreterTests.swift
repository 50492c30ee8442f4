import Answers
import Articles
import Testing

@testable import Shell

@Suite struct InterpreterTests {
    /// A session without articles whose engine says what the test wants.
    private func interpreter(_ reply: @escaping @Sendable (String) -> Reply) throws -> Interpreter {
        var interpreter = Interpreter(session: try Session())
        interpreter.answer = { _, question, _ in reply(question) }
        return interpreter
    }

    private func complaint(_ response: Interpreter.Response) -> String? {
        if case .complaint(let messages, _) = response { messages.joined(separator: "\n") } else { nil }
    }

    @Test func `blank lines and comments say nothing`() throws {
        var interpreter = try interpreter { Reply(question: $0, status: .noAnswer) }
        for line in ["", " \t", "# who said so", "  #"] {
            #expect(interpreter.respond(to: line, appearance: Appearance()) == .silent)
        }
        #expect(interpreter.status == .answered)
    }

    @Test func `the worst status wins`() throws {
        var interpreter = try interpreter { question in
            Reply(
                question: question,
                status: question == "who" ? .noAnswer : question == "wot" ? .notUnderstood : .answered)
        }
        _ = interpreter.ask("when")
        #expect(interpreter.status == .answered)
        _ = interpreter.ask("wot")
        #expect(interpreter.status == .notUnderstood)
        _ = interpreter.ask("who")
        #expect(interpreter.status == .notUnderstood)
        _ = interpreter.respond(to: ".load nowhere.txt", appearance: Appearance())
        #expect(interpreter.status == .unreadable)
    }

    @Test func `lines that are no question do not reach the engine`() throws {
        var interpreter = try interpreter { Reply(question: $0, status: .answered) }
        for (line, message) in [
            ("?!...", "There are no words in this line."),
            ("Help", "Commands begin with a full stop: .help."), ("exit", "Commands begin with a full stop: .quit."),
            (String(repeating: "a", count: 10_000), "This line has 10000 bytes; a question has at most 4096."),
        ] {
            let reply = interpreter.ask(line)
            #expect(reply.status == .notUnderstood && reply.message == message)
            #expect(reply.question.utf8.count <= QuestionCheck.longestLine)
        }
    }

    @Test func `more shows the rest, once`() throws {
        var interpreter = try interpreter {
            Reply(question: $0, status: .answered, answers: Array(repeating: Invented.name, count: 12))
        }
        #expect(
            complaint(interpreter.respond(to: ".more", appearance: Appearance()))
                == "there is no answer yet; ask a question first")
        _ = interpreter.ask("who")
        guard case .more(_, let range) = interpreter.respond(to: ".more", appearance: Appearance()) else {
            Issue.record("no more answers")
            return
        }
        #expect(range == 10..<12)
        #expect(complaint(interpreter.respond(to: ".more", appearance: Appearance())) == "there are no more answers")
    }

    @Test func `why tells how an answer was found`() throws {
        var interpreter = try interpreter { _ in Invented.reply(Invented.span) }
        #expect(
            complaint(interpreter.respond(to: ".why", appearance: Appearance()))
                == "there is no answer yet; ask a question first")
        _ = interpreter.ask("who")
        #expect(
            complaint(interpreter.respond(to: ".why 2", appearance: Appearance()))
                == "there is no answer 2; the last question has 1 answer")
        guard case .lines(let lines) = interpreter.respond(to: ".why 1", appearance: Appearance()) else {
            Issue.record("no lines")
            return
        }
        #expect(
            lines.map(\.text) == [
                "  = say(source: ?)", "  “ironclad” promises for the crews", "    demand(agent: Bo Li)",
                "      agent: Bo Li = Li 1.00", "    [1:17] harbour.txt, bytes 152 to 189",
            ])
    }

    @Test func `without articles it is told how to load one`() throws {
        var interpreter = Interpreter(session: try Session())
        #expect(
            interpreter.ask("who said the dam is safe").message
                == "Nothing found: no article is loaded. .load FILE reads one.")
        #expect(
            complaint(interpreter.respond(to: ".people", appearance: Appearance()))
                == "no article is loaded; .load FILE reads one")
    }

    @Test func `what is interrupted is shown as far as it came, and called so`() throws {
        var session = try Session()
        let sentences = (1...150).map { "Pia Lind said that pier \($0) must close." }
        session.load(try ArticleReader().read(bytes: Array(sentences.joined(separator: "\n\n").utf8), id: "a.txt"))
        var interpreter = Interpreter(session: session)
        interpreter.isInterrupted = { true }
        let reply = interpreter.ask("what did Lind say")
        #expect(!reply.isComplete && reply.answers.count < 150)
        guard case .lines(let lines) = interpreter.respond(to: ".quotes", appearance: Appearance()) else {
            Issue.record("no lines")
            return
        }
        #expect(lines.last?.text == "  " + ReplyRenderer.incomplete && lines.count < 150)
    }

    @Test func `commands without articles`() throws {
        var interpreter = try interpreter { Reply(question: $0, status: .answered) }
        #expect(
            complaint(interpreter.respond(to: ".read 1", appearance: Appearance()))
                == "there is no article 1; there are 0 articles")
        #expect(
            complaint(interpreter.respond(to: ".help nonsense", appearance: Appearance()))?.hasPrefix(
                "no help on \"nonsense\"") == true)
        #expect(interpreter.respond(to: ".quit", appearance: Appearance()) == .quit)
        // A number is no command.
        if case .reply = interpreter.respond(to: ".5 percent", appearance: Appearance()) {
        } else {
            Issue.record("no question")
        }
    }
}

@Suite struct PresenterTests {
    @Test func `JSON lines stay alone on standard output`() throws {
        var presenter = Presenter(form: .json)
        nonisolated(unsafe) var output = ""
        nonisolated(unsafe) var diagnostics = ""
        presenter.output = { output += $0 }
        presenter.diagnostics = { diagnostics += $0 }
        presenter.present(.reply(Reply(question: "who", status: .noAnswer)))
        presenter.present(.lines([StyledLine("  1  Council reopens harbour")]))
        presenter.present(.complaint([".shwo is not a command"], []))
        #expect(
            output == #"{"question": "who", "status": "no-answer", "pattern": null, "answers": [], "message": null}"#
                + "\n")
        #expect(diagnostics.contains("Council") && diagnostics.contains("hearsay: .shwo is not a command\n"))
    }
}

@Suite struct ScriptRunnerTests {
    /// Runs a script; output and diagnostics.
    private func run(_ script: [UInt8], echo: Bool = false, keepsGoing: Bool = false) throws -> (
        output: String, diagnostics: String, status: Shell.ExitStatus
    ) {
        var ends: [Int32] = [0, 0]
        try #require(pipe(&ends) == 0)
        try #require(write(ends[1], script, script.count) == script.count)
        close(ends[1])
        defer { close(ends[0]) }
        var interpreter = Interpreter(session: try Session())
        interpreter.answer = { _, question, _ in
            question == "wot" ? Reply(question: question, status: .notUnderstood) : Invented.reply(Invented.name)
        }
        var presenter = Presenter(form: .text(Appearance()))
        nonisolated(unsafe) var output = ""
        nonisolated(unsafe) var diagnostics = ""
        presenter.output = { output += $0 }
        presenter.diagnostics = { diagnostics += $0 }
        ScriptRunner(name: "morning", echo: echo, keepsGoing: keepsGoing).run(
            LineReader(descriptor: ends[0]), &interpreter, &presenter)
        return (output, diagnostics, interpreter.status)
    }

    private let answer = """
          1  Ana Bell   the harbour union's chair
             In response, the harbour union's chair, Ana Bell, said the council's plan shows ▌it is not serious about safety▐.  [1:18]


        """

    @Test func `questions and commands, a line each`() throws {
        let found = try run(Array("# morning\n\nwho said so\r\n.shwo\n.quit\nwho said so\n".utf8))
        #expect(found.output == answer)
        #expect(found.diagnostics == "morning:4: .shwo is not a command; did you mean .show?\n")
        #expect(found.status == .notUnderstood)
    }

    @Test func `echo tells which answers are whose`() throws {
        #expect(try run(Array("who said so".utf8), echo: true).output == "? who said so\n" + answer)
    }

    @Test func `a line that is not understood ends the script, unless it is to go on`() throws {
        let script = Array("who said so\n  wot\nwho said so\n".utf8)
        let ended = try run(script)
        #expect(ended.diagnostics == "morning:2:3: not understood; --keep-going goes on\n")
        #expect(ended.status == .notUnderstood)
        #expect(ended.output.hasPrefix(answer) && !ended.output.hasSuffix(answer))
        let whole = try run(script, keepsGoing: true)
        #expect(whole.diagnostics == "" && whole.output.hasSuffix(answer))
    }

    @Test func `forms for spreadsheets have one header`() throws {
        let found = try run(Array(".mode csv\nwho said so\nwho said so".utf8))
        let lines = found.output.split(separator: "\n")
        #expect(lines.count == 3)
        #expect(lines.first == "question,answer,by,role,via,article,title,sentence number,sentence")
        #expect(
            lines.last?.hasPrefix(
                "who said so,Ana Bell,,the harbour union's chair,,harbour.txt,Council reopens harbour,18,\"In response")
                == true)
    }

    @Test func `answers go to a file, once or from now on`() throws {
        let home = try TerminalSession.newHome()
        let found = try run(
            Array(".once \(home)/a\nwho said so\nwho said so\n.output \(home)/b\nwho said so\n.output\n".utf8))
        #expect(found.output == answer)
        for name in ["a", "b"] {
            let descriptor = open(home + "/" + name, O_RDONLY)
            var lines = LineReader(descriptor: descriptor)
            #expect(lines.next() == .text("  1  Ana Bell   the harbour union's chair"))
            close(descriptor)
        }
    }

    @Test func `a full disk or a folder that is not there is told, and answers go on`() throws {
        let full = try run(Array(".output /dev/full\nwho said so\n".utf8))
        #expect(full.output == answer && full.diagnostics.contains("No space left"))
        #expect(
            try run(Array(".output /nowhere/a\n".utf8)).diagnostics.contains(
                "/nowhere/a: there is no folder /nowhere\n"))
    }

    @Test func `a file that is not there is told apart from a line that is not understood`() throws {
        #expect(try run(Array(".run nowhere.questions\n".utf8)).status == .unreadable)
        #expect(try run(Array(".output /nowhere/a\n".utf8)).status == .unreadable)
        #expect(try run(Array(".open nowhere.hearsay\n".utf8)).status == .unreadable)
        #expect(try run(Array(".save /nowhere/talks.hearsay\n".utf8)).status == .unreadable)
        #expect(try run(Array(".runn nowhere.questions\n".utf8)).status == .notUnderstood)
    }

    @Test func `scripts run scripts, but not without end`() throws {
        let path = try TerminalSession.newHome() + "/self"
        let descriptor = open(path, O_WRONLY | O_CREAT, 0o600)
        let text = ".run \(path)\n"
        try #require(write(descriptor, text, text.utf8.count) == text.utf8.count)
        close(descriptor)
        #expect(try run(Array(text.utf8)).diagnostics.contains("run each other without end"))
    }

    @Test func `lines that are no text are refused, and the next ones read`() throws {
        let found = try run(
            Array("wh\u{0}o\n".utf8) + [0x77, 0xFF, 0x0A] + Array("who said so\n".utf8), keepsGoing: true)
        #expect(
            found.output == """
                  This line is not text: a NUL byte at byte 2.

                  This line is not text in UTF-8.


                """ + answer)
    }
}
