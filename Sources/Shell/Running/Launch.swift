import Answers
import Articles
import Facts
import Language
import Storage

/// What the program was started for. Each way in opens a session, does its work and gives the exit status.
public struct Launch: Sendable {
    public static let version = "0.1"

    /// Files to read; none stands for the article that is built in.
    public var articles: [String]
    /// How the files are read.
    public var reader = ArticleReader()
    /// A saved session: opened, or made where it is not there; what is read is added to it.
    public var session: String?
    /// The form that answers are written in.
    public var format: ReplyFormat
    /// Whether a script goes on after a line that is not understood.
    public var keepsGoing = false
    /// Whether lines that are typed leave no trace.
    public var isPrivate = false
    /// Whether the user's `config` is run first.
    public var readsConfig = true
    /// What the article "-" reads.
    var standardInput = STDIN_FILENO
    /// A folder with files of the question language; nil for those that are built in.
    public var grammarFolder: String?

    public init(articles: [String], format: ReplyFormat = .text) {
        self.articles = articles
        self.format = format
    }

    /// The shell; where standard input is no terminal, its lines are a script.
    public func open() -> ExitStatus {
        var traits = TerminalTraits.current()
        var launch = self
        if !traits.isTyped, traits.isShown, articles.contains("-"), let piped = Self.terminalInPlaceOfPipe() {
            // The articles come through the pipe, the questions from the keys.
            launch.standardInput = piped
            traits = TerminalTraits.current()
        }
        guard traits.isTyped else {
            return withInterpreter { interpreter in
                run(LineReader(descriptor: STDIN_FILENO), name: "standard input", echo: false, &interpreter)
            }
        }
        beginOutput()
        let shell = InteractiveShell(traits: traits, form: format, preparation: Preparation(launch))
        if isPrivate { shell.history = nil }
        return shell.run(config: readsConfig ? ConfigFile.standard() : nil)
    }

    /// Answers questions, all in one session.
    public func ask(_ questions: [String]) -> ExitStatus {
        withArticles { interpreter in
            var presenter = Presenter(form: form)
            interpreter.loadingHint = "--article FILE reads one."
            for question in questions { presenter.present(.reply(interpreter.ask(question.trimmed))) }
            return interpreter.status
        }
    }

    /// Runs lines, one after the other, as a script would.
    public func run(lines: [String]) -> ExitStatus {
        withInterpreter { interpreter in
            var presenter = Presenter(form: Presenter.Form(format, Appearance()))
            let bytes = Array(lines.map { $0 + "\n" }.joined().utf8)
            ScriptRunner(name: "-c", echo: false, keepsGoing: keepsGoing).run(
                LineReader(bytes: bytes), &interpreter, &presenter)
            return interpreter.status
        }
    }

    /// Runs the lines of a script; "-" is standard input.
    ///
    /// - Parameter echo: Whether each line stands above its answers.
    public func run(script: String, echo: Bool) -> ExitStatus {
        let descriptor = script == "-" ? STDIN_FILENO : systemOpen(script)
        if let complaint = Self.complaint(script, descriptor) {
            Presenter(form: form).complain(complaint)
            return .unreadable
        }
        return withInterpreter { interpreter in
            run(
                LineReader(descriptor: descriptor), name: script == "-" ? "standard input" : script, echo: echo,
                &interpreter)
        }
    }

    /// Writes facts, statements or entities for other programs.
    ///
    /// - Parameter output: The file to write; nil for standard output.
    public func export(_ content: ExportContent, as format: ExportFormat, to output: String?) -> ExitStatus {
        withArticles { interpreter in
            var presenter = Presenter(form: self.form)
            do throws(CommandError) {
                if format == .sqlite {
                    guard let output else { throw CommandError("sqlite needs a file: --output session.hearsay") }
                    do throws(SessionFileError) {
                        _ = try SavedSession.save(
                            interpreter.session, copies: interpreter.collection.copies, to: output)
                    } catch {
                        throw CommandError(error.description)
                    }
                    return interpreter.status
                }
                if let output { _ = try presenter.apply(.output(path: output, once: false), Appearance()) }
            } catch {
                presenter.complain(error.message)
                return .unreadable
            }
            for line in Export(store: interpreter.session.store).lines(content, format) {
                guard presenter.putLine(line) else { return .unreadable }
            }
            return interpreter.status
        }
    }

