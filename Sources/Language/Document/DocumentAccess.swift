/// Reading a document: words, tree, byte ranges.
extension Document {
    /// Number of tokens.
    public var count: Int { starts.count }

    /// The token as the text has it.
    public func form(_ token: Int) -> String { symbols[forms[token]] }
    /// Its form in lower case, with straight quotes and dashes.
    public func norm(_ token: Int) -> String { symbols[norms[token]] }
    /// Its dictionary form.
    public func lemma(_ token: Int) -> String { symbols[lemmas[token]] }

    /// The token's head, or nil for the root of its sentence.
    public func head(of token: Int) -> Int? {
        let head = heads[token]
        return head < 0 ? nil : Int(head)
    }

    /// The sentence (index in `sentences`) of a token.
    public func sentence(of token: Int) -> Int { Int(sentenceOfToken[token]) }

    /// UTF-8 byte range in `text` from the first to the last token of the span.
    public func byteRange(_ tokens: Range<Int>) -> Range<Int> {
        guard let first = tokens.first, let last = tokens.last else { return 0..<0 }
        return Int(starts[first])..<Int(ends[last])
    }

    /// The text from the first to the last token of the span, verbatim.
    public func string(_ tokens: Range<Int>) -> String { string(bytes: byteRange(tokens)) }

    /// The text of a UTF-8 byte range, verbatim.
    public func string(bytes: Range<Int>) -> String { String(decoding: text[bytes], as: UTF8.self) }

    /// The name, date or number that a token is part of.
    public func entity(at token: Int) -> NamedEntity? {
        let index = firstEntity(endingAfter: token)
        return index < entities.count && entities[index].tokens.contains(token) ? entities[index] : nil
    }

    /// The names, dates and numbers that have a token of the span, in order.
    public func entities(in tokens: Range<Int>) -> ArraySlice<NamedEntity> {
        guard !tokens.isEmpty else { return [] }
        let first = firstEntity(endingAfter: tokens.lowerBound)
        let end = entities[first...].firstIndex { $0.tokens.lowerBound >= tokens.upperBound } ?? entities.count
        return entities[first..<end]
    }

    /// Entities stand in the order of their tokens, and share none.
    private func firstEntity(endingAfter token: Int) -> Int {
        var low = 0
        var high = entities.count
        while low < high {
            let middle = (low + high) / 2
            if entities[middle].tokens.upperBound <= token { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
