/// Words of the grammar that stand for a number or a part: months, weekdays, counts, what joins topics, what refers back.
struct GrammarValues: Sendable {
    enum Name: String, Sendable, CaseIterable {
        case month, weekday, number, ordinal
        case dayFromToday = "day-from-today"
        /// Words inside a date: "the", "of".
        case dateLink = "date-link"
        /// What may stand behind a day's number: "st".
        case ordinalEnding = "ordinal-ending"
        /// What joins topics: 1 for both, 2 for either, 3 for the first without the second where another
        /// stands before ("but not"), 4 for that anywhere.
        case join
        /// Who or what is meant again: 1 a man, 2 a woman, 3 a thing, 4 several, 5 a place, 6 what was said.
        case reference
        /// Whose something is that is named behind it ("her plan"), with the numbers of `reference`.
        case owner
        /// What follows an ordinal where an answer is meant: "the first one".
        case answer
        /// Who examples are about; the name of somebody in the articles takes its place.
        case exampleName = "example-name"
        /// How the question states it: 1 planned, 2 conditional, 3 possible, 4 demanded.
        case modality
        /// "what else": 1.
        case anew
        /// "who": 1.
        case asksName = "asks-name"
    }

    private var tables: [String: [String: Int]] = [:]

    subscript(name: Name) -> [String: Int] { tables[name.rawValue] ?? [:] }

    /// Reads the rest of a line `values NAME = word N, word N, ...`; "_" stands for a space.
    mutating func add(_ name: String, _ entries: Substring) throws(WordingError) {
        guard Name(rawValue: name) != nil else {
            throw WordingError(
                word: name,
                message: "expected one of \(Name.allCases.map(\.rawValue).joined(separator: ", ")), found \(name)")
        }
        for entry in entries.split(separator: ",") {
            let words = entry.split(whereSeparator: \.isWhitespace)
            guard words.count >= 2, let last = words.last, let value = Int(last) else {
                throw WordingError(
                    word: String(words.first ?? ","), message: "expected WORD ... NUMBER, found \(entry)")
            }
            for word in words.dropLast() {
                tables[name, default: [:]][word.lowercased().split(separator: "_").joined(separator: " ")] = value
            }
        }
    }
}
