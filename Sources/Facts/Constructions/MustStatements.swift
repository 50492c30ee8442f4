import Language

/// Who says that something must be done demands it.
///
///     She said that Russia must return the land. → demand(agent: She, theme: Russia must return the land)
struct MustStatements {
    let reading: Reading

    func facts(from facts: [Fact]) -> [Fact] {
        guard let demand = reading.lexicon.verbs.id(named: "demand") else { return [] }
        return facts.flatMap { fact -> [Fact] in
            guard fact.isAttribution, reading.isInClass(fact.predicate, "say"), let theme = fact.role(.theme),
                let agent = fact.role(.agent),
                theme.marker != "whether", theme.marker != "if"
            else { return [] }
            return clauses(of: theme).filter(isDemanding).map { head in
                let range =
                    contained(in: head) ?? (head == theme.head ? ownPart(head) : reading.tree.clausePhrase(head))
                return Fact(
                    predicate: "demand", classes: [demand], rule: .mustStatement, cue: fact.cue,
                    roles: [agent, Role(kind: .theme, tokens: range.clamped(to: theme.tokens), head: head)],
                    polarity: fact.polarity,
                    modality: .demanded, sentence: fact.sentence)
            }
        }
    }

    /// "any deal must include guarantees": the guarantees are what is demanded.
    private func contained(in head: Int) -> Range<Int>? {
        guard let clause = reading.clauses[head], reading.lexicon.words[.containing].contains(clause.predicate),
            let object = clause.object
        else { return nil }
        return reading.object(.theme, object).tokens
    }

    /// The content's clause and what is coordinated with it.
    private func clauses(of theme: Role) -> [Int] {
        ([theme.head] + reading.tree.children(of: theme.head, .conj)).filter {
            reading.clauses[$0] != nil && theme.tokens.contains($0)
        }
    }

    private func isDemanding(_ head: Int) -> Bool {
        if reading.tree.children(of: head, .aux).contains(where: {
            reading.lexicon.words[.must].contains(reading.document.norm($0))
        }) {
            return true
        }
        // "needs to leave", "has to leave"
        guard let clause = reading.clauses[head], let complement = clause.complement else { return false }
        return reading.lexicon.words[.mustVerb].contains(clause.predicate)
            && reading.tree.relation(complement) == .xcomp
    }

    /// The clause without those coordinated with it.
    private func ownPart(_ head: Int) -> Range<Int> {
        var range = reading.tree.clausePhrase(head)
        for conjunct in reading.tree.children(of: head, .conj) where conjunct > head && reading.clauses[conjunct] != nil
        {
            range = .span(
                range.lowerBound, max(head + 1, min(range.upperBound, reading.tree.subtree(of: conjunct).lowerBound)))
        }
        return reading.tree.trimmed(range)
    }
}
