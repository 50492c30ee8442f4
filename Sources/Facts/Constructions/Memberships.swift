import Language

/// A person named with the body that he belongs to.
///
///     said Amara Dell of Kestrel Bank → be(agent: Amara Dell, attribute: of Kestrel Bank)
enum Memberships: Construction {
    static func facts(in reading: Reading) -> [Fact] {
        let document = reading.document
        return document.entities.compactMap { name in
            let preposition = name.tokens.upperBound
            guard name.kind == .person, preposition + 1 < document.count,
                ["of", "from"].contains(document.norm(preposition)),
                document.sentence(of: preposition) == document.sentence(of: name.tokens.lowerBound)
            else { return nil }
            let start = document.norm(preposition + 1) == "the" ? preposition + 2 : preposition + 1
            guard start < document.count, let body = reading.entity(at: start), body.kind == .organization,
                body.tokens.lowerBound == start
            else { return nil }
            return Fact(
                predicate: "be", rule: .apposition, cue: preposition..<preposition + 1,
                roles: [
                    Role(kind: .agent, tokens: name.tokens, head: reading.head(of: name.tokens)),
                    Role(
                        kind: .attribute, tokens: preposition..<body.tokens.upperBound,
                        head: reading.head(of: body.tokens)),
                ], sentence: document.sentence(of: preposition))
        }
    }
}
