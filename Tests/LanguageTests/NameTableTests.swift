import Testing

@testable import Language

@Suite struct NameTableTests {
    let file = NameTable.file([
        ("Velia", .city), ("Port Velia", .city), ("marlow", .lastName), ("St. Torrin", .city),
        ("Torrin Steel Works", .company),
        ("velia", .firstName),
    ])

    func matches(_ text: String) throws -> [String] {
        let rows = text.split(separator: " ").enumerated().map { "\($0 + 1) \($1) _ _ _ _ 0 root _ _" }
        let document = try Document(conllu: rows.joined(separator: "\n"))
        var found: [String] = []
        file.withUnsafeBytes { bytes in
            NameTable(bytes).forEachMatch(0..<document.count, WordColumn(document).words) { tokens, kinds in
                found.append("\(document.string(tokens)) \(kinds.rawValue)")
            }
        }
        return found
    }

    @Test func namesAreFoundInAnyCase() throws {
        #expect(try matches("Mayor Marlow left VELIA .") == ["Marlow 4", "VELIA 9"])
    }

    @Test func theLongestComesLastAndNothingInsideIt() throws {
        #expect(try matches("in Port Velia today") == ["Port Velia 1"])
        #expect(try matches("Torrin Steel") == [])
        #expect(try matches("Torrin Steel Works of St. Torrin") == ["Torrin Steel Works 2", "St. Torrin 1"])
    }

    @Test func aTableThatIsCutShortKnowsNothing() {
        for count in [0, 7, 8, file.count - 1] {
            Array(file.prefix(count)).withUnsafeBytes { bytes in
                NameTable(bytes).forEachMatch(0..<1, [Word.outside]) { _, _ in Issue.record("a name in a broken table")
                }
            }
        }
    }
}
