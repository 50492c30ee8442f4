import Testing

@testable import Questions

/// Words of a question in, a date out, as the pattern shows it.
struct DateReaderTests {
    @Test(arguments: [
        ("March 2025", "2025-03", 2), ("3 March 2025", "2025-03-03", 3), ("March 3rd , 2025", "2025-03-03", 4),
        ("the 3rd of March", "*-03-03", 4),
        ("Tuesday", "weekday 2", 1), ("yesterday", "today-1", 1), ("2025-03-17", "2025-03-17", 1), ("2019", "2019", 1),
        ("sept 2024 about", "2024-09", 2),
    ])
    func `dates are read`(words: String, date: String, length: Int) throws {
        let reader = DateReader(values: try QuestionGrammar.embedded().values)
        let read = try #require(reader.read(words.lowercased().split(separator: " ").map(String.init)[...]))
        #expect(read.date.description == date)
        #expect(read.length == length)
    }

    @Test(arguments: ["3", "the", "2025-13-01", "35 March ,x", "of"])
    func `what names no day, month or year is none`(words: String) throws {
        let reader = DateReader(values: try QuestionGrammar.embedded().values)
        let date = reader.read(words.lowercased().split(separator: " ").map(String.init)[...])?.date
        #expect(date?.day == nil || date?.month != nil)
        if words != "35 March ,x" { #expect(date == nil) }
    }
}
