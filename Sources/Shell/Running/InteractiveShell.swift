/// The session with somebody who types.
final class InteractiveShell {
    var history = HistoryFile.standard()
    private var traits: TerminalTraits
    private let preparation: Preparation
    /// Nil until the session is ready.
    private var interpreter: Interpreter?
    /// Why there is no session.
    private var status = ExitStatus.answered
    private var editor: LineEditor?
    /// Notices Ctrl-C where nothing edits lines.
    private var watch: InterruptWatch?
    private let live = LiveCompletion()
    private var presenter: Presenter
    /// Lines of this session and of earlier ones.
    private var typed: [String] = []
    /// Whether the last line was not understood, or its command could not be done.
    private var hasFailed = false
    /// Whether Ctrl-C stopped it.
    private var isStopped = false

    init(traits: TerminalTraits, form: ReplyFormat, preparation: Preparation) {
        self.traits = traits
        self.preparation = preparation
        presenter = Presenter(form: Presenter.Form(form, traits.appearance))
        presenter.showsPattern = true
        presenter.diagnosticPrefix = "  "
    }

    /// Runs to Ctrl-D or `.quit`.
    ///
    /// - Parameter config: A script that is run first.
    func run(config: String?) -> ExitStatus {
        if let config { run(config) }
        if traits.canEdit { editor = makeEditor() }
        // Without a prompt nobody would see that it goes on.
        if editor == nil, traits.isShown { watch = InterruptWatch() }
        if interpreter != nil { noticeInterrupts() }
        defer {
            editor?.close()
            editor = nil
            watch = nil
        }
        if traits.isShown { OutputStream.standard.write(Banner(traits: traits).text) }
        if interpreter != nil { OutputStream.standard.write(census()) }
        if let editor {
            if interpreter == nil { watchPreparation(editor) }
            edited(editor)
        } else if awaitSession() {
            plain()
        }
        return status
    }

    private func makeEditor() -> LineEditor? {
        let live = live
        // What is suggested could not be told from what was typed without its style.
        let isColoured = traits.colour
        return LineEditor(
            complete: { live.complete($0) },
            look: { line, atEnd in
                isColoured ? (live.styled(line)?.encoded(colour: true), atEnd ? live.ghost(line) : nil) : (nil, nil)
            })
    }

    /// Runs the user's file. What only sets how things are shown need not wait for the session.
    private func run(_ config: String) {
        let outer = presenter.diagnosticPrefix
        defer { presenter.diagnosticPrefix = outer }
        if let settings = ConfigFile.settings(in: config) {
            for (number, setting) in settings {
                presenter.diagnosticPrefix = "\(config):\(number): "
                do throws(CommandError) { _ = try presenter.apply(setting, traits.appearance) } catch {
                    presenter.complain(error.message)
                }
            }
            return
        }
        guard awaitSession(tellsCensus: false), var interpreter = interpreter.take() else { return }
        do throws(CommandError) {
            _ = try ScriptRunner(name: config, echo: false, keepsGoing: true).run(
                file: config, &interpreter, &presenter)
        } catch {
            presenter.complain(error.message)
        }
        self.interpreter = interpreter
    }

    // MARK: The session that is made ready

    private func watchPreparation(_ editor: LineEditor) {
        editor.work = LineEditor.Work(
            descriptor: preparation.work.descriptor,
            status: { [unowned self] in statusRow() },
            news: { [unowned self] in
                let text = takeSession() + census()
                if let interpreter {
                    live.begin(interpreter.collection)
                    live.prepare()
                }
                return (text, interpreter == nil)
            })
    }

    /// How far reading is; nil while it has taken no time yet.
    private func statusRow() -> String? {
        guard let (progress, seconds) = preparation.progress, seconds > ProgressBar.patience else { return nil }
        if preparation.isStopped { return "  stopping ..." }
        return ProgressBar(columns: TerminalTraits.current().columns ?? 80).line(progress, seconds: seconds)
    }

    /// Takes the session that is ready, or why there is none.
    ///
    /// - Returns: What went wrong, for people.
    private func takeSession() -> String {
        switch preparation.work.take() {
        case nil: return ""
        case .failure(let failure):
            status = failure.status
            return complaints([failure.message])
        case .success(let ready):
            interpreter = ready.interpreter
            noticeInterrupts()
            return complaints(ready.complaints)
        }
    }

    // MARK: Ctrl-C

