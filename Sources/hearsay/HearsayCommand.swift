import ArgumentParser
import Shell

struct HearsayCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hearsay",
        abstract: "Answers questions about news articles, offline, with what they say and where they say it.",
        discussion: """
            Without a subcommand the shell opens over the articles; piped input is a script. Without articles it opens over one
            that is built in.

            Exit status: 0 all answered, 1 a question had no answer, 2 one was not understood, 3 a file could not be read,
            64 wrong usage.
            """,
        version: "hearsay \(Launch.version)",
        subcommands: [OpenCommand.self, AskCommand.self, RunCommand.self, AnalyzeCommand.self, GenerateCommand.self],
        defaultSubcommand: OpenCommand.self)
}

struct OpenCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "open", abstract: "Open the shell over articles (what happens without a subcommand).")

    @Argument(
        help: ArgumentHelp("Articles to read: plain text, the headline first.", valueName: "article"),
        completion: .file())
    var articles: [String] = []

    @Flag(name: .long, help: "Write one JSON object a line for each question; the same as --format jsonl.")
    var json = false

    @Option(name: .long, help: "The form of the answers: text, json, jsonl, csv, tsv, markdown or html.")
    var format: ReplyFormat?

    @Option(
        name: .customShort("c"),
        help: ArgumentHelp("Run a question or .command and leave; may be given again.", valueName: "line"))
    var commands: [String] = []

    @Flag(name: .long, help: "Go on after a line that is not understood, where the input is piped or -c is given.")
    var keepGoing = false

    @Flag(name: .customLong("private"), help: "Keep no history, and use none.")
    var isPrivate = false

    @Flag(name: .long, help: "Do not run the config file.")
    var noConfig = false

    func run() throws {
        var launch = Launch(articles: articles, format: format ?? (json ? .jsonl : .text))
        launch.keepsGoing = keepGoing
        launch.isPrivate = isPrivate
        launch.readsConfig = !noConfig
        try finish(commands.isEmpty ? launch.open() : launch.run(lines: commands))
    }
}

struct AskCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ask", abstract: "Answer questions and leave.",
        discussion: "Questions are one session, in order, so that one may follow up on another.")

    @OptionGroup var sources: SourceOptions

    @Argument(help: ArgumentHelp("Questions in plain English, each one argument.", valueName: "question"))
    var questions: [String]

    func run() throws {
        try finish(Launch(articles: sources.article, format: sources.form).ask(questions))
    }
}

struct RunCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Run a script: a question or .command a line, # begins a comment.")

    @OptionGroup var sources: SourceOptions

    @Flag(name: .long, help: "Write each line above its answers.")
    var echo = false

    @Flag(name: .long, help: "Go on after a line that is not understood; else the script ends there.")
    var keepGoing = false

    @Argument(help: ArgumentHelp("The script's file; - is standard input.", valueName: "script"), completion: .file())
    var script: String

    func run() throws {
        var launch = Launch(articles: sources.article, format: sources.form)
        launch.keepsGoing = keepGoing
        try finish(launch.run(script: script, echo: echo))
    }
}

struct AnalyzeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "analyze",
        abstract: "Write the analysis of articles: CoNLL-U, or facts or attributions as JSON lines.")

    @Flag(name: .long, help: "Write the facts, one JSON object a line, in place of the trees.")
    var facts = false

    @Flag(name: .long, help: "Write who says what as UTF-8 byte spans, one JSON object a line, in place of the trees.")
    var attributions = false

    @Argument(
        help: ArgumentHelp("Articles to read; none stands for the one that is built in.", valueName: "article"),
        completion: .file())
    var articles: [String] = []

    func run() throws {
        try finish(Launch(articles: articles).analyze(as: attributions ? .attributions : facts ? .facts : .trees))
    }
}

struct SourceOptions: ParsableArguments {
    @Option(
        name: .long, help: ArgumentHelp("An article to read; may be given again.", valueName: "file"),
        completion: .file())
    var article: [String] = []

    @Flag(name: .long, help: "Write one JSON object a line for each question; the same as --format jsonl.")
    var json = false

    @Option(name: .long, help: "The form of the answers: text, json, jsonl, csv, tsv, markdown or html.")
    var format: ReplyFormat?

    var form: ReplyFormat { format ?? (json ? .jsonl : .text) }
}

extension ReplyFormat: ExpressibleByArgument {}

private func finish(_ status: ExitStatus) throws {
    if status != .answered { throw ExitCode(status.rawValue) }
}
