import Testing

@testable import Articles

@Suite struct HeaderLinesTests {
    @Test func `headers give title, date and source, and offsets stay those of the file`() throws {
        let text = """
            Title: Council reopens the harbour
            Date: Mon, 17 Mar 2025 10:30:00 +0100
            Source: Example News
            Author: Jane Roe
            URL: https://example.com/harbour

            The council voted on Monday to reopen the harbour.

            Boats came back at noon.
            """
        let article = try read(text)
        #expect(article.format == .headers)
        #expect(article.title == "Council reopens the harbour")
        #expect(article.date == "2025-03-17" && article.published == "2025-03-17T10:30:00+01:00")
        #expect(
            article.publisher == "Example News" && article.byline == "Jane Roe"
                && article.url == "https://example.com/harbour")
        #expect(article.strings(.title) == ["Council reopens the harbour"])
        #expect(article.strings(.body).count == 2)
        #expect(article.text == Array(text.utf8))
    }

    @Test func `a headline with a colon is no header`() throws {
        let article = try read("Harbour: council votes\n\nThe council voted on Monday.")
        #expect(article.format == .text && article.title == "Harbour: council votes")
    }
}

@Suite struct MarkdownTests {
    @Test func `marks are left out and offsets lead back to the file`() throws {
        let text = """
            ---
            title: "Council reopens the harbour"
            date: 2025-03-17
            authors: [Jane Roe, John Doe]
            source: Example News
            ---

            # Council reopens the harbour

            The **council** voted for [the plan](https://example.com/plan) on *Monday*.

            > “We are ready,” said Ada Berg.

            - Boats came back.

            ```
            code is no text
            ```
            """
        let article = try read(text, id: "a.md")
        #expect(article.format == .markdown)
        #expect(article.title == "Council reopens the harbour")
        #expect(
            article.byline == "Jane Roe, John Doe" && article.publisher == "Example News"
                && article.date == "2025-03-17")
        #expect(
            article.strings(.body) == [
                "The council voted for the plan on Monday.", "“We are ready,” said Ada Berg.", "Boats came back.",
            ])
        let file = Array(text.utf8)
        for word in ["council voted", "the plan", "Monday", "Ada Berg", "came back"] {
            let range = try #require(Self.range(of: word, in: article.text))
            let start = article.offset(inFile: range.lowerBound)
            #expect(file[start] == article.text[range.lowerBound], "\(word)")
            #expect(file[article.endInFile(of: range) - 1] == article.text[range.upperBound - 1], "\(word)")
        }
    }

    private static func range(of word: String, in text: [UInt8]) -> Range<Int>? {
        let word = Array(word.utf8)
        return (0...(text.count - word.count)).first { text[$0..<$0 + word.count].elementsEqual(word) }.map {
            $0..<$0 + word.count
        }
    }

    @Test func `stars and underscores that are no marks stay`() throws {
        let article = try read("# A title\n\nIt costs 5 * 3 crowns, see snake_case_name. \\*Not a mark\\*.", id: "a.md")
        #expect(article.strings(.body) == ["It costs 5 * 3 crowns, see snake_case_name. *Not a mark*."])
    }
}

@Suite struct TimestampTests {
    @Test(arguments: [
        ("2025-03-17", "2025-03-17", nil), ("2025-03-17T10:30:00+01:00", "2025-03-17", "2025-03-17T10:30:00+01:00"),
        ("2025-03-17T10:30:00.123Z", "2025-03-17", "2025-03-17T10:30:00Z"),
        ("20250317T103000Z", "2025-03-17", "2025-03-17T10:30:00Z"),
        ("2025-03-17 10:30", "2025-03-17", "2025-03-17T10:30:00"),
        ("Mon, 17 Mar 2025 10:30:00 GMT", "2025-03-17", "2025-03-17T10:30:00Z"),
        ("26-FEB-1987 15:01:01.79", "1987-02-26", "1987-02-26T15:01:01"),
        ("March 17, 2025, 1:05 pm EDT", "2025-03-17", "2025-03-17T13:05:00-04:00"),
        ("17/03/2025", "2025-03-17", nil), ("03/17/2025 10:30", "2025-03-17", "2025-03-17T10:30:00"),
        ("17.3.2025", "2025-03-17", nil), ("2025/03/17", "2025-03-17", nil), ("03/03/2025", "2025-03-03", nil),
        ("1742203800", "2025-03-17", "2025-03-17T09:30:00Z"), ("1742203800000", "2025-03-17", "2025-03-17T09:30:00Z"),
    ])
    func `dates as files write them`(text: String, day: String, iso: String?) {
        #expect(Timestamp(text)?.day.iso == day)
        #expect(Timestamp(text)?.iso == iso)
    }

    @Test(arguments: ["", "soon", "2025-13-45", "03/04/2025", "32/02/2025", "1/2", "99999999999999999999", "17"])
    func `what is no date`(text: String) {
        #expect(Timestamp(text) == nil)
    }
}
