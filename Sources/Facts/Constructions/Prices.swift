import Language

/// What something costs, told as what its price is.
///
///     the price of the vaccine, currently $9 a dose → cost(agent: the vaccine, quantity: currently $9 a dose)
///     The fee for a licence is £40. → cost(agent: a licence, quantity: £40)
struct Prices {
    let reading: Reading

    /// What the prices among `facts` state beside themselves.
    func facts(from facts: [Fact]) -> [Fact] {
        guard let frame = reading.lexicon.verbs.frame(ofVerb: "cost") else { return [] }
        let reader = ClauseReader(tree: reading.tree, lexicon: reading.lexicon)
        return facts.compactMap { fact in
            guard fact.predicate == "be", fact.polarity == .affirmed, fact.rule != .modifier,
                let price = fact.role(.agent), let amount = fact.role(.attribute) ?? fact.role(.quantity),
                reading.lexicon.words[.price].contains(reading.document.lemma(price.head).lowercased()),
                amount.tokens.count <= 8,
                amount.tokens.contains(where: { reading.entity(at: $0)?.kind == .money }),
                let thing = reading.tree.children(of: price.head, .nmod).first(where: {
                    ["of", "for"].contains(reader.marker(of: $0))
                })
            else { return nil }
            return Fact(
                predicate: "cost", classes: frame.classes, rule: .modifier, cue: price.head..<price.head + 1,
                roles: [
                    reading.participant(.agent, thing),
                    Role(kind: .quantity, tokens: amount.tokens, head: amount.head),
                ], modality: fact.modality, sentence: fact.sentence)
        }
    }
}
