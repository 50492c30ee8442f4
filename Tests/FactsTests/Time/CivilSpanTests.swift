import Articles
import Testing

@testable import Facts

@Suite struct CivilSpanTests {
    @Test func `spans are written as short as they are known`() throws {
        let day = try #require(CivilDay(iso: "2025-03-18"))
        #expect(CivilSpan(weekOf: day).text == "2025-03-17 to 2025-03-23")
        #expect(CivilSpan(year: 2024, month: 2)?.text == "2024-02")
        #expect(CivilSpan(year: 2024, month: 2)?.last.iso == "2024-02-29")
        #expect(CivilSpan(year: 2024)?.text == "2024")
    }
}
