import Answers

/// A sentence with the answer's words marked, cut to a few lines around them.
struct EvidenceExcerpt {
    var appearance: Appearance

    /// Lines a sentence may take.
    private static let rows = 3
    /// Context that is kept before the answer's words where the sentence is cut.
    private static let lead = 40

    /// Nil where the answer already is the sentence.
    func line(for evidence: Evidence, besides answer: String, columns: Int?) -> StyledLine? {
        var text = PartedText(evidence.sentence, span: evidence.highlight)
        if Self.words(text.before + text.after).isEmpty, Self.words(text.inside) == Self.words(answer) { return nil }
        if let columns { text = Self.cut(text, columns: columns) }

        var line = StyledLine(text.before)
        if !text.inside.isEmpty { line.append(appearance.colour ? text.inside : "▌\(text.inside)▐", .mark) }
        line.append(text.after)
        return line.isEmpty ? nil : line
    }

    /// Leaves out what is far from the answer's words.
    private static func cut(_ text: PartedText, columns: Int) -> PartedText {
        let room = max(columns * rows - DisplayWidth.of(text.inside) - 4, 2 * lead)
        let before = DisplayWidth.of(text.before)
        let after = DisplayWidth.of(text.after)
        guard before + after > room else { return text }
        var text = text
        text.before = text.before.tail(columns: min(before, max(lead, room - after)), atWord: true)
        text.after = text.after.head(columns: max(room - DisplayWidth.of(text.before), lead), atWord: true)
        return text
    }

    private static func words(_ text: String) -> [String] {
        text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }
}
