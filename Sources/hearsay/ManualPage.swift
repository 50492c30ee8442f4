import ArgumentParser
import Shell

/// The manual page, made of what the program says about itself.
enum ManualPage {
    static var text: String {
        var page = """
            .\\" Made by script/generate; do not edit.
            .TH HEARSAY 1 "" "Hearsay \(Launch.version)" "User Commands"
            .SH NAME
            hearsay \\- answers questions about news articles, offline, with what they say
            .SH SYNOPSIS

            """
        page += synopsis.map { ".B hearsay\n\(escaped($0))\n.br\n" }.joined()
        page += ".SH DESCRIPTION\n"
        page += paragraphs(
            """
            Hearsay answers questions in plain English about the articles that it was given, and only with what they say: each \
            answer is made of words of an article, with the sentence it stands in and the chain of who says so. What no article \
            says gets "nothing found". Nothing is ever sent or fetched.

            \(HearsayCommand.configuration.discussion.replacing(exitStatus, with: ""))
            """)
        let commands: [any ParsableCommand.Type] = [
            OpenCommand.self, AskCommand.self, RunCommand.self, ExportCommand.self, AnalyzeCommand.self,
            GrammarCommand.PrintCommand.self, GrammarCommand.CheckCommand.self, GrammarCommand.TryCommand.self,
        ]
        page += ".SH SUBCOMMANDS\n"
        for command in commands { page += section(command) }
        page += ".SH COMMANDS OF THE SHELL\n"
        page += paragraphs(
            "A line that begins with a full stop is a command. Names may be cut short where only one begins so.")
        for entry in Launch.shellCommands {
            page += ".TP\n.B \(escaped(entry.usage))\n\(escaped(entry.summary))\n"
        }
        page += """
            .SH EXIT STATUS
            .TP
            .B 0
            All questions were answered.
            .TP
            .B 1
            Some question had no answer.
            .TP
            .B 2
            Some question or command was not understood.
            .TP
            .B 3
            A file could not be read; what could be read was used.
            .TP
            .B 64
            Wrong usage.
            .TP
            .B 74
            What was found could not be written.
            .SH FILES
            .TP
            .I ~/.config/hearsay/config
            Commands that the shell runs when it starts; under $XDG_CONFIG_HOME where that is set.
            .TP
            .I ~/.local/state/hearsay/history
            What was typed, for its owner only; under $XDG_STATE_HOME where that is set.
            .TP
            .I ~/.editrc
            Keys, as editrc(5) says.
            .SH ENVIRONMENT
            .TP
            .B NO_COLOR, CLICOLOR=0, TERM=dumb
            No colours.
            .TP
            .B PAGER
            Shows what is longer than the screen; empty for none.
            .SH EXAMPLES
            .nf
            hearsay inbox/ feed.xml
            hearsay ask \\-\\-article talks.txt "what does Russia demand"
            hearsay run morning.questions \\-\\-article inbox/ \\-\\-format markdown > brief.md
            curl \\-s https://example.org/a.html | hearsay \\-
            .fi
            .SH SEE ALSO
            editrc(5), less(1)

            """
        return page
    }

    private static let synopsis = [
        "[OPTION]... [ARTICLE]...", "ask [OPTION]... QUESTION...", "run [OPTION]... SCRIPT",
        "export [OPTION]... [ARTICLE]...", "analyze [OPTION]... [ARTICLE]...",
        "grammar [print | check [DIR] | try QUESTION...]",
    ]

    /// A subcommand: what it does, its arguments and options.
    private static func section(_ command: any ParsableCommand.Type) -> String {
        // So wide that each option takes one line.
        let help = HearsayCommand.helpMessage(for: command, columns: 10_000)
        let blocks = help.split(separator: "\n\n", omittingEmptySubsequences: true).map(String.init)
        var name = command.configuration.commandName ?? ""
        if ["print", "check", "try"].contains(name) { name = "grammar " + name }
        var text = ".SS hearsay \(escaped(name))\n"
        text += paragraphs(
            command.configuration.abstract + "\n\n"
                + command.configuration.discussion.replacing(exitStatus, with: ""))
        for block in blocks where block.hasPrefix("ARGUMENTS:") || block.hasPrefix("OPTIONS:") {
            for entry in entries(block) { text += ".TP\n.B \(escaped(entry.label))\n\(escaped(entry.help))\n" }
        }
        return text
    }

    /// "  --json      Write ..." as its two parts.
    private static func entries(_ block: String) -> [(label: String, help: String)] {
        var entries: [(label: String, help: String)] = []
        for line in block.split(separator: "\n").dropFirst() {
            let text = line.drop { $0 == " " }
            if line.count - text.count > 2, let last = entries.indices.last {
                entries[last].help += (entries[last].help.isEmpty ? "" : " ") + text
            } else if let gap = text.firstRange(of: "  ") {
                entries.append((String(text[..<gap.lowerBound]), String(text[gap.upperBound...].drop { $0 == " " })))
            } else if let space = text.firstRange(of: "> ") {
                entries.append((String(text[..<space.lowerBound]) + ">", String(text[space.upperBound...])))
            } else {
                entries.append((String(text), ""))
            }
        }
        return entries.filter { !["--version", "-h, --help"].contains($0.label) }
    }

    private static func paragraphs(_ text: String) -> String {
        var result = ""
        for paragraph in text.split(separator: "\n\n", omittingEmptySubsequences: true) {
            result += (result.isEmpty ? "" : ".PP\n") + escaped(String(paragraph)) + "\n"
        }
        return result
    }

    /// Backslashes, hyphens, and full stops or quotes that begin a line mean something to roff.
    private static func escaped(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            var result = ""
            for character in line {
                switch character {
                case "\\": result += "\\e"
                case "-": result += "\\-"
                default: result.append(character)
                }
            }
            return result.hasPrefix(".") || result.hasPrefix("'") ? "\\&" + result : result
        }.joined(separator: "\n")
    }
}
