import Testing

@testable import Language

struct NameBoundaryTests {
    private func mended(_ rows: String, _ entity: NamedEntity) throws -> String {
        let document = try Document(
            conllu: rows.split(separator: "\n").map { $0.split(separator: " ").joined(separator: "\t") }.joined(
                separator: "\n") + "\n\n")
        var taken = [Int32](repeating: -1, count: document.count)
        for token in entity.tokens { taken[token] = 0 }
        return document.string(NameBoundary(document).mended(entity, taken: taken).tokens)
    }

    @Test func aHyphenJoinsANameWithoutSpaces() throws {
        let name = try mended(
            """
            1 Lin Lin PROPN NNP _ 5 nsubj _ _
            2 Su Su PROPN NNP _ 1 flat _ SpaceAfter=No
            3 - - PUNCT HYPH _ 4 punct _ SpaceAfter=No
            4 mei mei PROPN NNP _ 1 flat _ _
            5 left leave VERB VBD _ 0 root _ _
            """, NamedEntity(tokens: 0..<2, kind: .person))
        #expect(name == "Lin Su-mei")
    }

    @Test func anOfficeIsNoFirstName() throws {
        let name = try mended(
            """
            1 Minister Minister PROPN NNP _ 4 nmod:desc _ _
            2 of of ADP IN _ 3 case _ _
            3 Education Education PROPN NNP _ 1 nmod _ _
            4 Ada Ada PROPN NNP _ 6 nsubj _ _
            5 Berg Berg PROPN NNP _ 4 flat _ _
            6 left leave VERB VBD _ 0 root _ _
            """, NamedEntity(tokens: 2..<5, kind: .person))
        #expect(name == "Ada Berg")
    }

    @Test func anOrganisationBeginsAtItsFirstCapital() throws {
        let name = try mended(
            """
            1 The the DET DT _ 4 det _ _
            2 National National PROPN NNP _ 4 compound _ _
            3 Harbour Harbour PROPN NNP _ 4 compound _ _
            4 Council Council PROPN NNP _ 5 nsubj _ _
            5 met meet VERB VBD _ 0 root _ _
            """, NamedEntity(tokens: 2..<4, kind: .organization))
        #expect(name == "National Harbour Council")
    }
}
