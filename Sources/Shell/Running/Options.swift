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
        guard Self.names.contains(name) else {
            throw CommandError("there is no option \(name); there are \(Self.names.joined(separator: ", "))")
        }
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

    var lines: [StyledLine] {
        [
            ("colour", colour ? "on" : "off"), ("ghost", ghost ? "on" : "off"), ("keys", keys ?? "emacs"),
            ("links", links ? "on" : "off"), ("pager", pager ? "on" : "off"), ("pattern", pattern ? "on" : "off"),
        ].map {
            StyledLine("  \($0.0)" + String(repeating: " ", count: 10 - $0.0.count) + $0.1)
        }
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
