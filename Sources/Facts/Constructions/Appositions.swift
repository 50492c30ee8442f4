import Language

/// A name and a description side by side.
///
///     Kaja Kallas, the foreign policy chief, ... → be(agent: Kaja Kallas, attribute: the foreign policy chief)
///     the North's leader, Kim Jong Un → be(agent: Kim Jong Un, attribute: the North's leader)
enum Appositions: Construction {
    static func facts(in reading: Reading) -> [Fact] {
        var facts: [Fact] = []
        for token in 0..<reading.document.count where reading.tree.relation(token) == .appos {
            guard let noun = reading.tree.head(of: token), reading.isNominal(token), reading.isNominal(noun),
                (min(noun, token) + 1..<max(noun, token)).contains(where: {
                    reading.document.upos[$0] == .punct && reading.document.xpos[$0] != .hyph
                })
            else { continue }
            if isParty(token, of: noun, in: reading) { continue }
            let isNamed = reading.entity(at: token).map { [.person, .organization, .place].contains($0.kind) } ?? false
            let isHeadNamed =
                reading.entity(at: noun).map { [.person, .organization, .place].contains($0.kind) } ?? false
            let (name, description) = isNamed && !isHeadNamed ? (token, noun) : (noun, token)
            facts.append(
                Fact(
                    predicate: "be", rule: .apposition, cue: description..<description + 1,
                    roles: [
                        // "the leaders, Ada Berg and Nils Holm"
                        reading.document.xpos[description] == .nns
                            ? reading.participant(.agent, name)
                            : Role(kind: .agent, tokens: reading.tree.nounPhrase(name), head: name),
                        Role(kind: .attribute, tokens: descriptionSpan(description, in: reading), head: description),
                    ],
                    sentence: reading.document.sentence(of: token)))
        }
        return facts
    }

    /// "Ada Berg (R-Havn)", "Ada Berg (Nfk.)": party and district in short describe nobody.
    private static func isParty(_ token: Int, of noun: Int, in reading: Reading) -> Bool {
        let document = reading.document
        let bracket = token - 1
        guard reading.entity(at: noun)?.kind == .person, bracket > noun, document.xpos[bracket] == .leftBracket,
            let end = (token..<min(token + 6, document.count)).first(where: { document.xpos[$0] == .rightBracket })
        else { return false }
        return document.norm(token).hasSuffix(".")
            || (token..<end).contains { document.xpos[$0] == .hyph || document.norm($0).contains("-") }
    }

    /// The description up to its own apposition.
    private static func descriptionSpan(_ head: Int, in reading: Reading) -> Range<Int> {
        var range = reading.tree.fullPhrase(head)
        for child in reading.tree.children(of: head, .appos, .conj) where child > head {
            let start = reading.tree.subtree(of: child).lowerBound
            if start > head, start < range.upperBound, reading.entity(at: child)?.kind == .person {
                range = .span(range.lowerBound, start)
            }
        }
        return reading.tree.trimmed(range)
    }
}
