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

    /// Bytes of the white space at this index, as Unicode has it, and of a byte order mark; 0 for none.
    private static func spaceLength(_ text: [UInt8], at index: Int) -> Int {
        switch text[index] {
        case 0x20, 0x09, 0x0B: 1
        case 0xC2 where index + 1 < text.count && isSpace(0xC2, text[index + 1]): 2
        case 0xE1...0xEF where index + 2 < text.count && isSpace(text[index], text[index + 1], text[index + 2]): 3
        default: 0
        }
    }

    private static func spaceLength(_ text: [UInt8], before index: Int) -> Int {
        switch text[index - 1] {
        case 0x20, 0x09, 0x0B: 1
        case 0x80... where index > 1 && isSpace(text[index - 2], text[index - 1]): 2
        case 0x80... where index > 2 && isSpace(text[index - 3], text[index - 2], text[index - 1]): 3
        default: 0
        }
    }

    /// U+0085 and the no-break space.
    private static func isSpace(_ first: UInt8, _ second: UInt8) -> Bool {
        first == 0xC2 && (second == 0x85 || second == 0xA0)
    }

    /// The spaces of other widths, and the byte order mark.
    private static func isSpace(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
        switch (first, second, third) {
        case (0xE1, 0x9A, 0x80), (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xAF), (0xE2, 0x81, 0x9F), (0xE3, 0x80, 0x80),
            (0xEF, 0xBB, 0xBF):
            true
        default: false
        }
    }
}
