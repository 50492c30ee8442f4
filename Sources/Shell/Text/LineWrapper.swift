/// Breaks lines at spaces so that they fit a width; what has no space is broken where it must.
struct LineWrapper {
    /// Columns; nil for no breaking.
    var width: Int?
    /// Columns before the first line, and before the others.
    var firstIndent = 0
    var indent = 0

    private struct Cell {
        var character: Character
        var style: Style
        var width: Int
    }

    /// At least one line. A word on the border of two styles is not broken there.
    func wrap(_ line: StyledLine) -> [StyledLine] {
        guard let width else { return [Self.indented(line, firstIndent)] }
        let cells = line.pieces.flatMap { piece in
            piece.text.map { Cell(character: $0, style: piece.style, width: DisplayWidth.of($0)) }
        }
        var lines: [StyledLine] = []
        var start = 0
        repeat {
            let before = lines.isEmpty ? firstIndent : indent
            let end = Self.end(of: cells, from: start, columns: max(width - before, 4))
            var text = StyledLine()
            for cell in cells[start..<end] { text.append(String(cell.character), cell.style) }
            lines.append(Self.indented(Self.trimmed(text), before))
            start = end
            while start < cells.count, cells[start].character == " " { start += 1 }
        } while start < cells.count
        return lines
    }

    /// Where a line that begins at `start` ends: after the last word that fits, but never at `start` itself.
    private static func end(of cells: [Cell], from start: Int, columns: Int) -> Int {
        var used = 0
        var lastBreak: Int?
        for index in start..<cells.count {
            if cells[index].character == " ", index > start { lastBreak = index }
            used += cells[index].width
            if used > columns {
                if cells[index].character == " " { return index }
                return lastBreak ?? max(index, start + 1)
            }
            // Chinese and Japanese break after any letter.
            if cells[index].width == 2 { lastBreak = index + 1 }
        }
        return cells.count
    }

    private static func trimmed(_ line: StyledLine) -> StyledLine {
        var line = line
        while let last = line.pieces.indices.last, line.pieces[last].text.hasSuffix(" ") {
            line.pieces[last].text.removeLast()
            if line.pieces[last].text.isEmpty { line.pieces.removeLast() }
        }
        return line
    }

    private static func indented(_ line: StyledLine, _ columns: Int) -> StyledLine {
        guard columns > 0, !line.isEmpty else { return line }
        var result = StyledLine(String(repeating: " ", count: columns))
        result.append(line)
        return result
    }
}
