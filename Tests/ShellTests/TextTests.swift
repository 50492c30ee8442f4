import Testing

@testable import Shell

@Suite struct DisplayWidthTests {
    @Test(arguments: [
        ("", 0), ("abc", 3), ("café", 4), ("cafe\u{301}", 4), ("港口", 4), ("한국", 4), ("\u{1112}\u{1161}\u{11AB}", 2),
        ("ａ", 2),
        ("🙂", 2), ("👩‍👩‍👧", 2), ("❤️", 2), ("🇺🇦", 2), ("a\u{200B}b", 2), ("“…”—", 4), ("ø", 1), ("\u{AD}", 1), ("\t", 0),
    ])
    func columns(text: String, width: Int) {
        #expect(DisplayWidth.of(text) == width)
    }
}

@Suite struct LineWrapperTests {
    private func wrap(_ text: String, _ width: Int, first: Int = 0, indent: Int = 0) -> [String] {
        LineWrapper(width: width, firstIndent: first, indent: indent).wrap(StyledLine(text)).map(\.text)
    }

    @Test func `lines are broken at spaces`() {
        #expect(wrap("the harbour is open again", 11) == ["the harbour", "is open", "again"])
    }

    @Test func `later lines are indented`() {
        #expect(wrap("the harbour is open", 13, first: 2, indent: 4) == ["  the harbour", "    is open"])
    }

    @Test func `a word that is too long is broken`() {
        #expect(wrap("abcdefghij kl", 5) == ["abcde", "fghij", "kl"])
    }

    @Test func `a wide letter is not cut in two`() {
        #expect(wrap("港港港", 5) == ["港港", "港"])
        #expect(wrap("港港", 1) == ["港港"])
    }

    @Test func `nothing is one empty line`() {
        #expect(wrap("", 10) == [""])
        #expect(wrap("   ", 10).count == 1)
    }

    @Test func `styles go over the end of a line, words do not`() {
        var line = StyledLine("the ")
        line.append("harbour is", .bold)
        line.append("n't open")
        let lines = LineWrapper(width: 12).wrap(line)
        #expect(lines.map(\.text) == ["the harbour", "isn't open"])
        #expect(lines.last?.pieces.map(\.style) == [.bold, .plain])
    }
}

@Suite struct AbbreviationTests {
    @Test func `the end, or the beginning, is left out`() {
        #expect("the harbour is open".head(columns: 8) == "the har…")
        #expect("the harbour is open".head(columns: 13, atWord: true) == "the harbour …")
        #expect("the harbour is open".tail(columns: 8) == "…is open")
        #expect("the harbour is open".tail(columns: 10, atWord: true) == "… is open")
        #expect("open".head(columns: 4) == "open")
    }
}

@Suite struct PrintableTests {
    @Test func `white space is one space`() {
        #expect("a \n\t b\u{2028}c\u{A0}d".printable == "a b c d")
    }

    @Test func `letters of all kinds stay`() {
        #expect("é e\u{301} 港 👩‍👩‍👧 “…”".printable == "é e\u{301} 港 👩‍👩‍👧 “…”")
    }
}
