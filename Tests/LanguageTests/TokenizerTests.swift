import Testing

@testable import Language

@Suite struct TokenizerTests {
    /// Checks that the text is split at the bars of `expected`.
    private func check(_ text: String, gives expected: String, sourceLocation: SourceLocation = #_sourceLocation) {
        var document = Document(text: Array(text.utf8))
        Tokenizer().tokenize(0..<document.text.count, of: &document)
        let forms = (0..<document.count).map { document.form($0) }
        #expect(forms.joined(separator: "|") == expected, sourceLocation: sourceLocation)
    }

    @Test func contractions() {
        check("We don't know.", gives: "We|do|n't|know|.")
        check("Maybe we can’t", gives: "Maybe|we|ca|n’t")
        check("they're Orlova's", gives: "they|'re|Orlova|'s")
        check("I'd've cannot gonna", gives: "I|'d|'ve|can|not|gon|na")
        check("The workers' union", gives: "The|workers|'|union")
        check("O'Dowd, o'clock", gives: "O'Dowd|,|o'clock")
        check("what did orlova say, whats new, dont", gives: "what|did|orlova|say|,|what|s|new|,|do|nt")
    }

    @Test func abbreviations() {
        check("Mr. J. Dow of the U.S. Navy", gives: "Mr.|J.|Dow|of|the|U.S.|Navy")
        check("at 7 a.m. on Sept. 3.", gives: "at|7|a.m.|on|Sept.|3|.")
        check("No. 3? No. Acme Inc. won.", gives: "No.|3|?|No|.|Acme|Inc.|won|.")
        check("It rained. The end.", gives: "It|rained|.|The|end|.")
    }

    @Test func hyphensAndDashes() {
        check("a 30-day non-profit e-mail", gives: "a|30|-|day|non-profit|e-mail")
        check("well — or--so –", gives: "well|—|or|--|so|–")
        check("call 555-010-4477", gives: "call|555-010-4477")
        check("2015-16", gives: "2015|-|16")
    }

    @Test func numbersAndMoney() {
        check("$350 or 1,000.5 or 45%", gives: "$|350|or|1,000.5|or|45|%")
        check("US$5bn, 9/11, 10:30pm", gives: "US$|5|bn|,|9/11|,|10:30|pm")
        check("the 1960s, 3rd, '98", gives: "the|1960s|,|3rd|,|'98")
    }

    @Test func addresses() {
        check(
            "See https://example.org/a?b=c, or www.example.com.",
            gives: "See|https://example.org/a?b=c|,|or|www.example.com|.")
        check("write to j.dow@example.org!", gives: "write|to|j.dow@example.org|!")
    }

    @Test func marks() {
        check("“Yes,” she said (twice)...", gives: "“|Yes|,|”|she|said|(|twice|)|...")
        check("and/or what?!", gives: "and|/|or|what|?!")
        check("well 👍🏽👩‍🚀 :-)", gives: "well|👍🏽|👩‍🚀|:-)")
    }

    @Test func normsAreLowerCaseWithStraightMarks() {
        #expect(Tokenizer.norm(of: "N’T") == "n't")
        #expect(Tokenizer.norm(of: "”") == "\"")
        #expect(Tokenizer.norm(of: "–") == "-")
        #expect(Tokenizer.norm(of: "ÉTÉ") == "été")
    }

    /// Any bytes give tokens in order, without overlap, that leave nothing out but white space.
    @Test(arguments: 0..<8) func takesAnyBytes(seed: UInt64) {
        var random = SplitMix(state: seed)
        let alphabet = Array("aaZ09  .,'-’“”&@/:$%(é\u{301}👍🏽\u{200D}\u{A0}www.http://x@y.z n't's U.S. 1,000\n".utf8)
        for _ in 0..<400 {
            let length = Int.random(in: 0..<80, using: &random)
            let isRandom = Bool.random(using: &random)
            let bytes: [UInt8] = (0..<length).map { _ in
                isRandom ? UInt8.random(in: 0...255, using: &random) : alphabet.randomElement(using: &random) ?? 0
            }
            let from = Int.random(in: 0...length, using: &random)
            check(bytes, from..<length)
        }
    }

    private func check(_ bytes: [UInt8], _ range: Range<Int>) {
        var document = Document(text: bytes)
        Tokenizer().tokenize(range, of: &document)
        var position = range.lowerBound
        var uncovered: [UInt8] = []
        for token in 0..<document.count {
            let start = Int(document.starts[token])
            let end = Int(document.ends[token])
            #expect(start >= position && end > start && end <= range.upperBound, "\(bytes)")
            guard start >= position, end <= range.upperBound else { return }
            uncovered += bytes[position..<start]
            position = end
        }
        uncovered += bytes[position..<range.upperBound]
        // Spaces beyond ASCII are counted as text here; they decode to white space or to nothing visible.
        let left = String(decoding: uncovered, as: UTF8.self).unicodeScalars.filter {
            !$0.properties.isWhitespace && $0 != "\u{200B}" && $0 != "\u{FEFF}"
        }
        #expect(left.isEmpty, "\(bytes)")
    }

    /// A text of one kind of byte takes no longer a token than any other: no branch starts over.
    @Test(arguments: ["a@", "a-", "http://", "www.", ")", "'s", "1,", "J. ", "U.", "1-", "(", "“a. "])
    func longRunsAreRead(unit: String) {
        let text = Array(String(repeating: unit, count: 20_000).utf8)
        check(text, 0..<text.count)
    }
}

/// A small random number generator with a fixed seed (Steele, Lea and Flood 2014).
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
