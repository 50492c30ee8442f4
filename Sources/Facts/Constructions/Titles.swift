import Language

/// A title before a name.
///
///     Russia's Deputy Foreign Minister Alexander Grushko → be(agent: Alexander Grushko, attribute: Russia's Deputy Foreign Minister)
enum Titles: Construction {
    static func facts(in reading: Reading) -> [Fact] {
        reading.document.entities.filter { $0.kind == .person }.compactMap { name in
            guard let title = title(before: name.tokens, in: reading), !isCourtesy(title, in: reading) else {
                return nil
            }
            let head =
                name.tokens.first { reading.tree.head(of: $0).map { !name.tokens.contains($0) } ?? true }
                ?? name.tokens.lowerBound
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
        let document = reading.document
        let sentence = document.sentences[document.sentence(of: name.lowerBound)].tokens
        var start = name.lowerBound
        // Walk left over words that a title is made of.
        while start > sentence.lowerBound {
            let previous = start - 1
            guard isTitleWord(previous, name: name, in: reading) else { break }
            start = previous
        }
        while start < name.lowerBound, !beginsTitle(start, in: reading) { start += 1 }
        guard start < name.lowerBound, (start..<name.lowerBound).contains(where: reading.isRole) else { return nil }
        return start..<name.lowerBound
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
