/// Reads a date from the words of a question, by the values of the grammar.
struct DateReader: Sendable {
    private let days: [String: Int]
    private let months: [String: Int]
    private let weekdays: [String: Int]
    private let links: [String: Int]
    private let ordinalEndings: [String: Int]

    init(values: GrammarValues) {
        days = values[.dayFromToday]
        months = values[.month]
        weekdays = values[.weekday]
        links = values[.dateLink]
        ordinalEndings = values[.ordinalEnding]
    }

    /// The most words of a date.
    static let longest = 8

    /// Whether a word is a part of a date by itself.
    func mayBegin(with word: String) -> Bool {
        word.utf8.first.map { $0 >= 48 && $0 <= 57 } ?? false || days[word] != nil || months[word] != nil
            || weekdays[word] != nil
    }

    /// Whether a word stands inside of dates: "the 3rd of March".
    func isLink(_ word: String) -> Bool { links[word] != nil }

    /// The longest date that begins at a token: "Tuesday 3 March 2025", "March", "the 3rd of March".
    func read(_ words: some Sequence<String>) -> (date: DatePhrase, length: Int)? {
        var date = DatePhrase()
        var length = 0
        var taken = 0
        for word in words.prefix(Self.longest) {
            length += 1
            if take(word, into: &date) {
                taken = length
            } else if word != ",", links[word] == nil {
                break
            }
        }
        guard taken > 0, date.isWhole else { return nil }
        return (date, taken)
    }

    private func take(_ word: String, into date: inout DatePhrase) -> Bool {
        if let days = days[word], date == DatePhrase() {
            date.daysFromToday = days
            return true
        }
        if let month = months[word], date.month == nil {
            date.month = month
            return true
        }
        if let weekday = weekdays[word], date.weekday == nil {
            date.weekday = weekday
            return true
        }
        guard word.utf8.first.map({ $0 >= 48 && $0 <= 57 }) ?? false else { return false }
        let parts =
            word.utf8.contains(0x2D) ? word.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) } : []
        if parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2], date.year == nil,
            date.month == nil,
            (1...12).contains(month), (1...31).contains(day), (1000...2999).contains(year)
        {
            (date.year, date.month, date.day) = (year, month, day)
            return true
        }
        let digits = word.prefix { $0.isASCII && $0.isNumber }
        guard let number = Int(digits), digits.count <= 4 else { return false }
        if digits.count == word.count, digits.count == 4, (1500...2200).contains(number), date.year == nil {
            date.year = number
            return true
        }
        let ending = String(word.dropFirst(digits.count))
        if (1...31).contains(number), date.day == nil, ending.isEmpty || ordinalEndings[ending] != nil {
            date.day = number
            return true
        }
        return false
    }
}

extension DatePhrase {
    /// Whether it names a time by itself: a bare "3" does not.
    fileprivate var isWhole: Bool { month != nil || year != nil || weekday != nil || daysFromToday != nil }
}
