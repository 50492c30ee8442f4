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
        let norms = (0..<question.count).map { question.norm($0) }
        let anywhere = grammar.filterBeginnings[""] ?? []
        return norms.indices.map { token in
            guard !readings.isQuoted[token] || !anywhere.isEmpty else { return [] }
            let here = (grammar.filterBeginnings[norms[token]] ?? []) + anywhere
            return here.isEmpty ? [] : here.flatMap { matches(of: grammar.filters[$0.rule].wordings[$0.wording], rule: $0.rule, at: token, norms) }
        }
    }

    private func matches(of wording: Wording, rule: Int, at first: Int, _ norms: [String]) -> [Found] {
        var found: [Found] = []
        var stack: [(token: Int, state: Int, score: Double, slots: [String: Range<Int>])] = [(first, 0, 0, [:])]
        let end = min(norms.count, first + Search.longestStep)
        while let step = stack.popLast() {
            if step.state == wording.accepting, step.token > first {
                var span = TokenReadings.Span(length: step.token - first, score: 3 + step.score, rule: rule)
                span.isOutsideClauses = grammar.filters[rule].place == .outsideClauses
                span.isPlaced = grammar.filters[rule].place == .placed
                if grammar.filters[rule].settings.contains(where: { $0.key == .nothing }) { span.score = 0.6 + 0.2 * Double(span.length) }
                found.append(Found(span: span, slots: step.slots))
            }
            for edge in wording.states[step.state] {
                func go(_ length: Int, _ gain: Double = 0, slot: String? = nil) {
                    guard step.token + length <= end else { return }
                    var slots = step.slots
                    if let slot { slots[slot] = step.token..<step.token + length }
                    stack.append((step.token + length, edge.target, step.score + gain, slots))
                }
                if edge.label == .empty {
                    go(0)
                    continue
                }
                guard step.token < end else { continue }
                switch edge.label {
                case .words(let words): if words.contains(norms[step.token]), !readings.isQuoted[step.token] { go(1, 0.01) }
                case .slot(let name): spans(of: name, at: step.token, end).forEach { go($0.length, $0.score, slot: name) }
                default: break
                }
            }
        }
        return found
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
        if readings.names[token].mayBeAlone { spans.append(TokenReadings.Span(length: 1, score: readings.names[token].last)) }
        spans += readings.knownNames[token].map { TokenReadings.Span(length: $0.length, score: $0.score) }
        guard readings.names[token].mayBegin else { return spans }
        var score = readings.names[token].inside
        for last in token + 1..<max(end, token + 1) {
            let fit = readings.names[last]
            if fit.mayEnd, readings.mayEnd[last] { spans.append(TokenReadings.Span(length: last - token + 1, score: score + fit.last)) }
            guard fit.mayStandInside else { break }
            score += fit.inside
        }
        return spans
    }
}
