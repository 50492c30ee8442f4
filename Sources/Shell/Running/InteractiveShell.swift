/// The session with somebody who types.
struct InteractiveShell {
    var traits: TerminalTraits
    var history = HistoryFile.standard()

    /// Runs to Ctrl-D or `.quit`.
    func run(_ interpreter: inout Interpreter) {
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
    private func edited(_ editor: LineEditor, _ live: LiveCompletion, _ interpreter: inout Interpreter) {
        var kept = history
        func remember(_ line: String) {
            editor.remember(line)
            live.history.append(line)
        }
        if let lines = kept?.load() { lines.forEach(remember) } else { kept = nil }
        interpreter.isInterrupted = { editor.isInterrupted }
        defer { interpreter.isInterrupted = { false } }
        var last = ""
        while true {
            kept?.news().forEach(remember)
            live.begin(interpreter.session)
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
    private func plain(_ interpreter: inout Interpreter) {
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
    private func obey(_ line: String, _ interpreter: inout Interpreter) -> Bool {
        // The window may have changed since the last line.
        let appearance = TerminalTraits.current().appearance
        let response = interpreter.respond(to: line, appearance: appearance)
        if response == .quit { return false }
        var presenter = presenter
        presenter.form = .text(appearance)
        presenter.present(response)
        return true
    }

    private var presenter: Presenter {
        var presenter = Presenter(form: .text(traits.appearance))
        presenter.showsPattern = true
        presenter.diagnosticPrefix = "  "
        return presenter
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
