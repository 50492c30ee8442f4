import Questions

/// What `.set` changes.
struct Options: Equatable, Sendable {
    /// Whether a suggestion stands behind the line.
    var ghost = true
    /// Whether what is longer than the screen goes through `$PAGER`.
    var pager = true
    /// Whether citations lead to their files where a click follows them.
    var links = Options.terminalHasLinks
    /// Whether the pattern that a question was read as stands above its answers.
    var pattern = true
    /// "emacs" or "vi"; nil for those of the user's .editrc.
    var keys: String?
    var colour = true

    static let names = ["colour", "ghost", "keys", "links", "pager", "pattern"]

    /// Sets an option by its name.
    ///
    /// - Throws: what is wrong, for people.
    mutating func set(_ name: String, _ value: String) throws(CommandError) {
        if name == "keys" {
            guard value == "emacs" || value == "vi" else { throw CommandError("keys are emacs or vi: .set keys vi") }
            keys = value
            return
        }
        guard Self.names.contains(name) else { throw Self.unknown(name) }
        guard value == "on" || value == "off" else { throw CommandError("\(name) is on or off: .set \(name) off") }
        let isOn = value == "on"
        switch name {
        case "ghost": ghost = isOn
        case "pager": pager = isOn
        case "links": links = isOn
        case "pattern": pattern = isOn
        default: colour = isOn
        }
    }

    /// Columns before what an option means.
    static let column = 20

    /// All options with their values and what they mean.
    var lines: [StyledLine] { Self.names.map(line) }

    /// - Throws: where there is no option of this name.
    func lines(only name: String) throws(CommandError) -> [StyledLine] {
        guard Self.names.contains(name) else { throw Self.unknown(name) }
        return [line(name)]
    }

    private func line(_ name: String) -> StyledLine {
        let value =
            switch name {
            case "colour": colour ? "on" : "off"
            case "ghost": ghost ? "on" : "off"
            case "keys": keys ?? "emacs"
            case "links": links ? "on" : "off"
            case "pager": pager ? "on" : "off"
            default: pattern ? "on" : "off"
            }
        func padded(_ text: String, to column: Int) -> String {
            text + String(repeating: " ", count: max(2, column - text.count))
        }
        var line = StyledLine(padded(padded("  " + name, to: 12) + value, to: Self.column))
        line.append(Self.meanings[name] ?? "", .dim)
        return line
    }

    static let meanings = [
        "colour": "colours in answers and in the line that is typed", "ghost": "what is suggested behind the line",
        "keys": "those of emacs or of vi", "links": "citations that lead to their files by a click",
        "pager": "what is longer than the screen goes through $PAGER",
        "pattern": "how a question was read, above its answers",
    ]

    private static func unknown(_ name: String) -> CommandError {
        let near = NearWords.near(name, among: names)
        return CommandError(
            "there is no option \(name); "
                + (near.isEmpty
                    ? "there are \(names.joined(separator: ", "))" : "did you mean \(near.joined(separator: " or "))?"))
    }

    /// Terminals that are known to follow links (OSC 8); none is asked.
    private static var terminalHasLinks: Bool {
        func value(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
        if let vte = value("VTE_VERSION").flatMap({ Int($0) }), vte >= 5000 { return true }
        if ["KITTY_WINDOW_ID", "WT_SESSION", "WEZTERM_PANE"].contains(where: { value($0) != nil }) { return true }
        if let program = value("TERM_PROGRAM"), ["iTerm.app", "WezTerm", "ghostty", "vscode"].contains(program) {
            return true
        }
        return value("TERM").map { $0.hasPrefix("foot") || $0.hasPrefix("alacritty") || $0.contains("kitty") } ?? false
    }
}
