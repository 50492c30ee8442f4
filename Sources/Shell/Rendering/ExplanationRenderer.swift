import Answers

/// Shows how an answer was found: what was understood, and the engine's account, indented by depth.
struct ExplanationRenderer {
    var appearance: Appearance

    func lines(for reply: Reply, answer index: Int) -> [StyledLine] {
        let answer = reply.answers[index]
        var lines: [StyledLine] = []
        if let pattern = reply.pattern { lines += wrap(StyledLine("= " + pattern.printable, .dim), depth: 0) }
        lines += wrap(StyledLine(answer.text.printable, .bold), depth: 0)
        for step in answer.explanation { lines += wrap(StyledLine(step.text.printable), depth: step.depth + 1) }
        for place in answer.evidence {
            let citation =
                "[\(place.articleNumber):\(place.number)] \(place.article.printable), bytes \(place.start) to \(place.end)"
            lines += wrap(StyledLine(citation, .dim), depth: 1)
        }
        return lines
    }

    private func wrap(_ line: StyledLine, depth: Int) -> [StyledLine] {
        let indent = 2 + 2 * min(max(depth, 0), 6)
        return LineWrapper(width: appearance.width, firstIndent: indent, indent: indent + 2).wrap(line)
    }
}
