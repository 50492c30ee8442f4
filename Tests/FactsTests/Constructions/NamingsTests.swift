import Testing

@testable import Facts

struct NamingsTests {
    /// He called the plan “a mad idea”.
    @Test func whatIsQuotedBehindAThingIsItsName() throws {
        try expect(
            """
            1 He he PRP 2 nsubj
            2 called call VBD 0 root
            3 the the DT 4 det
            4 plan plan NN 2 obj
            5 “ " `` 8 punct -
            6 a a DT 8 det
            7 mad mad JJ 8 amod
            8 idea idea NN 4 appos -
            9 ” " '' 8 punct -
            10 . . . 2 punct
            """, states: "call(agent: He, theme: the plan, attribute: a mad idea)")
    }

    /// Holm called the plan reckless.
    @Test func anAdjectiveBehindItsNounIsAName() throws {
        try expect(
            """
            1 Holm Holm NNP 2 nsubj NE=B-person
            2 called call VBD 0 root
            3 the the DT 4 det
            4 plan plan NN 2 obj
            5 reckless reckless JJ 2 xcomp -
            6 . . . 2 punct
            """, states: "call(agent: Holm, theme: the plan, attribute: reckless)")
    }

    /// Norland rejected the plan, calling it "an insult to all".
    @Test func aPronounIsNamedToo() throws {
        let found = try facts(
            in: """
                1 Norland Norland NNP 2 nsubj NE=B-place
                2 rejected reject VBD 0 root
                3 the the DT 4 det
                4 plan plan NN 2 obj -
                5 , , , 6 punct
                6 calling call VBG 2 advcl
                7 it it PRP 6 obj
                8 " " `` 10 punct -
                9 an a DT 10 det
                10 insult insult NN 6 obj
                11 to to IN 12 case
                12 all all DT 10 nmod -
                13 " " '' 10 punct -
                14 . . . 2 punct
                """)
        #expect(found.contains("reject(agent: Norland, theme: the plan)"), "\(found)")
        #expect(!found.contains { $0.hasPrefix("say(") }, "\(found)")
    }

    /// Holm called a meeting.
    @Test func whatIsCalledForHasNoName() throws {
        try expect(
            """
            1 Holm Holm NNP 2 nsubj NE=B-person
            2 called call VBD 0 root
            3 a a DT 4 det
            4 meeting meeting NN 2 obj -
            5 . . . 2 punct
            """, states: "call(agent: Holm, theme: a meeting)")
    }
}
