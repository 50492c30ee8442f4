import Answers
import ArgumentParser
import Articles
import FoundationEssentials
import Storage

/// Measures how long questions over many articles take.
@main
struct Benchmark: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hearsay-benchmark",
        abstract:
            "Loads articles, asks questions that their own facts suggest, and prints how much processor time the answers took."
    )

    @Option(help: ArgumentHelp("How many questions are asked.", valueName: "count"))
    var questions = 1_000

    @Flag(help: "Print each question with its time in milliseconds.")
    var all = false

    @Option(help: ArgumentHelp("Ask the lines of a file instead.", valueName: "file"))
    var ask: String?

    @Option(
        help: ArgumentHelp(
            "Write each question with all of its reply to a file, to compare what two builds answer.", valueName: "file"
        ))
    var replies: String?

    @Option(help: ArgumentHelp("A saved session to open.", valueName: "file"))
    var session: String?

    @Argument(help: "Article files.")
    var files: [String] = []

    func run() throws {
        var session = try Session()
        let start = ProcessUse.milliseconds
        if let path = self.session {
            session.replaceStore(by: try SessionFile(opening: path).read(lexicon: session.language.lexicon).store)
        }
        for file in files { session.load(try ArticleReader().read(path: file)) }
        let loaded = ProcessUse.milliseconds - start
        print(
            "\(session.articles.count) articles, \(session.factCount) facts: \(Self.rounded(loaded)) ms; peak \(ProcessUse.peakKilobytes / 1024) MB"
        )

        let asked =
            try ask.map {
                try String(contentsOf: URL(filePath: $0), encoding: .utf8).split(separator: "\n").map(String.init)
            }
            ?? SuggestedQuestions(store: session.store).questions(atMost: questions)
        // The first question to an article unpacks it: asked for the first time, and again.
        measure(asked, "first time", &session)
        measure(asked, "again", &session)
        if let replies { try write(asked, to: replies, &session) }
    }

    private func write(_ asked: [String], to path: String, _ session: inout Session) throws {
        var text = ""
        for question in asked {
            let reply = session.ask(question)
            dump(reply, to: &text)
            for answer in reply.answers { dump(answer.explanation, to: &text) }
        }
        try Data(text.utf8).write(to: URL(filePath: path))
    }

    private func measure(_ asked: [String], _ label: String, _ session: inout Session) {
        var answered = 0
        let times = asked.map { question in
            let start = ProcessUse.milliseconds
            let reply = session.ask(question)
            let time = ProcessUse.milliseconds - start
            if reply.status == .answered { answered += 1 }
            if all { print("\(Self.rounded(time))\t\(reply.status.rawValue)\t\(question)") }
            return time
        }.sorted()
        guard let longest = times.last else { return }
        func percentile(_ part: Int) -> String { Self.rounded(times[min(times.count - 1, times.count * part / 100)]) }
        print(
            "\(times.count) questions, \(label), \(answered) answered: p50 \(percentile(50)) ms, p95 \(percentile(95)) ms, longest \(Self.rounded(longest)) ms"
        )
    }

    private static func rounded(_ value: Double) -> String { String((value * 1_000).rounded() / 1_000) }
}
