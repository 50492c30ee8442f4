import Language

/// Polarity and modality of a clause, from negation, auxiliaries and what governs it.
extension ClauseReader {
    /// The word lists have spaces where predicates have "_".
    private func isIn(_ list: WordLists.Name, _ predicate: String) -> Bool {
        lexicon.words[list].contains(
            predicate.contains("_") ? predicate.split(separator: "_").joined(separator: " ") : predicate)
    }

    func stating(_ head: Int, above: [Int: Clause]) -> (Polarity, Modality) {
        if isStillToCome(head) { return (.negated, .asserted) }
        var polarity: Polarity = isNegated(head) ? .negated : .affirmed
        var modality = Modality.asserted
        let auxiliaries = tree.children(of: head, .aux, .cop)
        // "does not, and never will, accept": it does not.
        let isStated = auxiliaries.contains { ["do", "does", "did"].contains(document.norm($0)) }
        for child in auxiliaries where !isStated {
            modality = self.modality(ofAuxiliary: document.norm(child)) ?? modality
        }
        if tree.child(of: head, .mark).map({ ["if", "unless", "whether"].contains(document.norm($0)) }) == true {
            modality = .conditional
        }
        // "his plan to leave", but not "the ruling that he was leaving".
        if tree.relation(head) == .acl, let noun = tree.head(of: head),
            document.xpos[head] == .vb || auxiliaries.isEmpty || isInfinitive(auxiliaries),
            lexicon.words[.infinitiveNoun].contains(document.lemma(noun).lowercased())
        {
            // "has no plans to leave": he will not leave.
            if modality == .asserted { modality = .planned }
            if tree.children(of: noun, .det).contains(where: { document.norm($0) == "no" }) {
                polarity = polarity.inverted
            }
            if let verb = tree.head(of: noun), let matrix = above[verb], tree.relation(noun) == .obj,
                matrix.polarity == .negated,
                polarity == .affirmed
            {
                polarity = .negated
            }
            return (polarity, modality)
        }
        guard let governor = tree.head(of: head), let matrix = above[governor] else { return (polarity, modality) }
        switch tree.relation(head) {
        case .ccomp where document.xpos[head] == .vbg && isIn(.infinitiveNegated, matrix.predicate):
            // "ruled out closing it"
            modality = .planned
            polarity = polarity.inverted
        case .xcomp:
            if let nested = self.modality(ofInfinitiveAfter: matrix.predicate) {
                modality = nested
            } else if modality == .asserted {
                modality = matrix.modality
            }
            if isIn(.infinitiveNegated, matrix.predicate) { polarity = polarity.inverted }
            if matrix.polarity == .negated { polarity = polarity.inverted }
        case .conj:
            // "will come and see", "did not come or call": the auxiliary counts for both where the second has no own subject.
            if tree.child(of: head, .nsubj, .nsubjPassive, .aux) == nil {
                if modality == .asserted { modality = matrix.modality }
            }
        case .advcl:
            if modality == .asserted, tree.child(of: head, .mark).map({ document.norm($0) == "to" }) == true {
                // "called on the mayor to resign"
                modality = addressed(by: matrix, toDo: head) == nil ? .planned : .demanded
            }
        default:
            break
        }
        return (polarity, modality)
    }

    private func isInfinitive(_ auxiliaries: [Int]) -> Bool { auxiliaries.contains { document.xpos[$0] == .vb } }

    /// "has yet {to approve} it", "is yet to decide".
    private func isStillToCome(_ head: Int) -> Bool {
        tree.children(of: head, .mark).contains {
            document.norm($0) == "to" && $0 > 0 && document.norm($0 - 1) == "yet"
        }
    }

    private func isNegated(_ head: Int) -> Bool {
        for child in tree.children(of: head) {
            switch tree.relation(child) {
            case .advmod, .aux, .cop, .det, .advcl:
                if lexicon.words[.negation].contains(document.norm(child)) { return true }
            case .nsubj, .obj, .nsubjPassive:
                if ["nobody", "none", "nothing", "neither"].contains(document.norm(child)) { return true }
                if let determiner = tree.child(of: child, .det, .advmod, .amod, .compound),
                    ["no", "neither", "not"].contains(document.norm(determiner))
                {
                    return true
                }
            default: break
            }
        }
        return false
    }

    private func modality(ofAuxiliary norm: String) -> Modality? {
        switch norm {
        case "will", "'ll", "shall", "wo": .planned
        case "may", "might", "could", "can", "ca": .possible
        case "must", "should", "ought": .demanded
        case "would", "'d": .conditional
        default: nil
        }
    }

    /// How the infinitive after a verb or adjective is stated: "plans to leave", "must leave".
    private func modality(ofInfinitiveAfter predicate: String) -> Modality? {
        if isIn(.infinitivePlanned, predicate) { return .planned }
        if isIn(.infinitiveDemanded, predicate) { return .demanded }
        return nil
    }
}
