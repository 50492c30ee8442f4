import Testing

@testable import Language

struct SymbolTableTests {
    @Test func `equal strings have equal symbols, others have others`() {
        var table = SymbolTable()
        let words = [
            "", "a", "a\0", "harbour", "harbours", "harbour-master", "harbour-masters", "harbour master", "é",
            "e\u{301}",
            "Željko", "—",
        ]
        let symbols = words.map { table.intern($0) }
        for (first, one) in zip(words, symbols) {
            #expect(table[one] == first)
            for (second, other) in zip(words, symbols) { #expect((one == other) == (first == second)) }
        }
        let again = words.map { table.intern($0) }
        #expect(again == symbols)
    }

    @Test func `strings are found again after the index was dropped`() {
        var table = SymbolTable()
        let words = (0..<500).map { "word\($0)" } + ["mañana", "“"]
        let symbols = words.map { table.intern($0) }
        table.dropIndex()
        let again = words.reversed().map { table.intern($0) }
        #expect(again == symbols.reversed())
        #expect(table.count == words.count)
        let new = table.intern("word500")
        #expect(table[new] == "word500")
    }
}
