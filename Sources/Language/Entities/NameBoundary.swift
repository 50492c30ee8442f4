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
            if entity.kind == .organization {
                tokens = fromItsFirstCapital(overMembers(toItsNoun(tokens, taken)), taken)
            }
        default: break
        }
        return NamedEntity(tokens: withItsOwnS(tokens, taken), kind: entity.kind)
    }

    /// "the Bakers' and Millers' Union", of which only the bakers were seen.
    private func toItsNoun(_ tokens: Range<Int>, _ taken: [Int32]) -> Range<Int> {
        var end = tokens.upperBound
        while end + 1 < document.count, end - tokens.upperBound < 6, ["'", "’"].contains(document.norm(end)),
            document.form(end - 1).last == "s",
            document.sentence(of: end + 1) == document.sentence(of: tokens.lowerBound)
        {
            let isNoun =
                document.form(end + 1).first?.isUppercase == true
                && Gazetteer.embedded.classes(of: document.norm(end + 1)).contains(.bodyNoun)
            if isNoun { return tokens.lowerBound..<end + 2 }
            guard document.norm(end + 1) == "and", end + 3 < document.count,
                document.form(end + 2).first?.isUppercase == true
            else { return tokens }
            end += 3
        }
        return tokens
    }

    /// "the Bakers' and Millers' Union": whose union it is belongs to its name.
    private func overMembers(_ tokens: Range<Int>) -> Range<Int> {
        var start = tokens.lowerBound
        guard Gazetteer.embedded.classes(of: document.norm(tokens.upperBound - 1)).contains(.bodyNoun) else {
            return tokens
        }
        while start > 1, document.xpos[start - 1] == .pos || ["'", "’"].contains(document.norm(start - 1)),
            [.nnps, .nnp, .nns].contains(document.xpos[start - 2]), document.form(start - 2).first?.isUppercase == true,
            document.form(start - 2).last == "s",
            document.sentence(of: start - 2) == document.sentence(of: tokens.lowerBound)
        {
            start -= 2
            if start > 2, document.norm(start - 1) == "and", ["'", "’"].contains(document.norm(start - 2)) {
                start -= 1
            }
        }
        return start..<tokens.upperBound
    }

    /// "Hallam's, a brewery, closed": what nothing can belong to behind a comma is a part of the name.
    private func withItsOwnS(_ tokens: Range<Int>, _ taken: [Int32]) -> Range<Int> {
        let mark = tokens.upperBound
        guard mark + 2 < document.count, document.xpos[mark] == .pos, document.norm(mark + 1) == ",", taken[mark] < 0,
            document.xpos[mark + 2] == .dt, document.xpos[tokens.upperBound - 1] != .nnps
        else { return tokens }
        return tokens.lowerBound..<mark + 1
    }

    /// "Lin Su-mei": what a hyphen joins without spaces is one name.
    private func overHyphens(_ tokens: Range<Int>, _ taken: [Int32]) -> Range<Int> {
        var tokens = tokens
        while tokens.upperBound + 1 < document.count, document.norm(tokens.upperBound) == "-",
            isGlued(tokens.upperBound), isGlued(tokens.upperBound + 1),
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
        guard let comma = tokens.last(where: { document.norm($0) == "," }), comma + 1 < tokens.upperBound else {
            return tokens
        }
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
            document.form(start - 1).first?.isUppercase == true, document.form(start - 1).count > 2,
            document.norm(start - 1).last != "."
        {
            start -= 1
        }
        return start..<tokens.upperBound
    }

    /// Whether no space stands before a token.
    private func isGlued(_ token: Int) -> Bool { document.starts[token] == document.ends[token - 1] }
}
