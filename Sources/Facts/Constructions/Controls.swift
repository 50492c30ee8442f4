import Language

/// "under Russian control", "in the hands of the rebels": who holds something.
///
///     the plant, which is under Russian control → control(agent: Russian, theme: the plant)
enum Controls: Construction {
    static func facts(in reading: Reading) -> [Fact] {
        let document = reading.document
        return (0..<document.count).compactMap { noun in
            guard document.upos[noun] == .noun,
                let verb = reading.lexicon.verbs.verb(ofNoun: document.lemma(noun).lowercased()),
                let frame = reading.lexicon.verbs.frame(ofVerb: verb),
                ClauseReader(tree: reading.tree, lexicon: reading.lexicon).marker(of: noun) == "under",
                let holder = reading.tree.child(of: noun, .nmodPossessive, .nmod, .amod, .compound),
                let held = held(noun, in: reading)
            else { return nil }
            let clause = reading.clauses[noun]
            return Fact(
                predicate: verb, classes: frame.classes, rule: .control, cue: reading.tree.subtree(of: noun),
                roles: [reading.participant(.agent, holder), reading.participant(.theme, held)],
                polarity: clause?.polarity ?? .affirmed,
                modality: clause?.modality ?? .asserted, sentence: document.sentence(of: noun))
        }
    }

    private static func held(_ noun: Int, in reading: Reading) -> Int? {
        if let clause = reading.clauses[noun] { return clause.subject }
        guard let head = reading.tree.head(of: noun) else { return nil }
        if let clause = reading.clauses[head] {
            return clause.isPassive ? clause.subject : clause.object ?? clause.subject
        }
        return reading.isNominal(head) ? head : nil
    }
}
