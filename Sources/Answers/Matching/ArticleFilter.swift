import Articles
import Facts
import Questions

/// Which articles and sentences a question's filters leave.
final class ArticleFilter: Sendable {
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
        if let title = filters.title, !ExactWords.folded(article.title).contains(ExactWords.folded(title)) {
            return false
        }
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
        guard let wanted = calendar.days(of: date) else { return false }
        let article = store.articles[stored.article]
        let published = calendar.day(of: stored.article) ?? store.newestDay
        let sentence = article.document.sentences[stored.fact.sentence].tokens
        return article.document.entities.contains { entity in
            guard entity.kind == .date, sentence.contains(entity.tokens.lowerBound), let published else { return false }
            return calendar.dates.days(of: entity.tokens, in: article.document.columns, published: published)?.overlaps(
                wanted)
                ?? false
        }
    }
}

/// The days of articles and of dates of questions; what a date lacks is taken from the newest article.
struct ArticleCalendar: Sendable {
    private let store: FactStore
    let dates = DateResolver()

    init(store: FactStore) {
        self.store = store
    }

    /// The day an article was published; nil where it gives no date.
    func day(of article: Int) -> CivilDay? { store.articles[article].article.date.flatMap { CivilDay(iso: $0) } }

    func days(of date: DatePhrase) -> ClosedRange<CivilDay>? {
        let newest = store.newestDay
        if let offset = date.daysFromToday { return newest.map { $0.adding(days: offset)...$0.adding(days: offset) } }
        if date.month == nil, date.year == nil, let weekday = date.weekday {
            // The last such day that the articles reach.
            guard let newest else { return nil }
            let day = newest.adding(days: -((newest.weekday - weekday + 7) % 7))
            return day...day
        }
        guard var year = date.year ?? newest?.year else { return nil }
        if date.year == nil, let newest, let month = date.month, month > newest.month { year -= 1 }
        guard let month = date.month else { return CivilSpan(year: year).map { $0.first...$0.last } }
        if let day = date.day { return CivilDay(year: year, month: month, day: day).map { $0...$0 } }
        return CivilSpan(year: year, month: month).map { $0.first...$0.last }
    }
}
