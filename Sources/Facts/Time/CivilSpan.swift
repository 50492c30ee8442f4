import Articles

/// Days that words name: one, a week, a month, a year.
public struct CivilSpan: Sendable, Hashable {
    /// How exactly days are known.
    public enum Unit: Int, Sendable {
        case day = 1
        case week, month, year
    }

    public let unit: Unit
    /// The first of the days.
    public let first: CivilDay
    /// The last of the days, which is the first one of a single day.
    public let last: CivilDay

    public init(day: CivilDay) {
        (unit, first, last) = (.day, day, day)
    }

    /// The week of a day, from Monday.
    public init(weekOf day: CivilDay) {
        unit = .week
        first = day.adding(days: 1 - day.weekday)
        last = first.adding(days: 6)
    }

    /// Nil for a month that there cannot be.
    public init?(year: Int, month: Int) {
        guard let first = CivilDay(year: year, month: month, day: 1),
            let next = CivilDay(year: month == 12 ? year + 1 : year, month: month == 12 ? 1 : month + 1, day: 1)
        else { return nil }
        (unit, self.first, last) = (.month, first, next.adding(days: -1))
    }

    /// Nil for a year that there cannot be.
    public init?(year: Int) {
        guard let first = CivilDay(year: year, month: 1, day: 1), let last = CivilDay(year: year, month: 12, day: 31)
        else { return nil }
        (unit, self.first, self.last) = (.year, first, last)
    }

    /// Whether some of its days are among these.
    public func overlaps(_ days: ClosedRange<CivilDay>) -> Bool { first <= days.upperBound && last >= days.lowerBound }

    /// "2025-03-18", "2025-03-10 to 2025-03-16", "2025-03", "2025".
    public var text: String {
        switch unit {
        case .day: first.iso
        case .week: "\(first.iso) to \(last.iso)"
        case .month: String(first.iso.prefix(7))
        case .year: String(first.iso.prefix(4))
        }
    }
}
