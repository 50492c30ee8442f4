import Testing

@testable import Facts

struct SharedSubjectsTests {
    /// She said the risks were known but rejected claims of danger.
    @Test func aSpeechActBelongsToTheFirstSpeaker() throws {
        try expect(
            """
            1 She she PRP 2 nsubj
            2 said say VBD 0 root
            3 the the DT 4 det
            4 risks risk NNS 6 nsubj:pass
            5 were be VBD 6 aux:pass
            6 known know VBN 2 ccomp
            7 but but CC 8 cc
            8 rejected reject VBN 6 conj
            9 claims claim NNS 8 obj
            10 of of IN 11 case
            11 danger danger NN 9 nmod -
            12 . . . 2 punct
            """, states: "reject(agent: She, theme: claims of danger)")
    }

    /// The firm has no plans to leave.
    @Test func whoHasNoPlansToLeaveDoesNotLeave() throws {
        try expect(
            """
            1 The the DT 2 det
            2 firm firm NN 3 nsubj
            3 has have VBZ 0 root
            4 no no DT 5 det
            5 plans plan NNS 3 obj
            6 to to TO 7 mark
            7 leave leave VB 5 acl -
            8 . . . 3 punct
            """, states: "not planned leave(agent: The firm)")
    }

    /// Holm appealed to voters to stay.
    @Test func whoAppealsAddressesThosePeople() throws {
        try expect(
            """
            1 Holm Holm NNP 2 nsubj NE=B-person
            2 appealed appeal VBD 0 root
            3 to to IN 4 case
            4 voters voter NNS 2 obl
            5 to to TO 6 mark
            6 stay stay VB 2 advcl -
            7 . . . 2 punct
            """, states: "appeal(agent: Holm, recipient[to]: voters, theme[to]: to stay)")
    }

    /// The mayor drew criticism for the ban.
    @Test func whoDrawsCriticismIsCriticized() throws {
        try expect(
            """
            1 The the DT 2 det
            2 mayor mayor NN 3 nsubj
            3 drew draw VBD 0 root
            4 criticism criticism NN 3 obj
            5 for for IN 7 case
            6 the the DT 7 det
            7 ban ban NN 3 obl -
            8 . . . 3 punct
            """, states: "criticize(reason[for]: the ban, theme: The mayor)")
    }

    /// Berg spoke after a meeting with Nils Holm.
    @Test func whoSaidAfterAMeetingMet() throws {
        try expect(
            """
            1 Berg Berg NNP 2 nsubj NE=B-person
            2 spoke speak VBD 0 root
            3 after after IN 5 case
            4 a a DT 5 det
            5 meeting meeting NN 2 obl
            6 with with IN 7 case
            7 Nils Nils NNP 5 nmod NE=B-person
            8 Holm Holm NNP 7 flat NE=I-person -
            9 . . . 2 punct
            """, states: "meet(agent: Berg, theme[with]: Nils Holm)")
    }

    /// The league opened an inquiry into the sale.
    @Test func anInquiryInvestigates() throws {
        try expect(
            """
            1 The the DT 2 det
            2 league league NN 3 nsubj
            3 opened open VBD 0 root
            4 an a DT 5 det
            5 inquiry inquiry NN 3 obj
            6 into into IN 8 case
            7 the the DT 8 det
            8 sale sale NN 3 obl -
            9 . . . 3 punct
            """, states: "investigate(agent: The league, theme[into]: the sale)")
    }

    /// Holm condemned what he called a breach.
    @Test func whatIsCondemnedWasNotSaid() throws {
        try expect(
            """
            1 Holm Holm NNP 2 nsubj NE=B-person
            2 condemned condemn VBD 0 root
            3 what what WP 2 obj
            4 he he PRP 5 nsubj
            5 called call VBD 3 acl:relcl
            6 a a DT 7 det
            7 breach breach NN 5 obj -
            8 . . . 2 punct
            """, states: "condemn(agent: Holm, theme: what he called a breach)")
    }
}
