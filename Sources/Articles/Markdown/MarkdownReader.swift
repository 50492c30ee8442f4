/// Reads Markdown: front matter, then paragraphs without their marks. What is left out is noted as gaps, so that offsets
/// lead back to the file.
///
///     The **council** voted for [the plan](https://example.com).   →   The council voted for the plan.
struct MarkdownReader {
    func read(_ decoded: DecodedText, id: String, path: String?) throws(ArticleError.Reason) -> Article {
        let front = FrontMatter(decoded.text)
        var output = GappedText(source: decoded.text)
        var paragraphs: [Paragraph] = []
        for block in Self.blocks(of: decoded.text, from: front?.end ?? 0) {
            let start = output.count
            MarkdownInline(decoded.text).write(block, to: &output)
            let range = output.trimmed(start..<output.count)
            guard !range.isEmpty else {
                output.remove(from: start)
                continue
            }
            if range.count > PlainTextReader.longestParagraph { throw .endlessLine(number: 1, count: range.count) }
            paragraphs.append(Paragraph(range: range, kind: block.isHeading && paragraphs.isEmpty ? .title : .body))
            output.breakParagraph()
        }
        guard let first = paragraphs.first else { throw .empty }

        let title = front?[.title]
        var article = Article(
            id: id, path: path, text: output.text, offsetInFile: decoded.offsetInFile, title: "", paragraphs: paragraphs
        )
        article.gaps = output.gaps
        article.format = .markdown
        let opening = Words(output.text[first.range])
        // Without a heading the first line is the headline where it could be one in a plain text.
        if first.kind == .body, title == nil, opening.count <= PlainTextReader.longestHeadline, paragraphs.count > 1,
            Dateline(at: first.range, in: output.text) == nil, opening.words.last?.hasSuffix(".") == false
        {
            article.paragraphs[0].kind = .title
        }
        PlainTextReader().readLines(&article)
        article.title =
            title
            ?? (article.paragraphs[0].kind == .title ? opening.joined : opening.prefix(PlainTextReader.standInHeadline))
        article.byline = front?[.byline] ?? article.byline
        article.publisher = front?[.publisher] ?? article.publisher
        article.url = front?[.url]
        article.language = front?[.language]
        if let stamp = front?[.date].flatMap(Timestamp.init) {
            article.date = stamp.day.iso
            article.published = stamp.iso
        }
        return article
    }

    /// A heading, a paragraph, an item of a list.
    struct Block {
        /// Byte ranges of its lines, without the marks before them.
        var lines: [Range<Int>]
        var isHeading = false
    }

    private static func blocks(of text: [UInt8], from start: Int) -> [Block] {
        var blocks: [Block] = []
        var open: Block?
        var fence: [UInt8]?
        func close() {
            if let block = open { blocks.append(block) }
            open = nil
        }
        for line in TextLine.lines(of: text, from: start) {
            let bytes = text[line.range]
            if let closing = fence {
                if bytes.starts(with: closing) { fence = nil }
                continue
            }
            if bytes.starts(with: "```".utf8) || bytes.starts(with: "~~~".utf8) {
                close()
                fence = Array(bytes.prefix(3))
            } else if bytes.isEmpty || isTable(bytes) || isReference(bytes) {
                close()
            } else if isUnderline(bytes) {
                // "Title" over "=====" is a heading; "-----" alone is a rule.
                if var block = open, block.lines.count == 1 {
                    block.isHeading = true
                    open = block
                }
                close()
            } else {
                let (range, kind) = withoutMark(line.range, text)
                if kind != .text { close() }
                if open == nil {
                    open = Block(lines: [range], isHeading: kind == .heading)
                } else {
                    open?.lines.append(range)
                }
                if kind == .heading { close() }
            }
        }
        close()
        return blocks
    }

    private enum Mark { case text, heading, item }

