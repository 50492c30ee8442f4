import Language

/// Nouns that name somebody by what he does.
///
///     the vaccine's maker, Tessaly Pharma → make(agent: Tessaly Pharma, theme: the vaccine)
///     Ada Berg, the founder of the club → found(agent: Ada Berg, theme: the club)
struct AgentNouns {
    let reading: Reading

    /// What the descriptions among `facts` state beside themselves.
    func facts(from facts: [Fact]) -> [Fact] {
        facts.compactMap { fact in
            guard fact.predicate == "be", fact.polarity == .affirmed, let agent = fact.role(.agent),
                let attribute = fact.role(.attribute)
            else { return nil }
            let document = reading.document
            let noun = attribute.head
            guard document.upos[noun] == .noun,
                let verb = reading.lexicon.verbs.verb(ofAgent: document.lemma(noun).lowercased()),
                !attribute.tokens.contains(where: { ["former", "ex", "-"].contains(document.norm($0)) }),
                let theme = theme(of: noun), theme != agent.head
            else { return nil }
            return Fact(
                predicate: verb, classes: reading.lexicon.verbs.frame(ofVerb: verb)?.classes ?? [], rule: .nominal,
                cue: noun..<noun + 1,
                roles: [agent, reading.object(.theme, theme)], sentence: fact.sentence)
        }
    }

    /// What it is done to: the noun's owner, or what follows "of".
    private func theme(of noun: Int) -> Int? {
        let tree = reading.tree
        if let owner = tree.child(of: noun, .nmodPossessive) { return owner }
        return tree.children(of: noun, .nmod).first { child in
            tree.child(of: child, .case).map { ["of", "for"].contains(reading.document.norm($0)) } ?? false
        }
    }
}
