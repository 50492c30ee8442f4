/// The session with somebody who types.
struct InteractiveShell {
    var traits: TerminalTraits
    var history = HistoryFile.standard()
    /// A script that is run first.
    var config: String?
    var format = ReplyFormat.text
    private var presenter = Presenter(form: .text(Appearance()))
    /// Lines of this session and of earlier ones.
    private var typed: [String] = []

    init(traits: TerminalTraits) {
        self.traits = traits
        presenter.showsPattern = true
        presenter.diagnosticPrefix = "  "
    }

    /// Runs to Ctrl-D or `.quit`.
    mutating func run(_ interpreter: inout Interpreter) {
        presenter.form = Presenter.Form(format, traits.appearance)
        if let config {
            _ = try? ScriptRunner(name: config, echo: false, keepsGoing: true).run(
                file: config, &interpreter, &presenter)
        }
        OutputStream.standard.write(banner(interpreter))
        let live = LiveCompletion()
        // What is suggested could not be told from what was typed without its style.
        let isColoured = traits.colour
        let editor =
            traits.canEdit
            ? LineEditor(
                complete: { live.complete($0) },
                look: { line, atEnd in
                    isColoured ? (live.styled(line)?.encoded(colour: true), atEnd ? live.ghost(line) : nil) : (nil, nil)
                }) : nil
        if let editor {
            edited(editor, live, &interpreter)
        } else {
            plain(&interpreter)
        }
    }

    /// With line editing and history.
    private mutating func edited(_ editor: LineEditor, _ live: LiveCompletion, _ interpreter: inout Interpreter) {
        var kept = history
        func remember(_ line: String) {
            editor.remember(line)
            live.history.append(line)
            typed.append(line)
        }
        if let lines = kept?.load() { lines.forEach(remember) } else { kept = nil }
        interpreter.isInterrupted = { editor.isInterrupted }
        interpreter.isEdited = true
        defer {
            interpreter.isInterrupted = { false }
            interpreter.isEdited = false
        }
        var last = ""
        var keys = Options().keys
        while true {
            kept?.news().forEach(remember)
            live.begin(interpreter.session)
            live.showsGhost = presenter.options.ghost
            if keys != presenter.options.keys {
                keys = presenter.options.keys
                editor.useKeys(ofVi: keys == "vi")
            }
            let outcome = editor.read(prompt: prompt)
            live.end()
            switch outcome {
            case .interrupted: continue
            case .end:
                // Leaves the prompt's line to what comes next.
                OutputStream.standard.write("\n")
                return
            case .terminated(let signal):
                editor.close()
                // Ends as the signal would have ended it.
                endProcess(by: signal)
                return
            case .lines(let lines):
                if PastedArticle.isOne(lines) {
                    offer(lines, editor, &interpreter)
                    continue
                }
                for line in lines {
                    if lines.count > 1 { OutputStream.standard.write("? \(line.printable)\n") }
                    // As in other shells, a line that begins with a space leaves no trace.
                    if !line.trimmed.isEmpty, line.first != " ", line != last {
                        remember(line)
                        kept?.append(line)
                        last = line
                    }
                    if !obey(line, &interpreter) { return }
                }
            }
        }
    }

    /// Where the terminal cannot edit: the terminal's own line discipline.
    private mutating func plain(_ interpreter: inout Interpreter) {
        var lines = LineReader(descriptor: STDIN_FILENO)
        while true {
            if traits.isShown { OutputStream.standard.write("? ") }
            guard let line = lines.next() else { break }
            switch line {
            case .text(let text): if !obey(text, &interpreter) { return }
            case .refused(let text, let reason): presenter.present(.reply(interpreter.refuse(text, because: reason)))
            }
        }
        if traits.isShown { OutputStream.standard.write("\n") }
    }

    /// Runs a line; false where it leaves the shell.
    private mutating func obey(_ line: String, _ interpreter: inout Interpreter) -> Bool {
        // The window may have changed since the last line.
        traits = TerminalTraits.current()
        if !presenter.options.colour { traits.colour = false }
        if case .text = presenter.form { presenter.form = .text(traits.appearance) }
        let clock = ContinuousClock()
        let start = clock.now
        let response = interpreter.respond(to: line, appearance: traits.appearance)
        let time = (clock.now - start).components
        if response == .quit { return false }
        if case .setting(let setting) = response {
            obey(setting, &interpreter)
            return true
        }
        presenter.links = links(interpreter)
        let pager = Pager(isWanted: presenter.options.pager && traits.canEdit)
        let output = presenter.output
        if pager.isWanted { presenter.output = { pager.write($0) } }
        presenter.present(response, milliseconds: Double(time.attoseconds) / 1e15 + Double(time.seconds) * 1000)
        presenter.output = output
        return true
    }

    private mutating func obey(_ setting: Setting, _ interpreter: inout Interpreter) {
        do throws(CommandError) {
            guard try !presenter.apply(setting, traits.appearance) else { return }
            switch setting {
            case .history(let count):
                presenter.present(.lines(typed.suffix(count).map { StyledLine("  " + $0.printable) }))
            case .run(let path): _ = try ScriptRunner(name: path, echo: true).run(file: path, &interpreter, &presenter)
            default: throw CommandError("only a script can do this")
            }
        } catch {
            presenter.complain(error.message)
        }
    }

    /// Addresses of the articles' files.
    private func links(_ interpreter: Interpreter) -> [Int: String] {
        guard presenter.options.links, traits.colour else { return [:] }
        var links: [Int: String] = [:]
        for loaded in interpreter.session.articles {
            if let path = loaded.article.path { links[loaded.number] = FileAddress.of(path) }
        }
        return links
    }

    /// Asks whether text that was pasted is to be read as an article.
    private mutating func offer(_ lines: [String], _ editor: LineEditor, _ interpreter: inout Interpreter) {
        let words = lines.reduce(0) { $0 + $1.split(separator: " ").count }
        presenter.present(
            .lines([
                StyledLine(
                    "  This looks like an article: \(ArticleRenderer.count(words, "word")), \"\((lines.first ?? "").printable.head(columns: 40))\"."
                )
            ]))
        guard case .lines(let answer) = editor.read(prompt: "Load it? [y/N] "),
            let first = answer.first?.trimmed.lowercased(), "yes".hasPrefix(first), !first.isEmpty
        else { return }
        presenter.present(interpreter.load(pasted: lines.joined(separator: "\n")))
    }

    private var prompt: String {
        #if canImport(Darwin)
        // Its libedit counts the colour's letters as columns.
        "? "
        #else
        traits.colour ? "\u{1}\u{1B}[1m\u{1}?\u{1}\u{1B}[0m\u{1} " : "? "
        #endif
    }

    private func banner(_ interpreter: Interpreter) -> String {
        let parts = [
            "Hearsay \(Launch.version)", interpreter.census.joined(separator: ", "), ".help for help, Ctrl-D leaves",
        ]
        var line = StyledLine(parts[0], .bold)
        for part in parts.dropFirst() {
            line.append(" · ", .dim)
            line.append(part)
        }
        let lines = LineWrapper(width: traits.columns, indent: 2).wrap(line) + [StyledLine()]
        return lines.map { $0.encoded(colour: traits.colour) + "\n" }.joined()
    }
}

private func endProcess(by number: Int32) {
    signal(number, SIG_DFL)
    raise(number)
}
