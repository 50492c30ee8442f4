import Answers

/// Writes responses out: as text, or as JSON lines.
struct Presenter {
    enum Form: Equatable, Sendable {
        case text(Appearance)
        case json
    }

    var form: Form
    var showsPattern = false
    /// Whether replies are followed by an empty line.
    var separatesReplies = true
    var output: (String) -> Void = { OutputStream.standard.write($0) }
    var diagnostics: (String) -> Void = { OutputStream.error.write($0) }
    /// "hearsay: ", or "script:12: ".
    var diagnosticPrefix = "hearsay: "

    private var appearance: Appearance {
        if case .text(let appearance) = form { appearance } else { Appearance() }
    }

    init(form: Form) {
        self.form = form
    }

    func present(_ response: Interpreter.Response) {
        switch response {
        case .silent, .quit: break
        case .reply(let reply):
            if form == .json {
                output(reply.json.encoded + "\n")
            } else {
                show(renderer.lines(for: reply))
            }
        case .more(let reply, let range): show(renderer.lines(for: reply, answers: range))
        case .lines(let lines): show(lines)
        case .complaint(let complaints, let lines):
            for complaint in complaints { complain(complaint) }
            if !lines.isEmpty { show(lines) }
        }
    }

    func complain(_ message: String) {
        diagnostics(diagnosticPrefix + message.printable + "\n")
    }

    private var renderer: ReplyRenderer { ReplyRenderer(appearance: appearance, showsPattern: showsPattern) }

    private func show(_ lines: [StyledLine]) {
        let text = lines.map { $0.encoded(colour: appearance.colour) + "\n" }.joined() + (separatesReplies ? "\n" : "")
        // JSON lines on standard output stay alone.
        if form == .json { diagnostics(text) } else { output(text) }
    }
}
