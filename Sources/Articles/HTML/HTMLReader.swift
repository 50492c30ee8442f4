/// Reads a web page as it was saved from a browser.
struct HTMLReader {
    func read(_ bytes: [UInt8], id: String, path: String?) throws(ArticleError.Reason) -> Article {
        guard let root = Self.tree(of: bytes)?.root else { throw .malformed("HTML", "nothing of it can be read") }
        let metadata = PageMetadata(root)
        var story = Story()
        story.title = metadata.title
        story.byline = metadata.byline
        story.publisher = metadata.publisher
        story.date = metadata.date
        story.url = metadata.url
        story.language = metadata.language
        story.paragraphs = PageText(root).paragraphs()
        // Pages that build their text by script have it in their data alone.
        let found = story.paragraphs.reduce(0) { $0 + $1.text.utf8.count }
        if let body = metadata.articleBody, body.utf8.count > 2 * found {
            story.paragraphs = []
            story.append(textOrHTML: body)
        }
        return try story.article(id: id, path: path, format: .html)
    }

    /// The tree, whatever the bytes are encoded in: a byte order mark, what the page names, or what its bytes can be.
    private static func tree(of bytes: [UInt8]) -> MarkupTree? {
        let charset = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) ? nil : charset(in: bytes)
        switch charset {
        case nil, "utf-8", "utf8", "us-ascii", "ascii", "iso-8859-1", "latin1", "windows-1252", "cp1252", "utf-16":
            // Browsers read Latin-1 as Windows-1252; a page that names the wrong one of these is read right as well.
            return MarkupTree.html(DecodedText(bytes).text)
        case .some(let name):
            return MarkupTree.html(bytes, encoding: name) ?? MarkupTree.html(DecodedText(bytes).text)
        }
    }

    /// The encoding that the page names: `<meta charset="...">`, `content="text/html; charset=..."`, `<?xml encoding="..."?>`.
    static func charset(in bytes: [UInt8]) -> String? {
        let head = String(decoding: bytes.prefix(4096), as: UTF8.self).lowercased()
        for mark in ["charset=", "encoding="] {
            guard let found = head.firstRange(of: mark) else { continue }
            let name = head[found.upperBound...].drop { "\"' ".contains($0) }.prefix {
                $0.isLetter || $0.isNumber || "-_".contains($0)
            }
            if !name.isEmpty { return String(name) }
        }
        return nil
    }
}
