import ArgumentParser
import Shell

struct GrammarCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "grammar",
        abstract: "Print the shapes of questions, check their files, or see how a question is read.",
        subcommands: [PrintCommand.self, CopyCommand.self, CheckCommand.self, TryCommand.self, BenchmarkCommand.self],
        defaultSubcommand: PrintCommand.self)

    struct PrintCommand: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "print", abstract: "Print the shapes (what happens without a subcommand).")

        @OptionGroup var language: GrammarOptions

        func run() throws {
            var launch = Launch(articles: [])
            launch.grammarFolder = language.grammar
            try finish(launch.grammar(.list))
        }
    }

    struct CopyCommand: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "copy", abstract: "Write the files that are built in into a new folder, to be edited.")

        @Argument(help: ArgumentHelp("The folder to make.", valueName: "dir"), completion: .directory)
        var folder: String

        func run() throws { try finish(Launch(articles: []).grammar(.copy(to: folder))) }
    }

    struct CheckCommand: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "check", abstract: "Check a folder's files and run the examples of its shapes.")

        @Argument(
            help: ArgumentHelp("The folder; without one, the files that are built in.", valueName: "dir"),
            completion: .directory)
        var folder: String?

        func run() throws { try finish(Launch(articles: []).grammar(.check(folder: folder))) }
    }

    struct TryCommand: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "try", abstract: "Parse questions and write their patterns as JSON, without articles.")

        @OptionGroup var language: GrammarOptions

        @Argument(help: ArgumentHelp("Questions in plain English, each one argument.", valueName: "question"))
        var questions: [String]

        func run() throws {
            var launch = Launch(articles: [])
            launch.grammarFolder = language.grammar
            try finish(launch.grammar(.parse(questions)))
        }
    }

    struct BenchmarkCommand: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "benchmark", abstract: "Time the parsing of questions: the examples, and 10,000 words.")

        @OptionGroup var language: GrammarOptions

        func run() throws {
            var launch = Launch(articles: [])
            launch.grammarFolder = language.grammar
            try finish(launch.grammar(.benchmark))
        }
    }
}
