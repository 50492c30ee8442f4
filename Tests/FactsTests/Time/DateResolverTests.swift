import Articles
import Language
import Testing

@testable import Facts

/// The article was published on Monday 2025-03-17.
@Suite struct DateResolverTests {
    private static let analyzer = Result { try Analyzer() }

    /// What the first date of a sentence is.
    private func day(_ sentence: String) throws -> String? {
        let article = try ArticleReader().read(bytes: Array(("A title of it\n\n" + sentence).utf8), id: "a")
        let document = try Self.analyzer.get().analyze(article)
        let date = try #require(document.entities.first { $0.kind == .date }, "no date in: \(sentence)")
        let published = try #require(CivilDay(iso: "2025-03-17"))
        return DateResolver().days(of: date.tokens, in: document, published: published)?.text
    }

    @Test(arguments: [
        ("The mayor will speak with Ada Berg on Tuesday.", "2025-03-18"),
        ("The mayor spoke with Ada Berg on Tuesday.", "2025-03-11"),
        ("The council met on Monday.", "2025-03-17"),
        ("Ada Berg resigned yesterday.", "2025-03-16"),
        ("The council plans to vote on Friday.", "2025-03-21"),
        ("The council has voted on Friday.", "2025-03-14"),
        ("The bridge closed last Friday.", "2025-03-14"),
        ("The bridge opened last week.", "2025-03-10 to 2025-03-16"),
        ("The harbour will open in April.", "2025-04"),
        ("The harbour opened in December.", "2024-12"),
        ("The mine closed on March 3.", "2025-03-03"),
        ("The mine closed on 3 March 2019.", "2019-03-03"),
        ("The mine was closed two days ago.", "2025-03-15"),
        ("The fair will be held next month.", "2025-04"),
        ("The fair was held last year.", "2024"),
    ])
    func `dates are told from the day of publication and the tense`(sentence: String, expected: String) throws {
        #expect(try day(sentence) == expected)
    }

    @Test func `what no day can be told of is left`() {
        let words = CalendarWords.embedded
        #expect(DateParts(["the", "ides", "of", "march"], words) == nil)
        let published = CivilDay(number: 739_000)
        for norms in [["the", "last", "three", "weeks"], ["a", "day"], ["the", "weeks"], ["this", "day"]] {
            let parts = DateParts(norms, words)
            #expect(parts == nil || parts?.days(published: published) { true } == nil)
        }
    }
}
