import ArgumentParser
import Shell

/// Writes what is installed beside the program: completions for other shells, and the manual page.
struct GenerateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "generate", abstract: "Write the completions of bash, zsh or fish, or the manual page.",
        shouldDisplay: false)

    enum Kind: String, CaseIterable, ExpressibleByArgument {
        case bash, zsh, fish, man

        /// Where script/generate puts it.
        var file: String {
            switch self {
            case .bash: "completions/hearsay.bash"
            case .zsh: "completions/_hearsay"
            case .fish: "completions/hearsay.fish"
            case .man: "docs/hearsay.1"
            }
        }
    }

    @Argument(help: "bash, zsh, fish or man.")
    var kind: Kind

    func run() { print(Self.text(of: kind), terminator: "") }

    static func text(of kind: Kind) -> String {
        let text =
            switch kind {
            case .bash: CompletionScripts.bash
            case .zsh: CompletionScripts.zsh
            case .fish: CompletionScripts.fish
            case .man: ManualPage.text
            }
        return text.hasSuffix("\n") ? text : text + "\n"
    }
}
