import Testing

@testable import Facts

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
        for text in ["", "2025", "2025-13-01", "2025-00-10", "2025-03-32", "yesterday", "99999-01-01"] {
            #expect(CivilDay(iso: text) == nil)
        }
    }

    @Test func `spans are written as short as they are known`() throws {
        let day = try #require(CivilDay(iso: "2025-03-18"))
        #expect(CivilSpan(weekOf: day).text == "2025-03-17 to 2025-03-23")
        #expect(CivilSpan(year: 2024, month: 2)?.text == "2024-02")
        #expect(CivilSpan(year: 2024, month: 2)?.last.iso == "2024-02-29")
        #expect(CivilSpan(year: 2024)?.text == "2024")
    }
}
