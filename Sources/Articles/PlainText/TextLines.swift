/// The lines of a text; ends are LF, CRLF or CR, and form feeds and the Unicode line and paragraph separators count too.
///
/// White space at a line's ends is not part of it. A line of white space only is empty and stands for a break.
struct TextLine: Equatable {
    /// UTF-8 byte range in the text.
    var range: Range<Int>
    /// White space before `range`, in columns; a tab counts as four.
    var indent: Int
    /// Code points in `range`.
    var width: Int

    var isEmpty: Bool { range.isEmpty }

    static func lines(of text: [UInt8], from offset: Int = 0) -> [TextLine] {
        var lines: [TextLine] = []
        var start = offset
        var index = offset
        while index < text.count {
            let end = endLength(text, at: index)
            if end > 0 {
                lines.append(TextLine(text, from: start, to: index))
                index += end
                start = index
            } else {
                index += 1
            }
        }
        if start < text.count { lines.append(TextLine(text, from: start, to: text.count)) }
        return lines
    }

    private init(_ text: [UInt8], from: Int, to: Int) {
        var start = from
        var end = to
        indent = 0
        while start < end, case let length = Self.spaceLength(text, at: start), length > 0 {
            indent += text[start] == 0x09 ? 4 : 1
            start += length
        }
        while end > start, case let length = Self.spaceLength(text, before: end), length > 0 {
            end = max(start, end - length)
        }
        range = start..<end
        width = 0
        for byte in text[range] where byte & 0xC0 != 0x80 { width += 1 }
    }

    /// Bytes of the line end at this index; 0 where there is none.
    private static func endLength(_ text: [UInt8], at index: Int) -> Int {
        switch text[index] {
        case 0x0A, 0x0C: 1
        case 0x0D: index + 1 < text.count && text[index + 1] == 0x0A ? 2 : 1
        case 0xE2 where index + 2 < text.count && text[index + 1] == 0x80 && (text[index + 2] & 0xFE) == 0xA8: 3
        default: 0
        }
    }

    /// Bytes of the white space at this index: ASCII, no-break space, byte order mark; 0 for none.
    private static func spaceLength(_ text: [UInt8], at index: Int) -> Int {
        switch text[index] {
        case 0x20, 0x09, 0x0B: 1
        case 0xC2 where index + 1 < text.count && text[index + 1] == 0xA0: 2
        case 0xEF where index + 2 < text.count && text[index + 1] == 0xBB && text[index + 2] == 0xBF: 3
        default: 0
        }
    }

    private static func spaceLength(_ text: [UInt8], before index: Int) -> Int {
        switch text[index - 1] {
        case 0x20, 0x09, 0x0B: 1
        case 0xA0 where index > 1 && text[index - 2] == 0xC2: 2
        default: 0
        }
    }
}
