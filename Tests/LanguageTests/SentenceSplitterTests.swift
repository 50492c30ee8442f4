import Testing

@testable import Language

@Suite struct SentenceSplitterTests {
    /// Checks that a paragraph has these sentences, written with a bar between them.
    private func check(_ marked: String, sourceLocation: SourceLocation = #_sourceLocation) {
        let text = marked.split(separator: "|").joined(separator: " ")
        var document = Document(text: Array(text.utf8))
        Tokenizer().tokenize(0..<document.text.count, of: &document)
        SentenceSplitter().split(0..<document.count, paragraph: 0, of: &document)
        let sentences = document.sentences.map { document.string($0.tokens) }
        #expect(sentences.joined(separator: "|") == marked, sourceLocation: sourceLocation)
        #expect(document.sentenceOfToken.count == document.count, sourceLocation: sourceLocation)
    }

    @Test func plainSentences() {
        check("It rained.|The river rose!|Did anyone see it?|No.")
        check("It rained … and rained.|They left...|Nobody knows")
    }

    @Test func abbreviations() {
        check("Mr. Dow met J. Roe of Acme Inc. in the U.S. Senate.|He left.")
        check("They live in the U.S.|But he was born in Freedonia.")
        check("U.S. President Ann Dow spoke.|Officials came at 7 a.m. Tuesday.|The talks ended.")
        check("See Dow, 3 Rep. at 4.|Id. at 3.|So it goes.")
    }

    @Test func quotationsASentenceLeadsInto() {
        check("Dow spoke on the plane, saying, “We will try. Maybe it works, maybe not.”")
        check("Roe said: \"It is over. We lost.\"|Then she left.")
        check("He called it “odd.”|She agreed.")
    }

    @Test func quotationsThatBeginASentence() {
        check("“We will try,” Dow said.|“Maybe it works.”|Nobody answered.")
        check("“Why?” he asked.|“Why not?” Ann Dow replied.|“Fine!”|They left.")
    }

    @Test func bracketsGoWithTheirSentence() {
        check("The town (it is small. Very small.) grew.|(Few noticed.)|It shrank.")
    }

    @Test func listsKeepTheirNumbers() {
        check("1. Open the lid.|2. Close it.")
    }

    @Test(arguments: 0..<4) func sentencesCoverTheParagraph(seed: UInt64) {
        var random = SplitMix(state: seed)
        let words = ["a", "Dow", ".", "?", "“", "”", "(", ")", "U.S.", "...", "said", ",", "'", "\"", "1", "No."]
        for _ in 0..<300 {
            let text = (0..<Int.random(in: 1..<30, using: &random))
                .map { _ in words.randomElement(using: &random) ?? "" }
                .joined(separator: Bool.random(using: &random) ? " " : "")
            var document = Document(text: Array(text.utf8))
            Tokenizer().tokenize(0..<document.text.count, of: &document)
            SentenceSplitter().split(0..<document.count, paragraph: 0, of: &document)
            var next = 0
            for sentence in document.sentences {
                #expect(sentence.tokens.lowerBound == next && !sentence.tokens.isEmpty)
                next = sentence.tokens.upperBound
            }
            #expect(next == document.count)
        }
    }
}
