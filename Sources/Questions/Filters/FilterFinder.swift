import Language

/// Finds the filters of the grammar in a question: "in article 2", "since March 2025".
struct FilterFinder {
    let question: Document
    let grammar: QuestionGrammar
    let readings: TokenReadings

    /// A filter that stands in the question.
    struct Found {
        var span: TokenReadings.Span
        var slots: [String: Range<Int>] = [:]
    }

    /// The filters that begin at each token.
    func found() -> [[Found]] {
        let anywhere = grammar.filterBeginnings[""] ?? []
        return (0..<question.count).map { token in
            var found: [Found] = []
            for beginning in readings.filterBeginnings(at: token) {
                if let next = beginning.next,
                    token + 1 == question.count || !next.contains(readings.vocabulary.text(at: token + 1))
                {
                    continue
                }
                match(beginning.rule, beginning.wording, at: token, &found)
            }
            for beginning in anywhere { match(beginning.rule, beginning.wording, at: token, &found) }
            return found
        }
    }

    private func match(_ rule: Int, _ wording: Int, at first: Int, _ found: inout [Found]) {
        let way = Way(
            rule: rule, wording: grammar.filters[rule].wordings[wording], first: first,
            end: min(question.count, first + Search.longestStep))
        follow(way, state: 0, at: first, score: 0, slots: [:], &found)
    }

    /// A wording that is tried at a place.
    private struct Way {
        let rule: Int
        let wording: Wording
        let first: Int
        let end: Int
    }

    /// Goes on from a state of a wording; a wording is short and has no loops.
    private func follow(
        _ way: Way, state: Int, at token: Int, score: Double, slots: [String: Range<Int>], _ found: inout [Found]
    ) {
        if state == way.wording.accepting, token > way.first {
            found.append(Found(span: span(of: way.rule, token - way.first, score), slots: slots))
        }
        for edge in way.wording.states[state] {
            switch edge.label {
            case .empty: follow(way, state: edge.target, at: token, score: score, slots: slots, &found)
            case .words(let words) where token < way.end:
                guard !readings.isQuoted[token], words.contains(readings.vocabulary.text(at: token)) else { continue }
                follow(way, state: edge.target, at: token + 1, score: score + 0.01, slots: slots, &found)
            case .slot(let name) where token < way.end:
                for span in spans(of: name, at: token, way.end) where token + span.length <= way.end {
                    var slots = slots
                    slots[name] = token..<token + span.length
                    follow(
                        way, state: edge.target, at: token + span.length, score: score + span.score, slots: slots,
                        &found)
                }
            default: break
            }
        }
    }

    private func span(of rule: Int, _ length: Int, _ score: Double) -> TokenReadings.Span {
        let filter = grammar.filters[rule]
        let says = !filter.settings.contains { $0.key == .nothing }
        return TokenReadings.Span(
            length: length, score: says ? 3 + score : 0.6 + 0.2 * Double(length), rule: rule, place: filter.place)
    }

    private func spans(of slot: String, at token: Int, _ end: Int) -> [TokenReadings.Span] {
        switch slot {
        case "A": return readings.numbers[token] != nil ? [TokenReadings.Span(length: 1, score: 0)] : []
        case "D", "D2": return readings.dates[token].map { [TokenReadings.Span(length: $0.length, score: 0)] } ?? []
        case "P": return readings.publishers[token].map { TokenReadings.Span(length: $0.length, score: 0) }
        case "Q": return readings.quotations[token].map { [TokenReadings.Span(length: $0.length, score: 0)] } ?? []
        default: return names(at: token, end)
        }
    }

    private func names(at token: Int, _ end: Int) -> [TokenReadings.Span] {
        guard readings.mayBegin[token] else { return [] }
        var spans: [TokenReadings.Span] = []
        if readings.names[token].mayBeAlone {
            spans.append(TokenReadings.Span(length: 1, score: readings.names[token].last))
        }
        spans += readings.knownNames[token].map { TokenReadings.Span(length: $0.length, score: $0.score) }
        guard readings.names[token].mayBegin else { return spans }
        var score = readings.names[token].inside
        for last in token + 1..<max(end, token + 1) {
            let fit = readings.names[last]
            if fit.mayEnd, readings.mayEnd[last] {
                spans.append(TokenReadings.Span(length: last - token + 1, score: score + fit.last))
            }
            guard fit.mayStandInside else { break }
            score += fit.inside
        }
        return spans
    }
}
