import Testing

@testable import Facts

@Suite struct GrammarLinesTests {
    @Test(arguments: [("say", 8), ("a", 17), ("", 3), ("absent", 3)])
    func columnOfAWord(_ word: String, _ column: Int) throws {
        let line = try #require(Array(GrammarLines("\n  mark say tell a")).last)
        #expect(line.column(of: word) == column)
    }
}
