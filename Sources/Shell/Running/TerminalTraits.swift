/// What the program's output goes to.
struct TerminalTraits: Equatable, Sendable {
    /// Both ends are a terminal that can move its cursor: lines can be edited.
    var canEdit: Bool
    /// Standard input is a terminal: somebody types.
    var isTyped: Bool
    /// Standard output is a terminal.
    var isShown: Bool
    var colour: Bool
    /// Columns; nil where lines go to no terminal.
    var columns: Int?

    var appearance: Appearance { Appearance(width: columns, colour: colour) }

    /// - Parameter environment: The value of an environment variable.
    init(inputIsTerminal: Bool, outputIsTerminal: Bool, windowColumns: Int?, environment: (String) -> String?) {
        let dumb = environment("TERM").map { $0 == "dumb" || $0.isEmpty } ?? true
        isTyped = inputIsTerminal
        isShown = outputIsTerminal
        canEdit = inputIsTerminal && outputIsTerminal && !dumb
        // NO_COLOR counts where it is set to anything (no-color.org); CLICOLOR where it is 0.
        let unwanted = environment("NO_COLOR").map { !$0.isEmpty } ?? false || environment("CLICOLOR") == "0"
        colour = outputIsTerminal && !dumb && !unwanted
        columns = outputIsTerminal ? windowColumns ?? environment("COLUMNS").flatMap { Int($0) } ?? 80 : nil
    }

    static func current() -> TerminalTraits {
        TerminalTraits(
            inputIsTerminal: isatty(STDIN_FILENO) == 1, outputIsTerminal: isatty(STDOUT_FILENO) == 1,
            windowColumns: windowColumns(),
            environment: { name in getenv(name).map { String(cString: $0) } })
    }

    private static func windowColumns() -> Int? {
        var size = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
        return Int(size.ws_col)
    }
}
