import Facts
import Resources

/// The question language: the shapes of `grammar/questions.grammar`.
public struct QuestionGrammar: Sendable {
    var shapes: [Shape] = []
    /// Wordings that may stand before or after any question.
    var filters: [Wording] = []

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
        var defined: [String: Set<String>] = [:]
        var isFilter = false
        for line in GrammarLines(text) {
            let words = line.words
            let rest = String(line.text.drop { !$0.isWhitespace }.drop(while: \.isWhitespace))
            func fail(_ word: String, _ message: String) -> GrammarError {
                GrammarError(file: file, line: line.number, column: line.column(of: word), message: message)
            }
            switch words[0] {
            case "define":
                guard words.count >= 4, words[2] == "=" else { throw fail(words[0], "expected define NAME = WORD | WORD ...") }
                defined[words[1]] = Set(words.dropFirst(3).filter { $0 != "|" }.map { $0.lowercased() })
            case "filter":
                isFilter = true
            case "shape":
                guard words.count == 2 else { throw fail(words[0], "a shape needs one name") }
                guard !shapes.contains(where: { $0.name == words[1] }) else { throw fail(words[1], "the shape \(words[1]) was defined before") }
                isFilter = false
                shapes.append(Shape(name: words[1]))
            case "ask":
                do throws(WordingError) {
                    let wording = try Wording(rest, defined: defined)
                    if isFilter {
                        filters.append(wording)
                    } else {
                        guard !shapes.isEmpty else { throw WordingError(word: "ask", message: "expected shape NAME before this line") }
                        shapes[shapes.count - 1].wordings.append(wording)
                    }
                } catch { throw fail(error.word, error.message) }
            case "means" where !shapes.isEmpty:
                do throws(WordingError) { shapes[shapes.count - 1].meaning = try MeaningReader.read(rest) }
                catch { throw fail(error.word, error.message) }
            case "use" where !shapes.isEmpty:
                guard let use = Question.Use(rawValue: rest) else {
                    throw fail(rest, "expected one of \(Question.Use.allCases.map(\.rawValue).joined(separator: ", ")), found \(rest)")
                }
                shapes[shapes.count - 1].use = use
            case "example" where !shapes.isEmpty:
                guard let arrow = rest.firstRange(of: " => ") else { throw fail(rest, "expected QUESTION => PATTERN") }
                shapes[shapes.count - 1].examples.append(
                    Shape.Example(question: String(rest[..<arrow.lowerBound]), pattern: String(rest[arrow.upperBound...]), line: line.number))
            default:
                throw fail(words[0], "expected define, filter, shape, ask, means, use or example, found \(words[0])")
            }
        }
    }

    /// All example questions with the patterns they give, and the line each stands in.
    public var examples: [(question: String, pattern: String, line: Int)] {
        shapes.flatMap { $0.examples.map { ($0.question, $0.pattern, $0.line) } }
    }
}
