import Facts
import Language
import Resources

/// All that the files of `grammar/` say: the shapes of questions, verb classes, names, word lists, spellings.
public struct QuestionLanguage: Sendable {
    /// The files of the folder.
    public static let files = ["questions.grammar", "verbs.classes", "names.groups", "words.lists", "spellings.pairs"]

    public let lexicon: Lexicon
    public let grammar: QuestionGrammar
    public let spellings: Spellings

    /// Reads files by their names; those that `file` has none of are the ones that are built in.
    ///
    /// - Throws: `GrammarError` for the first mistake, and what `file` throws.
    public init(reading file: (String) throws -> String?) throws {
        func text(_ name: String) throws -> String {
            try file(name) ?? Resource.named("grammar/\(name)")?.text ?? ""
        }
        lexicon = try Lexicon(reading: text)
        grammar = try QuestionGrammar(try text("questions.grammar"))
        spellings = try Spellings(try text("spellings.pairs"))
        try check(try text("questions.grammar"))
    }

    /// The files that are built in.
    ///
    /// - Throws: `GrammarError` where one of them has a mistake.
    public static func embedded() throws -> QuestionLanguage { try QuestionLanguage { _ in nil } }

    /// Words that stand twice in a list of the files that are built in.
    public static var repetitions: [GrammarError] {
        files.flatMap { GrammarRepetitions.find(in: Resource.named("grammar/\($0)")?.text ?? "", file: $0) }
    }

    /// The classes and predicates that shapes name must be classes or verbs.
    private func check(_ text: String) throws {
        for shape in grammar.shapes {
            guard case .named(let name) = shape.meaning.predicate, lexicon.verbs.id(named: name) == nil,
                lexicon.verbs.frame(ofVerb: name) == nil
            else { continue }
            let line = GrammarLines(text).first { $0.words[0] == "means" && $0.text.contains(shape.meaning.text) }
            throw GrammarError(
                file: "questions.grammar", line: line?.number ?? 1, column: line?.column(of: name) ?? 1,
                message: "expected a class or verb of verbs.classes, verb, be or any, found \(name)")
        }
        for name in grammar.automaton.verbClasses
        where lexicon.verbs.id(named: name) == nil && lexicon.verbs.frame(ofVerb: name) == nil {
            let line = GrammarLines(text).first { $0.text.contains("<\(name)>") }
            throw GrammarError(
                file: "questions.grammar", line: line?.number ?? 1, column: line?.column(of: "<\(name)>") ?? 1,
                message:
                    "expected a class or verb of verbs.classes, verb, verb-en, verb-ing, noun or adjective, found \(name)"
            )
        }
    }

    /// An example of `questions.grammar` that does not give its pattern.
    public struct Finding: Sendable, Equatable {
        /// From 1.
        public var line: Int
        public var question: String
        public var expected: String
        /// The pattern that it gives, or what it is instead.
        public var found: String
    }

    /// The examples that do not give the patterns that stand beside them.
    public func findings(analyzing analyze: (String) -> Document) -> [Finding] {
        let reader = QuestionReader(language: self)
        return grammar.examples.compactMap { example in
            let found =
                switch reader.read(example.question, knowing: ExampleNames(grammar), analyzing: analyze).result {
                case .understood(let question): question.description
                case .ambiguous(let questions): "ambiguous: " + questions.map(\.description).joined(separator: " or ")
                case .misunderstood: "not understood"
                }
            return found == example.pattern
                ? nil : Finding(line: example.line, question: example.question, expected: example.pattern, found: found)
        }
    }
}

/// Knows the names of the grammar's examples and no predicates: what is left of a question without articles.
public struct ExampleNames: WordKnowledge {
    private let names: Set<String>
    private let firstWords: Set<String>
    private let lengths: Set<Int>

    public init(_ grammar: QuestionGrammar) {
        names = Set(grammar.values[.exampleName].keys)
        firstWords = Set(names.compactMap { $0.split(separator: " ").first.map(String.init) })
        lengths = Set(names.map { $0.split(separator: " ").count })
    }

    public func isName(_ words: [String]) -> Bool {
        lengths.contains(words.count) && names.contains(words.joined(separator: " "))
    }
    public func mayBeginName(_ word: String) -> Bool { firstWords.contains(word) }
    public func isPredicate(_ lemma: String) -> Bool { false }
}
