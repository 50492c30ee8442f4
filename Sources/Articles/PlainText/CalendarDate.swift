/// A day: "March 17, 2025", "17 March 2025", "2025-03-17".
struct CalendarDate: Equatable {
    var year: Int
    var month: Int
    var day: Int

    /// ISO 8601: 2025-03-17.
    var iso: String {
        func padded(_ number: Int, _ digits: Int) -> String {
            let text = String(number)
            return String(repeating: "0", count: max(0, digits - text.count)) + text
        }
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }

    init?(year: Int, month: Int, day: Int) {
        guard (1500...2200).contains(year), (1...12).contains(month), (1...31).contains(day) else { return nil }
        (self.year, self.month, self.day) = (year, month, day)
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
            let (month, day) = Self.monthAndDay(bare[0], bare[1]), let date = Self(year: year, month: month, day: day)
        {
            self = date
            length = 3
        } else {
            return nil
        }
    }

    /// The month of an English name or abbreviation: "March", "Mar", "Sept".
    static func month(_ word: String) -> Int? {
        let word = word.lowercased()
        guard word.utf8.count >= 3 else { return nil }
        if word == "sept" { return 9 }
        return months.firstIndex { $0 == word || $0.prefix(3) == word }.map { $0 + 1 }
    }

    static func isWeekday(_ word: String) -> Bool {
        let word = word.lowercased()
        return weekdays.contains { $0 == word || word.utf8.count >= 3 && word.utf8.count <= 5 && $0.hasPrefix(word) }
    }

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
    private static func iso(_ word: String) -> CalendarDate? {
        let day = word.prefix { $0 != "T" }
        let parts = day.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "/" }
        guard parts.count == 3, let year = number(String(parts[0]), digits: 4...4),
            let month = number(String(parts[1]), digits: 1...2),
            let day = number(String(parts[2]), digits: 1...2)
        else { return nil }
        return CalendarDate(year: year, month: month, day: day)
    }

    private static func number(_ word: String, digits: ClosedRange<Int>) -> Int? {
        guard digits.contains(word.utf8.count), word.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return Int(word)
    }

    private static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ]
    private static let weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
}

/// A line that is only a date: "Friday, July 21, 2017", "Published March 17, 2025, 10:30 AM EDT".
struct DateLine: Equatable {
    /// Nil where the line gives no full date.
    var date: CalendarDate?

    init?(_ line: Words) {
        guard line.count <= 12 else { return nil }
        var rest = line.words[...]
        var dated = false
        while let word = rest.first {
            var length = 0
            if let found = CalendarDate(rest, length: &length) {
                date = date ?? found
                dated = true
                rest = rest.dropFirst(length)
            } else if Self.mayStandBeside(word.bare) {
                rest = rest.dropFirst()
            } else {
                return nil
            }
        }
        guard dated else { return nil }
    }

    private static func mayStandBeside(_ word: String) -> Bool {
        if word.isEmpty || CalendarDate.isWeekday(word) { return true }
        if word.first?.isNumber == true {
            // "10:30", "10.30am", "2030GMT"
            return word.filter(\.isNumber).count <= 6
                && word.allSatisfy { $0.isNumber || ":.apmAPMGTUCZh".contains($0) }
        }
        if word.isOne(of: .besideDates) { return true }
        // Time zones: "EDT", "GMT+1".
        return word.isAllCapitals && (2...4).contains(word.prefix { $0.isLetter }.count) && word.count <= 6
    }
}
