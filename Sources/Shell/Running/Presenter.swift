import Answers

/// Writes responses out, in the form and to the place that are set.
struct Presenter {
    enum Form: Equatable, Sendable {
        case text(Appearance)
        /// JSON lines.
        case json
        case other(ReplyFormat)

        init(_ format: ReplyFormat, _ appearance: Appearance) {
            self = format == .text ? .text(appearance) : format == .jsonl ? .json : .other(format)
        }

        var format: ReplyFormat {
            switch self {
            case .text: .text
            case .json: .jsonl
            case .other(let format): format
            }
        }
    }

    var form: Form
    var showsPattern = false
    /// Whether replies are followed by an empty line.
    var separatesReplies = true
    /// Where answers go while no file is set.
    var output: (String) -> Void = { OutputStream.standard.write($0) }
    var diagnostics: (String) -> Void = { OutputStream.error.write($0) }
    /// "hearsay: ", or "script:12: ".
    var diagnosticPrefix = "hearsay: "
    /// Whether the time of each answer is told.
    var showsTime = false
    var options = Options()
    /// The file that `.output` or `.once` named.
    private var file: OutputFile?
    private var isOnce = false
    /// Whether the file took no more: what is being presented goes to the screen.
    private var hasFileFailed = false
    /// Columns that complaints are set in; nil for any.
    var diagnosticWidth: Int?
    private var hasHeader = false

    private var appearance: Appearance {
        if case .text(let appearance) = form, file == nil { appearance } else { Appearance() }
    }

    init(form: Form) {
        self.form = form
        if case .text(let appearance) = form { diagnosticWidth = appearance.width }
    }

    /// - Parameter milliseconds: How long it took to find.
    mutating func present(_ response: Interpreter.Response, milliseconds: Double? = nil) {
        if case .complaint(let complaints, _) = response { for complaint in complaints { complain(complaint) } }
        // The forms of tables and pages have no place for it.
        if case .reply(let reply) = response, !reply.isComplete, case .other = form {
            complain(ReplyRenderer.incomplete)
        }
        write(response)
        if hasFileFailed {
            hasFileFailed = false
            // Set anew, for the screen's width.
            write(response)
        }
        if isOnce { closeFile() }
        if showsTime, let milliseconds {
            let tenths = Int((milliseconds * 10).rounded())
            diagnostics("  \(tenths / 10).\(tenths % 10) ms\n")
        }
    }

    private mutating func write(_ response: Interpreter.Response) {
        switch response {
        case .silent, .quit, .setting: return
        case .reply(let reply): write(reply)
        case .more(let reply, let range): show(renderer.lines(for: reply, answers: range))
        case .lines(let lines): show(lines)
        case .complaint(_, let lines): if !lines.isEmpty { show(lines) }
        }
    }

    private mutating func write(_ reply: Reply) {
        switch form {
        case .text: show(renderer.lines(for: reply))
        case .json: put(reply.json.encoded + "\n")
        case .other(let format):
            switch format {
            case .json: put(reply.json.indented + "\n")
            case .csv, .tsv:
                let encode = format == .csv ? ReplyTable.csv : ReplyTable.tsv
                if !hasHeader { put(encode(ReplyTable.header)) }
                hasHeader = true
                for row in ReplyTable.rows(reply) { put(encode(row)) }
            case .markdown: put(ReplyTable.markdown(reply))
            case .html: put(ReplyTable.html(reply))
            case .text, .jsonl: break
            }
        }
    }

    func complain(_ message: String) {
        let lines = LineWrapper(width: diagnosticWidth, indent: 4).wrap(
            StyledLine(diagnosticPrefix + message.printable))
        diagnostics(lines.map { $0.text + "\n" }.joined())
    }

    private var renderer: ReplyRenderer {
        var renderer = ReplyRenderer(appearance: appearance, showsPattern: showsPattern && options.pattern)
        renderer.links = links
        return renderer
    }

    /// Paths of the articles by their numbers, where citations lead to them.
    var links: [Int: String] = [:]

    private mutating func show(_ lines: [StyledLine]) {
        let fitting = lines.flatMap { line in
            line.width <= appearance.width ?? .max ? [line] : LineWrapper(width: appearance.width, indent: 4).wrap(line)
        }
        let text =
            fitting.map { $0.encoded(colour: appearance.colour) + "\n" }.joined() + (separatesReplies ? "\n" : "")
        // What other programs read stays alone on standard output.
        if case .text = form { put(text) } else { diagnostics(text) }
    }

    // MARK: Where it goes

    private mutating func put(_ text: String) {
        if hasFileFailed { return }
        guard let open = file else { return output(text) }
        if let problem = open.write(text) {
            complain("\(open.path): \(problem); answers go to the screen again")
            closeFile()
            hasFileFailed = true
        }
    }

    /// Writes a line as it is; false where it could not be written.
    mutating func putLine(_ line: String) -> Bool {
        put(line)
        return !hasFileFailed
    }

    private mutating func closeFile() {
        if let problem = file?.close() { complain(problem) }
        file = nil
        isOnce = false
        hasHeader = false
    }

    private func wrapped(_ line: StyledLine) -> [StyledLine] {
        LineWrapper(width: appearance.width, indent: (appearance.width ?? 80) < 50 ? 4 : Options.column).wrap(line)
    }

    /// Changes form or place; false where something else has to.
    mutating func apply(_ setting: Setting, _ appearance: Appearance) throws(CommandError) -> Bool {
        switch setting {
        case .mode(let format?):
            form = Form(format, appearance)
            hasHeader = false
        case .mode(nil):
            let others = ReplyFormat.allCases.filter { $0 != form.format }.map(\.rawValue).joined(separator: ", ")
            show([StyledLine("  \(form.format.rawValue); others: \(others)")])
        case .output(let path, let once):
            closeFile()
            guard let path else { return true }
            file = try OutputFile(PathPattern.home(path))
            isOnce = once
        case .timer(let isOn): showsTime = isOn
        case .say(let text):
            put(text.printable + "\n")
            if hasFileFailed { output(text.printable + "\n") }
            hasFileFailed = false
        case .option(let name, let value?): try options.set(name, value)
        case .option(let name, nil): show(try options.lines(only: name).flatMap(wrapped))
        case .options: show(options.lines.flatMap(wrapped))
        case .echo, .history, .run: return false
        }
        return true
    }
}

/// A file that answers are written to.
struct OutputFile {
    let path: String
    private let descriptor: Int32

    /// - Throws: why it cannot be written, for people.
    init(_ path: String) throws(CommandError) {
        self.path = path
        descriptor = systemOpen(path)
        guard descriptor >= 0 else { throw CommandError(FileProblem.writing(path, errno), status: .unreadable) }
    }

    /// What went wrong; nil for nothing.
    func write(_ text: String) -> String? {
        var text = text
        return text.withUTF8 { bytes in
            var rest = UnsafeRawBufferPointer(bytes)
            while !rest.isEmpty {
                let count = systemWrite(descriptor, rest)
                if count < 0 {
                    if errno == EINTR { continue }
                    return String(cString: strerror(errno))
                }
                rest = UnsafeRawBufferPointer(rebasing: rest[count...])
            }
            return nil
        }
    }

    /// What went wrong; nil for nothing.
    func close() -> String? {
        systemClose(descriptor) == 0 ? nil : "\(path): \(String(cString: strerror(errno)))"
    }
}

private func systemOpen(_ path: String) -> Int32 { open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666) }
private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
    write(descriptor, bytes.baseAddress, bytes.count)
}
private func systemClose(_ descriptor: Int32) -> Int32 { close(descriptor) }
