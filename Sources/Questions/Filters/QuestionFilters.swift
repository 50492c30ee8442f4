/// What limits a question to a part of the articles or of the matches.
public struct QuestionFilters: Sendable, Equatable {
    /// Which of the answers come first.
    public enum Order: String, Sendable {
        case first, latest
    }

    /// When a statement must have been published.
    public struct Dates: Sendable, Equatable {
        /// How the day of an article stands to a date.
        public enum Relation: String, Sendable {
            case since, before, after, on, until
        }

        public var relation: Relation
        public var date: DatePhrase
        /// As typed: "March".
        public var words: String

        public init(relation: Relation, date: DatePhrase, words: String) {
            self.relation = relation
            self.date = date
            self.words = words
        }

        /// The date where it names a year, else the words that were typed: what a date lacks depends on the articles.
        public var shown: String { date.year != nil && date.weekday == nil ? date.description : words }
    }

    /// The number of an article, from 1.
    public var article: Int?
    /// Words of an article's title.
    public var title: String?
    /// An article's publisher.
    public var publisher: Phrase?
    public var dates: [Dates] = []
    /// Only what stands in quotation marks.
    public var isQuoted = false
    public var order: Order?
    /// The most answers.
    public var limit: Int?

    public init() {}

    /// Whether nothing is left out.
    public var isEmpty: Bool { self == QuestionFilters() }

    /// Takes what the other has over this one's.
    public mutating func merge(_ other: QuestionFilters) {
        article = other.article ?? article
        title = other.title ?? title
        publisher = other.publisher ?? publisher
        if !other.dates.isEmpty { dates = other.dates }
        isQuoted = isQuoted || other.isQuoted
        order = other.order ?? order
        limit = other.limit ?? limit
    }

    /// As the pattern shows them: "since: 2025-03".
    var descriptions: [String] {
        var parts: [String] = []
        if let article { parts.append("article: \(article)") }
        if let title { parts.append("title ~ \"\(title)\"") }
        if let publisher { parts.append("publisher: \(publisher.text)") }
        parts += dates.map { "\($0.relation.rawValue): \($0.shown)" }
        if isQuoted { parts.append("quoted") }
        if let order { parts.append(order.rawValue) }
        if let limit { parts.append("top: \(limit)") }
        return parts
    }
}

/// A day, a month, a year or a weekday as a question names it; what it lacks is taken from the articles.
public struct DatePhrase: Sendable, Equatable, CustomStringConvertible {
    public var year: Int?
    /// 1 to 12.
    public var month: Int?
    public var day: Int?
    /// 1 for Monday to 7 for Sunday.
    public var weekday: Int?
    /// "yesterday": -1, "today": 0.
    public var daysFromToday: Int?

    public init(year: Int? = nil, month: Int? = nil, day: Int? = nil, weekday: Int? = nil, daysFromToday: Int? = nil) {
        self.year = year
        self.month = month
        self.day = day
        self.weekday = weekday
        self.daysFromToday = daysFromToday
    }

    public var description: String {
        func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        if let daysFromToday { return daysFromToday == 0 ? "today" : "today\(daysFromToday)" }
        var parts: [String] = []
        if let year { parts.append(String(year)) } else if month != nil { parts.append("*") }
        if let month { parts.append(padded(month)) }
        if let day { parts.append(padded(day)) }
        let date = parts.joined(separator: "-")
        guard let weekday else { return date }
        return (date.isEmpty ? "" : date + " ") + "weekday \(weekday)"
    }
}
