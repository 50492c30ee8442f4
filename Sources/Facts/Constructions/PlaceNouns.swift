import Language

/// Nouns for where something is or was done.
///
///     Its epicentre was 20 kilometres west of Neral. → centre(theme: Its, place: 20 kilometres west of Neral)
///     The headquarters of Orrin Foods are in Belmont. → base(theme: Orrin Foods, place: Belmont)
struct PlaceNouns {
    let reading: Reading

    /// What the facts that tell where such a place is state beside themselves.
    func facts(from facts: [Fact]) -> [Fact] {
        facts.compactMap { fact in
            guard fact.rule == .copula || fact.rule == .clause,
                ["be", "lie", "sit", "stand", "locate"].contains(fact.predicate),
                let noun = fact.role(fact.predicate == "locate" ? .theme : .agent)?.head,
                let verb = reading.lexicon.verbs.verb(ofPlace: reading.document.lemma(noun).lowercased()),
                let owner = owner(of: noun), let place = place(in: fact)
            else { return nil }
            return Fact(
                predicate: verb, classes: reading.lexicon.verbs.frame(ofVerb: verb)?.classes ?? [], rule: .nominal,
                cue: noun..<noun + 1,
                roles: [
                    reading.participant(.theme, owner),
                    Role(kind: .place, marker: place.marker, tokens: place.tokens, head: place.head),
                ], polarity: fact.polarity, modality: fact.modality, sentence: fact.sentence)
        }
    }

    private func owner(of noun: Int) -> Int? {
        if let owner = reading.tree.child(of: noun, .nmodPossessive) { return owner }
        return reading.tree.children(of: noun, .nmod).first { child in
            reading.tree.child(of: child, .case).map { ["of", "for"].contains(reading.document.norm($0)) } ?? false
        }
    }

    /// "20 kilometres west of Neral" may be taken for a time or for what it is.
    private func place(in fact: Fact) -> Role? {
        let document = reading.document
        func has(_ role: Role, _ isTold: (Int) -> Bool) -> Bool {
            [.attribute, .time, .quantity, .oblique].contains(role.kind) && role.tokens.contains(where: isTold)
        }
        return fact.roles.first { has($0) { reading.lexicon.words[.direction].contains(document.norm($0)) } }
            ?? fact.role(.place) ?? fact.roles.first { has($0) { reading.entity(at: $0)?.kind == .place } }
    }
}
