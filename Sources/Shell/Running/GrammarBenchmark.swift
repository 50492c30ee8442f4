import Language
import Questions

/// Times the parsing of questions: the examples of the grammar, and a text of 10,000 words taken for a question.
struct GrammarBenchmark {
    let language: QuestionLanguage
    let analyzer: Analyzer
    private static let rounds = 20

    /// The figures, a line each.
    func lines() -> [String] {
        let parser = QuestionParser(grammar: language.grammar, lexicon: language.lexicon)
        let clock = ContinuousClock()
        var analysis: [Double] = []
        var parsing: [Double] = []
        for example in language.grammar.examples {
            for _ in 0..<Self.rounds {
                let start = clock.now
                let document = analyzer.analyze(line: example.question)
                let middle = clock.now
                _ = parser.ranked(document, knowing: ExampleNames(language.grammar))
                analysis.append(Self.microseconds(middle - start))
                parsing.append(Self.microseconds(clock.now - middle))
            }
        }
        let longText = (0..<10_000).map {
            ["who", "said", "the", "dam", "and", "in", "article", "2", "what", "did"][$0 % 10]
        }
        let document = analyzer.analyze(line: longText.joined(separator: " "))
        var long: [Double] = []
        for _ in 0..<Self.rounds {
            let start = clock.now
            _ = parser.ranked(document, knowing: ExampleNames(language.grammar))
            long.append(Self.microseconds(clock.now - start))
        }
        return [
            "\(language.grammar.listing.count) shapes, \(language.grammar.examples.count) examples, \(Self.rounds) rounds",
            "parsing a question: \(Self.figures(parsing, "µs"))",
            "analysing its words before: \(Self.figures(analysis, "µs"))",
            "parsing 10,000 words: \(Self.figures(long.map { $0 / 1000 }, "ms"))",
        ]
    }

    private static func microseconds(_ duration: Duration) -> Double {
        Double(duration.components.seconds) * 1e6 + Double(duration.components.attoseconds) / 1e12
    }

    private static func figures(_ times: [Double], _ unit: String) -> String {
        let sorted = times.sorted()
        func at(_ part: Double) -> String {
            let tenths = Int((sorted[Int(Double(sorted.count - 1) * part)] * 10).rounded())
            return "\(tenths / 10).\(tenths % 10)"
        }
        return "median \(at(0.5)) \(unit), p95 \(at(0.95)) \(unit), least \(at(0)) \(unit)"
    }
}
