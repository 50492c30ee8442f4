@testable import Shell

/// A terminal's screen, with as much of a VT100 as line editing needs: what a user sees after the program wrote its bytes.
struct Screen {
    private(set) var columns: Int
    /// What stands in each cell; "" for the second half of a wide letter.
    private(set) var lines: [[Cell]] = [[]]
    /// Rows that go on in the next one because a letter did not fit.
    private var wrapped: Set<Int> = []
    private(set) var row = 0
    private(set) var column = 0
    /// Sequences that this screen does not know; a test that meets one has to be read with care.
    private(set) var unknown: [String] = []
    /// Whether pasted text is announced.
    private(set) var bracketsPaste = false

    /// A letter and the parameters of its style, such as "1;35"; "" for none.
    struct Cell {
        var text: String
        var style = ""

        static let blank = Cell(text: " ")
    }

    private var style = ""

    init(columns: Int) {
        self.columns = columns
    }

    /// The lines, blanks at their ends left out, and blank lines at the end.
    var text: String { rows { $0.map(\.text).joined() } }

    /// The lines with each change of style as "‹1;35›", its end as "‹›".
    var styledText: String {
        rows { line in
            var text = ""
            var style = ""
            for cell in line {
                if cell.style != style, cell.text != " " || style.isEmpty == false {
                    text += "‹\(cell.style)›"
                    style = cell.style
                }
                text += cell.text
            }
            return text + (style.isEmpty ? "" : "‹›")
        }
    }

    private func rows(_ shown: ([Cell]) -> String) -> String {
        var texts = lines.map { line in
            var text = shown(line)
            while text.hasSuffix(" ") { text.removeLast() }
            return text
        }
        while texts.last == "" { texts.removeLast() }
        return texts.joined(separator: "\n")
    }

    mutating func write(_ bytes: [UInt8]) {
        var characters = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)[...]
        while let scalar = characters.popFirst() {
            switch scalar {
            case "\u{1B}": escape(&characters)
            case "\r": column = 0
            case "\n": down(1)
            case "\u{8}": column = max(0, min(column, columns - 1) - 1)
            case "\u{7}", "\u{F}": break
            case "\t": column = min(columns - 1, (column / 8 + 1) * 8)
            default: put(scalar)
            }
        }
    }

    private mutating func put(_ scalar: Unicode.Scalar) {
        let width = DisplayWidth.of(Character(scalar))
        if width == 0 {
            guard let cell = lines[row][..<min(column, lines[row].count)].lastIndex(where: { $0.text != "" }) else {
                return
            }
            lines[row][cell].text.unicodeScalars.append(scalar)
            return
        }
        // A terminal goes to the next row only when there is something to write there.
        if column + width > columns {
            wrapped.insert(row)
            column = 0
            down(1)
        }
        while lines[row].count < column + width { lines[row].append(.blank) }
        lines[row][column] = Cell(text: String(scalar), style: style)
        if width == 2 { lines[row][column + 1] = Cell(text: "", style: style) }
        column += width
    }

    /// Makes the window wider or narrower, as terminals do that set their lines anew.
    mutating func resize(columns: Int) {
        var texts: [[Cell]] = []
        var cursor = (text: 0, offset: 0)
        for index in lines.indices {
            if index == 0 || !wrapped.contains(index - 1) { texts.append([]) }
            let last = texts.count - 1
            if index == row { cursor = (last, texts[last].count + column) }
            texts[last] += lines[index]
            guard wrapped.contains(index) else { continue }
            let missing = self.columns - lines[index].count
            texts[last] += Array(repeating: Cell.blank, count: max(0, missing))
        }
        self.columns = columns
        (lines, wrapped) = ([], [])
        for (index, text) in texts.enumerated() {
            let first = lines.count
            var rest = text[...]
            repeat {
                lines.append(Array(rest.prefix(columns)))
                rest = rest.dropFirst(columns)
                if !rest.isEmpty { wrapped.insert(lines.count - 1) }
            } while !rest.isEmpty
            guard index == cursor.text else { continue }
            row = min(first + cursor.offset / columns, lines.count - 1)
            column = cursor.offset - (row - first) * columns
        }
    }

    private mutating func down(_ count: Int) {
        row += count
        while lines.count <= row { lines.append([]) }
    }

    private mutating func escape(_ characters: inout ArraySlice<Unicode.Scalar>) {
        guard let kind = characters.popFirst() else { return }
        guard kind == "[" else {
            // Sets of letters take one more.
            if kind == "(" || kind == ")" { _ = characters.popFirst() }
            return
        }
        var parameters = ""
        while let next = characters.popFirst() {
            if (0x40...0x7E).contains(next.value) {
                control(next, parameters)
                return
            }
            parameters.unicodeScalars.append(next)
        }
    }

    private mutating func control(_ final: Unicode.Scalar, _ parameters: String) {
        let count = max(1, Int(parameters) ?? 1)
        switch final {
        case "A": row = max(0, row - count)
        case "B": down(count)
        case "C": column = min(columns - 1, column + count)
        case "D": column = max(0, min(column, columns - 1) - count)
        case "G": column = count - 1
        case "K" where parameters.isEmpty || parameters == "0": cutLine()
        case "H" where parameters.isEmpty: (row, column) = (0, 0)
        case "J" where parameters == "2": (lines, wrapped) = (Array(repeating: [], count: row + 1), [])
        case "J" where parameters.isEmpty || parameters == "0":
            cutLine()
            lines.removeLast(lines.count - row - 1)
            wrapped = wrapped.filter { $0 < row }
        case "P":
            if column < lines[row].count { lines[row].removeSubrange(column..<min(column + count, lines[row].count)) }
        case "M":
            lines.remove(at: row)
            wrapped = Set(wrapped.compactMap { $0 == row ? nil : $0 > row ? $0 - 1 : $0 })
            if lines.count <= row { lines.append([]) }
        case "m": style = parameters == "0" ? "" : parameters
        case "@":
            lines[row].insert(contentsOf: Array(repeating: Cell.blank, count: count), at: min(column, lines[row].count))
            // What is pushed over the border is gone.
            lines[row] = Array(lines[row].prefix(columns))
        case "h" where parameters == "?2004": bracketsPaste = true
        case "l" where parameters == "?2004": bracketsPaste = false
        // Insert mode, application keys, the cursor's look: nothing of it is seen here.
        case "h", "l", "q": break
        default: unknown.append(parameters + String(final))
        }
    }

    private mutating func cutLine() {
        if column < lines[row].count { lines[row].removeSubrange(column...) }
    }
}
