/// What `.help` shows.
struct HelpText {
    var appearance: Appearance
    /// Questions that the loaded articles answer, no more than so many.
    var examples: (Int) -> [String]

    static let topics = ["questions", "answers", "keys", "commands"]

    /// Nil for a topic that is none.
    func lines(topic: String?) -> [StyledLine]? {
        guard let topic else {
            return section("Ask about the articles in plain English:") + examples(4).flatMap(example) + [
                StyledLine()
            ]
                + section("Commands:") + commands() + [StyledLine()]
                + paragraph("More: \(Self.topics.map { ".help " + $0 }.joined(separator: ", "))")
        }
        var wanted = topic.lowercased()
        while wanted.hasPrefix(".") { wanted.removeFirst() }
        let matching = Self.topics.filter { $0.hasPrefix(wanted) }
        switch matching.first {
        case "questions":
            return section("Questions about these articles, one of each kind:") + examples(100).flatMap(example)
                + paragraph(
                    "Other names, verbs and topics may stand in them. What they mean, and how to add one, is in the files of .grammar."
                )
        case "answers": return Self.answers.flatMap(paragraph)
        case "keys": return Self.keys.flatMap { row($0.0, $0.1) }
        case "commands": return commands()
        default:
            guard let entry = Command.entries.first(where: { $0.name.dropFirst().hasPrefix(wanted) }) else {
                return nil
            }
            return row(entry)
                + (entry.name == ".set" ? Options.names.flatMap { row("  " + $0, Options.meanings[$0] ?? "") } : [])
        }
    }

    private func section(_ title: String) -> [StyledLine] {
        LineWrapper(width: appearance.width, firstIndent: 2, indent: 2).wrap(StyledLine(title, .bold))
    }

    private func paragraph(_ text: String) -> [StyledLine] {
        LineWrapper(width: appearance.width, firstIndent: 2, indent: 4).wrap(StyledLine(text))
    }

    private func example(_ text: String) -> [StyledLine] {
        LineWrapper(width: appearance.width, firstIndent: 4, indent: 6).wrap(StyledLine(text))
    }

    private func commands() -> [StyledLine] { Command.entries.flatMap(row) }

    private func row(_ entry: Command.Entry) -> [StyledLine] {
        row(entry.arguments.isEmpty ? entry.name : "\(entry.name) \(entry.arguments)", entry.summary)
    }

    private func row(_ left: String, _ right: String) -> [StyledLine] {
        let column = 18
        var line = StyledLine(left, .bold)
        let narrow = (appearance.width ?? 80) < 50
        if !narrow, DisplayWidth.of(left) > column - 2 {
            // What would push the others out of line stands above.
            return LineWrapper(width: appearance.width, firstIndent: 4, indent: 6).wrap(line)
                + LineWrapper(width: appearance.width, firstIndent: 4 + column, indent: 4 + column)
                .wrap(StyledLine(right))
        }
        line.append(String(repeating: " ", count: narrow ? 2 : max(2, column - DisplayWidth.of(left))))
        line.append(right)
        return LineWrapper(width: appearance.width, firstIndent: 4, indent: narrow ? 6 : 4 + column).wrap(line)
    }

    private static let answers = [
        "Every answer is made of words of the articles, with who says so, who reports it, and the sentence it stands in.",
        "[2:17] is sentence 17 of article 2; .show 2:17 shows it in its paragraph. ▌ ▐ or a colour mark the answer in its sentence.",
        "\"Nothing found\" means that the question was understood and no article answers it.",
    ]

    private static let keys = [
        ("TAB", "complete question words, names, verbs, topics, commands, files"),
        ("Right, Ctrl-E", "take what is suggested behind the line"),
        ("Up, Down", "earlier lines that begin with what is typed"),
        ("Ctrl-R", "search earlier lines"),
        ("Ctrl-A, Ctrl-E", "to the beginning, to the end"),
        ("Ctrl-Left, Right", "a word back, a word on"),
        ("Ctrl-W, Ctrl-U", "delete the word before, all before"),
        ("Ctrl-L", "clear the screen"),
        ("Ctrl-C", "drop the line; at work: stop, and keep what was found"),
        ("Ctrl-Z", "pause; fg goes on"),
        ("Ctrl-D", "on an empty line: leave"),
    ]
}