    /// Writes the analysis of the articles.
    public func analyze(as form: AnalysisForm) -> ExitStatus {
        withInterpreter { interpreter in
            let store = interpreter.session.store
            let presenter = Presenter(form: self.form)
            // The store keeps no evidence of attributions: it is taken from a fresh analysis.
            let fresh = form == .attributions ? (try AttributionFinder(lexicon: store.lexicon), try Analyzer()) : nil
            var lines: [UInt8] = []
            for article in store.articles {
                let document = article.document
                lines.removeAll(keepingCapacity: true)
                func put(_ value: JSONValue) {
                    value.write(to: &lines)
                    lines.append(UInt8(ascii: "\n"))
                }
                if let (finder, analyzer) = fresh {
                    for attribution in finder.attributions(in: analyzer.analyze(article.article, withEvidence: true)) {
                        put(AttributionJSON(attribution, in: article).value)
                    }
                } else if form == .facts {
                    for id in article.facts { put(FactJSON(store, id, of: article, document).value) }
                } else {
                    presenter.output(document.columns.conllu(id: article.article.id))
                }
                presenter.output(String(decoding: lines, as: UTF8.self))
            }
            return interpreter.status
        }
    }

    /// The commands of the shell, for the manual: ".load PATH..." and what it does.
    public static var shellCommands: [(usage: String, summary: String)] {
        Command.entries.map { ($0.arguments.isEmpty ? $0.name : $0.name + " " + $0.arguments, $0.summary) }
    }

    // MARK: Parts.

    /// Makes the terminal standard input.
    ///
    /// - Returns: What standard input was; nil where there is no terminal.
    private static func terminalInPlaceOfPipe() -> Int32? {
        let terminal = systemOpen("/dev/tty")
        guard terminal >= 0 else { return nil }
        defer { close(terminal) }
        let piped = fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 3)
        guard piped >= 0, dup2(terminal, STDIN_FILENO) >= 0 else { return nil }
        return piped
    }

    private var form: Presenter.Form { Presenter.Form(format, TerminalTraits.current().appearance) }

    private func run(_ lines: LineReader, name: String, echo: Bool, _ interpreter: inout Interpreter) -> ExitStatus {
        // A script's output is for files and pipes, wherever it goes.
        var presenter = Presenter(form: Presenter.Form(format, Appearance()))
        ScriptRunner(name: name, echo: echo && [.text, .markdown].contains(format), keepsGoing: keepsGoing).run(
            lines, &interpreter, &presenter)
        return interpreter.status
    }

    /// For what makes no sense without articles: a session that is not there is a slip of the pen.
    private func withArticles(_ body: (inout Interpreter) throws -> ExitStatus) -> ExitStatus {
        if let session, articles.isEmpty, access(session, F_OK) != 0 {
            beginOutput()
            Presenter(form: form).complain(
                "\(session): no such session; hearsay --session \(session) PATH... makes one")
            return .unreadable
        }
        return withInterpreter(body)
    }

    private func withInterpreter(_ body: (inout Interpreter) throws -> ExitStatus) -> ExitStatus {
        beginOutput()
        let presenter = Presenter(form: form)
        do {
            var ready = try readyUnderBar()
            for complaint in ready.complaints { presenter.complain(complaint) }
            if ready.isCutShort {
                // Nobody is there to go on with what was read.
                signal(SIGINT, SIG_DFL)
                raise(SIGINT)
            }
            let status = try body(&ready.interpreter)
            ready.interpreter.collection.close()
            // The program ends: to free each part of a large session first would take longer than many an answer.
            _ = Unmanaged.passRetained(Kept(ready.interpreter))
            return status
        } catch let failure as LaunchFailure {
            presenter.complain(failure.message)
            return failure.status
        } catch {
            presenter.complain("\(error)")
            return .broken
        }
    }

    /// What stays until the program has ended.
    private final class Kept {
        let interpreter: Interpreter
        init(_ interpreter: Interpreter) { self.interpreter = interpreter }
    }

    private func readyUnderBar() throws(LaunchFailure) -> ReadySession {
        let watch = InterruptWatch()
        let display = ProgressDisplay()
        defer { display?.end() }
        var session = try ready(isAlone: true, isInterrupted: { watch.isInterrupted }, progress: { display?.show($0) })
        if watch.isInterrupted { session.isCutShort = true }
        return session
    }

    private static func complaint(_ script: String, _ descriptor: Int32) -> String? {
        guard descriptor >= 0 else { return FileProblem.reading(script, errno) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { return nil }
        return "\(script): a folder; a script is a file with a question or .command a line"
    }
}

private func systemOpen(_ path: String) -> Int32 { open(path, O_RDONLY | O_CLOEXEC) }

/// What `analyze` writes.
public enum AnalysisForm: Sendable {
    /// CoNLL-U.
    case trees
    /// JSON lines.
    case facts
    /// JSON lines of byte spans.
    case attributions
}
