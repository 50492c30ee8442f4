/// Days as articles write them: "March 17, 2025", "17 March 2025", "2025-03-17".
extension CivilDay {
    /// A day that an article may name, in a year of four digits that news can be of; nil for another number.
    static func written(year: Int, month: Int, day: Int) -> CivilDay? {
        (1500...2200).contains(year) ? CivilDay(year: year, month: month, day: day) : nil
    }

    /// Reads a date from the beginning of these words.
    ///
    /// - Parameter length: Words it took.
    init?(_ words: ArraySlice<Substring>, length: inout Int) {
        let bare = words.prefix(3).map(\.bare)
        guard let first = bare.first else { return nil }
        if let date = Self.iso(first) {
            self = date
            length = 1
        } else if bare.count == 3, let year = Self.number(bare[2], digits: 4...4),
            let (month, day) = Self.monthAndDay(bare[0], bare[1]),
            let date = Self.written(year: year, month: month, day: day)
        {
            self = date
            length = 3
        } else {
            return nil
        }
    }

    /// The month of an English name or abbreviation: "March", "Mar", "Sept".
    static func month(_ word: String) -> Int? { CalendarWords.embedded[word.lowercased(), .month] }

    static func isWeekday(_ word: String) -> Bool { CalendarWords.embedded.weekday(word.lowercased()) != nil }

    /// A day of a month: "17", "17th".
    static func day(_ word: String) -> Int? {
        let ending = word.drop(while: \.isNumber)
        guard ending.isEmpty || ["st", "nd", "rd", "th"].contains(ending.lowercased()) else { return nil }
        guard let day = number(String(word.prefix(while: \.isNumber)), digits: 1...2), (1...31).contains(day) else {
            return nil
        }
        return day
    }

    private static func monthAndDay(_ first: String, _ second: String) -> (month: Int, day: Int)? {
        if let month = month(first), let day = day(second) { return (month, day) }
        if let month = month(second), let day = day(first) { return (month, day) }
        return nil
    }

    /// "2025-03-17", "2025/03/17", and with a time after "T".
    private static func iso(_ word: String) -> CivilDay? {
        let day = word.prefix { $0 != "T" }
        let parts = day.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "/" }
        guard parts.count == 3, let year = number(String(parts[0]), digits: 4...4),
            let month = number(String(parts[1]), digits: 1...2),
            let day = number(String(parts[2]), digits: 1...2)
        else { return nil }
        return written(year: year, month: month, day: day)
    }

    private static func number(_ word: String, digits: ClosedRange<Int>) -> Int? {
        guard digits.contains(word.utf8.count), word.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return Int(word)
    }
}
