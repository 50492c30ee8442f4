import Testing

@testable import Articles

/// Reads a text as an article.
func read(_ text: String, id: String = "a.txt") throws -> Article {
    try ArticleReader().read(bytes: Array(text.utf8), id: id)
}

extension Article {
    /// The paragraphs of one kind, sliced from the text.
    func strings(_ kind: Paragraph.Kind) -> [String] {
        paragraphs.filter { $0.kind == kind }.map { String(decoding: text[$0.range], as: UTF8.self) }
    }
}
