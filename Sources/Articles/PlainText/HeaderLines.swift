/// Lines above a text that tell about it, as mail has them:
///
///     Title: Council reopens the harbour
///     Date: Mon, 17 Mar 2025 10:30:00 +0100
///     Source: Example News
///
///     The council voted ...
struct HeaderLines: Equatable {
    /// The values by their names in lower case, each with its byte range.
    private(set) var values: [(name: String, range: Range<Int>)] = []
    /// Where the text after them begins.
    private(set) var end = 0

    static func == (first: HeaderLines, second: HeaderLines) -> Bool {
        first.end == second.end && first.values.map(\.range) == second.values.map(\.range)
    }

    /// Lines that headers may take up.
    private static let most = 40

    /// Nil where the text does not begin with at least two lines of this kind, one of them known, and an empty line after them.
    /// The empty line may be missing where all of the lines are known.
    init?(_ text: [UInt8]) {
        let lines = TextLine.lines(of: Array(text.prefix(16 << 10)))
        var known = 0
        for line in lines.prefix(Self.most) {
            if line.isEmpty {
                guard known >= 2 || known == 1 && values.count >= 2 else { return nil }
                end = line.range.upperBound
                return
            }
            // As in mail, an indented line goes on from the last.
            if line.indent > 0, let last = values.last {
                values[values.count - 1].range = last.range.lowerBound..<line.range.upperBound
                continue
            }
            let bytes = text[line.range]
            guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), colon > bytes.startIndex,
                bytes[..<colon].allSatisfy({ Self.isNameByte($0) }), colon - bytes.startIndex <= 40
            else {
                guard known >= 2, known == values.count else { return nil }
                end = line.range.lowerBound
                return
            }
            let name = String(decoding: bytes[..<colon], as: UTF8.self).lowercased()
            let start = bytes[(colon + 1)...].firstIndex { $0 != 0x20 && $0 != 0x09 } ?? bytes.endIndex
            values.append((name, start..<bytes.endIndex))
            if FieldMap.field(named: name) != nil || ["subject", "from"].contains(name) { known += 1 }
        }
        return nil
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D
            || byte == 0x5F
    }

    /// Where the value of a field stands.
    func range(of field: ArticleField) -> Range<Int>? {
        values.first { entry in
            FieldMap.field(named: entry.name) == field || field == .title && entry.name == "subject"
                || field == .byline && entry.name == "from"
        }?.range
    }
}

extension PlainTextReader {
    /// Reads a text with headers; offsets stay those of the file.
    func read(headers: HeaderLines, _ decoded: DecodedText, id: String, path: String?) throws(ArticleError.Reason)
        -> Article
    {
        let text = decoded.text
        func value(_ field: ArticleField) -> String? {
            headers.range(of: field).map { Story.spaced(String(decoding: text[$0], as: UTF8.self)) }.flatMap {
                $0.isEmpty ? nil : $0
            }
        }
        let ranges = try paragraphs(of: text, from: headers.end)
        guard !ranges.isEmpty else { throw .empty }
        var paragraphs = ranges.map { Paragraph(range: $0, kind: .body) }
        if let range = headers.range(of: .title), !range.isEmpty {
            let title = value(.title)
            // The text often begins with its headline again.
            if let first = paragraphs.first, Words(text[first.range]).joined == title {
                paragraphs[0].kind = .title
            } else {
                paragraphs.insert(Paragraph(range: range, kind: .title), at: 0)
            }
        }
        var article = Article(
            id: id, path: path, text: text, offsetInFile: decoded.offsetInFile, title: value(.title) ?? "",
            paragraphs: paragraphs)
        article.format = .headers
        readLines(&article)
        if article.title.isEmpty { article.title = Words(text[ranges[0]]).prefix(Self.standInHeadline) }
        article.byline = value(.byline).map(Story.author) ?? article.byline
        article.publisher = value(.publisher) ?? article.publisher
        article.url = value(.url)
        article.language = value(.language)
        if let stamp = value(.date).flatMap(Timestamp.init) {
            article.date = stamp.day.iso
            article.published = stamp.iso
        }
        return article
    }
}