    /// Lets it stop what takes long.
    private func noticeInterrupts() {
        if editor != nil {
            interpreter?.isInterrupted = { LineEditor.isInterrupted }
        } else if let watch {
            interpreter?.isInterrupted = { watch.isInterrupted }
        }
    }

    private var isInterrupted: Bool { editor != nil ? LineEditor.isInterrupted : watch?.isInterrupted ?? false }

    /// Goes on after what it was to stop has ended.
    private func forgetInterrupt() {
        editor?.forgetInterrupt()
        watch?.forget()
    }

    private func complaints(_ messages: [String]) -> String {
        messages.flatMap { LineWrapper(width: traits.columns, indent: 4).wrap(StyledLine("hearsay: " + $0.printable)) }
            .map { $0.text + "\n" }.joined()
    }

    private func census() -> String {
        guard let interpreter, traits.isShown else { return "" }
        var line = StyledLine(interpreter.census.joined(separator: " · "), .dim)
        if interpreter.session.articles.isEmpty {
            let file = interpreter.collection.saved?.file.path
            line = StyledLine(file.map { "\($0.printable) holds no article yet: " } ?? "No article is loaded: ")
            line.append(".load FILE", .bold)
            line.append(file == nil ? " reads one." : " reads one and keeps it there.")
        }
        return LineWrapper(width: traits.columns, indent: 2).wrap(line).map { $0.encoded(colour: traits.colour) + "\n" }
            .joined() + "\n"
    }

    /// Waits for the session under a bar; Ctrl-C stops reading, and what was read stays. False where there is none.
    private func awaitSession(tellsCensus: Bool = true) -> Bool {
        if interpreter != nil { return true }
        let display = ProgressDisplay(after: preparation.progress?.seconds ?? 0)
        while !preparation.work.isDone(within: 50) {
            if isInterrupted { preparation.stop() }
            if let progress = preparation.progress?.0 { display?.show(progress) }
        }
        display?.end()
        // What was entered is answered over what is read.
        forgetInterrupt()
        editor?.work = nil
        OutputStream.standard.write(takeSession() + (tellsCensus ? census() : ""))
        return interpreter != nil
    }

    // MARK: Lines

    /// With line editing and history.
    private func edited(_ editor: LineEditor) {
        var kept = history
        func remember(_ line: String) {
            editor.remember(line)
            typed.append(line)
        }
        func rememberEarlier(_ line: String) {
            remember(line)
            live.suggest(line)
        }
        if let lines = kept?.load() { lines.forEach(rememberEarlier) } else { kept = nil }
        var last = ""
        var keys: String? = editor.hasKeysOfVi ? "vi" : "emacs"
        presenter.options.keys = presenter.options.keys ?? keys
        while true {
            kept?.news().forEach(rememberEarlier)
            if let interpreter { live.begin(interpreter.collection) }
            live.showsGhost = presenter.options.ghost
            if keys != presenter.options.keys {
                keys = presenter.options.keys
                editor.useKeys(ofVi: keys == "vi")
            }
            let outcome = editor.read(prompt: prompt)
            live.end()
            switch outcome {
            case .interrupted(let hadLetters):
                if interpreter == nil, !hadLetters { preparation.stop() }
            case .end:
                // Leaves the prompt's line to what comes next.
                if status == .answered { OutputStream.standard.write("\n") }
                return
            case .terminated(let signal):
                editor.close()
                // Ends as the signal would have ended it.
                endProcess(by: signal)
                return
            case .lines(let entered):
                if PastedArticle.isOne(entered) {
                    offer(entered, editor)
                    continue
                }
                let lines = entered.filter { !$0.trimmed.isEmpty }
                for line in lines {
                    if lines.count > 1 { OutputStream.standard.write("? \(line.printable)\n") }
                    // As in other shells, a line that begins with a space leaves no trace.
                    let isKept = line.first != " " && line != last
                    if isKept {
                        remember(line)
                        kept?.append(line)
                        last = line
                    }
                    if !obey(line) { return }
                    // What led to nothing is found with Up, and not put before the user.
                    if isKept, !hasFailed { live.suggest(line) }
                    // Of lines that were pasted Ctrl-C stops the others too.
                    if isStopped || isInterrupted { break }
                }
            }
        }
    }

