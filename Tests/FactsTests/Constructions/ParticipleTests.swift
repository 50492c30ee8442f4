import Testing

@testable import Facts

/// Who does what a participle or an infinitive tells.
struct ParticipleTests {
    /// The union called on the mayor to resign.
    @Test func whoIsCalledOnShallDoIt() throws {
        try expect(
            """
            1 The the DT 2 det
            2 union union NN 3 nsubj
            3 called call VBD 0 root
            4 on on IN 6 case
            5 the the DT 6 det
            6 mayor mayor NN 3 obl
            7 to to TO 8 mark
            8 resign resign VB 3 advcl -
            9 . . . 3 punct
            """, states: "demanded resign(agent: the mayor)",
            "call_on(agent: The union, recipient[on]: the mayor, theme[to]: to resign)")
    }

    /// The court ruled against the plan for closing the port, dealing a blow to the board.
    @Test func aParticipleBehindACommaTellsOfTheWholeClause() throws {
        try expect(
            """
            1 The the DT 2 det
            2 court court NN 3 nsubj
            3 ruled rule VBD 0 root
            4 against against IN 6 case
            5 the the DT 6 det
            6 plan plan NN 3 obl
            7 of of IN 8 case
            8 Norlag Norlag NNP 6 nmod NE=B-organization
            9 for for IN 10 mark
            10 closing close VBG 6 acl
            11 the the DT 12 det
            12 port port NN 10 obj -
            13 , , , 14 punct
            14 dealing deal VBG 10 advcl
            15 a a DT 16 det
            16 blow blow NN 14 obj -
            17 . . . 3 punct
            """, states: "deal(agent: The court, theme: a blow)")
    }

    /// The plan that officials say is ready failed.
    @Test func whatIsSaidToBeSoIsNotWhoSaysIt() throws {
        let found = try facts(
            in: """
                1 Norlag Norlag NNP 2 nsubj NE=B-organization
                2 rejected reject VBD 0 root
                3 a a DT 4 det
                4 plan plan NN 2 obj
                5 officials official NNS 6 nsubj
                6 say say VBP 4 acl:relcl
                7 was be VBD 8 aux:pass
                8 designed design VBN 6 ccomp
                9 to to TO 10 mark
                10 help help VB 8 xcomp
                11 Havn Havn NNP 10 obj NE=B-place -
                12 . . . 2 punct
                """)
        #expect(found.contains { $0.hasPrefix("design(theme: a plan") }, "\(found)")
        #expect(!found.contains { $0.hasPrefix("design(theme: officials") }, "\(found)")
    }

    /// They put voters back on the rolls who have died.
    @Test func whoIsSomebody() throws {
        try expect(
            """
            1 They they PRP 2 nsubj
            2 put put VBD 0 root
            3 voters voter NNS 2 obj
            4 back back RB 7 advmod
            5 on on IN 7 case
            6 the the DT 7 det
            7 rolls roll NNS 2 obl
            8 who who WP 10 nsubj
            9 have have VBP 10 aux
            10 died die VBN 7 acl:relcl -
            11 . . . 2 punct
            """, states: "die(agent: voters)")
    }

    /// Nils Holm rejected the ruling that he was breaking the law.
    @Test func aRulingThatSomethingIsSoIsNoPlan() throws {
        let found = try facts(
            in: """
                1 Holm Holm NNP 2 nsubj NE=B-person
                2 rejected reject VBD 0 root
                3 the the DT 4 det
                4 decision decision NN 2 obj
                5 that that IN 8 mark
                6 he he PRP 8 nsubj
                7 was be VBD 8 aux
                8 breaking break VBG 4 acl
                9 the the DT 10 det
                10 law law NN 8 obj -
                11 . . . 2 punct
                """)
        #expect(found.contains { $0.hasPrefix("break(agent: he") }, "\(found)")
    }

    /// "It works," said radio host Ada Berg.
    @Test func aNameBehindItsRoleIsOneWithIt() throws {
        try expect(
            """
            1 “ “ `` 3 punct -
            2 It it PRP 3 nsubj
            3 works work VBZ 6 ccomp -
            4 , , , 3 punct -
            5 ” ” '' 3 punct
            6 said say VBD 0 root
            7 radio radio NN 8 compound
            8 host host NN 6 nsubj
            9 Ada Ada NNP 6 nsubj NE=B-person
            10 Berg Berg NNP 9 flat NE=I-person -
            11 . . . 6 punct
            """, states: "say(agent: radio host Ada Berg, theme: It works)")
    }

    /// The boards' 2,900 employees left.
    @Test func whatIsCountedIsHad() throws {
        try expect(
            """
            1 The the DT 2 det
            2 boards board NNS 5 nmod:poss -
            3 ’ ' POS 2 case
            4 2,900 2900 CD 5 nummod NE=B-number
            5 employees employee NNS 6 nsubj
            6 left leave VBD 0 root -
            7 . . . 6 punct
            """, states: "have(agent: The boards, theme: 2,900 employees)")
    }

    /// Protesters raised a banner reading “Rivers are free”.
    @Test func aBannerSaysWhatStandsOnIt() throws {
        try expect(
            """
            1 Protesters protester NNS 2 nsubj
            2 raised raise VBD 0 root
            3 a a DT 5 det
            4 banner banner NN 5 compound
            5 reading reading NN 2 obj
            6 “ “ `` 9 punct -
            7 Rivers river NNS 9 nsubj
            8 are be VBP 9 cop
            9 free free JJ 2 ccomp -
            10 ” ” '' 9 punct -
            11 . . . 2 punct
            """, states: "say(agent: a banner, theme: Rivers are free)")
    }

    /// Ada Berg said it was safe. Nils Holm disagreed.
    @Test func whoDisagreesDoesSoWithWhoSpokeLast() throws {
        try expect(
            """
            1 Ada Ada NNP 3 nsubj NE=B-person
            2 Berg Berg NNP 1 flat NE=I-person
            3 said say VBD 0 root
            4 it it PRP 6 nsubj
            5 was be VBD 6 cop
            6 safe safe JJ 3 ccomp -
            7 . . . 3 punct

            1 Nils Nils NNP 3 nsubj NE=B-person
            2 Holm Holm NNP 1 flat NE=I-person
            3 disagreed disagree VBD 0 root -
            4 . . . 3 punct
            """, states: "disagree(agent: Nils Holm, recipient[with]: Ada Berg)")
    }
}
