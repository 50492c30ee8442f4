import Language

/// "X, who does Y": what a clause tells of somebody by the way.
///
///     said Otto Brandt, who follows energy markets → be(agent: Otto Brandt, attribute: follows energy markets)
enum RelativeDescriptions: Construction {
    static func facts(in reading: Reading) -> [Fact] {
        let document = reading.document
        return document.entities.compactMap { name in
            let pronoun = afterAge(name.tokens.upperBound, document) + 1
            guard name.kind == .person, pronoun + 2 < document.count, document.norm(pronoun - 1) == ",",
                document.norm(pronoun) == "who",
                document.sentence(of: pronoun) == document.sentence(of: name.tokens.lowerBound),
                let verb = reading.tree.head(of: pronoun), verb > pronoun,
                let clause = reading.clauses[verb], clause.polarity == .affirmed
            else { return nil }
            let end = reading.tree.subtree(of: verb).upperBound
            let tokens = reading.tree.trimmed(.span(pronoun + 1, end))
            guard tokens.count >= 2, !tokens.contains(where: reading.tree.isQuotationMark) else { return nil }
            return Fact(
                predicate: "be", rule: .modifier, cue: pronoun..<pronoun + 1,
                roles: [
                    Role(kind: .agent, tokens: name.tokens, head: reading.head(of: name.tokens)),
                    Role(kind: .attribute, tokens: tokens, head: verb),
                ], sentence: document.sentence(of: pronoun))
        }
    }

    /// Past the age of "Otto Brandt, 54, who ...".
    private static func afterAge(_ end: Int, _ document: Document) -> Int {
        let hasAge = end + 2 < document.count && document.norm(end) == "," && document.xpos[end + 1] == .cd
        return hasAge && document.norm(end + 2) == "," ? end + 2 : end
    }
}
