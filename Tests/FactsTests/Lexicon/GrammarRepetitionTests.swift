import Testing

@testable import Facts

@Suite struct GrammarRepetitionTests {
    func found(_ text: String, in file: String) -> [String] {
        GrammarRepetitions.find(in: text, file: file).map(\.description)
    }

    @Test func `a word stands once in a list, and may stand in several`() {
        let lists = """
            list role
              mayor captain
              baker captain
            list people
              captain
            """
        #expect(found(lists, in: "words.lists") == ["words.lists:3:9: captain stands twice in list role"])
    }

    @Test func `a verb stands once in a class, whatever marks its theme`() {
        let classes = """
            class say
            verbs talk/about tell> talk/of
            nouns talk=talk
            class think
            verbs talk
            """
        #expect(found(classes, in: "verbs.classes") == ["verbs.classes:2:7: talk stands twice in class say verbs"])
    }

    @Test func `a name stands once in a column of its group`() {
        let groups = """
            group country
            Kiribati | Kiribati | Tarawa
            Velia, Velian Republic, Velia | Velian | Port Lune
            """
        #expect(found(groups, in: "names.groups") == ["names.groups:3:25: Velia stands twice in line 3 names"])
    }

    @Test func `what is typed stands for one thing`() {
        let pairs = """
            contraction whats = what's
            word defence = defense
            contraction whats = what is
            irregular said says said
            """
        #expect(
            found(pairs, in: "spellings.pairs") == [
                "spellings.pairs:3:13: whats stands twice in contraction",
                "spellings.pairs:4:11: said stands twice in irregular",
            ])
    }
}
