import Testing

@testable import Facts

@Suite struct PackedFactsTests {
    private static let facts = [
        Fact(
            predicate: "call_for", classes: [VerbClasses.ID(0), VerbClasses.ID(2)], rule: .attribution, cue: 3..<5,
            roles: [
                Role(kind: .agent, tokens: 0..<3, head: 2, conjuncts: [0, 2]),
                Role(kind: .theme, marker: "that", tokens: 5..<9, head: 6),
            ],
            polarity: .negated, modality: .conditional, sentence: 0, isAttribution: true),
        {
            var fact = Fact(
                predicate: "close", rule: .modifier, cue: 6..<7,
                roles: [Role(kind: .oblique, marker: "in spite of", tokens: 7..<9, head: 8)],
                sentence: 1)
            fact.within = 0
            return fact
        }(),
    ]

    @Test func `facts come back as they were`() throws {
        let packed = PackedFacts(Self.facts)
        #expect(packed.count == 2)
        #expect(try packed.facts(tokens: 9, sentences: 2, classes: 3) == Self.facts)
    }

    @Test func `every rule, polarity, modality and kind of role comes back`() throws {
        var facts: [Fact] = []
        for rule in Rule.allCases {
            for modality in Modality.allCases {
                for kind in Role.Kind.allCases {
                    facts.append(
                        Fact(
                            predicate: "be", rule: rule, cue: 0..<1, roles: [Role(kind: kind, tokens: 0..<1, head: 0)],
                            polarity: facts.count % 2 == 0 ? .affirmed : .negated, modality: modality, sentence: 0))
                }
            }
        }
        #expect(try PackedFacts(facts).facts(tokens: 1, sentences: 1, classes: 0) == facts)
    }

    @Test func `numbers beyond the article throw`() {
        let packed = PackedFacts(Self.facts)
        #expect(throws: (any Error).self) { try packed.facts(tokens: 8, sentences: 2, classes: 3) }
        #expect(throws: (any Error).self) { try packed.facts(tokens: 9, sentences: 1, classes: 3) }
        #expect(throws: (any Error).self) { try packed.facts(tokens: 9, sentences: 2, classes: 2) }
    }

    @Test func `a field that is new has to be packed`() {
        func fields(_ value: Any) -> [String] { Mirror(reflecting: value).children.compactMap(\.label) }
        let message: Comment =
            "PackedFacts has to write and read what is new; then raise its version and amend this list"
        #expect(
            fields(Self.facts[0]) == [
                "predicate", "classes", "rule", "roles", "polarity", "modality", "isAttribution", "cueStart", "cueEnd",
                "sentenceIndex", "outer",
            ], message)
        #expect(fields(Self.facts[0].roles[0]) == ["kind", "marker", "start", "end", "headToken", "heads"], message)
    }
}
