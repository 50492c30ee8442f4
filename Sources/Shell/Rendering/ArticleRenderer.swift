import Answers
import Articles

/// Shows the articles of a session: the list, and the text of one.
struct ArticleRenderer {
    var appearance: Appearance

    /// One line an article: number, title, publisher, date, file.
    func list(_ articles: [LoadedArticle]) -> [StyledLine] {
        guard !articles.isEmpty else { return [StyledLine("  No articles. .load PATH reads some.")] }
        let digits = String(articles.count).count
        return articles.flatMap { loaded in
            let number = String(loaded.number)
            var line = StyledLine("  " + String(repeating: " ", count: digits - number.count) + number + "  ")
            line.append(loaded.article.title.printable, .bold)
            let details = [
                loaded.article.publisher, loaded.article.date, Self.count(loaded.sentenceCount, "sentence"),
                loaded.article.id,
            ]
            line.append("   " + details.compactMap { $0?.printable }.joined(separator: " · "), .dim)
            return LineWrapper(width: appearance.width, indent: digits + 4).wrap(line)
        }
    }

    /// The article's paragraphs, sentences numbered; with a sentence only the paragraph that it stands in.
    ///
    /// Nil where there is no such sentence.
    func text(of loaded: LoadedArticle, sentence wanted: Int?) -> [StyledLine]? {
        let article = loaded.article
        var lines: [StyledLine] = []
        var number = 0
        for (index, paragraph) in article.paragraphs.enumerated() {
            let sentences = loaded.sentenceRanges(inParagraph: index)
            let numbers = (number + 1)..<(number + 1 + sentences.count)
            number += sentences.count
            if let wanted, !numbers.contains(wanted) { continue }
            var line = StyledLine()
            for (offset, range) in sentences.enumerated() {
                if !line.isEmpty { line.append(" ") }
                line.append("[\(numbers.lowerBound + offset)] ", .dim)
                let style: Style =
                    wanted == numbers.lowerBound + offset ? .mark : paragraph.kind == .title ? .bold : .plain
                line.append(String(decoding: article.text[range], as: UTF8.self).printable, style)
            }
            if sentences.isEmpty {
                line.append(String(decoding: article.text[paragraph.range], as: UTF8.self).printable, .dim)
            }
            if !lines.isEmpty { lines.append(StyledLine()) }
            lines += LineWrapper(width: appearance.width, firstIndent: 2, indent: 2).wrap(line)
        }
        return lines.isEmpty ? nil : lines
    }

    static func count(_ number: Int, _ noun: String) -> String {
        "\(number) \(noun)\(number == 1 ? "" : "s")"
    }
}

extension LoadedArticle {
    var sentenceCount: Int { document.sentences.count }

    /// Byte ranges of the paragraph's sentences in the article's text.
    fileprivate func sentenceRanges(inParagraph paragraph: Int) -> [Range<Int>] {
        document.sentences.filter { $0.paragraph == paragraph }.map { document.byteRange($0.tokens) }
    }
}
