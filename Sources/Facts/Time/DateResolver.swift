import Articles
import Language

/// Tells which day, week, month or year a date of an article is, from the day it was published.
///
///     published on Monday 2025-03-17:
///         "will speak on Tuesday"   →   2025-03-18        "met on Friday"    →   2025-03-14
///         "last week"               →   2025-03-10 to 2025-03-16
///         "in April" (will open)    →   2025-04
public struct DateResolver: Sendable {
    private let words = CalendarWords.embedded

    public init() {}

    /// The days that a date names; nil for one that cannot be told.
    ///
    /// - Parameters:
    ///   - tokens: The tokens of a date of the document.
    ///   - published: When the article was published.
    public func days(of tokens: Range<Int>, in document: Document, published: CivilDay) -> CivilSpan? {
        guard let parts = DateParts(tokens.map { document.norm($0) }, words) else { return nil }
        return parts.days(published: published) { isAhead(tokens, in: document) }
    }

    /// Whether the date names its year, so that nothing had to be told from when the article was published.
    public func isWhole(_ tokens: Range<Int>, in document: Document) -> Bool {
        DateParts(tokens.map { document.norm($0) }, words)?.year != nil
    }

    /// Whether what a date tells of is still to come: its verb is not in the past.
    private func isAhead(_ tokens: Range<Int>, in document: Document) -> Bool {
        var token: Int? = tokens.first { document.head(of: $0).map { !tokens.contains($0) } ?? true }
        for _ in 0..<12 {
            guard let at = token else { return false }
            if let ahead = tense(of: at, in: document) { return ahead }
            token = document.head(of: at)
        }
        return false
    }

    /// Whether a predicate is of the time to come; nil for a word that has no tense.
    private func tense(of token: Int, in document: Document) -> Bool? {
        let sentence = document.sentences[document.sentence(of: token)].tokens
        let helpers = sentence.filter {
            document.head(of: $0) == token && [.aux, .auxPassive, .cop].contains(document.relations[$0])
        }
        if helpers.contains(where: { document.xpos[$0] == .md }) { return true }
        if helpers.contains(where: { document.xpos[$0] == .vbd }) { return false }
        let isPerfect = helpers.contains { document.lemma($0) == "have" }
        if isPerfect { return false }
        if helpers.contains(where: { document.xpos[$0] == .vbz || document.xpos[$0] == .vbp }) { return true }
        guard document.upos[token] == .verb || document.upos[token] == .aux else { return nil }
        switch document.xpos[token] {
        case .vbd, .vbn: return false
        case .vb, .vbz, .vbp: return true
        default: return nil
        }
    }
}

/// What the words of a date say.
struct DateParts: Equatable {
    var year: Int?
    var month: Int?
    var dayOfMonth: Int?
    var weekday: Int?
    /// Days from the day of publication.
    var offset: Int?
    var unit: CivilSpan.Unit?
    /// -1 for last, 0 for this, 1 for next.
    var order: Int?
    var number: Int?
    var isAgo = false

    /// Nil where a word is none of a date.
    init?(_ norms: [String], _ words: CalendarWords) {
        for norm in norms where words[norm, .beside] == nil {
            if let value = words[norm, .month], month == nil {
                month = value
            } else if let value = words.weekday(norm), weekday == nil {
                weekday = value
            } else if let value = words[norm, .day], offset == nil {
                offset = value
            } else if let value = words[norm, .unit].flatMap(CivilSpan.Unit.init), unit == nil {
                unit = value
            } else if let value = words[norm, .order], order == nil {
                order = value
            } else if words[norm, .ago] != nil, !isAgo {
                isAgo = true
            } else if let value = words[norm, .number], number == nil {
                number = value
            } else if !take(number: norm) {
                return nil
            }
        }
    }

    /// "2025", "17", "17th".
    private mutating func take(number word: String) -> Bool {
        let digits = word.prefix { $0.isASCII && $0.isNumber }
        guard let value = Int(digits), digits.count <= 4 else { return false }
        if digits.count == 4, digits.count == word.count, (1500...2200).contains(value), year == nil {
            year = value
            return true
        }
        let ending = word.dropFirst(digits.count)
        guard (1...31).contains(value), ending.isEmpty || ["st", "nd", "rd", "th"].contains(ending) else {
            return false
        }
        if dayOfMonth == nil, number == nil {
            (dayOfMonth, number) = (value, value)
            return true
        }
        return false
    }

    func days(published: CivilDay, isAhead: () -> Bool) -> CivilSpan? {
        if let offset { return CivilSpan(day: published.adding(days: offset)) }
        if let month { return days(ofMonth: month, published, isAhead) }
        if let weekday { return day(ofWeek: weekday, published, isAhead).map(CivilSpan.init(day:)) }
        if let unit { return days(of: unit, published) }
        return year.flatMap { CivilSpan(year: $0) }
    }

    private func days(ofMonth month: Int, _ published: CivilDay, _ isAhead: () -> Bool) -> CivilSpan? {
        func span(_ year: Int) -> CivilSpan? {
            guard let dayOfMonth else { return CivilSpan(year: year, month: month) }
            return CivilDay(year: year, month: month, day: dayOfMonth).map(CivilSpan.init(day:))
        }
        if let year { return span(year) }
        let years = (published.year - 1...published.year + 1).compactMap(span)
        switch order {
        case .some(-1): return years.last { $0.last < published }
        case .some(1): return years.first { $0.first > published }
        default: return isAhead() ? years.first { $0.last >= published } : years.last { $0.first <= published }
        }
    }

    private func day(ofWeek weekday: Int, _ published: CivilDay, _ isAhead: () -> Bool) -> CivilDay? {
        guard unit == nil, dayOfMonth == nil, year == nil else { return nil }
        let back = (published.weekday - weekday + 7) % 7
        switch order {
        case .some(-1): return published.adding(days: back == 0 ? -7 : -back)
        case .some(1): return published.adding(days: 7 - back)
        default: return published.adding(days: back == 0 ? 0 : isAhead() ? 7 - back : -back)
        }
    }

    /// "last week", "two days ago".
    private func days(of unit: CivilSpan.Unit, _ published: CivilDay) -> CivilSpan? {
        let steps: Int
        if isAgo {
            guard let number, order == nil else { return nil }
            steps = -number
        } else {
            // "the last three weeks" are no one week.
            guard let order, number == nil, dayOfMonth == nil else { return nil }
            steps = order
        }
        guard year == nil else { return nil }
        switch unit {
        case .day: return isAgo ? CivilSpan(day: published.adding(days: steps)) : nil
        case .week: return CivilSpan(weekOf: published.adding(days: 7 * steps))
        case .month:
            let month = published.year * 12 + published.month - 1 + steps
            return CivilSpan(year: month / 12, month: month % 12 + 1)
        case .year: return CivilSpan(year: published.year + steps)
        }
    }
}
