import Testing

@testable import Articles

/// Reads a text as an article.
func read(_ text: String, id: String = "a.txt") throws -> Article {
    try ArticleReader().read(bytes: Array(text.utf8), id: id)
}

/// Reads all articles of a file's text.
func readAll(_ text: String, id: String, reader: ArticleReader = ArticleReader()) -> (
    articles: [Article], errors: [ArticleError]
) {
    readAll(Array(text.utf8), id: id, reader: reader)
}

func readAll(_ bytes: [UInt8], id: String, reader: ArticleReader = ArticleReader()) -> (
    articles: [Article], errors: [ArticleError]
) {
    var articles: [Article] = []
    var errors: [ArticleError] = []
    reader.read(bytes: bytes, id: id) { outcome in
        switch outcome {
        case .article(let article): articles.append(article)
        case .skipped(let error): errors.append(error)
        }
        return true
    }
    return (articles, errors)
}

extension Article {
    /// The paragraphs of one kind, sliced from the text.
    func strings(_ kind: Paragraph.Kind) -> [String] {
        paragraphs.filter { $0.kind == kind }.map { String(decoding: text[$0.range], as: UTF8.self) }
    }
}
