/// Runs lines that nobody types: no prompt, no banner, no colour.
struct ScriptRunner {
    /// Names the script in complaints: a path.
    var name: String
    var echo: Bool
    /// Whether lines that are not understood do not end the script.
    var keepsGoing = false
    /// Scripts that run this one; a script that runs itself must end.
    var depth = 0

    private static let deepest = 16

    /// False where the session is to end: `.quit`, or a line that was not understood.
    @discardableResult
    func run(_ lines: LineReader, _ interpreter: inout Interpreter, _ presenter: inout Presenter) -> Bool {
        var lines = lines
        var echo = echo
        var number = 0
        let outer = presenter.diagnosticPrefix
        defer { presenter.diagnosticPrefix = outer }
        while let line = lines.next() {
            if let isInterrupted = interpreter.isInterrupted, isInterrupted() {
                presenter.diagnosticPrefix = "\(name):\(number): "
                presenter.complain("stopped here")
                return true
            }
            number += 1
            presenter.diagnosticPrefix = "\(name):\(number): "
            let clock = ContinuousClock()
            let start = clock.now
            let response: Interpreter.Response
            switch line {
            case .text(let text):
                response = interpreter.respond(to: text, appearance: Appearance())
                if echo, response != .silent { presenter.output("? \(text.trimmed.printable)\n") }
            case .refused(let text, let reason):
                response = .reply(interpreter.refuse(text, because: reason))
                if echo { presenter.output("? \(text.printable)\n") }
            }
            if response == .quit { return false }
            presenter.present(response, milliseconds: (clock.now - start).inSeconds * 1000)
            var failure = Self.failure(response, line)
            if case .setting(let setting) = response {
                do throws(CommandError) {
                    guard try !presenter.apply(setting, Appearance()) else { continue }
                    switch setting {
                    case .echo(let isOn): echo = isOn
                    case .run(let path):
                        if try !run(file: path, &interpreter, &presenter) { return false }
                    default: throw CommandError("a script has no history")
                    }
                } catch {
                    interpreter.note(error)
                    presenter.complain(error.message)
                    failure = ""
                }
            }
            if let failure, !keepsGoing {
                if !failure.isEmpty {
                    presenter.diagnosticPrefix = "\(name):\(number):"
                    presenter.complain(failure)
                }
                return false
            }
        }
        return true
    }

    /// Runs another script.
    func run(file path: String, _ interpreter: inout Interpreter, _ presenter: inout Presenter) throws(CommandError)
        -> Bool
    {
        guard depth < Self.deepest else { throw CommandError("\(path): scripts run each other without end") }
        let descriptor = systemOpen(PathPattern.home(path))
        guard descriptor >= 0 else { throw CommandError(FileProblem.reading(path, errno), status: .unreadable) }
        defer { close(descriptor) }
        var status = stat()
        if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
            throw CommandError("\(path): a folder; a script is a file", status: .unreadable)
        }
        return ScriptRunner(name: path, echo: echo, keepsGoing: keepsGoing, depth: depth + 1).run(
            LineReader(descriptor: descriptor), &interpreter, &presenter)
    }

    /// Where and why a script has to end after this line: "5: not understood ..."; empty where the complaint was made.
    private static func failure(_ response: Interpreter.Response, _ line: LineReader.Line) -> String? {
        switch response {
        case .reply(let reply) where [.notUnderstood, .ambiguous].contains(reply.status):
            guard case .text(let text) = line else { return "1: not understood; --keep-going goes on" }
            let lead = text.prefix { $0.isWhitespace }.count
            let before = reply.misunderstanding.map { PartedText(reply.question, span: $0.range).before.count } ?? 0
            return "\(lead + before + 1): not understood; --keep-going goes on"
        case .complaint:
            // A file that cannot be read leaves the others to ask about.
            guard case .text(let text) = line, let name = text.split(whereSeparator: \.isWhitespace).first else {
                return ""
            }
            return Command.entry(of: String(name))?.name == ".load" ? nil : ""
        default: return nil
        }
    }
}

private func systemOpen(_ path: String) -> Int32 { open(path, O_RDONLY | O_CLOEXEC) }
