import Testing

@testable import Language

/// Clear cases that the trained weights must get right.
@Suite struct TaggerSentenceTests {
    @Test(arguments: [
        ("The minister rejected the plan .", "DT NN VBD DT NN .", "DET NOUN VERB DET NOUN PUNCT"),
        ("She was told that it had failed .", "PRP VBD VBN IN PRP VBD VBN .", "PRON AUX VERB SCONJ PRON AUX VERB PUNCT"),
        ("who said the war would end", "WP VBD DT NN MD VB", "PRON VERB DET NOUN AUX VERB"),
        ("LEADERS REJECT THE PLAN", "NNS VBP DT NN", "NOUN VERB DET NOUN"),
    ])
    func clearSentences(_ text: String, _ xpos: String, _ upos: String) throws {
        let rows = text.split(separator: " ").enumerated().map { "\($0 + 1) \($1) _ _ _ _ 0 root _ _" }
        var document = try Document(conllu: rows.joined(separator: "\n"))
        try Tagger().tag(&document, WordColumn(document))
        #expect(document.xpos.map(\.name).joined(separator: " ") == xpos)
        #expect(document.upos.map(\.name).joined(separator: " ") == upos)
    }
}
