import Testing

@testable import Language

@Suite struct TreebankTitleTests {
    let sentences = """
        1 Velian   Velian   ADJ   JJ  _ 2 amod      _ _
        2 President president PROPN NNP _ 3 nmod:desc _ _
        3 Boris    Boris    PROPN NNP _ 5 nsubj     _ _
        4 Torrin   Torrin   PROPN NNP _ 3 flat      _ _
        5 left     leave    VERB  VBD _ 0 root      _ _

        1 Yesterday yesterday NOUN NN _ 4 obl:unmarked _ _
        2 Anna     Anna     PROPN NNP _ 4 nsubj     _ _
        3 Marlow   Marlow   PROPN NNP _ 2 flat      _ _
        4 stayed   stay     VERB  VBD _ 0 root      _ _

        1 The      the      DET   DT  _ 2 det       _ _
        2 mayor    mayor    NOUN  NN  _ 3 nsubj     _ _
        3 smiled   smile    VERB  VBD _ 0 root      _ _
        """

    /// What becomes of a sentence, with the heads of its words.
    func titled(_ sentence: Int) throws -> [String: [Int32]] {
        let document = try Document(conllu: sentences)
        let titles = TitleSynthesis([document])
        var random = Language.SplitMix(seed: 1)
        var results: [String: [Int32]] = [:]
        for _ in 0..<200 {
            guard let titled = titles.titled(document, sentence: sentence, &random) else { continue }
            results[(0..<titled.count).map { titled.string($0..<$0 + 1) }.joined(separator: " ")] = titled.heads
        }
        return results
    }

    @Test func namesTakeTheTitlesOfOthers() throws {
        #expect(try titled(1)["Yesterday Velian President Anna Marlow stayed"] == [5, 2, 3, 5, 3, -1])
    }

    @Test func subjectsTakeNamesAsAppositions() throws {
        #expect(try titled(2) == ["The mayor , Anna Marlow , smiled": [1, 6, 3, 1, 3, 3, -1]])
    }

    @Test func whoHasATitleGetsNoOther() throws {
        #expect(try titled(0).isEmpty)
    }
}
