extension String {
    /// The beginning that fits the columns, with "…" for what is left out.
    func head(columns: Int, atWord: Bool = false) -> String {
        guard DisplayWidth.of(self) > columns else { return self }
        var used = 1
        var end = startIndex
        for index in indices {
            used += DisplayWidth.of(self[index])
            if used > columns { break }
            if !atWord || self[index] == " " { end = atWord ? index : self.index(after: index) }
        }
        return self[..<end] + (atWord ? " …" : "…")
    }

    /// The end that fits the columns, with "…" for what is left out.
    func tail(columns: Int, atWord: Bool = false) -> String {
        guard DisplayWidth.of(self) > columns else { return self }
        var used = 1
        var start = endIndex
        for index in indices.reversed() {
            used += DisplayWidth.of(self[index])
            if used > columns { break }
            if !atWord || self[index] == " " { start = index }
        }
        return "…" + self[start...]
    }
}

/// A text parted by a span, each part as it may be shown.
struct PartedText {
    var before: String
    var inside: String
    var after: String

    var whole: String { before + inside + after }

    /// - Parameter span: UTF-8 byte range; one that leaves the text or cuts a letter is mended.
    init(_ text: String, span: Range<Int>) {
        let bytes = Array(text.utf8)
        var start = min(max(span.lowerBound, 0), bytes.count)
        var end = min(max(span.upperBound, start), bytes.count)
        while start > 0, start < bytes.count, bytes[start] & 0xC0 == 0x80 { start -= 1 }
        while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
        before = String(decoding: bytes[..<start], as: UTF8.self).printable
        inside = String(decoding: bytes[start..<end], as: UTF8.self).printable
        after = String(decoding: bytes[end...], as: UTF8.self).printable
    }
}
