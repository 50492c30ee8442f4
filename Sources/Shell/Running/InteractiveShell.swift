/// The session with somebody who types.
struct InteractiveShell {
    var traits: TerminalTraits

    func run(_ interpreter: inout Interpreter) {
        var lines = LineReader(descriptor: STDIN_FILENO)
        while true {
            if traits.isShown { OutputStream.standard.write("? ") }
            guard let line = lines.next() else { return }
            guard case .text(let text) = line else { continue }
            let response = interpreter.respond(to: text, appearance: traits.appearance)
            if response == .quit { return }
            Presenter(form: .text(traits.appearance)).present(response)
        }
    }
}