    /// Leaves out "#", ">", "-", "1." before a line.
    private static func withoutMark(_ range: Range<Int>, _ text: [UInt8]) -> (Range<Int>, Mark) {
        var start = range.lowerBound
        func skipSpace() { while start < range.upperBound, text[start] == 0x20 || text[start] == 0x09 { start += 1 } }
        while start < range.upperBound, text[start] == UInt8(ascii: ">") {
            start += 1
            skipSpace()
        }
        let rest = text[start..<range.upperBound]
        let hashes = rest.prefix { $0 == UInt8(ascii: "#") }.count
        if (1...6).contains(hashes), start + hashes < range.upperBound, text[start + hashes] == 0x20 {
            start += hashes
            skipSpace()
            var end = range.upperBound
            while end > start, text[end - 1] == UInt8(ascii: "#") || text[end - 1] == 0x20 { end -= 1 }
            return (start..<end, .heading)
        }
        if let first = rest.first, [0x2D, 0x2A, 0x2B].contains(first), rest.dropFirst().first == 0x20 {
            start += 1
            skipSpace()
            return (start..<range.upperBound, .item)
        }
        let digits = rest.prefix { (0x30...0x39).contains($0) }.count
        if (1...3).contains(digits), rest.dropFirst(digits).first == UInt8(ascii: "."),
            rest.dropFirst(digits + 1).first == 0x20
        {
            start += digits + 1
            skipSpace()
            return (start..<range.upperBound, .item)
        }
        return (start..<range.upperBound, .text)
    }

    private static func isUnderline(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard let first = bytes.first, [0x3D, 0x2D, 0x2A, 0x5F].contains(first), bytes.count >= 2 else { return false }
        return bytes.allSatisfy { $0 == first || $0 == 0x20 }
            && bytes.filter { $0 == first }.count >= (first == 0x3D ? 2 : 3)
    }

    private static func isTable(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.first == UInt8(ascii: "|") && bytes.last == UInt8(ascii: "|") && bytes.count > 2
    }

    /// "[1]: https://example.com".
    private static func isReference(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard bytes.first == UInt8(ascii: "["), let close = bytes.firstIndex(of: UInt8(ascii: "]")) else {
            return false
        }
        return bytes[(close + 1)...].first == UInt8(ascii: ":")
    }
}

/// A text that is made of parts of another, with what was left out between them.
struct GappedText {
    private let source: [UInt8]
    private(set) var text: [UInt8] = []
    private(set) var gaps: [Article.Gap] = []
    /// Where the last part ended in the source.
    private var position = 0

    init(source: [UInt8]) {
        self.source = source
    }

    var count: Int { text.count }

    mutating func append(_ range: Range<Int>) {
        guard !range.isEmpty else { return }
        if range.lowerBound > position {
            if let last = gaps.last, last.offset == text.count {
                gaps[gaps.count - 1].count += range.lowerBound - position
            } else {
                gaps.append(Article.Gap(offset: text.count, count: range.lowerBound - position))
            }
        }
        text += source[range]
        position = range.upperBound
    }

    /// An end of line; nothing of the source is taken for it that was not there.
    mutating func breakParagraph() {
        // The line end of the source is taken over where there is one; every block has one after it, save the last.
        if let end = source[position...].firstIndex(of: 0x0A) { append(end..<end + 1) }
    }

    /// Takes back what came after an offset.
    mutating func remove(from offset: Int) {
        position -= text.count - offset
        text.removeLast(text.count - offset)
    }

    func trimmed(_ range: Range<Int>) -> Range<Int> {
        var range = range
        func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
        while let first = range.first, isSpace(text[first]) { range = first + 1..<range.upperBound }
        while let last = range.last, isSpace(text[last]) { range = range.lowerBound..<last }
        return range
    }
}

/// Leaves the marks inside lines out: emphasis, links, pictures, code, comments.
struct MarkdownInline {
    private let text: [UInt8]

    init(_ text: [UInt8]) {
        self.text = text
    }

    func write(_ block: MarkdownReader.Block, to output: inout GappedText) {
        for (number, line) in block.lines.enumerated() {
            if number > 0, let end = text[block.lines[number - 1].upperBound..<line.lowerBound].firstIndex(of: 0x0A) {
                output.append(end..<end + 1)
            }
            write(line, to: &output, depth: 0)
        }
    }

