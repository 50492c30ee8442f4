import Facts
import Resources

/// A wording of a filter that may begin with a word.
struct FilterBeginning: Sendable {
    var rule: Int
    var wording: Int
    /// The words that must follow; nil where a slot or nothing may.
    var next: Set<String>?
}

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
    private(set) var filterBeginnings: [String: [FilterBeginning]] = [:]

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
                for word in words ?? [""] {
                    let next = words == nil ? nil : filter.wordings[index].words(behind: word)
                    filterBeginnings[word, default: []].append(FilterBeginning(rule: rule, wording: index, next: next))
                }
            }
        }
    }

    /// All example questions with the patterns they give, and the line each stands in.
    public var examples: [Example] {
        shapes.flatMap { $0.examples.map { ($0.question, $0.pattern, $0.line) } }
    }

    /// Questions to try, in the order of the file, with the name of their shape, and whether they go on from another one.
    public var templates: [(shape: String, template: QuestionTemplate, isFollowUp: Bool)] {
        shapes.flatMap { shape in shape.templates.map { (shape.name, $0, shape.use.isFollowUp) } }
    }

    /// The shapes as people read them: name, wordings as they stand in the file, and what they mean.
    public var listing: [(name: String, wordings: [String], meaning: String, example: String?)] {
        shapes.map { ($0.name, $0.wordings.map(\.text), $0.meaning.text, $0.examples.first?.question) }
    }
}
