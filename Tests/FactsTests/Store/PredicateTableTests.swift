import Testing

@testable import Facts

struct PredicateTableTests {
    @Test func predicatesAreKnownByTheirFirstWord() throws {
        var table = PredicateTable()
        for predicate in ["call_for", "say", "call_off", "say"] { table.append(predicate) }
        let call = try #require(table.number(of: "call"))
        #expect(table.firstWord(of: table.predicate(ofSense: 0)) == call)
        #expect(table.firstWord(of: table.predicate(ofSense: 2)) == call)
        #expect(table.predicate(ofSense: 0) != table.predicate(ofSense: 2))
        #expect(table.predicate(ofSense: 1) == table.predicate(ofSense: 3))
        #expect(table.firstWord(of: table.predicate(ofSense: 1)) == table.predicate(ofSense: 1))
        #expect(PredicateTable.firstWord(of: "call_for") == "call")
    }

    @Test func aFirstWordAloneIsNoPredicate() {
        var table = PredicateTable()
        table.append("call_for")
        #expect(table.contains("call_for") && !table.contains("call") && !table.contains("for"))
        table.append("call")
        #expect(table.contains("call"))
        #expect(table.number(of: "demand") == nil)
    }
}