    private func write(_ range: Range<Int>, to output: inout GappedText, depth: Int) {
        var start = range.lowerBound
        var index = range.lowerBound
        func flush() { output.append(start..<index) }
        while index < range.upperBound {
            let byte = text[index]
            switch byte {
            case UInt8(ascii: "\\") where index + 1 < range.upperBound && Self.isPunctuation(text[index + 1]):
                flush()
                start = index + 1
                index += 2
            case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "`"):
                let length = text[index..<range.upperBound].prefix { $0 == byte }.count
                if isMark(byte, index, length, range) {
                    flush()
                    start = index + length
                }
                index += length
            case UInt8(ascii: "!") where index + 1 < range.upperBound && text[index + 1] == UInt8(ascii: "["):
                guard let link = link(at: index + 1, range) else {
                    index += 1
                    continue
                }
                flush()
                index = link.end
                start = index
            case UInt8(ascii: "["):
                guard depth < 8, let link = link(at: index, range) else {
                    index += 1
                    continue
                }
                flush()
                write(link.label, to: &output, depth: depth + 1)
                index = link.end
                start = index
            case UInt8(ascii: "<"):
                guard let close = text[index..<range.upperBound].firstIndex(of: UInt8(ascii: ">")),
                    Self.isTag(text[(index + 1)..<close])
                else {
                    index += 1
                    continue
                }
                flush()
                index = close + 1
                start = index
            default: index += 1
            }
        }
        flush()
    }

    /// Whether marks open or close emphasis: at the edge of a word, and with a partner in the line.
    private func isMark(_ byte: UInt8, _ index: Int, _ length: Int, _ range: Range<Int>) -> Bool {
        guard length <= 3, byte != UInt8(ascii: "~") || length == 2 else { return false }
        func isSpace(_ position: Int) -> Bool { !range.contains(position) || text[position] <= 0x20 }
        let after = index + length
        if isSpace(index - 1), isSpace(after) { return false }
        // "snake_case".
        if byte == UInt8(ascii: "_"), Self.isWord(text, index - 1, range), Self.isWord(text, after, range) {
            return false
        }
        let marks = Array(repeating: byte, count: length)
        return contains(marks, text[range.lowerBound..<index])
            || contains(marks, text[min(after, range.upperBound)..<range.upperBound])
    }

    private func contains(_ marks: [UInt8], _ bytes: ArraySlice<UInt8>) -> Bool {
        var run = 0
        for byte in bytes {
            run = byte == marks[0] ? run + 1 : 0
            if run == marks.count { return true }
        }
        return false
    }

    /// "[label](address)", "[label][1]".
    private func link(at open: Int, _ range: Range<Int>) -> (label: Range<Int>, end: Int)? {
        var depth = 0
        var index = open
        while index < range.upperBound {
            if text[index] == UInt8(ascii: "[") { depth += 1 }
            if text[index] == UInt8(ascii: "]") {
                depth -= 1
                if depth == 0 { break }
            }
            index += 1
        }
        guard index + 1 < range.upperBound else { return nil }
        let label = open + 1..<index
        let close: UInt8
        switch text[index + 1] {
        case UInt8(ascii: "("): close = UInt8(ascii: ")")
        case UInt8(ascii: "["): close = UInt8(ascii: "]")
        default: return nil
        }
        guard let end = text[(index + 2)..<range.upperBound].firstIndex(of: close) else { return nil }
        return (label, end + 1)
    }

    private static func isTag(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard let first = bytes.first else { return false }
        return first == UInt8(ascii: "/") || first == UInt8(ascii: "!") || (0x41...0x5A).contains(first & 0xDF)
    }

    private static func isPunctuation(_ byte: UInt8) -> Bool {
        (0x21...0x2F).contains(byte) || (0x3A...0x40).contains(byte) || (0x5B...0x60).contains(byte)
            || (0x7B...0x7E).contains(byte)
    }

    private static func isWord(_ text: [UInt8], _ index: Int, _ range: Range<Int>) -> Bool {
        range.contains(index)
            && (text[index] >= 0x80 || (0x30...0x39).contains(text[index])
                || (0x41...0x5A).contains(text[index] & 0xDF))
    }
}
