import Testing

@testable import Articles

@Suite struct BylineTests {
    @Test(
        arguments: [
            ("By Jane Roe", "Jane Roe", nil),
            ("By Jane Roe, Example Wire", "Jane Roe", "Example Wire"),
            ("By Jane Roe, Reuters", "Jane Roe", "Reuters"),
            ("By JANE ROE", "JANE ROE", nil),
            ("By Jane Roe and John Doe | The Ansel Herald", "Jane Roe and John Doe", "The Ansel Herald"),
            ("By Jane Roe, John Doe and Ann Poe", "Jane Roe, John Doe and Ann Poe", nil),
            ("By Jane de la Cruz, Staff Writer", "Jane de la Cruz", nil),
            ("By Example Wire Staff", "Example Wire Staff", nil),
        ] as [(String, String, String?)])
    func read(line: String, author: String, publisher: String?) throws {
        let byline = try #require(Byline(Words(line)))
        #expect(byline.author == author)
        #expect(byline.publisher == publisher)
    }

    @Test(arguments: [
        "By Monday the harbour was open.", "By noon boats came back", "Byron wins", "By",
        "By 2030 all boats will be electric",
    ])
    func `sentences are no bylines`(line: String) {
        #expect(Byline(Words(line)) == nil)
    }

    @Test func `a date may stand in it`() {
        #expect(Byline(Words("By Jane Roe, March 7, 2025"))?.author == "Jane Roe")
    }
}

@Suite struct DateLineTests {
    @Test(arguments: [
        ("March 17, 2025", "2025-03-17"), ("Friday, July 21, 2017", "2017-07-21"), ("17 March 2025", "2025-03-17"),
        ("2025-03-17", "2025-03-17"), ("2025-03-17T10:20:30Z", "2025-03-17"),
        ("Published Sept. 3, 2024, 10:30 AM EDT", "2024-09-03"),
        ("Mon, 17 Mar 2025 10:00:00 GMT", "2025-03-17"), ("Updated: 3rd May 2021", "2021-05-03"),
    ])
    func read(line: String, iso: String) {
        #expect(DateLine(Words(line))?.date?.iso == iso)
    }

    @Test(arguments: [
        "Marching on", "The storm of March 17, 2025", "17", "March 2025 was wet", "2025-13-17", "May 40, 2025", "",
    ])
    func `other lines`(line: String) {
        #expect(DateLine(Words(line)) == nil)
    }
}

@Suite struct DatelineTests {
    private func dateline(_ text: String) -> (publisher: String?, date: String?, rest: String)? {
        let bytes = Array(text.utf8)
        guard let line = Dateline(at: 0..<bytes.count, in: bytes) else { return nil }
        return (line.publisher, line.date?.iso, String(decoding: bytes[line.end...], as: UTF8.self))
    }

    @Test(
        arguments: [
            ("MOSCOW, March 17 (Reuters) - ", "Reuters", nil), ("WASHINGTON (AP) — ", "AP", nil),
            ("WASHINGTON - ", nil, nil),
            ("FLINT, Mich., Oct. 4 (UPI) — ", "UPI", nil), ("Port Ansel (Example Wire) -- ", "Example Wire", nil),
            ("KYIV/PORT ANSEL, March 7, 2025 (EW) – ", "EW", "2025-03-07"), ("ST. ANSEL, May 3—", nil, nil),
        ] as [(String, String?, String?)])
    func `is cut off`(head: String, publisher: String?, date: String?) throws {
        let found = try #require(dateline(head + "The harbour is open."))
        #expect(found.rest == "The harbour is open.")
        #expect(found.publisher == publisher)
        #expect(found.date == date)
    }

    @Test(arguments: [
        "The harbour - an old one - is open.", "U.S.-led forces came.", "A boat (the Anna) - came back.",
        "Open - at last",
        "NEWS", "Jane Roe (Labour) said - and meant - it.", "- The harbour is open.", "PORT ANSEL - ", "",
    ])
    func `is not seen elsewhere`(text: String) {
        #expect(dateline(text) == nil)
    }
}

@Suite struct CreditLineTests {
    @Test(
        arguments: [
            ("Credit: This story is based on reporting by Reuters.", "Reuters"),
            ("Reporting by Jane Roe and John Doe; editing by Ann Poe", nil),
            ("(Additional reporting by Jane Roe in Port Ansel; Editing by Ann Poe)", nil),
            ("(c) 2025 Example Wire", "Example Wire"),
            ("© 2025 The Ansel Herald. All rights reserved.", "Ansel Herald"),
            ("Copyright 2016 The Example Press. All rights reserved.", "Example Press"), ("REUTER", "REUTER"),
            ("Source: Example Wire", "Example Wire"),
        ] as [(String, String?)])
    func read(line: String, publisher: String?) throws {
        let credit = try #require(CreditLine(Words(line)))
        #expect(credit.publisher == publisher)
    }

    @Test(arguments: [
        "Reporting by the harbour office shows that boats came back.", "Credit was hard to get.", "Editing is work.",
        "This news, based on Example Wire reporting, is short.", "Sources say so.",
    ])
    func `sentences are no credit lines`(line: String) {
        #expect(CreditLine(Words(line)) == nil)
    }
}
