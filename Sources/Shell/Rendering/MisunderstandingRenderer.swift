import Answers

/// Shows where a question was not understood, in the user's own words, and what could be typed instead.
///
///     I do not understand this question.
///       wot flurb russia
///       ^^^ expected who, what, when, where ...
///     Did you mean: what
///     A question I know: what does russia demand
struct MisunderstandingRenderer {
    var appearance: Appearance

    private static let indent = 4
    private static let mostExpected = 12
    /// Of a long question, what is shown before the words that did not fit.
    private static let lead = 24

    func lines(for reply: Reply) -> [StyledLine] {
        let opening = reply.message.map(\.printable) ?? "I do not understand this question."
        var lines = wrapped(StyledLine(opening, .error))
        guard let misunderstanding = reply.misunderstanding else { return lines }
        lines += quotation(of: reply.question, misunderstanding)
        if !misunderstanding.suggestions.isEmpty {
            lines += wrapped(sentence("Did you mean: ", misunderstanding.suggestions.prefix(4).joined(separator: ", ")))
        }
        if let example = misunderstanding.example {
            lines += wrapped(sentence("A question I know: ", example))
        }
        return lines
    }

    private func sentence(_ opening: String, _ words: String) -> StyledLine {
        var line = StyledLine(opening)
        line.append(words.printable, .bold)
        return line
    }

    private func wrapped(_ line: StyledLine) -> [StyledLine] {
        LineWrapper(width: appearance.width, firstIndent: 2, indent: 4).wrap(line)
    }

    /// The question on one line, cut where it is long, with carets under the range.
    private func quotation(of question: String, _ misunderstanding: Misunderstanding) -> [StyledLine] {
        var text = PartedText(question, span: misunderstanding.range)
        let columns = (appearance.width ?? 100) - Self.indent
        if DisplayWidth.of(text.whole) > columns {
            text.before = text.before.tail(columns: min(Self.lead, columns / 3))
        }
        let offset = DisplayWidth.of(text.before)
        let quoted = text.whole.head(columns: columns)
        let carets = max(1, min(DisplayWidth.of(text.inside), columns - offset))

        let margin = String(repeating: " ", count: Self.indent)
        var pointer = StyledLine(margin + String(repeating: " ", count: offset))
        pointer.append(String(repeating: "^", count: carets), .error)
        var lines = [StyledLine(margin + quoted)]
        guard !misunderstanding.expected.isEmpty else { return lines + [pointer] }
        let shown = misunderstanding.expected.prefix(Self.mostExpected).map(\.printable).joined(separator: ", ")
        let expected = "expected " + shown + (misunderstanding.expected.count > Self.mostExpected ? " ..." : "")
        if pointer.width + 1 + DisplayWidth.of(expected) <= appearance.width ?? .max {
            pointer.append(" " + expected)
            lines.append(pointer)
        } else {
            lines.append(pointer)
            lines += LineWrapper(width: appearance.width, firstIndent: Self.indent, indent: Self.indent + 2).wrap(
                StyledLine(expected))
        }
        return lines
    }
}
