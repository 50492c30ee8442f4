import Language

/// Nouns that state what their verb states.
///
///     Ukraine's acceptance of the proposal → accept(agent: Ukraine, theme: the proposal)
///     held talks in Moscow → talk(agent: who held them, place: Moscow)
enum Nominals: Construction {
    static func facts(in reading: Reading) -> [Fact] {
        let document = reading.document
        return (0..<document.count).compactMap { token in
            guard document.upos[token] == .noun,
                let verb = reading.lexicon.verbs.verb(ofNoun: document.lemma(token).lowercased())
            else { return nil }
            let fact = fact(of: token, verb: verb, in: reading)
            return fact.roles.count >= 2 && fact.role(.agent) != nil ? fact : nil
        }
    }

    private static func fact(of noun: Int, verb: String, in reading: Reading) -> Fact {
        let tree = reading.tree
        let frame = reading.lexicon.verbs.frame(ofVerb: verb)
        var fact = Fact(
            predicate: verb, classes: frame?.classes ?? [], rule: .nominal, cue: noun..<noun + 1,
            sentence: reading.document.sentence(of: noun))
        if let owner = tree.child(of: noun, .nmodPossessive) ?? nationality(before: noun, in: reading) {
            fact.roles.append(reading.participant(.agent, owner))
        }
        let reader = ClauseReader(tree: tree, lexicon: reading.lexicon)
        for child in tree.children(of: noun) {
            switch tree.relation(child) {
            case .nmod:
                let marker = reader.marker(of: child)
                if marker == "by", fact.role(.agent) == nil {
                    fact.roles.append(reading.participant(.agent, child))
                } else if fact.role(.theme) == nil,
                    marker == "of" || marker == "that" || frame?.themeMarkers.contains(marker) == true,
                    !reading.isTime(child)
                {
                    fact.roles.append(reading.object(.theme, child, marker: marker))
                } else {
                    fact.roles.append(reading.circumstance(Clause.Oblique(head: child, marker: marker), of: verb))
                }
            case .acl where reader.marker(of: child) == "with":
                // "his meeting with them ended": what follows is taken for a clause.
                if fact.role(.theme) == nil, let other = tree.child(of: child, .nsubj) {
                    fact.roles.append(reading.participant(.theme, other, marker: "with"))
                }
            case .acl, .ccomp:
                if fact.role(.theme) == nil, tree.child(of: child, .mark) != nil {
                    fact.roles.append(reading.content(child))
                }
            default: break
            }
        }
        addLightVerb(over: noun, to: &fact, in: reading)
        fact.isAttribution = fact.role(.theme).map { reading.clauses[$0.head] != nil } ?? false
        return fact
    }

    /// "Russian demands": the nation is who demands.
    private static func nationality(before noun: Int, in reading: Reading) -> Int? {
        reading.tree.children(of: noun, .amod, .compound).first { reading.entity(at: $0)?.kind == .nationality }
    }

    /// "held talks", "made a decision": who did it and where is said of the verb.
    private static func addLightVerb(over noun: Int, to fact: inout Fact, in reading: Reading) {
        guard let verb = reading.tree.head(of: noun), let clause = reading.clauses[verb] else { return }
        switch reading.tree.relation(noun) {
        case .obj: guard reading.lexicon.words[.light].contains(clause.predicate) else { return }
        case .obl:
            // "handed in her resignation": the particle was taken for a preposition.
            let marker = ClauseReader(tree: reading.tree, lexicon: reading.lexicon).marker(of: noun)
            let lemma = reading.document.lemma(verb).lowercased()
            guard
                reading.lexicon.words[.light].contains("\(lemma)_\(marker)")
                    || reading.lexicon.words[.light].contains("\(lemma) \(marker)")
            else { return }
        default: return
        }
        if fact.role(.agent) == nil, let subject = clause.subject {
            fact.roles.insert(reading.participant(.agent, subject), at: 0)
        }
        fact.cue = .span(clause.cue.lowerBound, noun + 1)
        fact.polarity = clause.polarity
        fact.modality = clause.modality
        fact.roles += clause.obliques.map { reading.circumstance($0, of: fact.predicate) }
        if fact.role(.theme) == nil,
            let purpose = clause.complement ?? clause.adverbials.first(where: { $0.marker == "to" })?.head
        {
            fact.roles.append(reading.content(purpose))
        }
    }
}
