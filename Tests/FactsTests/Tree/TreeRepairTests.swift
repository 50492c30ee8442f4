import Testing

@testable import Facts
@testable import Language

@Suite struct TreeRepairTests {
    /// The head and relation of a word after repair: "wants xcomp".
    func arc(of form: String, _ rows: String, dates: [Range<Int>] = []) throws -> String? {
        var document = try document(rows)
        document.entities = dates.map { NamedEntity(tokens: $0, kind: .date) }
        let repair = TreeRepair(document, lexicon: try Lexicon.embedded())
        guard let token = (0..<document.count).first(where: { document.form($0) == form }), repair.heads[token] >= 0
        else { return nil }
        return "\(document.form(Int(repair.heads[token]))) \(repair.relations[token].name)"
    }

    @Test func whatIsWantedIsThatTheBorderIsClosed() throws {
        let rows = """
            1 Velia Velia NNP 2 nsubj
            2 wants want VBZ 0 root
            3 the the DT 4 det
            4 border border NN 2 obj
            5 to to TO 7 mark
            6 be be VB 7 aux:pass
            7 closed close VBN 4 acl
            """
        #expect(try arc(of: "closed", rows) == "wants xcomp")
    }

    @Test func aChanceHasAnInfinitiveOfItsOwn() throws {
        let rows = """
            1 Velia Velia NNP 2 nsubj
            2 wants want VBZ 0 root
            3 a a DT 4 det
            4 chance chance NN 2 obj
            5 to to TO 6 mark
            6 leave leave VB 4 acl
            """
        #expect(try arc(of: "leave", rows) == "chance acl")
    }

    @Test func theDayBehindTheVerbTellsWhenItWasSaid() throws {
        func rows(_ verb: String) -> String {
            """
            1 Velia Velia NNP 2 nsubj
            2 \(verb) \(verb) VBD 0 root
            3 on on IN 4 case
            4 Tuesday Tuesday NNP 7 obl
            5 its its PRP$ 6 nmod:poss
            6 profit profit NN 7 nsubj
            7 fell fall VBD 2 ccomp
            """
        }
        #expect(try arc(of: "Tuesday", rows("say"), dates: [3..<4]) == "say obl")
        #expect(try arc(of: "Tuesday", rows("see"), dates: [3..<4]) == "fell obl")
    }

    @Test func noInfinitiveIsCoordinatedWithAPastTense() throws {
        let rows = """
            1 Velia Velia NNP 2 nsubj
            2 appealed appeal VBD 0 root
            3 to to IN 4 case
            4 them they PRP 2 obl
            5 to to TO 6 mark
            6 stop stop VB 4 acl
            7 and and CC 8 cc
            8 offered offer VBD 6 conj
            9 help help NN 8 obj
            """
        #expect(try arc(of: "offered", rows) == "appealed conj")
    }

    @Test func theGroundBelongsToTheJudgement() throws {
        let rows = """
            1 Berg Berg NNP 2 nsubj
            2 criticised criticise VBD 0 root
            3 the the DT 4 det
            4 government government NN 2 obj
            5 for for IN 6 mark
            6 waiting wait VBG 4 acl
            """
        #expect(try arc(of: "waiting", rows) == "criticised advcl")
        let other = rows.replacing("criticised criticise", with: "formed form")
        #expect(try arc(of: "waiting", other) == "government acl")
    }

    @Test func bracketsExplainTheNounBeforeThem() throws {
        let rows = """
            1 The the DT 2 det
            2 head head NN 9 nsubj
            3 of of IN 4 case
            4 ABX ABX NNP 2 nmod
            5 ( ( -LRB- 7 punct
            6 Bakers' Bakers' NNP 7 compound
            7 Union Union NNP 2 appos
            8 ) ) -RRB- 7 punct
            9 left leave VBD 0 root
            """
        #expect(try arc(of: "Union", rows) == "ABX appos")
    }

    @Test func theWordsOfANameAreNoCircle() throws {
        var document = try document(
            """
            1 Ada Ada NNP 2 nsubj
            2 May may MD 3 aux
            3 said say VBD 0 root
            """)
        document.entities = [NamedEntity(tokens: 0..<2, kind: .person)]
        let repair = TreeRepair(document, lexicon: try Lexicon.embedded())
        for token in 0..<3 {
            let above = sequence(first: token) { repair.heads[$0] < 0 ? nil : Int(repair.heads[$0]) }.prefix(4)
            #expect(Array(above).last == 2, "\(repair.heads)")
        }
    }
}
