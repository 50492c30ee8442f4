import Testing

@testable import Language

/// Clear cases that the trained weights must get right: `word <relation head` for the words that count.
@Suite struct SentenceTests {
    @Test(arguments: [
        ("The minister rejected the plan .", "minister <nsubj rejected", "plan <obj rejected"),
        ("The plan was rejected by the minister .", "plan <nsubj:pass rejected", "minister <obl:agent rejected"),
        ("Officials said the talks would resume on Monday .", "Officials <nsubj said", "resume <ccomp said"),
        ("Anna Marlow met the president of Velia in Torrin .", "Anna <nsubj met", "president <obj met"),
        ("Who rejected the plan ?", "Who <nsubj rejected", "plan <obj rejected"),
        ("What did the minister reject ?", "What <obj reject", "minister <nsubj reject"),
        ("When will the talks resume ?", "When <advmod resume", "talks <nsubj resume"),
        ("what does velia demand", "what <obj demand", "velia <nsubj demand"),
        ("Deputy Minister Boris Torrin met reporters .", "Minister <nmod:desc Boris", "Boris <nsubj met"),
        ("The union 's policy chief , Anna Marlow , spoke .", "chief <nsubj spoke", "Anna <appos chief"),
        ("who said the war would end", "who <nsubj said", "end <ccomp said"),
        ("MINISTER REJECTS NEW PLAN", "MINISTER <nsubj REJECTS", "PLAN <obj REJECTS"),
        ("Velia expects prices to fall .", "prices <obj expects", "fall <xcomp expects"),
    ])
    func clearSentences(_ text: String, _ first: String, _ second: String) throws {
        let arcs = try arcs(text)
        #expect(arcs.contains(first))
        #expect(arcs.contains(second))
    }

    @Test(arguments: [
        ("The minister rejected the plan .", "DT NN VBD DT NN .", "DET NOUN VERB DET NOUN PUNCT"),
        (
            "She was told that it had failed .", "PRP VBD VBN IN PRP VBD VBN .",
            "PRON AUX VERB SCONJ PRON AUX VERB PUNCT"
        ),
        ("who said the war would end", "WP VBD DT NN MD VB", "PRON VERB DET NOUN AUX VERB"),
        ("LEADERS REJECT THE PLAN", "NNS VBP DT NN", "NOUN VERB DET NOUN"),
    ])
    func tagsOfClearSentences(_ text: String, _ xpos: String, _ upos: String) throws {
        let document = try analyzed(text)
        #expect(document.xpos.map(\.name).joined(separator: " ") == xpos)
        #expect(document.upos.map(\.name).joined(separator: " ") == upos)
    }

    /// The arcs of a sentence whose tokens stand between spaces.
    func arcs(_ text: String) throws -> [String] {
        let document = try analyzed(text)
        return (0..<document.count).compactMap { token in
            document.head(of: token).map {
                "\(document.form(token)) <\(document.relations[token].name) \(document.form($0))"
            }
        }
    }

    private func analyzed(_ text: String) throws -> Document {
        let rows = text.split(separator: " ").enumerated().map { "\($0 + 1) \($1) _ _ _ _ 0 root _ _" }
        var document = try Document(conllu: rows.joined(separator: "\n"))
        try SentenceAnalyzer(Network()).analyze(&document, WordColumn(document), .trees)
        return document
    }
}
