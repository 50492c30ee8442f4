import Answers

/// Shows a reply as lines.
///
///       1  Kaja Kallas   the foreign policy chief
///          Its demands show ▌it is not serious about peace▐                        [1:18]
struct ReplyRenderer {
    var appearance: Appearance
    /// Whether the pattern that was understood stands above the answers.
    var showsPattern = false
    /// Addresses of the articles by their numbers, for citations; empty where the terminal follows none.
    var links: [Int: String] = [:]

    /// What stands below answers of a search that was stopped.
    static let incomplete = "stopped before all was gone through: there may be more"

    /// Answers that are shown at once.
    static let page = 10

    /// - Parameter answers: Indices of the answers to show; the others are counted.
    func lines(for reply: Reply, answers: Range<Int>? = nil) -> [StyledLine] {
        switch reply.status {
        case .notUnderstood: return MisunderstandingRenderer(appearance: appearance).lines(for: reply)
        case .ambiguous: return ambiguous(reply)
        case .noAnswer: return understood(reply) + wrapped(StyledLine(nothingFound(reply)))
        case .answered: break
        }
        let shown = answers ?? 0..<min(Self.page, reply.answers.count)
        var lines: [StyledLine] = []
        if shown.lowerBound == 0 {
            lines += understood(reply)
            if let message = reply.message { lines += wrapped(StyledLine("(\(message.printable))", .dim)) }
        }
        for index in shown {
            if let section = reply.answers[index].section,
                index == shown.lowerBound || section != reply.answers[index - 1].section
            {
                lines += wrapped(StyledLine(section.printable, .bold))
            }
            let previous = index > shown.lowerBound ? reply.answers[index - 1] : nil
            // "No." and "12" are the one answer there is.
            let isVerdict = reply.answers.count == 1 && [.yesNo, .count].contains(reply.answers[index].kind)
            lines += self.lines(
                for: reply.answers[index], after: previous, number: isVerdict ? nil : index + 1, of: shown.upperBound)
        }
        if shown.upperBound < reply.answers.count {
            let rest = reply.answers[shown.upperBound...]
            let articles = Set(rest.flatMap { $0.evidence.prefix(1).map(\.articleNumber) }).count
            let origin = articles > 1 ? " from \(articles) articles" : ""
            lines += wrapped(StyledLine("... \(rest.count) more\(origin): .more", .dim))
        }
        if !reply.isComplete { lines += wrapped(StyledLine("(\(Self.incomplete))", .error)) }
        return lines
    }

    // MARK: Parts of a reply.

    private func ambiguous(_ reply: Reply) -> [StyledLine] {
        wrapped(StyledLine(reply.message?.printable ?? "", .error))
            + reply.readings.enumerated().flatMap { number, reading in
                LineWrapper(width: appearance.width, firstIndent: 4, indent: 7).wrap(
                    StyledLine("\(number + 1)  \(reading.printable)"))
            }
    }

    private func understood(_ reply: Reply) -> [StyledLine] {
        guard showsPattern, let pattern = reply.pattern else { return [] }
        return wrapped(StyledLine("= \(pattern.printable)", .dim))
    }

    private func nothingFound(_ reply: Reply) -> String {
        guard let message = reply.message?.printable, !message.isEmpty else { return "Nothing found." }
        return message.hasPrefix("Nothing") ? message : "Nothing found: \(message)"
    }

    private func wrapped(_ line: StyledLine) -> [StyledLine] {
        LineWrapper(width: appearance.width, firstIndent: 2, indent: 4).wrap(line)
    }

    // MARK: An answer.

    /// - Parameter number: What `.why` and `.show` call it; nil where nothing need tell it from others.
    private func lines(for answer: Answer, after previous: Answer?, number: Int?, of count: Int) -> [StyledLine] {
        let digits = max(String(count).count, 1)
        let indent = digits + 4
        var head = StyledLine("  ")
        if let number {
            let padded = String(repeating: " ", count: digits - String(number).count) + String(number)
            head.append(padded + "  ")
        }
        if answer.kind == .yesNo {
            head.append(answer.text == "yes" ? "Yes" : "No", .bold)
        } else {
            for part in answer.textParts {
                if part.isGloss {
                    head.append(" [\(part.text.printable)]", .dim)
                } else {
                    head.append(part.text.printable, .bold)
                }
            }
        }
        let provenance = provenance(of: answer, after: previous)
        // Who a name is stands beside it; who said a span stands below.
        let besides = [.name, .count, .yesNo].contains(answer.kind)
        if besides, let provenance {
            head.append("   ")
            head.append(provenance)
        }
        var blocks = [LineWrapper(width: appearance.width, indent: indent).wrap(head)]
        if !besides, let provenance { blocks.append(block(provenance, indent: indent)) }
        if let best = answer.evidence.first {
            let excerpt = EvidenceExcerpt(appearance: appearance)
            if let sentence = excerpt.line(
                for: best, besides: answer.text, columns: appearance.width.map { $0 - indent })
            {
                blocks.append(block(sentence, indent: indent))
            }
        }
        return cited(blocks.flatMap { $0 }, by: citation(of: answer.evidence), indent: indent)
    }

    private func block(_ line: StyledLine, indent: Int) -> [StyledLine] {
        LineWrapper(width: appearance.width, firstIndent: indent, indent: indent).wrap(line)
    }

    /// "by Alexander Grushko, Russia's Deputy Foreign Minister · reported by Reuters".
    ///
    /// - Parameter previous: The answer above, whose source need not be described again.
    private func provenance(of answer: Answer, after previous: Answer?) -> StyledLine? {
        var parts: [String] = []
        let isSame = answer.source != nil && previous?.source == answer.source && answer.source != answer.text
        let described = isSame ? nil : answer.description.flatMap { $0.isEmpty ? nil : $0.printable }
        if let source = answer.source?.printable, source != answer.text.printable {
            parts.append("by " + source + (described.map { ", " + $0 } ?? ""))
        } else if let described {
            parts.append(described)
        }
        if !answer.via.isEmpty {
            parts.append("reported by " + answer.via.map(\.printable).joined(separator: ", reported by "))
        }
        return parts.isEmpty ? nil : StyledLine(parts.joined(separator: " · "), .dim)
    }

    /// "[1:18]", "[1:18] [2:3]"; more than four are counted.
    private func citation(of evidence: [Evidence]) -> StyledLine {
        var citations: [String] = []
        var line = StyledLine()
        for place in evidence {
            let citation = "[\(place.articleNumber):\(place.number)]"
            if citations.contains(citation) { continue }
            citations.append(citation)
            guard citations.count <= 4 else { continue }
            if !line.isEmpty { line.append(" ", .dim) }
            line.append(citation, .dim, link: links[place.articleNumber])
        }
        if citations.count > 4 { line.append(" +\(citations.count - 4)", .dim) }
        return line
    }

    /// Sets the citation at the right border, on the last line where it fits.
    private func cited(_ lines: [StyledLine], by citation: StyledLine, indent: Int) -> [StyledLine] {
        guard !citation.isEmpty, var last = lines.last else { return lines }
        let used = last.width
        let columns = citation.width
        guard let width = appearance.width else {
            last.append("  ", .dim)
            last.append(citation)
            return lines.dropLast() + [last]
        }
        if used + 2 + columns <= width {
            last.append(String(repeating: " ", count: width - used - columns))
            last.append(citation)
            return lines.dropLast() + [last]
        }
        let before = max(width - columns, min(indent, max(0, width - columns)))
        var own = StyledLine(String(repeating: " ", count: before))
        own.append(citation)
        return lines + [own]
    }
}
