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
            return fact.roles.count >= 2
                && (fact.role(.agent) != nil || fact.role(.theme) != nil && isUndergone(token, in: reading))
                ? fact : nil
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
            case .nmod, .obl:
                let marker = reader.marker(of: child)
                if marker == "by" || marker == "from" && isGiver(child, of: verb, reading),
                    fact.role(.agent) == nil
                {
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
        addSufferer(of: noun, to: &fact, in: reading)
        addParty(of: noun, to: &fact, in: reading)
        fact.isAttribution = fact.role(.theme).map { reading.clauses[$0.head] != nil } ?? false
        return fact
    }

    /// "an offer of help from Norland": who makes it.
    private static func isParty(_ token: Int, _ reading: Reading) -> Bool {
        reading.isRole(token)
            || reading.entity(at: token).map { [.person, .organization, .place].contains($0.kind) } ?? false
    }

    /// "an offer from Norland", "a loan from a group of banks": what is said or given comes from somebody.
    private static func isGiver(_ token: Int, of verb: String, _ reading: Reading) -> Bool {
        if reading.isInClass(verb, "say") { return isParty(token, reading) }
        guard reading.isInClass(verb, "give") else { return false }
        let lemma = reading.document.lemma(token).lowercased()
        return isParty(token, reading) || reading.lexicon.words[.kindOrganization].contains(lemma)
            || reading.lexicon.words[.kindCountry].contains(lemma)
    }

    /// "Russian demands": the nation is who demands.
    private static func nationality(before noun: Int, in reading: Reading) -> Int? {
        reading.tree.children(of: noun, .amod, .compound).first { reading.entity(at: $0)?.kind == .nationality }
    }

    /// "drew criticism for the ban": its subject is who is criticized.
    private static func isUndergone(_ noun: Int, in reading: Reading) -> Bool {
        guard [.obj, .conj].contains(reading.tree.relation(noun)), let clause = undergoing(noun, in: reading) else {
            return false
        }
        return !clause.isPassive && clause.subject != nil
    }

    private static func undergoing(_ noun: Int, in reading: Reading) -> Clause? {
        var top = noun
        if reading.tree.relation(top) == .conj, let first = reading.tree.head(of: top) { top = first }
        guard let verb = reading.tree.head(of: top), let clause = reading.clauses[verb],
            reading.lexicon.words[.lightPassive].contains(clause.predicate)
        else { return nil }
        return clause
    }

    private static func addSufferer(of noun: Int, to fact: inout Fact, in reading: Reading) {
        guard isUndergone(noun, in: reading),
            fact.role(.agent) == nil || reading.tree.child(of: noun, .nmodPossessive) == nil,
            let clause = undergoing(noun, in: reading), let subject = clause.subject
        else { return }
        // "criticism for his plan" tells why.
        for index in fact.roles.indices
        where fact.roles[index].kind == .theme && ["for", "over"].contains(fact.roles[index].marker) {
            fact.roles[index].kind = .reason
        }
        if fact.role(.reason) == nil,
            let reason = clause.obliques.first(where: {
                ["for", "over"].contains($0.marker) && !reading.isTime($0.head)
            })
        {
            fact.roles.append(reading.object(.reason, reason.head, marker: reason.marker))
        }
        // "criticism of his plan" tells what is criticized.
        if fact.role(.theme) == nil {
            fact.roles.append(reading.participant(.theme, subject))
        } else if reading.lexicon.verbs.frame(ofVerb: fact.predicate)?.addressesObject == true {
            fact.roles.append(reading.participant(.recipient, subject))
        }
        fact.polarity = clause.polarity
        fact.modality = clause.modality
        for index in fact.roles.indices where fact.roles[index].marker == "for" && fact.roles[index].kind == .oblique {
            fact.roles[index].kind = .reason
        }
        if fact.role(.agent) == nil, let source = clause.obliques.first(where: { $0.marker == "from" }) {
            fact.roles.insert(reading.participant(.agent, source.head), at: 0)
        }
    }

    /// "said after meeting with Ada Berg": who said it met her.
    private static func addParty(of noun: Int, to fact: inout Fact, in reading: Reading) {
        guard fact.role(.agent) == nil,
            fact.classes.contains(where: { reading.lexicon.verbs[$0].symmetricMarker != nil }),
            fact.roles.contains(where: { $0.marker == "with" }),
            reading.tree.relation(noun) == .obl || reading.tree.relation(noun) == .advcl,
            let verb = reading.tree.head(of: noun),
            let clause = reading.clauses[verb], let subject = clause.subject, !clause.isPassive,
            ["after", "before", "during", "in", "at", "following"].contains(
                ClauseReader(tree: reading.tree, lexicon: reading.lexicon).marker(of: noun))
        else { return }
        fact.roles.insert(reading.participant(.agent, subject), at: 0)
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
        let markers = reading.lexicon.verbs.frame(ofVerb: fact.predicate)?.themeMarkers ?? []
        for oblique in clause.obliques {
            if fact.role(.theme) == nil, oblique.head > noun, markers.contains(oblique.marker),
                !reading.isTime(oblique.head)
            {
                // "opened an inquiry into the sale"
                fact.roles.append(reading.object(.theme, oblique.head, marker: oblique.marker))
            } else {
                fact.roles.append(reading.circumstance(oblique, of: fact.predicate))
            }
        }
        // "opened an inquiry into whether they knew"
        if fact.role(.theme) == nil, let frame = reading.lexicon.verbs.frame(ofVerb: fact.predicate),
            let content = clause.adverbials.first(where: { adverbial in
                adverbial.head > noun
                    && frame.themeMarkers.contains { adverbial.marker == $0 || adverbial.marker.hasPrefix($0 + " ") }
            })
        {
            fact.roles.append(reading.content(content.head))
        }
        // "issued an order of the commander that they should leave": the clause is what is ordered.
        if let content = clause.complement, content > noun,
            reading.tree.child(of: content, .mark).map({ reading.document.norm($0) == "that" }) ?? false
        {
            fact.roles.removeAll { $0.kind == .theme }
            fact.roles.append(reading.content(content))
        }
        if fact.role(.theme) == nil,
            let purpose = clause.complement ?? clause.adverbials.first(where: { $0.marker == "to" })?.head
        {
            fact.roles.append(reading.content(purpose))
        }
    }
}
