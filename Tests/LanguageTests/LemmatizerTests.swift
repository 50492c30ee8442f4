import Testing

@testable import Language

@Suite struct LemmatizerTests {
    /// Checks the lemma of a word with this tag.
    private func check(
        _ form: String, _ tag: PennTag, has lemma: String, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let found = Lemmatizer().lemma(of: form, norm: Tokenizer.norm(of: form), tag)
        #expect(found == lemma, sourceLocation: sourceLocation)
    }

    @Test func verbs() {
        check("said", .vbd, has: "say")
        check("Stopped", .vbd, has: "stop")
        check("making", .vbg, has: "make")
        check("denies", .vbz, has: "deny")
        check("is", .vbz, has: "be")
        check("driven", .vbn, has: "drive")
        check("ca", .md, has: "can")
        check("n’t", .rb, has: "not")
    }

    @Test func wordsNeverSeenFollowTheirEnds() {
        check("blorping", .vbg, has: "blorp")
        check("snarfles", .nns, has: "snarfle")
        check("quibblies", .nns, has: "quibbly")
    }

    @Test func aStemHasAVowel() {
        check("wring", .vbg, has: "wring")
        check("vies", .vbz, has: "vie")
        check("hies", .vbz, has: "hie")
        check("flies", .vbz, has: "fly")
        check("trying", .vbg, has: "try")
    }

    @Test func nouns() {
        check("talks", .nns, has: "talk")
        check("countries", .nns, has: "country")
        check("women", .nns, has: "woman")
        check("TV", .nn, has: "TV")
        check("Talks", .nns, has: "talk")
    }

    @Test func adjectivesAndPronouns() {
        check("better", .jjr, has: "good")
        check("higher", .jjr, has: "high")
        check("Russian", .jj, has: "Russian")
        check("him", .prp, has: "he")
        check("these", .dt, has: "this")
    }

    @Test func namesKeepTheirCapitals() {
        check("Freedonia", .nnp, has: "Freedonia")
        check("Freedonians", .nnps, has: "Freedonian")
        check("NATO", .nnp, has: "NATO")
        check("Sept.", .nnp, has: "September")
    }

    @Test func theLongestEndHolds() {
        let rules = LemmaRules("VBD ed 2 _\nVBD ied 3 y\nVBD ^said 3 ay\n")
        #expect(rules.edit("tried", .vbd)?.edit == .init(cut: 3, append: "y"))
        #expect(rules.edit("rained", .vbd)?.edit == .init(cut: 2, append: ""))
        #expect(rules.edit("said", .vbd)?.isWholeWord == true)
        #expect(rules.edit("unsaid", .vbd) == nil)
    }
}
