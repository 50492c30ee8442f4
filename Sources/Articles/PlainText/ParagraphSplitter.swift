/// Finds the paragraphs of a plain text.
///
/// Most texts have a paragraph a line, with or without blank lines between. In hard-wrapped text a paragraph is a run of
/// lines of about one width up to a blank line, an indented line, or a line that is plainly not full:
///
///     The ministers met on Monday and spoke about the
///     harbour for three hours.
struct ParagraphSplitter {
    let text: [UInt8]

    /// Byte ranges of the paragraphs; inside a hard-wrapped one there are line ends.
    func paragraphs(of lines: [TextLine]) -> [Range<Int>] {
        guard let width = wrapWidth(of: lines) else { return lines.filter { !$0.isEmpty }.map(\.range) }
        var paragraphs: [Range<Int>] = []
        var last: TextLine?
        for line in lines {
            if let previous = last, !line.isEmpty, continues(previous, line, width: width), let open = paragraphs.last {
                paragraphs[paragraphs.count - 1] = open.lowerBound..<line.range.upperBound
            } else if !line.isEmpty {
                paragraphs.append(line.range)
            }
            last = line.isEmpty ? nil : line
        }
        return paragraphs
    }

    /// Part of the width that a ragged line may stay short of and still count as full.
    private static let slack = 6
    /// Widths that texts are wrapped at; longer lines are paragraphs.
    private static let wrapWidths = 40...132

    /// The width the text is wrapped at; nil where a line is a paragraph.
    ///
    /// Wrapped text shows by lines that end amid a sentence where the next line's first word would not have fitted any more.
    private func wrapWidth(of lines: [TextLine]) -> Int? {
        let widths = lines.filter { !$0.isEmpty }.map(\.width).sorted()
        guard widths.count > 1 else { return nil }
        // One line in twenty may be wider: an address that could not be broken.
        let width = widths[widths.count - 1 - widths.count / 20]
        guard Self.wrapWidths.contains(width) else { return nil }
        var full = 0
        var broken = 0
        var total = 0
        // The first line is the headline, whose width says nothing.
        for (line, next) in zip(lines.dropFirst(), lines.dropFirst(2))
        where !line.isEmpty && !next.isEmpty && next.indent <= line.indent {
            total += 1
            if isFull(line, before: next, width: width) { full += 1 }
            if !endsSentence(line) { broken += 1 }
        }
        return total > 0 && full * 10 >= total * 7 && broken * 2 >= total ? width : nil
    }

    private func continues(_ line: TextLine, _ next: TextLine, width: Int) -> Bool {
        guard next.indent <= line.indent + 1 || next.indent < 2 else { return false }
        return isFull(line, before: next, width: width)
    }

    private func isFull(_ line: TextLine, before next: TextLine, width: Int) -> Bool {
        let firstWord = text[next.range].prefix { $0 != 0x20 && $0 != 0x09 }.count
        return line.width + 1 + firstWord + width / Self.slack > width
    }

    private func endsSentence(_ line: TextLine) -> Bool {
        let closing: Set<UInt8> = [0x22, 0x27, 0x29, 0x5D, 0x9D, 0x99, 0x80, 0xE2]  // also the bytes of ” and ’
        guard let last = text[line.range].last(where: { !closing.contains($0) }) else { return true }
        return [0x2E, 0x21, 0x3F, 0x3A].contains(last)
    }
}
