import Testing

@testable import Facts

struct RelatedWordsTests {
    private let table = RelatedWords(
        "# header\n# more\naccept\tacceptance acceptive\tadmit\nbuy\tbuyer\tpurchase\nquit\t\tresign\n")

    @Test func derivationsAndSynonymsAreApart() {
        #expect(table.words(of: "accept") == .init(derived: ["acceptance", "acceptive"], synonyms: ["admit"]))
        #expect(table.words(of: "quit") == .init(derived: [], synonyms: ["resign"]))
    }

    @Test(arguments: ["a", "acce", "accepts", "header", "zebra", ""])
    func otherWordsHaveNone(word: String) {
        #expect(table.words(of: word) == .init())
    }

    @Test func theBuiltInTableIsSorted() {
        let embedded = RelatedWords.embedded()
        for (word, derived) in [("accept", "acceptance"), ("zealous", "zeal"), ("abandon", "abandonment")] {
            #expect(embedded.words(of: word).derived.contains(derived), "\(word)")
        }
    }
}
