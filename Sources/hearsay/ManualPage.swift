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
            .SH USAGE
            \(literal(HearsayCommand.helpMessage(columns: 78)))
            """
        let commands: [any ParsableCommand.Type] = [
            OpenCommand.self, AskCommand.self, RunCommand.self, AnalyzeCommand.self,
        ]
        for command in commands {
            page += "\n.SH \((command.configuration.commandName ?? "").uppercased())\n"
            page += literal(HearsayCommand.helpMessage(for: command, columns: 78))
        }
        page += "\n.SH COMMANDS OF THE SHELL\n"
        for entry in Launch.shellCommands {
            page += ".TP\n.B \(escaped(entry.usage))\n\(escaped(entry.summary))\n"
        }
        page += """
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
            Shows what is longer than the screen.

            """
        return page
    }

    private static func literal(_ text: String) -> String {
        ".nf\n"
            + escaped(
                text.split(separator: "\n", omittingEmptySubsequences: false).map { trimmed($0) }.joined(
                    separator: "\n")) + "\n.fi"
    }

    private static func trimmed(_ line: Substring) -> String {
        var line = line
        while line.last == " " { line.removeLast() }
        return String(line)
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
