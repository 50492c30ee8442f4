import Testing

@testable import Facts

struct InvertedContentTests {
    /// The toll rose to 143, officials said, as rescuers reached the valley.
    @Test func whoSpeaksBetweenCommasSaysWhatStandsBefore() throws {
        try expect(
            """
            1 The the DT 2 det
            2 toll toll NN 3 nsubj
            3 rose rise VBD 8 ccomp
            4 to to IN 5 case
            5 143 143 CD 3 obl NE=B-number -
            6 , , , 3 punct
            7 officials official NNS 8 nsubj
            8 said say VBD 0 root -
            9 , , , 12 punct
            10 as as IN 12 mark
            11 rescuers rescuer NNS 12 nsubj
            12 reached reach VBD 8 advcl
            13 the the DT 14 det
            14 valley valley NN 12 obj -
            15 . . . 8 punct
            """,
            states: "say(agent: officials, theme: The toll rose to 143, reason[as]: rescuers reached the valley)")
    }

    /// Norland rejected the plan, saying the treaty was "a matter for later years".
    @Test func aQuotationBelongsToTheNearestVerb() throws {
        try expect(
            """
            1 Norland Norland NNP 2 nsubj NE=B-place
            2 rejected reject VBD 0 root
            3 the the DT 4 det
            4 plan plan NN 2 obj -
            5 , , , 6 punct
            6 saying say VBG 2 advcl
            7 the the DT 8 det
            8 treaty treaty NN 12 nsubj
            9 was be VBD 12 cop
            10 " " `` 12 punct -
            11 a a DT 12 det
            12 matter matter NN 6 ccomp
            13 for for IN 15 case
            14 later late JJR 15 amod NE=B-duration
            15 years year NNS 12 nmod NE=I-duration -
            16 " " '' 12 punct -
            17 . . . 2 punct
            """, states: "reject(agent: Norland, theme: the plan)")
    }

    /// In her view, the plan has failed.
    @Test func aViewIsAStatement() throws {
        try expect(
            """
            1 In in IN 3 case
            2 her her PRP$ 3 nmod:poss
            3 view view NN 8 obl -
            4 , , , 3 punct
            5 the the DT 6 det
            6 plan plan NN 8 nsubj
            7 has have VBZ 8 aux
            8 failed fail VBN 0 root -
            9 . . . 8 punct
            """, states: "say(agent: her, theme: the plan has failed)")
    }

    /// In an email Holm wrote: "We can live with it."
    @Test func whatFollowsAColonIsWritten() throws {
        try expect(
            """
            1 In in IN 3 case
            2 an a DT 3 det
            3 email email NN 5 obl
            4 Holm Holm NNP 5 nsubj NE=B-person
            5 wrote write VBD 0 root -
            6 : : : 10 punct
            7 " " `` 10 punct -
            8 We we PRP 10 nsubj
            9 can can MD 10 aux
            10 live live VB 5 ccomp
            11 with with IN 12 case
            12 it it PRP 10 obl -
            13 . . . 10 punct -
            14 " " '' 10 punct
            """, states: "write(agent: Holm, theme: We can live with it, oblique[in]: an email)")
    }
}
