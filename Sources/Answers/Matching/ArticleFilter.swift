import Facts
import Questions

/// Which articles and sentences a question's filters leave.
struct ArticleFilter: Sendable {
    private let store: FactStore
    private let filters: QuestionFilters
    private let calendar: ArticleCalendar

    init(_ filters: QuestionFilters, store: FactStore) {
        self.store = store
        self.filters = filters
        calendar = ArticleCalendar(store: store)
    }

    /// Whether an article is left, by its index.
    func allows(_ article: Int) -> Bool {
        isNamed(article) && filters.dates.allSatisfy { isWithin($0, article) }
    }

    /// Whether a fact is left: its article is, or its own sentence names the very time.
    func allows(_ stored: StoredFact) -> Bool {
        guard isNamed(stored.article) else { return false }
        return filters.dates.allSatisfy { isWithin($0, stored.article) || names($0.date, stored) }
    }

    private func isNamed(_ index: Int) -> Bool {
        let article = store.articles[index].article
        if let number = filters.article, number != index + 1 { return false }
        if let title = filters.title, !ExactWords.folded(article.title).contains(ExactWords.folded(title)) { return false }
        if let publisher = filters.publisher, !PublisherName.matches(publisher.text, article.publisher) { return false }
        return true
    }

    private func isWithin(_ limit: QuestionFilters.Dates, _ article: Int) -> Bool {
        guard let published = calendar.day(of: article), let span = calendar.days(of: limit.date) else { return false }
        return switch limit.relation {
        case .since: published >= span.lowerBound
        case .after: published > span.upperBound
        case .before: published < span.lowerBound
        case .until: published <= span.upperBound
        case .on: span.contains(published)
        }
    }

    /// "before Tuesday" may be in the words of the fact itself.
    private func names(_ date: DatePhrase, _ stored: StoredFact) -> Bool {
        guard let span = calendar.days(of: date) else { return false }
        let article = store.articles[stored.article]
        let sentence = article.document.sentences[stored.fact.sentence].tokens
        return article.document.entities.contains { entity in
            guard entity.kind == .date, sentence.contains(entity.tokens.lowerBound) else { return false }
            let words = entity.tokens.map { article.document.norm($0) }
            return calendar.days(of: words).map { span.overlaps($0) } ?? false
        }
    }
}

/// Days as numbers, for articles and for dates of questions; what a date lacks is taken from the newest article.
struct ArticleCalendar: Sendable {
    private let store: FactStore
    private let newest: Int?

    init(store: FactStore) {
        self.store = store
        newest = store.articles.compactMap { $0.article.date.flatMap(Self.number) }.max()
    }

    /// The day an article was published, counted from 1 March of year 0; nil where it gives no date.
    func day(of article: Int) -> Int? { store.articles[article].article.date.flatMap(Self.number) }

    /// The days that words name: a year, a month, a day.
    func days(of words: [String]) -> ClosedRange<Int>? {
        guard let date = DatePhrase(words: words) else { return nil }
        return days(of: date)
    }

    func days(of date: DatePhrase) -> ClosedRange<Int>? {
        if let offset = date.daysFromToday { return newest.map { $0 + offset...$0 + offset } }
        if date.month == nil, date.year == nil, let weekday = date.weekday {
            // The last such day that the articles reach.
            guard let newest else { return nil }
            let day = newest - (Self.weekday(newest) - weekday + 7) % 7
            return day...day
        }
        let last = newest.map(Self.civil)
        guard var year = date.year ?? last?.year else { return nil }
        if date.year == nil, let last, let month = date.month, month > last.month { year -= 1 }
        guard let month = date.month else { return Self.number(year, 1, 1)...Self.number(year, 12, 31) }
        if let day = date.day { return Self.number(year, month, day)...Self.number(year, month, day) }
        let next = month == 12 ? Self.number(year + 1, 1, 1) : Self.number(year, month + 1, 1)
        return Self.number(year, month, 1)...next - 1
    }

    // MARK: Civil dates as day numbers (H. Hinnant, chrono-compatible low-level date algorithms, 2013)

    private static func number(_ iso: String) -> Int? {
        let parts = iso.split(separator: "-").compactMap { Int($0) }
        guard parts.count == 3, (1...12).contains(parts[1]), (1...31).contains(parts[2]) else { return nil }
        return number(parts[0], parts[1], parts[2])
    }

    private static func number(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let year = month <= 2 ? year - 1 : year
        let era = (year >= 0 ? year : year - 399) / 400
        let yearOfEra = year - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    }

    private static func civil(_ number: Int) -> (year: Int, month: Int) {
        let era = (number >= 0 ? number : number - 146_096) / 146_097
        let dayOfEra = number - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month)
    }

    /// 1 for Monday; 1 March of year 0 was a Wednesday.
    private static func weekday(_ number: Int) -> Int { ((number + 2) % 7 + 7) % 7 + 1 }
}
