/// Reads a whole file in a format.
struct FormatReader {
    var format: ArticleFormat
    var fields: FieldMap

    func read(_ bytes: [UInt8], _ writer: inout ArticleWriter) throws(ArticleError.Reason) {
        switch format {
        case .text, .markdown, .headers: writer.write(try text(bytes, writer))
        case .html: writer.write(try HTMLReader().read(try Self.checked(bytes), id: writer.id, path: writer.path))
        case .rss, .atom: try write(FeedReader().stories(try xml(bytes)), &writer)
        case .nitf: try write([NITFReader().story(try xml(bytes))], &writer)
        case .newsml: try write(NewsMLReader().stories(try xml(bytes)), &writer)
        case .json, .ninjs: try json(bytes, &writer)
        case .jsonl, .csv, .tsv, .reuters:
            // In an encoding whose bytes are no ASCII; in UTF-8 these are read record by record.
            var source = ByteSource(bytes: DecodedText(bytes).text)
            try RecordStream(format: format, fields: fields, limit: bytes.count * 2).read(&source, &writer)
        }
    }

    private func write(_ stories: [Story], _ writer: inout ArticleWriter) throws(ArticleError.Reason) {
        guard !stories.isEmpty else { throw .noArticles(format.title) }
        for story in stories where !writer.isStopped { writer.write(story, format: format, isOnly: stories.count == 1) }
    }

    private func text(_ bytes: [UInt8], _ writer: ArticleWriter) throws(ArticleError.Reason) -> Article {
        let decoded = DecodedText(try Self.checked(bytes))
        switch format {
        case .markdown: return try MarkdownReader().read(decoded, id: writer.id, path: writer.path)
        case .headers:
            if let headers = HeaderLines(decoded.text) {
                return try PlainTextReader().read(headers: headers, decoded, id: writer.id, path: writer.path)
            }
        default: break
        }
        return try PlainTextReader().read(decoded, id: writer.id, path: writer.path)
    }

    private func xml(_ bytes: [UInt8]) throws(ArticleError.Reason) -> MarkupNode {
        guard let root = MarkupTree.xml(try Self.checked(bytes))?.root else {
            throw .malformed(format.title, "nothing of it can be read as XML")
        }
        return root
    }

    private func json(_ bytes: [UInt8], _ writer: inout ArticleWriter) throws(ArticleError.Reason) {
        let text = DecodedText(bytes).text
        let value: JSONInput
        do throws(JSONInput.Failure) {
            value = try JSONInput(parsing: text[...])
        } catch {
            throw .malformed(format.title, "\(error.message) at byte \(error.offset)")
        }
        let records = RecordReader.records(of: value)
        guard !records.isEmpty else { throw .noArticles(format.title) }
        for record in records where !writer.isStopped {
            do throws(ArticleError.Reason) {
                let story =
                    try format == .ninjs ? NinjsReader().story(record) : RecordReader(fields: fields).story(record)
                writer.write(story, format: format, isOnly: records.count == 1)
            } catch {
                writer.skip(error, isOnly: records.count == 1)
            }
        }
    }

    /// The bytes, where they are text.
    static func checked(_ bytes: [UInt8]) throws(ArticleError.Reason) -> [UInt8] {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return bytes }
        if let finding = BinaryFinding(in: bytes) { throw .binary(finding.description) }
        return bytes
    }
}
