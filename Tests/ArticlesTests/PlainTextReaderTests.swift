import Testing

@testable import Articles

@Suite struct PlainTextReaderTests {
    @Test func `headline first, then a paragraph a line`() throws {
        let article = try read("Council reopens harbour\nThe harbour of Port Ansel is open.\nBoats came back.\n")
        #expect(article.title == "Council reopens harbour")
        #expect(article.strings(.title) == ["Council reopens harbour"])
        #expect(article.strings(.body) == ["The harbour of Port Ansel is open.", "Boats came back."])
        #expect(article.byline == nil && article.publisher == nil && article.date == nil)
    }

    @Test func `all parts of a wire story`() throws {
        let article = try read(
            """
            Council reopens harbour
            By JANE ROE and John Doe, Example News
            March 7, 2025

            PORT ANSEL, March 7 (Example Wire) - The harbour is open.

            Boats came back.

            (Reporting by Jane Roe; editing by John Doe)
            """)
        #expect(article.byline == "JANE ROE and John Doe")
        #expect(article.publisher == "Example Wire")
        #expect(article.date == "2025-03-07")
        #expect(article.strings(.body) == ["The harbour is open.", "Boats came back."])
        #expect(article.strings(.byline) == ["By JANE ROE and John Doe, Example News", "March 7, 2025"])
        #expect(article.strings(.credit) == ["(Reporting by Jane Roe; editing by John Doe)"])
    }

    @Test func `a first paragraph too long for a headline is the story's`() throws {
        let long = "The harbour " + Array(repeating: "of the old town", count: 12).joined(separator: " ") + " is open."
        let article = try read(long + "\nBoats came back.")
        #expect(article.title == "The harbour of the old town of the old town of the ...")
        #expect(article.strings(.title).isEmpty)
        #expect(article.strings(.body) == [long, "Boats came back."])
    }

    @Test func `a first paragraph with a dateline is the story's`() throws {
        let article = try read("PORT ANSEL (EW) — The harbour is open.")
        #expect(article.title == "PORT ANSEL (EW) — The harbour is open.")
        #expect(article.publisher == "EW")
        #expect(article.strings(.body) == ["The harbour is open."])
    }

    @Test func `a line under the headline may come before the byline`() throws {
        let article = try read("Harbour open\nBoats return after nine days\nBy Jane Roe\nThe harbour is open.")
        #expect(article.byline == "Jane Roe")
        #expect(article.strings(.body) == ["Boats return after nine days", "The harbour is open."])
    }

    @Test(arguments: ["\n", "\r\n", "\r"])
    func `line ends stay in the text and out of the paragraphs`(end: String) throws {
        let text = ["Harbour open", "", "  The harbour is open. \t", "Boats came back."].joined(separator: end)
        let article = try read(text)
        #expect(article.text == Array(text.utf8))
        #expect(article.strings(.body) == ["The harbour is open.", "Boats came back."])
    }

    @Test func `hard-wrapped lines are joined up to a blank line`() throws {
        let article = try read(
            """
            Harbour open

            The harbour of Port Ansel, which was closed for
            nine days after the storm, is open again, the
            council said on Monday.

            Boats came back before noon, and the market on
            the quay was held as on every other day.
            """)
        #expect(
            article.strings(.body) == [
                "The harbour of Port Ansel, which was closed for\nnine days after the storm, is open again, the\ncouncil said on Monday.",
                "Boats came back before noon, and the market on\nthe quay was held as on every other day.",
            ])
    }

    @Test func `an indented line begins a paragraph of hard-wrapped text`() throws {
        let article = try read(
            """
            HARBOUR OPEN
                The harbour of Port Ansel, which was closed for
            nine days after the storm, is open again, the
            council said on Monday, and boats have come in.
                Boats came back before noon, and the market on
            the quay was held as on every other day of May.
            """)
        #expect(article.strings(.body).count == 2)
    }

    @Test func `short lines that end their sentences are paragraphs`() throws {
        let article = try read("Harbour open\nThe harbour is open.\nBoats came back.\nThe market was held.\n")
        #expect(article.strings(.body).count == 3)
    }

    @Test func `a single line is a headline`() throws {
        #expect(try read("Harbour open").strings(.title) == ["Harbour open"])
    }
}

@Suite struct OffsetTests {
    @Test func `ranges are byte ranges of the text`() throws {
        let article = try read("Café opens\nThe “Café” is open.\n")
        let body = try #require(article.paragraphs.last)
        #expect(body.range == 12..<36)
        #expect(article.offsetInFile == 0)
    }

    @Test func `a byte order mark counts in the file only`() throws {
        let article = try read("\u{FEFF}Harbour open\nBoats came back.")
        #expect(article.offsetInFile == 3)
        #expect(article.title == "Harbour open")
        #expect(article.paragraphs.first?.range == 0..<12)
    }
}
