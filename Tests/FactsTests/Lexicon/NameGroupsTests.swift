import Facts
import Testing

struct NameGroupsTests {
    @Test func namesDemonymsAndSeatsShareAGroup() throws {
        let names = try NameGroups(
            """
            group country
            Norland, Kingdom of Norland | Norlandic, Norlanders | Havn, the Red House
            Sudria | Sudrian | Port Maren
            """)
        #expect(names.group(of: "norland")?.part == .name)
        #expect(names.group(of: "kingdom of norland")?.group == names.group(of: "norland")?.group)
        #expect(names.group(of: "norlandic")?.part == .demonym)
        #expect(names.group(of: "the red house")?.part == .seat)
        #expect(names.group(of: "sudria")?.group != names.group(of: "norland")?.group)
        #expect(names.group(of: "nowhere") == nil)
    }

    @Test(arguments: [("Norland | x | y", 1), ("group", 1), ("group country\na | b | c | d | e", 2)])
    func mistakesHaveTheirLine(text: String, line: Int) {
        #expect { try NameGroups(text) } throws: { ($0 as? GrammarError)?.line == line }
    }

    @Test func theFilesThatAreBuiltInHaveNoMistake() throws {
        let lexicon = try Lexicon.embedded()
        #expect(lexicon.names.group(of: "russian")?.group == lexicon.names.group(of: "russia")?.group)
        #expect(lexicon.words[.stop].contains("the"))
        #expect(lexicon.verbs.frame(ofVerb: "demand") != nil)
    }

    @Test func aMissingListIsNamed() {
        #expect { try WordLists("list stop\n  the") } throws: {
            ($0 as? GrammarError)?.message.contains("is missing") == true
        }
    }
}