    /// Where the terminal cannot edit: the terminal's own line discipline.
    private func plain() {
        var lines = LineReader(descriptor: STDIN_FILENO, watch: watch)
        while true {
            if traits.isShown { OutputStream.standard.write("? ") }
            guard let line = lines.next() else {
                guard isInterrupted else { break }
                // The terminal has dropped what was typed.
                forgetInterrupt()
                OutputStream.standard.write("\n")
                continue
            }
            switch line {
            case .text(let text): if !obey(text) { return }
            case .refused(let text, let reason):
                if let reply = interpreter?.refuse(text, because: reason) { presenter.present(.reply(reply)) }
            }
        }
        if traits.isShown { OutputStream.standard.write("\n") }
    }

    /// Runs a line; false where it leaves the shell.
    private func obey(_ line: String) -> Bool {
        // The window may have changed since the last line.
        traits = TerminalTraits.current()
        if !presenter.options.colour { traits.colour = false }
        if case .text = presenter.form { presenter.form = .text(traits.appearance) }
        presenter.diagnosticWidth = traits.columns
        guard awaitSession() else { return false }
        let clock = ContinuousClock()
        let start = clock.now
        guard let response = interpreter?.respond(to: line, appearance: traits.appearance) else { return false }
        let time = clock.now - start
        hasFailed = response.isFailure
        // What was found until Ctrl-C is shown; another one stops showing it.
        isStopped = isInterrupted
        forgetInterrupt()
        if response == .quit { return false }
        if case .setting(let setting) = response {
            obey(setting)
            return true
        }
        presenter.links = links()
        let pager = Pager(isWanted: presenter.options.pager && traits.canEdit)
        let output = presenter.output
        if editor != nil { presenter.output = { pager.write($0) } }
        presenter.present(response, milliseconds: time.inSeconds * 1000)
        presenter.output = output
        return true
    }

    private func obey(_ setting: Setting) {
        do throws(CommandError) {
            guard try !presenter.apply(setting, traits.appearance) else { return }
            switch setting {
            case .history(let count):
                presenter.present(.lines(typed.suffix(count).map { StyledLine("  " + $0.printable) }))
            case .run(let path):
                guard var interpreter = interpreter.take() else { return }
                defer { self.interpreter = interpreter }
                _ = try ScriptRunner(name: path, echo: true).run(file: path, &interpreter, &presenter)
            default: throw CommandError(".echo on and off are for scripts; .echo TEXT writes a text")
            }
        } catch {
            hasFailed = true
            presenter.complain(error.message)
        }
    }

    /// Addresses of the articles' files.
    private func links() -> [Int: String] {
        guard let interpreter, presenter.options.links, traits.colour else { return [:] }
        var links: [Int: String] = [:]
        for loaded in interpreter.session.articles {
            if let path = loaded.article.path { links[loaded.number] = FileAddress.of(path) }
        }
        return links
    }

    /// Asks whether text that was pasted is to be read as an article.
    private func offer(_ lines: [String], _ editor: LineEditor) {
        let words = lines.reduce(0) { $0 + $1.split(separator: " ").count }
        presenter.present(
            .lines([
                StyledLine(
                    "  This looks like an article: \(ArticleRenderer.count(words, "word")), \"\((lines.first { !$0.trimmed.isEmpty } ?? "").printable.head(columns: 40))\"."
                )
            ]))
        guard case .lines(let answer) = editor.read(prompt: "Load it? [y/N] "),
            let first = answer.first?.trimmed.lowercased(), "yes".hasPrefix(first), !first.isEmpty, awaitSession(),
            let response = interpreter?.load(pasted: lines.joined(separator: "\n"))
        else { return }
        presenter.present(response)
    }

    private var prompt: String {
        #if canImport(Darwin)
        // Its libedit counts the colour's letters as columns.
        "? "
        #else
        traits.colour ? "\u{1}\u{1B}[1m\u{1}?\u{1}\u{1B}[0m\u{1} " : "? "
        #endif
    }
}

/// What the shell begins with.
struct Banner {
    var traits: TerminalTraits

    var text: String {
        var line = StyledLine("Hearsay \(Launch.version)", .bold)
        line.append(" · ", .dim)
        line.append(".help for help, Ctrl-D leaves")
        return LineWrapper(width: traits.columns, indent: 2).wrap(line).map {
            $0.encoded(colour: traits.colour) + "\n"
        }.joined()
    }
}

private func endProcess(by number: Int32) {
    signal(number, SIG_DFL)
    raise(number)
}
