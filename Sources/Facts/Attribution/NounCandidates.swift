import Language

/// Nouns with who has them and what they are about.
///
///     the council's {claim} that it fits; {criticism} of the mayor by voters; made a {promise} to leave
struct NounCandidates {
    let reading: Reading
    private var tree: DependencyTree { reading.tree }
    private var document: Document { reading.document }

    func candidates(at head: Int) -> [AttributionCandidate] {
        guard document.upos[head] == .noun else { return [] }
        let source = source(of: head)
        let reader = ClauseReader(tree: tree, lexicon: reading.lexicon)
        let isKnown = reading.lexicon.verbs.verb(ofNoun: document.lemma(head).lowercased()) != nil
        var found: [AttributionCandidate] = []
        func add(_ shape: AttributionCandidate.Shape, _ contentHead: Int, _ range: Range<Int>, marker: String) {
            let range = reading.trimmedPunctuation(range)
            guard !range.isEmpty, !range.contains(head) else { return }
            let light = lightVerb(over: head)
            var candidate = AttributionCandidate(
                head: head, cue: min(light ?? head, head)..<head + 1, source: source,
                sourceSpans: source.map { reading.sourceSpans($0, cue: head) } ?? [], shape: shape,
                contentHead: contentHead, marker: marker,
                content: [range])
            found.append(candidate)
            if source != nil, tree.child(of: head, .nmodPossessive) == nil {
                // Without an owner it may be anybody's.
                candidate.source = nil
                candidate.sourceSpans = []
                found.append(candidate)
            }
            let cut = reading.cut(range, at: contentHead)
            if cut != range, !cut.isEmpty {
                candidate = found[found.count - 1]
                candidate.content = [cut]
                candidate.extent = .cut
                found.append(candidate)
            }
        }
        for child in tree.children(of: head) where child != source && child > head {
            let range = tree.subtree(of: child)
            switch tree.relation(child) {
            case .acl, .ccomp, .aclRelative, .xcomp:
                guard let mark = tree.child(of: child, .mark), mark > head else { break }
                add(.nounClause, child, range, marker: document.norm(mark))
            case .nmod:
                let marker = reader.marker(of: child)
                let lower =
                    tree.children(of: child, .case).last { $0 < child }.map { tree.subtree(of: $0).upperBound }
                    ?? range.lowerBound
                if lower <= child { add(.nounPhrase, child, lower..<range.upperBound, marker: marker) }
            default: break
            }
        }
        if let verb = lightVerb(over: head) {
            for child in tree.children(of: verb, .xcomp, .ccomp, .advcl, .obl) where child > head {
                let range = tree.subtree(of: child)
                if tree.relation(child) == .obl {
                    let lower =
                        tree.children(of: child, .case).last { $0 < child }.map { tree.subtree(of: $0).upperBound }
                        ?? range.lowerBound
                    if lower <= child {
                        add(.nounPhrase, child, lower..<range.upperBound, marker: reader.marker(of: child))
                    }
                } else {
                    add(.nounClause, child, range, marker: tree.child(of: child, .mark).map { document.norm($0) } ?? "")
                }
            }
        }
        if isKnown {
            // "Norland's land claims": what stands before the noun is what it is about.
            for child in tree.children(of: head, .compound, .amod)
            where child != source && document.upos[child] != .verb {
                add(.ownedNoun, child, tree.subtree(of: child), marker: "")
            }
            // "The claim is that ..."
            if let subjectOf = tree.head(of: head), [.nsubj, .nsubjOuter].contains(tree.relation(head)),
                tree.child(of: subjectOf, .cop) != nil,
                let copula = tree.child(of: subjectOf, .cop), copula > head
            {
                add(
                    .nounClause, subjectOf, copula + 1..<max(tree.subtree(of: subjectOf).upperBound, copula + 1),
                    marker: "be")
            }
        }
        return found
    }

    private func lightVerb(over noun: Int) -> Int? {
        guard tree.relation(noun) == .obj, let verb = tree.head(of: noun), verb < noun else { return nil }
        return verb
    }

    /// Its owner, who makes it, or the subject of the verb whose object it is.
    private func source(of noun: Int) -> Int? {
        if let owner = tree.child(of: noun, .nmodPossessive) { return owner }
        let reader = ClauseReader(tree: tree, lexicon: reading.lexicon)
        let phrases = tree.children(of: noun, .nmod)
        for marker in ["by", "from", "among"] {
            if let source = phrases.first(where: { reader.marker(of: $0) == marker }) { return source }
        }
        if let nation = tree.children(of: noun, .amod, .compound).first(where: { child in
            reading.entity(at: child).map { [.nationality, .person, .organization, .place].contains($0.kind) } ?? false
        }) {
            return nation
        }
        if let verb = lightVerb(over: noun), let clause = reading.clauses[verb] {
            return clause.isPassive ? clause.passiveAgent : clause.subject
        }
        return nil
    }
}
