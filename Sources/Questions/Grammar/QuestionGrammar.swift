import Facts
import Resources

/// The question language: the shapes and filters of `grammar/questions.grammar`.
public struct QuestionGrammar: Sendable {
    /// An example question with the pattern it gives, and its line in the file.
    public typealias Example = (question: String, pattern: String, line: Int)

    var shapes: [Shape] = []
    var filters: [FilterRule] = []
    var values = GrammarValues()
    /// All shapes' wordings.
    private(set) var automaton = Automaton([], filters: [])
    /// The filters' wordings by the word that they begin with; under "" those that begin with a slot.
    private(set) var filterBeginnings: [String: [(rule: Int, wording: Int)]] = [:]

    /// The grammar that is built in.
    ///
    /// - Throws: `GrammarError` where it has a mistake.
    public static func embedded() throws -> QuestionGrammar {
        try QuestionGrammar(Resource.named("grammar/questions.grammar")?.text ?? "")
    }

    /// Reads the file's text.
    ///
    /// - Throws: `GrammarError` with line and column of the first mistake.
    public init(_ text: String, file: String = "questions.grammar") throws {
        var reader = GrammarReader(file: file)
        for line in GrammarLines(text) { try reader.read(line) }
        try reader.close()
        shapes = reader.shapes
        filters = reader.filters
        values = reader.values
        let names = filters.map(\.name)
        automaton = Automaton(shapes.map(\.wordings), filters: names)
        for (rule, filter) in filters.enumerated() {
            for (index, words) in filter.firstWords.enumerated() {
                for word in words ?? [""] { filterBeginnings[word, default: []].append((rule, index)) }
            }
        }
    }

    /// All example questions with the patterns they give, and the line each stands in.
    public var examples: [Example] {
        shapes.flatMap { $0.examples.map { ($0.question, $0.pattern, $0.line) } }
    }

    /// The shapes as people read them: name, wordings as they stand in the file, and what they mean.
    public var listing: [(name: String, wordings: [String], meaning: String, example: String?)] {
        shapes.map { ($0.name, $0.wordings.map(\.text), $0.meaning.text, $0.examples.first?.question) }
    }
}
