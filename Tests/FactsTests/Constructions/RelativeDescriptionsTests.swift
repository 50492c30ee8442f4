import Testing

@testable import Facts

struct RelativeDescriptionsTests {
    /// Berg met Holm, who follows markets at the bank.
    @Test func whatSomebodyDoesTellsWhoItIs() throws {
        try expect(
            """
            1 Berg Berg NNP 2 nsubj NE=B-person
            2 met meet VBD 0 root
            3 Holm Holm NNP 2 obj NE=B-person -
            4 , , , 6 punct
            5 who who WP 6 nsubj
            6 follows follow VBZ 3 acl:relcl
            7 markets market NNS 6 obj
            8 at at IN 10 case
            9 the the DT 10 det
            10 bank bank NN 6 obl -
            11 . . . 2 punct
            """, states: "be(agent: Holm, attribute: follows markets at the bank)")
    }

    /// Berg met Holm, 54, who follows markets.
    @Test func anAgeMayStandBetween() throws {
        try expect(
            """
            1 Berg Berg NNP 2 nsubj NE=B-person
            2 met meet VBD 0 root
            3 Holm Holm NNP 2 obj NE=B-person -
            4 , , , 5 punct
            5 54 54 CD 3 appos -
            6 , , , 8 punct
            7 who who WP 8 nsubj
            8 follows follow VBZ 3 acl:relcl
            9 markets market NNS 8 obj -
            10 . . . 2 punct
            """, states: "be(agent: Holm, attribute: follows markets)")
    }
}
