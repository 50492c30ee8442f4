import Testing

@testable import Articles

@Suite struct CivilDayTests {
    @Test(arguments: [("2025-03-18", 2), ("2024-02-29", 4), ("2000-01-01", 6), ("1987-10-19", 1), ("2026-11-25", 3)])
    func `a day knows its weekday and comes back as it was written`(iso: String, weekday: Int) throws {
        let day = try #require(CivilDay(iso: iso))
        #expect(day.weekday == weekday)
        #expect(day.iso == iso)
        #expect(CivilDay(year: day.year, month: day.month, day: day.day) == day)
    }

    @Test func `days go on over months and years`() throws {
        let day = try #require(CivilDay(iso: "2024-12-31"))
        #expect(day.adding(days: 1).iso == "2025-01-01")
        #expect(day.adding(days: -366).iso == "2023-12-31")
    }

    @Test func `what is no day is none`() {
        for text in ["", "2025", "2025-13-01", "2025-00-10", "2025-03-32", "yesterday", "99999-01-01", "2025-02-29"] {
            #expect(CivilDay(iso: text) == nil)
        }
    }

    @Test(arguments: [
        ("March 17, 2025", "2025-03-17"), ("17 Mar 2025", "2025-03-17"), ("Sept. 3rd 2024", "2024-09-03"),
        ("2025/03/17", "2025-03-17"), ("Jul 4, 1999", "1999-07-04"), ("June 31, 2025", nil), ("May 1, 1066", nil),
    ])
    func `a day is read as articles write it`(text: String, expected: String?) {
        var length = 0
        #expect(CivilDay(text.split(separator: " ")[...], length: &length)?.iso == expected)
    }
}
