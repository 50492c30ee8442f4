import Foundation

/// The figures that the language modules are judged by: what was measured, the bar and the aim.
struct FigureTable {
    private struct Row {
        var what: String
        var on: String
        var measured: Double
        var bar: Double?
        var aim: Double?
        /// Whether less is better.
        var isSize = false
        var digits = 2

        var verdict: String {
            func reaches(_ mark: Double) -> Bool { isSize ? measured <= mark : measured >= mark }
            if let aim, reaches(aim) { return "aim met" }
            guard let bar else { return aim == nil ? "" : "aim not met" }
            return reaches(bar) ? "bar met" : "NOT MET"
        }
    }

    private var rows: [Row] = []

    /// Adds a share, between 0 and 1; bar and aim in per cent.
    mutating func add(_ what: String, _ on: String, share: Double, bar: Double? = nil, aim: Double? = nil) {
        rows.append(Row(what: what, on: on, measured: share * 100, bar: bar, aim: aim))
    }

    /// Adds a speed, of which more is better.
    mutating func add(_ what: String, _ on: String, speed: Double, bar: Double? = nil, aim: Double? = nil) {
        rows.append(Row(what: what, on: on, measured: speed, bar: bar, aim: aim, digits: 0))
    }

    /// Adds a size, of which less is better.
    mutating func add(_ what: String, _ on: String, size: Double, bar: Double? = nil, aim: Double? = nil) {
        rows.append(Row(what: what, on: on, measured: size, bar: bar, aim: aim, isSize: true, digits: 1))
    }

    /// The table in Markdown, its columns aligned.
    var markdown: String {
        func number(_ value: Double?, _ digits: Int) -> String {
            value.map { String(format: "%.\($0 == $0.rounded() ? 0 : digits)f", $0) } ?? ""
        }
        let cells =
            [["what", "on", "measured", "bar", "aim", ""]]
            + rows.map { row in
                [
                    row.what, row.on, String(format: "%.\(row.digits)f", row.measured), number(row.bar, 2),
                    number(row.aim, 2),
                    row.verdict,
                ]
            }
        let widths = (0..<6).map { column in cells.map { $0[column].count }.max() ?? 0 }
        func line(_ cells: [String]) -> String {
            "| "
                + zip(cells, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }.joined(separator: " | ")
                + " |"
        }
        let rule = "|" + widths.map { String(repeating: "-", count: $0 + 2) }.joined(separator: "|") + "|"
        return ([line(cells[0]), rule] + cells.dropFirst().map(line)).joined(separator: "\n")
    }
}
