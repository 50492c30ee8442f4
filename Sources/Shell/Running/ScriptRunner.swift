/// Runs lines that nobody types: no prompt, no banner, no colour.
struct ScriptRunner {
    /// Names the script in complaints: a path.
    var name: String
    var echo: Bool

    func run(_ lines: LineReader, _ interpreter: inout Interpreter, _ presenter: inout Presenter) {
        var lines = lines
        var number = 0
        while let line = lines.next() {
            number += 1
            presenter.diagnosticPrefix = "\(name):\(number): "
            let response: Interpreter.Response
            switch line {
            case .text(let text):
                response = interpreter.respond(to: text, appearance: Appearance())
                if echo, response != .silent { presenter.output("? \(text.trimmed.printable)\n") }
            case .refused(let text, let reason):
                response = .reply(interpreter.refuse(text, because: reason))
                if echo { presenter.output("? \(text.printable)\n") }
            }
            if response == .quit { return }
            presenter.present(response)
        }
    }
}
