/// What could follow, set in columns, with how often the articles have it.
struct CandidateList {
    var appearance: Appearance
    /// More are counted.
    private static let most = 24
    private static let mostRows = 12

    func lines(_ candidates: [LineEditor.Candidate]) -> [StyledLine] {
        let widest =
            candidates.prefix(Self.most).map {
                DisplayWidth.of($0.text.printable) + ($0.count.map { 1 + String($0).count } ?? 0)
            }.max() ?? 0
        let room = (appearance.width ?? 80) - 2
        let columns = max(1, (room + 3) / (widest + 3))
        let shown = candidates.prefix(min(Self.most, Self.mostRows * columns))
        // Read downwards, as ls sets them.
        let rows = (shown.count + columns - 1) / columns
        var lines: [StyledLine] = []
        for row in 0..<rows {
            var line = StyledLine("  ")
            for (column, index) in stride(from: row, to: shown.count, by: rows).enumerated() {
                let start = 2 + column * (widest + 3)
                line.append(String(repeating: " ", count: max(0, start - line.width)))
                line.append(shown[index].text.printable.head(columns: room))
                if let count = shown[index].count { line.append(" \(count)", .dim) }
            }
            lines.append(line)
        }
        if candidates.count > shown.count {
            lines.append(StyledLine("  ... and \(candidates.count - shown.count) more", .dim))
        }
        return lines
    }
}
