import Facts
import Foundation
import Language
import Questions
import Testing

/// Questions with the patterns they give, as `Phrasings/*.questions` has them: a question a line, its pattern below behind "=".
struct PhrasingTests {
    /// A question of such a file.
    struct Phrasing {
        var question: String
        var pattern: String
        var line: Int
    }

    static func phrasings(_ file: String) throws -> [Phrasing] {
        let url = try #require(
            Bundle.module.url(forResource: file, withExtension: "questions", subdirectory: "Phrasings"))
        var phrasings: [Phrasing] = []
        var question: (text: String, line: Int)?
        for (index, line) in try String(contentsOf: url, encoding: .utf8).split(
            separator: "\n", omittingEmptySubsequences: false
        ).enumerated() {
            let text = line.trimmingCharacters(in: .whitespaces)
            if text.isEmpty || text.hasPrefix("#") { continue }
            if text.hasPrefix("= ") {
                let asked = try #require(question, "\(file):\(index + 1): a pattern without a question")
                phrasings.append(Phrasing(question: asked.text, pattern: String(text.dropFirst(2)), line: asked.line))
                question = nil
            } else {
                question = (text, index + 1)
            }
        }
        return phrasings
    }

    /// The questions that do not give their patterns.
    static func findings(_ phrasings: [Phrasing]) throws -> [String] {
        let reader = QuestionReader(language: try QuestionLanguage.embedded())
        let analyzer = try Analyzer()
        return phrasings.compactMap { phrasing in
            let outcome = reader.read(phrasing.question, knowing: Dam()) { analyzer.analyze(line: $0) }
            let found =
                switch outcome.result {
                case .understood(let question): question.description
                case .ambiguous(let questions): "ambiguous: " + questions.map(\.description).joined(separator: " or ")
                case .misunderstood: "not understood"
                }
            return found == phrasing.pattern
                ? nil : "\(phrasing.line): \(phrasing.question)\n  expected \(phrasing.pattern)\n  found    \(found)"
        }
    }

    @Test func `nine of ten questions of a journalist in a hurry are understood as meant`() throws {
        let phrasings = try Self.phrasings("hurried")
        #expect(phrasings.count == 60)
        let findings = try Self.findings(phrasings)
        #expect(findings.count <= 6, "\(findings.joined(separator: "\n"))")
    }

    @Test func `every phrasing gives its pattern`() throws {
        let phrasings = try Self.phrasings("families")
        let examples = try QuestionGrammar.embedded().examples.count
        #expect(phrasings.count + examples >= 250)
        for finding in try Self.findings(phrasings) { Issue.record("families.questions:\(finding)") }
    }
}

/// Names, publishers and verbs of invented articles about a dam.
struct Dam: WordKnowledge {
    private static let names: Set<String> = [
        "halvorsen", "ines halvorsen", "marrow", "osterby", "kestrel", "kestrel freight", "lind", "dagny lind",
        "britain", "france", "the courier",
        "courier", "reuters",
    ]
    private static let publishers: Set<String> = ["courier", "the courier", "reuters"]

    func isName(_ words: [String]) -> Bool { Self.names.contains(words.joined(separator: " ")) }
    func mayBeginName(_ word: String) -> Bool { Self.names.contains { $0 == word || $0.hasPrefix(word + " ") } }
    func isPublisher(_ words: [String]) -> Bool { Self.publishers.contains(words.joined(separator: " ")) }
    func mayBeginPublisher(_ word: String) -> Bool { ["courier", "the", "reuters"].contains(word) }
    func isPredicate(_ lemma: String) -> Bool { false }
}
