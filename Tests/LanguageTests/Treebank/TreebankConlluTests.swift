import Testing

@testable import Language

@Suite struct TreebankConlluTests {
    let sentence = """
        # text = "We don't," Ada said.
        1    "     "     PUNCT  ``   _  3  punct  _  SpaceAfter=No
        2    We    we    PRON   PRP  _  3  nsubj  _  _
        3-4  don't _     _      _    _  _  _      _  SpaceAfter=No
        3    do    do    VERB   VBP  _  8  ccomp  _  _
        4    n't   not   PART   RB   _  3  advmod _  _
        5    ,     ,     PUNCT  ,    _  8  punct  _  SpaceAfter=No
        6    "     "     PUNCT  ''   _  3  punct  _  _
        7    Ada   Ada   PROPN  NNP  _  8  nsubj  _  NE=B-person
        7.1  left  leave VERB   VBD  _  _  _      _  _
        8    said  say   VERB   VBD  _  0  root   _  SpaceAfter=No
        9    .     .     PUNCT  .    _  8  punct  _  _
        """

    @Test func textComesFromFormsAndSpaceAfter() throws {
        let document = try Document(conllu: sentence)
        #expect(String(decoding: document.text, as: UTF8.self) == "\"We don't,\" Ada said.")
        #expect(
            (0..<document.count).map { document.string($0..<$0 + 1) } == [
                "\"", "We", "do", "n't", ",", "\"", "Ada", "said", ".",
            ])
    }

    @Test func treeTagsAndNames() throws {
        let document = try Document(conllu: sentence)
        #expect(document.head(of: 6) == 7)
        #expect(document.head(of: 7) == nil)
        #expect(document.relations[6] == .nsubj)
        #expect(document.xpos[0] == .openingQuote)
        #expect(document.lemma(3) == "not")
        #expect(document.norm(1) == "we")
        #expect(document.entities == [NamedEntity(tokens: 6..<7, kind: .person)])
    }

    @Test func sentencesAndParagraphs() throws {
        let document = try Document(
            conllu: """
                # newpar
                1 Yes yes INTJ UH _ 0 root _ _

                1 No no INTJ UH _ 0 root _ _

                # newpar
                1 Maybe maybe ADV RB _ 0 root _ _
                """)
        #expect(
            document.sentences == [
                Sentence(tokens: 0..<1, paragraph: 0), Sentence(tokens: 1..<2, paragraph: 0),
                Sentence(tokens: 2..<3, paragraph: 1),
            ])
        #expect(String(decoding: document.text, as: UTF8.self) == "Yes No\nMaybe")
        #expect(document.sentence(of: 2) == 2)
    }

    @Test func unknownTagsAndRelationsFallBack() throws {
        let document = try Document(
            conllu: """
                1 foo _ _ _ _ 2 obl:elsewhere _ _
                2 bar _ BLAH BLAH _ 0 root _ _
                3 baz _ _ _ _ 2 unheard _ _
                4 qux _ _ _ _ _ _ _ _
                """)
        #expect(document.relations == [.obl, .root, .dep, .dep])
        #expect(document.upos[1] == .x)
        #expect(document.heads == [1, -1, 1, 1])
        #expect(document.lemma(0) == "foo")
    }

    @Test(arguments: [
        ("1 a a X XX _ 0", 1, "7 columns, expected 10"),
        ("# text\n2 a a X XX _ 0 root _ _", 2, "expected word 1, found 2"),
        ("1 a a X XX _ 0 root _ _\n2 b b X XX _ 7 dep _ _", 2, "no word can have the head 7 here"),
        ("1 a a X XX _ 2 dep _ _\n2 b b X XX _ 1 dep _ _", 1, "the heads go round in a circle"),
        ("1 a a X XX _ first root _ _", 1, "the head is no number: first"),
        ("1 a a X XX _ 0 root _ NE=I-person", 1, "NE=I-person continues nothing"),
    ])
    func errorsNameTheLine(_ text: String, _ line: Int, _ problem: String) {
        #expect(throws: ConlluError(line: line, problem: problem)) { try Document(conllu: text) }
    }
}
