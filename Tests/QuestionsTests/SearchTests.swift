import Facts
import Language
import Testing

@testable import Questions

/// The search is linear in the length of the question: its steps are counted, not timed.
struct SearchTests {
    private func steps(_ words: [String], _ grammar: QuestionGrammar) throws -> Int {
        let document = try Analyzer().analyze(line: words.joined(separator: " "))
        var tokens = TokenReadings(
            document, grammar: grammar, lexicon: try Lexicon.embedded(), knowledge: ExampleNames(grammar))
        for (token, found) in FilterFinder(question: document, grammar: grammar, readings: tokens).found().enumerated()
        where !found.isEmpty {
            tokens.filters[token] = found.map(\.span)
            tokens.filterBegins[token] = true
        }
        var search = Search(grammar.automaton, tokens)
        _ = search.run(0..<document.count)
        return search.nodes.count
    }

    /// Questions whose parts could be taken in a number of ways that doubles with every word.
    @Test(arguments: [
        ["who", "said", "that"], ["in", "article", "2"], ["and", "the", "dam", "or"],
        ["what", "did", "he", "say", "about"],
        ["according", "to"], ["\"", "who"], ["since", "March"],
    ])
    func `twice the words are at most a little more than twice the steps`(words: [String]) throws {
        let grammar = try QuestionGrammar.embedded()
        let one = try steps((0..<300).map { words[$0 % words.count] }, grammar)
        let two = try steps((0..<600).map { words[$0 % words.count] }, grammar)
        #expect(two <= 2 * one + one / 4 + 500, "\(one) and \(two) steps")
    }

    @Test func `a grammar of nested options is no trap`() throws {
        let options = String(repeating: "[the|a] ", count: 30)
        let grammar = try QuestionGrammar(
            "shape deep\n  ask who \(options)<verb> \(options)C\n  means verb(agent: ?, other ~ C)\n")
        let one = try steps(["who"] + Array(repeating: "the", count: 200), grammar)
        let two = try steps(["who"] + Array(repeating: "the", count: 400), grammar)
        #expect(two <= 2 * one + one / 4 + 500, "\(one) and \(two) steps")
    }
}
