/// What a format other than plain text gives of an article, before it is put together.
struct Story: Equatable {
    var id: String?
    var title: String?
    var byline: String?
    var publisher: String?
    /// As the file writes it.
    var date: String?
    var url: String?
    var language: String?
    var paragraphs: [Part] = []

    struct Part: Equatable {
        var text: String
        var kind: Paragraph.Kind

        init(_ text: String, _ kind: Paragraph.Kind = .body) {
            self.text = text
            self.kind = kind
        }
    }

    /// Adds the paragraphs of a plain text: those between empty lines or, where lines are not hard-wrapped, the lines.
    mutating func append(plainText: String) {
        let text = Array(plainText.utf8)
        for range in ParagraphSplitter(text: text).paragraphs(of: TextLine.lines(of: text)) {
            paragraphs.append(Part(Self.spaced(String(decoding: text[range], as: UTF8.self))))
        }
    }

    /// Adds a text that may be HTML, as bodies in exports and feeds are.
    mutating func append(textOrHTML text: String) {
        if Self.isHTML(text) {
            paragraphs += HTMLFragment.paragraphs(of: text)
        } else {
            append(plainText: text)
        }
    }

    /// Whether a text has elements of HTML, or its entities in plain sight.
    static func isHTML(_ text: String) -> Bool {
        guard text.utf8.contains(UInt8(ascii: "<")) else { return false }
        let lowered = text.prefix(20_000).lowercased()
        return [
            "<p>", "<p ", "</p>", "<br", "<div", "<b>", "<i>", "<em>", "<strong>", "<a ", "<span", "<ul", "<h2", "<h3",
            "<img",
        ]
        .contains { lowered.contains($0) }
    }

    /// White space of any kind made one space.
    static func spaced(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// Puts the article together: headline, byline, paragraphs, captions, with an empty line between.
    ///
    /// - Throws: `.empty` where there is no text.
    func article(id: String, path: String?, format: ArticleFormat) throws(ArticleError.Reason) -> Article {
        var text: [UInt8] = []
        var ranges: [Paragraph] = []
        func append(_ part: String, _ kind: Paragraph.Kind) {
            let bytes = Array(part.utf8)
            guard !bytes.isEmpty else { return }
            if !text.isEmpty { text += [0x0A, 0x0A] }
            ranges.append(Paragraph(range: text.count..<text.count + bytes.count, kind: kind))
            text += bytes
        }
        let headline = title.map(Self.spaced) ?? ""
        append(headline, .title)
        let parts = paragraphs.filter { !$0.text.isEmpty }
        // The headline is often the first line of the text too.
        let repeated = parts.first.map { $0.text == headline } ?? false
        for part in parts.dropFirst(repeated ? 1 : 0) where part.kind != .caption { append(part.text, part.kind) }
        guard ranges.contains(where: { $0.kind == .body }) else { throw .empty }
        for part in parts where part.kind == .caption { append(part.text, .caption) }

        if let range = ranges.first(where: { $0.range.count > PlainTextReader.longestParagraph })?.range {
            throw .endlessLine(number: 1, count: range.count)
        }
        var article = Article(id: id, path: path, text: text, title: headline, paragraphs: ranges)
        article.format = format
        PlainTextReader().readLines(&article)
        if headline.isEmpty, let first = ranges.first {
            article.title = Words(text[first.range]).prefix(PlainTextReader.standInHeadline)
        }
        if let byline = byline.map(Self.author), !byline.isEmpty { article.byline = byline }
        if let publisher = publisher.map(Self.spaced), !publisher.isEmpty { article.publisher = publisher }
        if let date, let timestamp = Timestamp(date) {
            article.date = timestamp.day.iso
            article.published = timestamp.iso
        }
        article.url = url.map(Self.spaced).flatMap { $0.isEmpty ? nil : $0 }
        article.language = language.map(Self.spaced).flatMap { $0.isEmpty ? nil : $0 }
        return article
    }

    /// "By Jane Roe" and "Jane Roe <jane@example.com>" are Jane Roe.
    static func author(_ byline: String) -> String {
        var line = spaced(byline)
        if line.hasSuffix(">"), line.contains("@"), let address = line.lastIndex(of: "<"), address > line.startIndex {
            line = String(line[..<address]).trimmingSpace
        }
        return line.lowercased().hasPrefix("by ") ? String(line.dropFirst(3)) : line
    }
}
