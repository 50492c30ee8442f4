import Questions

/// Shows how a question was read: its words and what each was taken for, the shape, the pattern, the filters, other readings.
struct ParseRenderer {
    var appearance: Appearance

    func lines(for outcome: QuestionReader.Outcome) -> [StyledLine] {
        var lines: [StyledLine] = []
        if !outcome.corrections.isEmpty {
            lines += row("read", outcome.corrections.map { "\($0.typed) as \($0.read)" }.joined(separator: ", "))
        }
        let document = outcome.document
        lines += row(
            "tokens",
            (0..<document.count).map { "\(document.form($0))/\(document.xpos[$0].name)" }.joined(separator: " "))
        guard let best = outcome.readings.first else {
            if case .misunderstood(let misreading) = outcome.result {
                lines += row("stops at", misreading.range.isEmpty ? "the end" : text(misreading.range, outcome))
                lines += row("expected", misreading.expected.prefix(8).joined(separator: ", "))
            }
            return lines
        }
        lines += row("shape", best.question.shape)
        lines += row("parts", best.parts.map { "\(text($0.range, outcome)) (\($0.role))" }.joined(separator: " · "))
        lines += row("pattern", best.question.description)
        lines += row("use", best.question.use.rawValue)
        let filters = best.question.filterDescriptions
        if !filters.isEmpty { lines += row("filters", filters.joined(separator: ", ")) }
        for reading in outcome.readings.dropFirst().prefix(3) {
            let behind = Int(((best.score - reading.score) * 100).rounded())
            lines += row("or", "\(reading.question.description)   \(reading.question.shape), \(behind) points behind")
        }
        return lines
    }

    private func text(_ range: Range<Int>, _ outcome: QuestionReader.Outcome) -> String {
        let bytes = Array(outcome.line.utf8)
        return String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
    }

    private func row(_ name: String, _ text: String) -> [StyledLine] {
        var line = StyledLine(name + String(repeating: " ", count: max(1, 9 - name.count)), .dim)
        line.append(text.printable)
        return LineWrapper(width: appearance.width, firstIndent: 2, indent: 11).wrap(line)
    }
}
