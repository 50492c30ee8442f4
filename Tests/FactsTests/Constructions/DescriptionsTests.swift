import Testing

@testable import Facts

struct DescriptionsTests {
    /// Ada Berg, the mayor of Havn, met Nils Holm.
    @Test func anAppositionTellsWhoSomebodyIs() throws {
        try expect(
            """
            1 Ada Ada NNP 9 nsubj NE=B-person
            2 Berg Berg NNP 1 flat NE=I-person -
            3 , , , 5 punct
            4 the the DT 5 det
            5 mayor mayor NN 1 appos
            6 of of IN 7 case
            7 Havn Havn NNP 5 nmod NE=B-place -
            8 , , , 1 punct
            9 met meet VBD 0 root
            10 Nils Nils NNP 9 obj NE=B-person
            11 Holm Holm NNP 10 flat NE=I-person -
            12 . . . 9 punct
            """,
            states: "be(agent: Ada Berg, attribute: the mayor of Havn)",
            "meet(agent: Ada Berg, theme: Nils Holm)")
    }

    /// Norland's Deputy Trade Minister Ada Berg resigned.
    @Test func aTitleStandsBeforeItsName() throws {
        try expect(
            """
            1 Norland Norland NNP 5 nmod:poss NE=B-place -
            2 's 's POS 1 case
            3 Deputy Deputy NNP 5 amod
            4 Trade Trade NNP 5 compound
            5 Minister Minister NNP 6 nmod:desc
            6 Ada Ada NNP 8 nsubj NE=B-person
            7 Berg Berg NNP 6 flat NE=I-person
            8 resigned resign VBD 0 root -
            9 . . . 8 punct
            """, states: "be(agent: Ada Berg, attribute: Norland's Deputy Trade Minister)")
    }

    /// Sudria's acceptance of the offer surprised the minister.
    @Test func aNounStatesWhatItsVerbStates() throws {
        try expect(
            """
            1 Sudria Sudria NNP 3 nmod:poss NE=B-place -
            2 's 's POS 1 case
            3 acceptance acceptance NN 7 nsubj
            4 of of IN 6 case
            5 the the DT 6 det
            6 offer offer NN 3 nmod
            7 surprised surprise VBD 0 root
            8 the the DT 9 det
            9 minister minister NN 7 obj -
            10 . . . 7 punct
            """, states: "accept(agent: Sudria, theme[of]: the offer)")
    }

    /// The dam, which is under Sudrian control, leaked.
    @Test func underControlTellsWhoHolds() throws {
        try expect(
            """
            1 The the DT 2 det
            2 dam dam NN 10 nsubj -
            3 , , , 8 punct
            4 which which WDT 8 nsubj
            5 is be VBZ 8 cop
            6 under under IN 8 case
            7 Sudrian Sudrian JJ 8 amod NE=B-nationality
            8 control control NN 2 acl:relcl -
            9 , , , 8 punct
            10 leaked leak VBD 0 root -
            11 . . . 10 punct
            """, states: "control(agent: Sudrian, theme: The dam)")
    }
}
