import Testing

@testable import Language

@Suite struct WordTests {
    func word(_ text: String) -> Word { Array(text.utf8).withUnsafeBufferPointer { Word($0) } }

    func casing(_ text: String) throws -> Word.Casing? {
        let rows = text.split(separator: " ").enumerated().map { "\($0 + 1) \($1) _ _ _ _ 0 root _ _" }
        return WordColumn(try Document(conllu: rows.joined(separator: "\n"))).words.first?.casing
    }

    @Test func normHidesCaseQuotesAndDigits() {
        #expect(word("Minister").norm == word("minister").norm)
        #expect(word("Minister").form != word("minister").form)
        #expect(word("ÉLAN").norm == word("élan").norm)
        #expect(word("n’t").norm == word("n't").norm)
        #expect(word("1987").norm == word("2024").norm)
        #expect(word("1987").form != word("2024").form)
    }

    @Test func shapeJoinsRuns() {
        #expect(word("Anna").shape == word("Minister").shape)
        #expect(word("1,200").shape == word("35,000").shape)
        #expect(word("Anna").shape != word("UN").shape)
        #expect(word("anna").shape != word("Anna").shape)
    }

    @Test func affixesAreBytesInLowerCase() {
        #expect(word("Stated").suffix(2) == word("REJECTED").suffix(2))
        #expect(word("Stated").suffix(4) != word("rejected").suffix(4))
        #expect(word("rejects").prefix(3) == word("REJOIN").prefix(3))
        #expect(word("ab").suffix(4) == word("ab").suffix(3))
    }

    @Test(arguments: [
        ("Leaders agree on a truce .", Word.Casing.ordinary),
        ("LEADERS AGREE ON TRUCE", .upper),
        ("Leaders Agree on Truce With Velia", .title),
        ("Deputy Minister Boris Torrin met Mayor Anna Marlow .", .ordinary),
        ("who said the war would end", .lower),
        ("Anna met Boris .", .ordinary),
        ("I AGREE", .upper),
    ])
    func casingOfSentences(_ text: String, _ expected: Word.Casing) throws {
        #expect(try casing(text) == expected)
    }
}
