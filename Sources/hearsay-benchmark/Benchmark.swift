import Answers
import ArgumentParser
import Articles
import FoundationEssentials

/// Measures how long questions over many articles take.
@main
struct Benchmark: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hearsay-benchmark",
        abstract: "Loads articles, asks questions that their own facts suggest, and prints how much processor time the answers took.")

    @Option(help: ArgumentHelp("How many questions are asked.", valueName: "count"))
    var questions = 1_000

    @Flag(help: "Print each question with its time in milliseconds.")
    var all = false

    @Argument(help: "Article files.")
    var files: [String]

    func run() throws {
        var session = try Session()
        let start = ProcessUse.milliseconds
        for file in files { session.load(try ArticleReader().read(path: file)) }
        let loaded = ProcessUse.milliseconds - start
        print("\(files.count) articles, \(session.factCount) facts: \(Self.rounded(loaded)) ms; peak \(ProcessUse.peakKilobytes / 1024) MB")

        let asked = SuggestedQuestions(store: session.store).questions(atMost: questions)
        // The first question to an article unpacks it: asked for the first time, and again.
        measure(asked, "first time", &session)
        measure(asked, "again", &session)
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
        print("\(times.count) questions, \(label), \(answered) answered: p50 \(percentile(50)) ms, p95 \(percentile(95)) ms, longest \(Self.rounded(longest)) ms")
    }

    private static func rounded(_ value: Double) -> String { String((value * 1_000).rounded() / 1_000) }
}
