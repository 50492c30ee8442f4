import Testing

@testable import Language

@Suite struct PackedBatchTests {
    @Test func longestFirstStepByStep() {
        let batch = PackedBatch(lengths: [2, 3, 1])
        #expect(batch.order == [1, 0, 2])
        #expect(batch.active == [3, 2, 1])
        #expect(batch.offsets == [0, 3, 5])
        #expect(batch.count == 6)
        #expect(batch.row(1, 1) == 4)
    }

    @Test func whatStandsInABatchDoesNotChangeASentence() throws {
        let sentences = [
            "The minister rejected the plan .", "Talks will resume on Monday , officials said .", "No .",
            "Anna Marlow , who leads the council , met reporters in Torrin .",
        ]
        let together = try analyzed(sentences)
        let alone = try sentences.map { try analyzed([$0]) }
        #expect(together.heads.count == alone.reduce(0) { $0 + $1.count })
        var token = 0
        for document in alone {
            for index in 0..<document.count {
                #expect(together.xpos[token + index] == document.xpos[index])
                #expect(together.relations[token + index] == document.relations[index])
                #expect(
                    together.heads[token + index]
                        == (document.heads[index] < 0 ? -1 : document.heads[index] + Int32(token)))
            }
            token += document.count
        }
    }

    private func analyzed(_ sentences: [String]) throws -> Document {
        let blocks = sentences.map { sentence in
            sentence.split(separator: " ").enumerated().map { "\($0 + 1) \($1) _ _ _ _ 0 root _ _" }.joined(
                separator: "\n")
        }
        var document = try Document(conllu: blocks.joined(separator: "\n\n"))
        try SentenceAnalyzer(Network()).analyze(&document, WordColumn(document), .trees)
        return document
    }
}
