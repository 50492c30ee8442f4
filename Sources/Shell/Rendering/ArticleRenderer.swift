import Answers
import Articles

/// Shows the articles of a session: the list, and the text of one.
struct ArticleRenderer {
    var appearance: Appearance

    /// A title as it is shown: one without end does not fill the screen.
    static func shown(title: String) -> String { title.printable.head(columns: 240) }

    /// One line an article: number, title, publisher, date, file.
    func list(_ articles: [LoadedArticle], copies: CopyList = CopyList()) -> [StyledLine] {
        guard !articles.isEmpty else { return [StyledLine("  No articles. .load PATH reads some.")] }
        let digits = String(articles.count).count
        return articles.flatMap { loaded in
            let number = String(loaded.number)
            var line = StyledLine("  " + String(repeating: " ", count: digits - number.count) + number + "  ")
            line.append(Self.shown(title: loaded.article.title), .bold)
            let others = copies.publishers(of: loaded.number, beside: loaded.article.publisher)
            let details = [
                loaded.article.publisher, others.isEmpty ? nil : "also " + others.joined(separator: ", "),
                loaded.article.date, Self.count(loaded.sentenceCount, "sentence"),
                loaded.article.id,
            ]
            line.append("   " + details.compactMap { $0?.printable }.joined(separator: " · "), .dim)
            return LineWrapper(width: appearance.width, indent: digits + 4).wrap(line)
        }
    }

    /// The article's paragraphs, sentences numbered; with a sentence only the paragraph that it stands in.
    ///
    /// Nil where there is no such sentence.
    ///
    /// - Parameter spans: Byte ranges that are marked: the words that state facts.
    func text(of loaded: LoadedArticle, sentence wanted: Int?, marking spans: [Range<Int>] = []) -> [StyledLine]? {
        let article = loaded.article
        var lines: [StyledLine] = []
        var number = 0
        for (index, paragraph) in article.paragraphs.enumerated() {
            let sentences = loaded.sentenceRanges(inParagraph: index)
            let numbers = (number + 1)..<(number + 1 + sentences.count)
            number += sentences.count
            if let wanted, !numbers.contains(wanted) { continue }
            var line = StyledLine()
            if let dateline = Self.dateline(before: paragraph, in: article) { line.append(dateline, .dim) }
            for (offset, range) in sentences.enumerated() {
                if !line.isEmpty { line.append(" ") }
                line.append("[\(numbers.lowerBound + offset)] ", .dim)
                let style: Style =
                    wanted == numbers.lowerBound + offset ? .mark : paragraph.kind == .title ? .bold : .plain
                var start = range.lowerBound
                for span in spans where span.lowerBound >= start && span.upperBound <= range.upperBound {
                    line.append(Self.string(article.text[start..<span.lowerBound]), style)
                    let words = Self.string(article.text[span])
                    line.append(appearance.colour ? words : "▌\(words)▐", .mark)
                    start = span.upperBound
                }
                line.append(Self.string(article.text[start..<range.upperBound]), style)
            }
            if sentences.isEmpty {
                line.append(String(decoding: article.text[paragraph.range], as: UTF8.self).printable, .dim)
            }
            if !lines.isEmpty { lines.append(StyledLine()) }
            lines += LineWrapper(width: appearance.width, firstIndent: 2, indent: 2).wrap(line)
        }
        guard !lines.isEmpty else { return nil }
        return (wanted == nil ? head(of: loaded) : []) + lines
    }

    /// "article 2 · Example Wire · 2025-03-04 · harbour.txt".
    private func head(of loaded: LoadedArticle) -> [StyledLine] {
        let article = loaded.article
        let parts = ["article \(loaded.number)", article.publisher, article.date, article.id]
        let line = StyledLine(parts.compactMap { $0?.printable }.joined(separator: " · "), .dim)
        return LineWrapper(width: appearance.width, firstIndent: 2, indent: 2).wrap(line)
    }

    private static func string(_ bytes: ArraySlice<UInt8>) -> String {
        String(decoding: bytes, as: UTF8.self).printable
    }

    /// "PORT ANSEL, March 3 (Example Wire) - ", which is no part of the paragraph's text.
    private static func dateline(before paragraph: Paragraph, in article: Article) -> String? {
        guard paragraph.kind == .body else { return nil }
        let start = article.text[..<paragraph.range.lowerBound].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        guard start < paragraph.range.lowerBound, !article.paragraphs.contains(where: { $0.range.contains(start) })
        else { return nil }
        let text = string(article.text[start..<paragraph.range.lowerBound])
        return text.trimmed.isEmpty ? nil : text.trimmed
    }

    static func count(_ number: Int, _ noun: String) -> String {
        "\(number) \(noun)\(number == 1 ? "" : "s")"
    }
}

extension LoadedArticle {
    /// Byte ranges of the paragraph's sentences in the article's text.
    fileprivate func sentenceRanges(inParagraph paragraph: Int) -> [Range<Int>] {
        document.sentences.filter { $0.paragraph == paragraph }.map { document.byteRange($0.tokens) }
    }
}
