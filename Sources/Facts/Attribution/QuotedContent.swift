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
        let near = reading.quotations.overlapping(sentence)
        var found: [Range<Int>] = []
        if let before = near.last(where: { $0.tokens.upperBound <= verb }), verb - before.tokens.upperBound <= 30 {
            found.append(before.tokens)
            // “I am,” and then “not afraid”: short quotations before it belong to the same sentence.
            for earlier in near.reversed()
            where earlier.tokens.upperBound < before.tokens.lowerBound
                && (earlier.tokens.upperBound..<before.tokens.lowerBound).allSatisfy({
                    document.upos[$0] == .punct || reading.tree.isQuotationMark($0)
                })
            {
                found.insert(earlier.tokens, at: 0)
            }
        }
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
        if parts[0].lowerBound < verb,
            parts[0].lowerBound <= document.sentences[document.sentence(of: verb)].tokens.lowerBound + 1
        {
            var before = document.sentence(of: parts[0].lowerBound) - 1
            while before >= 0,
                document.sentences[before].paragraph == document.sentences[document.sentence(of: verb)].paragraph,
                let quotation = whole(before), reading.withMarks(quotation).upperBound <= all[0].lowerBound
            {
                all.insert(reading.withMarks(quotation), at: 0)
                before = document.sentence(of: quotation.lowerBound) - 1
            }
        }
        var sentence = document.sentence(of: max(verb, last.upperBound - 1)) + 1
        let paragraph = document.sentences[document.sentence(of: verb)].paragraph
        while sentence < document.sentences.count, document.sentences[sentence].paragraph == paragraph {
            guard let quotation = whole(sentence) else { break }
            let range = reading.withMarks(quotation)
            if let end = all.last?.upperBound, range.lowerBound >= end { all.append(range) }
            sentence = max(sentence, document.sentence(of: quotation.upperBound - 1)) + 1
        }
        return all
    }

    /// The quotation that a sentence is, or is a part of.
    private func whole(_ sentence: Int) -> Range<Int>? {
        let tokens = reading.document.sentences[sentence].tokens
        return reading.quotations.overlapping(tokens).first {
            $0.tokens.lowerBound <= tokens.lowerBound + 1 && $0.tokens.upperBound > tokens.lowerBound
                && $0.tokens.upperBound >= tokens.upperBound - 2
        }?.tokens
    }
}
