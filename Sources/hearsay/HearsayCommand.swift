import ArgumentParser
import Articles
import Shell

struct HearsayCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hearsay",
        abstract: "Answers questions about news articles, offline, with what they say and where they say it.",
        discussion: """
            Without a subcommand the shell opens over the articles; piped input is a script. Without articles it opens over \
            one that is built in. With the article - the articles come through a pipe, and the questions from the keys. \
            The options of the shell are those of open: hearsay help open.

            \(exitStatus)
            """,
        version: "hearsay \(Launch.version)",
        subcommands: [
            OpenCommand.self, AskCommand.self, RunCommand.self, AnalyzeCommand.self, ExportCommand.self,
            GrammarCommand.self,
            GenerateCommand.self,
        ],
        defaultSubcommand: OpenCommand.self)
}

/// What the program's exit status tells.
let exitStatus = """
    Exit status: 0 all answered, 1 a question had no answer, 2 one was not understood, 3 a file could not be read, 64 wrong \
    usage, 74 what was found could not be written.
    """

struct OpenCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "open", abstract: "Open the shell over articles (what happens without a subcommand).")

    @Argument(
        help: ArgumentHelp("Files and folders of articles to read; - is standard input.", valueName: "article"),
        completion: .file())
    var articles: [String] = []

    @OptionGroup var reading: ReadingOptions

    @Flag(name: .long, help: "Write one JSON object a line for each question; the same as --format jsonl.")
    var json = false

    @Option(name: .long, help: "The form of the answers.")
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

    @OptionGroup var language: GrammarOptions

    func run() throws {
        var launch = try reading.launch(articles, format ?? (json ? .jsonl : .text))
        launch.grammarFolder = language.grammar
        launch.keepsGoing = keepGoing
        launch.isPrivate = isPrivate
        launch.readsConfig = !noConfig
        try finish(commands.isEmpty ? launch.open() : launch.run(lines: commands))
    }
}

struct AskCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ask", abstract: "Answer questions and leave.",
        discussion: """
            Questions are one session, in order, so that one may follow up on another.

            \(exitStatus)
            """)

    @OptionGroup var sources: SourceOptions

    @Argument(help: ArgumentHelp("Questions in plain English, each one argument.", valueName: "question"))
    var questions: [String]

    func run() throws {
        var launch = try sources.launch()
        launch.grammarFolder = sources.language.grammar
        try finish(launch.ask(questions))
    }
}

struct RunCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Run a script: a question or .command a line, # begins a comment.",
        discussion: """
            Answers come as they are found. The script ends at the first line that is not understood, with its place \
            (script:line:column) on standard error.

            \(exitStatus)
            """)

    @OptionGroup var sources: SourceOptions

    @Flag(name: .long, help: "Write each line above its answers.")
    var echo = false

    @Flag(name: .long, help: "Go on after a line that is not understood; else the script ends there.")
    var keepGoing = false

    @Argument(help: ArgumentHelp("The script's file; - is standard input.", valueName: "script"), completion: .file())
    var script: String

    func run() throws {
        var launch = try sources.launch()
        launch.keepsGoing = keepGoing
        launch.grammarFolder = sources.language.grammar
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

    @OptionGroup var reading: ReadingOptions

    func run() throws {
        try finish(
            try reading.launch(articles, .text).analyze(as: attributions ? .attributions : facts ? .facts : .trees))
    }
}

struct SourceOptions: ParsableArguments {
    @Option(
        name: .long, help: ArgumentHelp("A file or folder of articles to read; may be given again.", valueName: "file"),
        completion: .file())
    var article: [String] = []

    @OptionGroup var reading: ReadingOptions

    @Flag(name: .long, help: "Write one JSON object a line for each question; the same as --format jsonl.")
    var json = false

    @Option(name: .long, help: "The form of the answers.")
    var format: ReplyFormat?

    @OptionGroup var language: GrammarOptions

    func launch() throws -> Launch { try reading.launch(article, format ?? (json ? .jsonl : .text)) }
}

struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write facts, statements or entities of articles for other programs.",
        discussion: """
            jsonl and csv go to standard output or --output; sqlite is a session file with all of it, whose tables and views other
            programs can query (docs/sessions.md).
            """)

    @Option(name: .long, help: "The form.")
    var format = ExportFormat.jsonl

    @Option(name: .long, help: "What to write.")
    var content = ExportContent.statements

    @Option(name: .shortAndLong, help: ArgumentHelp("The file to write.", valueName: "file"), completion: .file())
    var output: String?

    @OptionGroup var reading: ReadingOptions

    @Argument(
        help: ArgumentHelp(
            "Files and folders of articles to read; none stands for the one that is built in.", valueName: "article"),
        completion: .file())
    var articles: [String] = []

    func validate() throws {
        if format == .sqlite, output == nil { throw ValidationError("--format sqlite needs --output FILE") }
    }

    func run() throws {
        try finish(try reading.launch(articles, .text).export(content, as: format, to: output))
    }
}

/// How articles are read, and where they are kept.
struct ReadingOptions: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp("Keep the session in this file: opened, or made where it is not there.", valueName: "file"),
        completion: .file())
    var session: String?

    @Option(
        name: .long,
        help: ArgumentHelp(
            "The format of the articles, where it is not recognised. --format is that of the answers.",
            valueName: "format"))
    var inputFormat: ArticleFormat?

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Which key or column of an export holds what: text=story; fields are \(ArticleField.allCases.map(\.rawValue).joined(separator: ", ")).",
            valueName: "field=name"))
    var map: [String] = []

    func launch(_ articles: [String], _ format: ReplyFormat) throws -> Launch {
        var launch = Launch(articles: articles, format: format)
        launch.session = session
        launch.reader.format = inputFormat
        for assignment in map {
            do { try launch.reader.fields.map(assignment) } catch { throw ValidationError("--map: \(error)") }
        }
        return launch
    }
}

struct GrammarOptions: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp("A folder with files of the question language, as grammar/ has them.", valueName: "dir"),
        completion: .directory)
    var grammar: String?
}

extension ReplyFormat: ExpressibleByArgument {}
extension ArticleFormat: ExpressibleByArgument {}
extension ExportFormat: ExpressibleByArgument {}
extension ExportContent: ExpressibleByArgument {}

func finish(_ status: ExitStatus) throws {
    if status != .answered { throw ExitCode(status.rawValue) }
}
