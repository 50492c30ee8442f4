/// Mends where names begin and end: the model decides word by word and cuts what belongs together.
struct NameBoundary {
    private let document: Document

    init(_ document: Document) {
        self.document = document
    }

    /// The entity with its boundaries mended.
    ///
    /// - Parameter taken: index of the entity that holds each token, or -1; an entity does not grow into another one.
    func mended(_ entity: NamedEntity, taken: [Int32]) -> NamedEntity {
        var tokens = entity.tokens
        switch entity.kind {
        case .person:
            tokens = withoutTitleBeforeComma(tokens)
            tokens = withoutOffice(tokens)
            tokens = overHyphens(tokens, taken)
        case .organization, .place, .other:
            tokens = overHyphens(tokens, taken)
            if entity.kind == .organization { tokens = fromItsFirstCapital(tokens, taken) }
        default: break
        }
        return NamedEntity(tokens: tokens, kind: entity.kind)
    }

    /// "Lin Su-mei": what a hyphen joins without spaces is one name.
    private func overHyphens(_ tokens: Range<Int>, _ taken: [Int32]) -> Range<Int> {
        var tokens = tokens
        while tokens.upperBound + 1 < document.count, document.norm(tokens.upperBound) == "-", isGlued(tokens.upperBound), isGlued(tokens.upperBound + 1),
            taken[tokens.upperBound] < 0, taken[tokens.upperBound + 1] < 0,
            document.sentence(of: tokens.upperBound + 1) == document.sentence(of: tokens.lowerBound),
            [.noun, .propn, .adj, .x].contains(document.upos[tokens.upperBound + 1])
        {
            tokens = tokens.lowerBound..<tokens.upperBound + 2
        }
        return tokens
    }

    /// "Prime Minister, Ada Berg": the name is what stands behind the comma.
    private func withoutTitleBeforeComma(_ tokens: Range<Int>) -> Range<Int> {
        guard let comma = tokens.last(where: { document.norm($0) == "," }), comma + 1 < tokens.upperBound else { return tokens }
        return comma + 1..<tokens.upperBound
    }

    /// "Minister of Education Ada Berg": the office is no first name.
    private func withoutOffice(_ tokens: Range<Int>) -> Range<Int> {
        guard tokens.count >= 3, tokens.lowerBound > 1, ["of", "for"].contains(document.norm(tokens.lowerBound - 1)),
            [.nn, .nnp].contains(document.xpos[tokens.lowerBound - 2])
        else { return tokens }
        return tokens.lowerBound + 1..<tokens.upperBound
    }

    /// "the National Safety Council": capitals right before an organisation are the beginning of its name.
    private func fromItsFirstCapital(_ tokens: Range<Int>, _ taken: [Int32]) -> Range<Int> {
        let sentence = document.sentences[document.sentence(of: tokens.lowerBound)].tokens
        var start = tokens.lowerBound
        while start - 1 > sentence.lowerBound, taken[start - 1] < 0, [.nnp, .nnps].contains(document.xpos[start - 1]),
            document.form(start - 1).first?.isUppercase == true, document.form(start - 1).count > 2, document.norm(start - 1).last != "."
        {
            start -= 1
        }
        return start..<tokens.upperBound
    }

    /// Whether no space stands before a token.
    private func isGlued(_ token: Int) -> Bool { document.starts[token] == document.ends[token - 1] }
}
