import Language
import Testing

@testable import Facts

/// The candidates of a document as lines: `said clause: The mayor | that the port opens`.
private func candidates(in rows: String) throws -> [String] {
    let document = try document(rows)
    let reading = Reading(document, lexicon: try Lexicon.embedded())
    func text(_ spans: [Range<Int>]) -> String { spans.map { document.string($0) }.joined(separator: " … ") }
    return AttributionFinder.candidates(in: reading).joined().map {
        "\(document.form($0.head)) \($0.shape): \(text($0.sourceSpans)) | \(text($0.content))"
    }
}

struct CandidatesTests {
    /// The mayor, who is 40, said that the port opens.
    @Test func aClauseWithItsConjunctionAndASourceWithItsDescription() throws {
        let found = try candidates(
            in: """
                1 The the DT 2 det
                2 mayor mayor NN 8 nsubj -
                3 , , , 6 punct
                4 who who WP 6 nsubj
                5 is be VBZ 6 cop
                6 40 40 CD 2 acl:relcl -
                7 , , , 6 punct
                8 said say VBD 0 root
                9 that that IN 12 mark
                10 the the DT 11 det
                11 port port NN 12 nsubj
                12 opens open VBZ 8 ccomp -
                13 . . . 8 punct
                """)
        #expect(found.contains("said clause: The mayor, who is 40 | that the port opens"), "\(found)")
    }

    /// He is believed to have left.
    @Test func aRaisedSubjectBelongsToTheContent() throws {
        let found = try candidates(
            in: """
                1 He he PRP 3 nsubj:pass
                2 is be VBZ 3 aux:pass
                3 believed believe VBN 0 root
                4 to to TO 6 mark
                5 have have VB 6 aux
                6 left leave VBN 3 xcomp -
                7 . . . 3 punct
                """)
        #expect(found.contains("believed raised:  | He … to have left"), "\(found)")
    }

    /// “I stay,” she said. “We all stay.”
    @Test func aQuotationGoesOnInTheNextSentence() throws {
        let found = try candidates(
            in: """
                1 “ " `` 3 punct -
                2 I I PRP 3 nsubj
                3 stay stay VBP 0 root -
                4 , , , 3 punct -
                5 ” " '' 3 punct
                6 she she PRP 7 nsubj
                7 said say VBD 3 parataxis -
                8 . . . 3 punct

                1 “ " `` 4 punct -
                2 We we PRP 4 nsubj
                3 all all DT 2 det
                4 stay stay VBP 0 root -
                5 . . . 4 punct -
                6 ” " '' 4 punct
                """)
        #expect(found.contains("said quotation: she | “I stay,”"), "\(found)")
        #expect(found.contains("said quotations: she | “I stay,” … “We all stay.”"), "\(found)")
    }

    /// The test, Norland said, was big.
    @Test func aSpeakerInsideTheSentence() throws {
        let found = try candidates(
            in: """
                1 The the DT 2 det
                2 test test NN 8 nsubj -
                3 , , , 5 punct
                4 Norland Norland NNP 5 nsubj
                5 said say VBD 8 parataxis -
                6 , , , 5 punct
                7 was be VBD 8 cop
                8 big big JJ 0 root -
                9 . . . 8 punct
                """)
        #expect(found.contains("said around: Norland | The test … was big"), "\(found)")
    }

    /// The plan was praised by voters who left.
    @Test func aPassiveIsSaidByItsAgent() throws {
        let found = try candidates(
            in: """
                1 The the DT 2 det
                2 plan plan NN 4 nsubj:pass
                3 was be VBD 4 aux:pass
                4 praised praise VBN 0 root
                5 by by IN 6 case
                6 voters voter NNS 4 obl:agent
                7 who who WP 8 nsubj
                8 left leave VBD 6 acl:relcl -
                9 . . . 4 punct
                """)
        #expect(found.contains("praised passiveSubject: voters who left | The plan"), "\(found)")
    }

    /// The council's claim that it fits is false.
    @Test func aNounWithItsOwner() throws {
        let found = try candidates(
            in: """
                1 The the DT 2 det
                2 council council NN 4 nmod:poss -
                3 's 's POS 2 case
                4 claim claim NN 9 nsubj
                5 that that IN 7 mark
                6 it it PRP 7 nsubj
                7 fits fit VBZ 4 acl
                8 is be VBZ 9 cop
                9 false false JJ 0 root -
                10 . . . 9 punct
                """)
        #expect(
            found.contains { $0.hasPrefix("claim nounClause: The council") && $0.hasSuffix("| that it fits") },
            "\(found)")
    }

    /// The port, according to the mayor, is safe.
    @Test func accordingToInsideASentence() throws {
        let found = try candidates(
            in: """
                1 The the DT 2 det
                2 port port NN 10 nsubj -
                3 , , , 7 punct
                4 according accord VBG 7 case
                5 to to IN 4 fixed
                6 the the DT 7 det
                7 mayor mayor NN 10 obl -
                8 , , , 7 punct
                9 is be VBZ 10 cop
                10 safe safe JJ 0 root -
                11 . . . 10 punct
                """)
        #expect(found.contains("according accordingAround: the mayor | The port … is safe"), "\(found)")
    }

    /// Mayor: Port is safe
    @Test func aSpeakerBeforeAColon() throws {
        let found = try candidates(
            in: """
                1 Mayor mayor NN 5 nsubj -
                2 : : : 1 punct
                3 Port port NN 5 nsubj
                4 is be VBZ 5 cop
                5 safe safe JJ 0 root
                """)
        #expect(found.contains(": colon: Mayor | Port is safe"), "\(found)")
    }
}

struct AttributionTrainerTests {
    private func candidate(_ content: Range<Int>, source: Int? = 1) -> AttributionCandidate {
        AttributionCandidate(
            head: 3, cue: 2..<4, source: source, sourceSpans: [0..<2], shape: .clause, contentHead: content.lowerBound,
            content: [content])
    }

    private let gold = Attribution(source: [0..<2], cue: [3..<4], content: [4..<14])

    @Test func theNearestReadingIsRightAndThoseBesideItCountNeitherWay() {
        let truth = AttributionTrainer.truth(
            [[candidate(4..<13), candidate(4..<14), candidate(4..<10), candidate(20..<22)]], [gold])
        #expect(truth == [[nil, true, false, false]])
    }

    @Test func aWrongSourceIsWrongWhereTheRightOneIsThere() {
        let truth = AttributionTrainer.truth([[candidate(4..<14, source: nil), candidate(4..<13)]], [gold])
        #expect(truth == [[false, true]])
    }

    @Test func anotherCueIsNoMatch() {
        let other = Attribution(source: [], cue: [11..<12], content: [4..<14])
        #expect(AttributionTrainer.truth([[candidate(4..<14)]], [other]) == [[false]])
    }
}
