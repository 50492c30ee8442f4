import Facts
import Testing

struct VerbClassesTests {
    private let file = """
        # comment
        class say
        verbs say tell> speak/of,about
        nouns statement=say
        class confirm < say
        verbs confirm call_for
        adjectives sure/of
        near say
        """

    @Test func verbsBelongToTheirClasses() throws {
        let classes = try VerbClasses(file)
        let confirm = try #require(classes.id(named: "confirm"))
        let say = try #require(classes.id(named: "say"))
        #expect(classes.frame(ofVerb: "confirm")?.classes == [confirm])
        #expect(classes.isPart(confirm, of: say))
        #expect(!classes.isPart(say, of: confirm))
        #expect(classes[confirm].near == [say])
    }

    @Test func framesSayWhatObjectsAre() throws {
        let classes = try VerbClasses(file)
        #expect(classes.frame(ofVerb: "tell")?.addressesObject == true)
        #expect(classes.frame(ofVerb: "speak")?.themeMarkers == ["of", "about"])
        #expect(classes.particles(ofVerb: "call") == ["for"])
        #expect(classes.verb(ofNoun: "statement") == "say")
        #expect(classes.frame(ofAdjective: "sure")?.themeMarkers == ["of"])
    }

    @Test(arguments: [
        ("verbs say", 1, 1), ("class say\nnouns claim", 2, 7), ("class say\nnear ask", 2, 6),
        ("class say\nclass say", 2, 7),
        ("class say\nadverbs loudly", 2, 1), ("class a < b\nclass b < a", 2, 1),
    ])
    func mistakesHaveTheirPlace(text: String, line: Int, column: Int) {
        #expect { try VerbClasses(text) } throws: { error in
            let error = error as? GrammarError
            return error?.line == line && error?.column == column
        }
    }
}
