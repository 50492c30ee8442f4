import Language

/// A title or another description before a name.
///
///     Russia's Deputy Foreign Minister Alexander Grushko → be(agent: Alexander Grushko, attribute: Russia's Deputy Foreign Minister)
///     her pupil Ada Berg → be(agent: Ada Berg, attribute: her pupil)
///     the investment bank Orlane → be(agent: Orlane, attribute: investment bank)
enum Titles: Construction {
    static func facts(in reading: Reading) -> [Fact] {
        reading.document.entities.compactMap { name in
            let found: Range<Int>? =
                switch name.kind {
                case .person: title(before: name.tokens, in: reading) ?? noun(before: name.tokens, in: reading)
                case .organization, .other: noun(before: name.tokens, in: reading)
                default: nil
                }
            guard let found, case let title = withoutCourtesy(found, in: reading), !title.isEmpty,
                !isCourtesy(title, in: reading)
            else { return nil }
            let head = reading.head(of: name.tokens)
            return Fact(
                predicate: "be", rule: .title, cue: title,
                roles: [
                    Role(kind: .agent, tokens: name.tokens, head: head),
                    Role(kind: .attribute, tokens: title, head: title.upperBound - 1),
                ],
                sentence: reading.document.sentence(of: name.tokens.lowerBound))
        }
    }

    /// The words before a name that tell what the person is.
    static func title(before name: Range<Int>, in reading: Reading) -> Range<Int>? {
        let start = walk(left: name, in: reading)
        guard start < name.lowerBound, (start..<name.lowerBound).contains(where: reading.isRole) else { return nil }
        return start..<name.lowerBound
    }

    /// "her pupil Ada Berg", "the journal Cold Biology": a common noun that the parser has joined with the name, and what belongs to it.
    private static func noun(before name: Range<Int>, in reading: Reading) -> Range<Int>? {
        let document = reading.document
        let noun = name.lowerBound - 1
        guard noun >= 0, document.sentence(of: noun) == document.sentence(of: name.lowerBound),
            document.xpos[noun] == .nn, !reading.isTime(noun),
            document.form(noun).first?.isLowercase == true
        else { return nil }
        let isJoined =
            reading.tree.head(of: noun).map(name.contains) ?? false
            || name.contains { reading.tree.head(of: $0) == noun }
        guard isJoined else { return nil }
        var start = walk(left: name, in: reading)
        if start > 0, document.sentence(of: start - 1) == document.sentence(of: noun),
            document.xpos[start - 1] == .prpPossessive
        {
            start -= 1
        }
        return start < name.lowerBound ? start..<name.lowerBound : nil
    }

    /// Walks left over words that a title is made of.
    private static func walk(left name: Range<Int>, in reading: Reading) -> Int {
        let sentence = reading.document.sentences[reading.document.sentence(of: name.lowerBound)].tokens
        var start = name.lowerBound
        while start > sentence.lowerBound {
            let previous = start - 1
            guard isTitleWord(previous, name: name, in: reading) else { break }
            start = previous
        }
        while start < name.lowerBound, !beginsTitle(start, in: reading) { start += 1 }
        return start
    }

    /// "chairman Sir Nils Holm": "Sir" tells nothing of what he is.
    private static func withoutCourtesy(_ title: Range<Int>, in reading: Reading) -> Range<Int> {
        var title = title
        while title.count > 1, let last = title.last,
            reading.lexicon.words[.courtesy].contains(reading.document.norm(last))
        { title.removeLast() }
        return title
    }

    private static func isCourtesy(_ title: Range<Int>, in reading: Reading) -> Bool {
        title.allSatisfy { reading.lexicon.words[.courtesy].contains(reading.document.norm($0)) }
            || title.count == 1 && reading.document.norm(title.lowerBound).hasSuffix(".")
    }

    private static func isTitleWord(_ token: Int, name: Range<Int>, in reading: Reading) -> Bool {
        let document = reading.document
        if reading.entity(at: token)?.kind == .person || reading.tree.isQuotationMark(token) { return false }
        switch document.upos[token] {
        case .noun, .propn, .adj: return true
        case .punct: return document.xpos[token] == .hyph
        case .part: return document.xpos[token] == .pos
        case .adv: return document.xpos[token + 1] == .jj
        case .adp:
            // "Secretary of State Ada Berg", "Ambassador to Norland Ada Berg"
            return token > 0 && reading.isRole(token - 1) && ["of", "to"].contains(document.norm(token))
                && token + 1 < name.lowerBound
                && !reading.lexicon.words[.courtesy].contains(document.norm(token + 1))
        case .det:
            // "Ambassador to the United States Ada Berg"
            return token > 1 && document.upos[token - 1] == .adp && reading.isRole(token - 2)
        default: return document.xpos[token] == .vbn || document.xpos[token] == .nnp
        }
    }

    private static func beginsTitle(_ token: Int, in reading: Reading) -> Bool {
        [.noun, .propn, .adj, .verb].contains(reading.document.upos[token])
    }
}
