/// A day of the Gregorian calendar.
public struct CivilDay: Sendable, Hashable, Comparable {
    /// Counted from 1 March of year 0.
    package let number: Int

    package init(number: Int) {
        self.number = number
    }

    /// Nil for a day that there cannot be.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...12).contains(month), (1...31).contains(day), (0...9999).contains(year) else { return nil }
        // H. Hinnant, chrono-compatible low-level date algorithms, 2013.
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        number = era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        // "31 April" would be the first of May.
        guard components.day == day else { return nil }
    }

    /// Reads "2025-03-18" (ISO 8601).
    public init?(iso: String) {
        let parts = iso.split(separator: "-").compactMap { Int($0) }
        guard parts.count == 3 else { return nil }
        self.init(year: parts[0], month: parts[1], day: parts[2])
    }

    /// 0 to 9999.
    public var year: Int { components.year }
    /// 1 to 12.
    public var month: Int { components.month }
    /// 1 to 31.
    public var day: Int { components.day }
    /// 1 for Monday to 7 for Sunday.
    public var weekday: Int { (number + 2) % 7 + 1 }

    /// The day so many days later; earlier for a negative number.
    public func adding(days: Int) -> CivilDay { CivilDay(number: number + days) }

    /// "2025-03-18" (ISO 8601).
    public var iso: String {
        let (year, month, day) = components
        func padded(_ number: Int, _ digits: Int) -> String {
            let text = String(number)
            return String(repeating: "0", count: max(0, digits - text.count)) + text
        }
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }

    public static func < (first: CivilDay, second: CivilDay) -> Bool { first.number < second.number }

    private var components: (year: Int, month: Int, day: Int) {
        let era = (number >= 0 ? number : number - 146_096) / 146_097
        let dayOfEra = number - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shifted + 2) / 5 + 1)
    }
}
