import Language

/// The quotations that belong to a verb beside them.
///
///     “I don’t care,” he {said}. “He can be there.” → “I don’t care,” and “He can be there.”
struct QuotedContent {
    let reading: Reading

    /// The quotations in the verb's sentence: the nearest before it and the one that follows it.
    func beside(_ verb: Int) -> [Range<Int>]? {
        let document = reading.document
        let sentence = document.sentences[document.sentence(of: verb)].tokens
        guard reading.quotation(at: verb) == nil else { return nil }
        let near = reading.quotations.filter { $0.tokens.overlaps(sentence) && !$0.tokens.contains(verb) }
        var found: [Range<Int>] = []
        if let before = near.last(where: { $0.tokens.upperBound <= verb }), verb - before.tokens.upperBound <= 30 { found.append(before.tokens) }
        if let after = near.first(where: { $0.tokens.lowerBound > verb }), after.tokens.lowerBound - verb <= 14 {
            // Another verb may stand between; then the quotation is rather its own.
            found.append(after.tokens)
        }
        guard found.contains(where: { $0.count > 1 }) else { return nil }
        return found.map(reading.withMarks)
    }

    /// With the quoted sentences that follow in the paragraph.
    func continued(from parts: [Range<Int>], _ verb: Int) -> [Range<Int>] {
        let document = reading.document
        guard let last = parts.last else { return parts }
        var all = parts
        var sentence = document.sentence(of: max(verb, last.upperBound - 1)) + 1
        let paragraph = document.sentences[document.sentence(of: verb)].paragraph
        while sentence < document.sentences.count, document.sentences[sentence].paragraph == paragraph {
            let tokens = document.sentences[sentence].tokens
            guard let quotation = reading.quotations.first(where: { $0.tokens.lowerBound <= tokens.lowerBound + 1 && $0.tokens.upperBound > tokens.lowerBound }),
                quotation.tokens.upperBound >= tokens.upperBound - 2
            else { break }
            let range = reading.withMarks(quotation.tokens)
            if let end = all.last?.upperBound, range.lowerBound >= end { all.append(range) }
            sentence = max(sentence, document.sentence(of: quotation.tokens.upperBound - 1)) + 1
        }
        return all
    }
}
