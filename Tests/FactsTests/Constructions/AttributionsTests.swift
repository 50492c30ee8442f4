import Testing

@testable import Facts

struct AttributionsTests {
    /// The harbour master said that the port must open in June.
    @Test func contentBehindTheVerb() throws {
        try expect(
            """
            1 The the DT 3 det
            2 harbour harbour NN 3 compound
            3 master master NN 4 nsubj
            4 said say VBD 0 root
            5 that that IN 9 mark
            6 the the DT 7 det
            7 port port NN 9 nsubj
            8 must must MD 9 aux
            9 open open VB 4 ccomp
            10 in in IN 11 case
            11 June June NNP 9 obl -
            12 . . . 4 punct
            """,
            states: "say(agent: The harbour master, theme[that]: the port must open in June)",
            "demanded demand(agent: The harbour master, theme: the port must open in June)")
    }

    /// “We will stay,” the mayor said.
    @Test func aQuotationBeforeTheVerb() throws {
        try expect(
            """
            1 “ " `` 4 punct -
            2 We we PRP 4 nsubj
            3 will will MD 4 aux
            4 stay stay VB 0 root -
            5 , , , 4 punct -
            6 ” " '' 4 punct
            7 the the DT 8 det
            8 mayor mayor NN 9 nsubj
            9 said say VBD 4 parataxis -
            10 . . . 4 punct
            """, states: "say(agent: the mayor, theme: We will stay)")
    }

    /// The port will open, a spokesman said.
    @Test func anInvertedClauseWithoutMarks() throws {
        try expect(
            """
            1 The the DT 2 det
            2 port port NN 4 nsubj
            3 will will MD 4 aux
            4 open open VB 0 root -
            5 , , , 4 punct
            6 a a DT 7 det
            7 spokesman spokesman NN 8 nsubj
            8 said say VBD 4 parataxis -
            9 . . . 4 punct
            """, states: "say(agent: a spokesman, theme: The port will open)")
    }

    /// According to the Courier, the union wants higher wages.
    @Test func accordingTo() throws {
        try expect(
            """
            1 According accord VBG 4 case
            2 to to IN 1 fixed
            3 the the DT 4 det
            4 Courier Courier NNP 8 obl -
            5 , , , 4 punct
            6 the the DT 7 det
            7 union union NN 8 nsubj
            8 wants want VBZ 0 root
            9 higher high JJR 10 amod
            10 wages wages NNS 8 obj -
            11 . . . 8 punct
            """, states: "say(agent: the Courier, theme: the union wants higher wages)")
    }

    /// He questioned whether they should leave, saying talks must be based on facts.
    @Test func aParticipleIsSaidByTheSubjectOfTheSentence() throws {
        try expect(
            """
            1 He he PRP 2 nsubj
            2 questioned question VBD 0 root
            3 whether whether IN 6 mark
            4 they they PRP 6 nsubj
            5 should should MD 6 aux
            6 leave leave VB 2 ccomp -
            7 , , , 8 punct
            8 saying say VBG 6 advcl
            9 talks talk NNS 12 nsubj:pass
            10 must must MD 12 aux
            11 be be VB 12 aux:pass
            12 based base VBN 8 ccomp
            13 on on IN 14 case
            14 facts fact NNS 12 obl -
            15 . . . 2 punct
            """,
            states: "say(agent: He, theme: talks must be based on facts)",
            "question(agent: He, theme[whether]: whether they should leave)")
    }

    /// Bridge to Open in June, Says Mayor
    @Test func aHeadlineEndsInItsSpeaker() throws {
        try expect(
            """
            1 Bridge bridge NN 3 nsubj
            2 to to TO 3 mark
            3 Open open VB 7 ccomp
            4 in in IN 5 case
            5 June June NNP 3 obl -
            6 , , , 7 punct
            7 Says say VBZ 0 root
            8 Mayor mayor NN 7 obj
            """, states: "say(agent: Mayor, theme: Bridge to Open in June)")
    }
}
