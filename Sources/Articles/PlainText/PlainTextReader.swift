/// Reads plain text: a headline, a byline and a date line perhaps, paragraphs, a credit line perhaps.
///
///     Council votes to reopen the harbour
///     By Jane Roe, Example News
///     March 17, 2025
///     PORT ANSEL, March 17 (Example News) - The council voted ...
///     (Reporting by Jane Roe; editing by John Doe)
struct PlainTextReader {
    /// Bytes a paragraph may have.
    static let longestParagraph = 1 << 20
    /// Words a headline may have; a longer first paragraph is the story's.
    static let longestHeadline = 40
    /// Words of the first paragraph that stand for a missing headline.
    static let standInHeadline = 12
    /// Paragraphs after the headline among which bylines and date lines are looked for.
    static let frontMatterWindow = 5
    /// Paragraphs at the end among which credit lines are looked for.
    static let creditWindow = 5
    /// Paragraphs of the story, from its begin, that may have a dateline: not always the first, since summaries come before it.
    static let datelineWindow = 4

    func read(_ decoded: DecodedText, id: String, path: String?) throws(ArticleError.Reason) -> Article {
        let text = decoded.text
        let ranges = try paragraphs(of: text)
        guard let first = ranges.first else { throw .empty }

        var article = Article(
            id: id, path: path, text: text, offsetInFile: decoded.offsetInFile, title: "",
            paragraphs: ranges.map { Paragraph(range: $0, kind: .body) })
        let opening = Words(text[first])
        if opening.count <= Self.longestHeadline, Dateline(at: first, in: text) == nil {
            article.paragraphs[0].kind = .title
            article.title = opening.joined
        } else {
            article.title = opening.prefix(Self.standInHeadline)
        }
        readLines(&article)
        return article
    }

    /// Tells which paragraphs are no story, and takes over what they say: bylines, date lines, datelines, credit lines.
    func readLines(_ article: inout Article) {
        readCredits(&article)
        let body = readFrontMatter(&article)
        readDateline(&article, from: body)
    }

    /// The paragraphs of the text from an offset on.
    func paragraphs(of text: [UInt8], from start: Int = 0) throws(ArticleError.Reason) -> [Range<Int>] {
        let lines = TextLine.lines(of: text, from: start)
        if let (number, line) = lines.enumerated().first(where: { $1.range.count > Self.longestParagraph }) {
            throw .endlessLine(number: number + 1, count: line.range.count)
        }
        return ParagraphSplitter(text: text).paragraphs(of: lines)
    }

    /// Bylines and date lines between headline and story.
    ///
    /// - Returns: Index of the first paragraph after them.
    private func readFrontMatter(_ article: inout Article) -> Int {
        let start = article.paragraphs.first?.kind == .title ? 1 : 0
        var end = start
        for index in article.paragraphs.indices.dropFirst(start).prefix(Self.frontMatterWindow) {
            guard article.paragraphs[index].kind == .body else { break }
            if let line = shortLine(article, index), take(line, into: &article) {
                article.paragraphs[index].kind = .byline
                end = index + 1
            } else if index > start {
                // Only the line under the headline may come before the byline.
                break
            }
        }
        return end
    }

    /// Takes over what a byline or date line says; false where the line is neither.
    private func take(_ line: Words, into article: inout Article) -> Bool {
        if let dateLine = DateLine(line) {
            article.date = article.date ?? dateLine.date?.iso
        } else if let byline = Byline(line) {
            article.byline = article.byline ?? byline.author
            article.publisher = article.publisher ?? byline.publisher
            article.date = article.date ?? byline.date?.iso
        } else {
            return false
        }
        return true
    }

    private func readDateline(_ article: inout Article, from start: Int) {
        let body = article.paragraphs.indices.filter { article.paragraphs[$0].kind == .body }
        for index in body.prefix(Self.datelineWindow) {
            let range = article.paragraphs[index].range
            guard let dateline = Dateline(at: range, in: article.text) else { continue }
            article.paragraphs[index].range = dateline.end..<range.upperBound
            // The agency of a dateline is nearer to the story than what a byline says.
            article.publisher = dateline.publisher ?? article.publisher
            article.date = article.date ?? dateline.date?.iso
            return
        }
    }

    private func readCredits(_ article: inout Article) {
        for index in article.paragraphs.indices.dropFirst().suffix(Self.creditWindow) {
            guard let line = shortLine(article, index), let credit = CreditLine(line) else { continue }
            article.paragraphs[index].kind = .credit
            article.publisher = article.publisher ?? credit.publisher
        }
    }

    /// The paragraph's words, where it is short enough to be something else than a paragraph of the story.
    private func shortLine(_ article: Article, _ index: Int) -> Words? {
        let range = article.paragraphs[index].range
        return range.count <= 400 ? Words(article.text[range]) : nil
    }
}
