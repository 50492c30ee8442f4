import Language

/// "X is Y": what somebody or something is said to be; adjectives that state a stance.
///
///     The sanctions are not working. → be(agent: The sanctions, attribute: working), negated
///     The groups are afraid of the law. → afraid(agent: The groups, theme: the law)
enum Copulas: Construction {
    static func isCopular(_ clause: Clause, in reading: Reading) -> Bool {
        let tag = reading.document.upos[clause.head]
        return tag != .verb && tag != .aux
    }

    static func facts(in reading: Reading) -> [Fact] {
        var facts: [Fact] = []
        for clause in reading.orderedClauses where isCopular(clause, in: reading) || isInfinitive(clause, in: reading) {
            facts.append(identity(clause, in: reading))
            let lemma = reading.document.lemma(clause.head).lowercased()
            if let frame = reading.lexicon.verbs.frame(ofAdjective: lemma) {
                facts.append(stance(clause, lemma: lemma, frame: frame, in: reading))
            }
        }
        return facts
    }

    /// "the aim is to delay the opening"
    private static func isInfinitive(_ clause: Clause, in reading: Reading) -> Bool {
        guard reading.document.xpos[clause.head] == .vb, let copula = reading.tree.child(of: clause.head, .cop),
            let mark = reading.tree.child(of: clause.head, .mark), copula < mark, let subject = clause.subject
        else { return false }
        return reading.document.norm(mark) == "to" && reading.document.upos[subject] == .noun
    }

    /// "was opposed to the test", "is prepared to act": a participle that an adjective of stance is.
    static func stance(ofParticiple clause: Clause, in reading: Reading) -> Fact? {
        guard clause.isPassive, clause.passiveAgent == nil, clause.subject != nil, clause.object == nil,
            let frame = reading.lexicon.verbs.frame(ofAdjective: reading.document.norm(clause.head))
        else { return nil }
        let fact = stance(clause, lemma: reading.document.norm(clause.head), frame: frame, in: reading)
        return fact.role(.theme) == nil ? nil : fact
    }

    private static func identity(_ clause: Clause, in reading: Reading) -> Fact {
        var fact = base(clause, predicate: "be", in: reading)
        var attribute = Role(kind: .attribute, tokens: predicateSpan(clause, in: reading), head: clause.head)
        attribute.marker = ClauseReader(tree: reading.tree, lexicon: reading.lexicon).marker(of: clause.head)
        if reading.isTime(clause.head) { attribute.kind = .time }
        fact.roles.append(attribute)
        if reading.entity(at: clause.head)?.kind == .place, !attribute.marker.isEmpty {
            fact.roles.append(Role(kind: .place, marker: attribute.marker, tokens: attribute.tokens, head: clause.head))
        }
        return fact
    }

    private static func stance(_ clause: Clause, lemma: String, frame: VerbClasses.Frame, in reading: Reading) -> Fact {
        var fact = base(clause, predicate: lemma, in: reading)
        fact.classes = frame.classes
        if let complement = clause.complement
            ?? clause.adverbials.first(where: { $0.marker == "to" || $0.marker == "that" })?.head
        {
            fact.roles.append(reading.content(complement))
        } else if let oblique = clause.obliques.first(where: { frame.themeMarkers.contains($0.marker) }) {
            fact.roles.append(reading.object(.theme, oblique.head, marker: oblique.marker))
        }
        fact.isAttribution = clause.complement != nil
        return fact
    }

    private static func base(_ clause: Clause, predicate: String, in reading: Reading) -> Fact {
        var fact = Fact(
            predicate: predicate, rule: .copula, cue: clause.cue, polarity: clause.polarity, modality: clause.modality,
            sentence: reading.document.sentence(of: clause.head))
        if let subject = clause.subject { fact.roles.append(reading.participant(.agent, subject)) }
        fact.roles += clause.obliques.map { reading.circumstance($0, of: predicate) }
        fact.roles += clause.adverbials.map(reading.adverbial)
        for adverb in clause.adverbs where reading.isTime(adverb) {
            fact.roles.append(Role(kind: .time, tokens: adverb..<adverb + 1, head: adverb))
        }
        return fact
    }

    /// The predicate with its complements, from behind the copula on.
    private static func predicateSpan(_ clause: Clause, in reading: Reading) -> Range<Int> {
        let tree = reading.tree
        var lower = tree.fullPhrase(clause.head).lowerBound
        for child in tree.children(of: clause.head) where child < clause.head {
            if [.cop, .nsubj, .nsubjOuter, .aux, .mark, .cc].contains(tree.relation(child))
                || reading.document.norm(child) == "n't"
            {
                lower = max(lower, tree.subtree(of: child).upperBound)
            }
        }
        return tree.trimmed(
            .span(min(lower, clause.head), max(tree.fullPhrase(clause.head).upperBound, clause.head + 1)))
    }
}
