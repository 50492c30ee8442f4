import Testing

@testable import Facts

struct ClauseFactsTests {
    /// The council rejected the plan on Monday.
    @Test func anActiveClause() throws {
        try expect(
            """
            1 The the DT 2 det
            2 council council NN 3 nsubj
            3 rejected reject VBD 0 root
            4 the the DT 5 det
            5 plan plan NN 3 obj
            6 on on IN 7 case
            7 Monday Monday NNP 5 nmod -
            8 . . . 3 punct
            """, states: "reject(agent: The council, theme: the plan, time[on]: Monday)")
    }

    /// The plan was rejected by the council because of its cost.
    @Test func aPassiveClauseHasItsAgentBehindBy() throws {
        try expect(
            """
            1 The the DT 2 det
            2 plan plan NN 4 nsubj:pass
            3 was be VBD 4 aux:pass
            4 rejected reject VBN 0 root
            5 by by IN 7 case
            6 the the DT 7 det
            7 council council NN 4 obl:agent
            8 because because IN 11 case
            9 of of IN 8 fixed
            10 its its PRP$ 11 nmod:poss
            11 cost cost NN 4 obl -
            12 . . . 4 punct
            """, states: "reject(agent: the council, theme: The plan, reason[because of]: its cost)")
    }

    /// The crew accused the owner of wasting money.
    @Test func anAccusationHasWhomAndOfWhat() throws {
        try expect(
            """
            1 The the DT 2 det
            2 crew crew NN 3 nsubj
            3 accused accuse VBD 0 root
            4 the the DT 5 det
            5 owner owner NN 3 obj
            6 of of IN 7 mark
            7 wasting waste VBG 5 acl
            8 money money NN 7 obj -
            9 . . . 3 punct
            """, states: "accuse(agent: The crew, recipient: the owner, theme[of]: wasting money)")
    }

    /// The city urged the government to close the mine.
    @Test func whatIsUrgedIsDemandedOfTheObject() throws {
        try expect(
            """
            1 The the DT 2 det
            2 city city NN 3 nsubj
            3 urged urge VBD 0 root
            4 the the DT 5 det
            5 government government NN 3 obj
            6 to to TO 7 mark
            7 close close VB 3 advcl
            8 the the DT 9 det
            9 mine mine NN 7 obj -
            10 . . . 3 punct
            """,
            states: "urge(agent: The city, recipient: the government, theme[to]: to close the mine)",
            "demanded close(agent: the government, theme: the mine)")
    }

    /// The bridge, which the army blew up, is not safe.
    @Test func aRelativePronounStandsForItsNoun() throws {
        try expect(
            """
            1 The the DT 2 det
            2 bridge bridge NN 12 nsubj -
            3 , , , 7 punct
            4 which which WDT 7 obj
            5 the the DT 6 det
            6 army army NN 7 nsubj
            7 blew blow VBD 2 acl:relcl
            8 up up RP 7 compound:prt -
            9 , , , 7 punct
            10 is be VBZ 12 cop
            11 not not RB 12 advmod
            12 safe safe JJ 0 root -
            13 . . . 12 punct
            """,
            states: "blow_up(agent: the army, theme: The bridge)",
            "not be(agent: The bridge, attribute: not safe)")
    }

    /// Britain and France sold the ships to Norland.
    @Test func coordinatedSubjectsAreOneRole() throws {
        try expect(
            """
            1 Britain Britain NNP 4 nsubj
            2 and and CC 3 cc
            3 France France NNP 1 conj
            4 sold sell VBD 0 root
            5 the the DT 6 det
            6 ships ship NNS 4 obj
            7 to to IN 8 case
            8 Norland Norland NNP 4 obl NE=B-place -
            9 . . . 4 punct
            """, states: "sell(agent: Britain and France, theme: the ships, place[to]: Norland)")
    }

    /// The council has yet to approve it.
    @Test func whatIsYetToBeDoneIsNotDone() throws {
        let found = try facts(
            in: """
                1 The the DT 2 det
                2 council council NN 3 nsubj
                3 has have VBZ 0 root
                4 yet yet RB 3 advmod
                5 to to TO 6 mark
                6 approve approve VB 3 xcomp
                7 it it PRP 6 obj -
                8 . . . 3 punct
                """)
        #expect(found.contains { $0.hasPrefix("not approve(") }, "\(found)")
    }
}
