import Language

/// Verbs and adjectives, with their objects, clauses and prepositional phrases as contents.
///
///     They {accused} him of fraud. She is {confident} that it will pass. He {is believed} to have left.
struct PredicateCandidates {
    let reading: Reading
    private var tree: DependencyTree { reading.tree }
    private var document: Document { reading.document }

    func candidates(at head: Int) -> [AttributionCandidate] {
        let isVerb = document.upos[head] == .verb && ![.case, .fixed].contains(tree.relation(head))
        guard isVerb || document.upos[head] == .adj && (reading.clauses[head] != nil || hasContent(head)) else {
            return []
        }
        var found: [AttributionCandidate] = []
        let isPassive = reading.clauses[head]?.isPassive ?? false
        let source = source(of: head, isPassive: isPassive)
        let cue = reading.clauses[head]?.cue ?? head..<head + 1
        let passiveSubject = isPassive ? tree.child(of: head, .nsubjPassive) ?? reading.clauses[head]?.subject : nil
        let experiencer = isPassive && reading.clauses[head]?.passiveAgent == nil ? passiveSubject : nil
        func add(
            _ shape: AttributionCandidate.Shape, _ contentHead: Int, _ ranges: [Range<Int>], marker: String = "",
            extent: AttributionCandidate.Extent = .whole, source other: Int?? = nil
        ) {
            let source = other ?? source
            let content = ranges.map(reading.trimmedPunctuation).filter { !$0.isEmpty }
            guard !content.isEmpty, !content.contains(where: { $0.contains(head) }) else { return }
            found.append(
                AttributionCandidate(
                    head: head, cue: cue, source: source,
                    sourceSpans: source.map { reading.sourceSpans($0, cue: head) } ?? [], shape: shape,
                    extent: extent, contentHead: contentHead, marker: marker, content: content))
        }
        func addExtents(
            _ shape: AttributionCandidate.Shape, _ contentHead: Int, _ range: Range<Int>, marker: String = "", end: Int
        ) {
            add(shape, contentHead, [range], marker: marker)
            let cut = reading.cut(range, at: contentHead)
            if cut != range { add(shape, contentHead, [cut], marker: marker, extent: .cut) }
            if range.lowerBound > head, end > range.upperBound {
                add(shape, contentHead, [range.lowerBound..<end], marker: marker, extent: .long)
            }
            if isPassive, let experiencer, [.clause, .infinitive, .oblique, .adverbial].contains(shape) {
                // "was determined to leave": who is so is the source.
                add(shape, contentHead, [range], marker: marker, source: experiencer)
            }
        }

        let reader = ClauseReader(tree: tree, lexicon: reading.lexicon)
        let end = rest(after: head)
        let object = tree.child(of: head, .obj)
        for child in tree.children(of: head) {
            let range = tree.subtree(of: child)
            switch tree.relation(child) {
            case .ccomp: addExtents(.clause, child, range, marker: mark(of: child), end: end)
            case .xcomp:
                addExtents(.infinitive, child, range, marker: mark(of: child), end: end)
                if let object, object < child {
                    add(.objectInfinitive, child, [tree.subtree(of: object).lowerBound..<range.upperBound])
                }
                if let subject = passiveSubject ?? reading.clauses[head]?.subject {
                    let subjectRange = tree.subtree(of: subject)
                    if !subjectRange.contains(head), subjectRange.upperBound <= range.lowerBound {
                        add(.raised, child, [subjectRange, range], source: reading.clauses[head]?.passiveAgent)
                    }
                }
            case .obj:
                addExtents(.object, child, range, end: end)
            case .obl, .nmod, .oblAgent:
                guard child > head else { break }
                let marker = reader.marker(of: child)
                let lower =
                    tree.children(of: child, .case).last { $0 < child }.map { tree.subtree(of: $0).upperBound }
                    ?? range.lowerBound
                if lower <= child { addExtents(.oblique, child, lower..<range.upperBound, marker: marker, end: end) }
            case .advcl:
                if child > head, let mark = tree.child(of: child, .mark, .case),
                    document.upos[mark] == .adp || document.upos[mark] == .sconj, document.xpos[child] == .vbg,
                    mark + 1 <= child
                {
                    // "called for eliminating": the preposition belongs to the cue.
                    addExtents(.oblique, child, mark + 1..<range.upperBound, marker: document.norm(mark), end: end)
                }
                if child > head { addExtents(.adverbial, child, range, marker: mark(of: child), end: end) }
            case .parataxis:
                if child > head { add(.loose, child, [range]) }
            default: break
            }
        }
        if let passiveSubject, !tree.subtree(of: passiveSubject).contains(head) {
            add(.passiveSubject, passiveSubject, [tree.subtree(of: passiveSubject)])
        }
        if [.parataxis, .advcl].contains(tree.relation(head)), let governor = tree.head(of: head) {
            let own = tree.subtree(of: head)
            let content = reading.spans(of: tree.subtree(of: governor), without: own)
            if !content.isEmpty { add(.governor, governor, content, marker: mark(of: head)) }
        }
        if [.aclRelative, .acl].contains(tree.relation(head)), let noun = tree.head(of: head), noun < head {
            let lower = tree.subtree(of: noun).lowerBound
            let upper = tree.subtree(of: head).lowerBound
            if lower < upper {
                add(
                    .antecedent, noun, [lower..<upper],
                    source: reading.clauses[head]?.subject == noun && !isPassive ? nil : source)
            }
        }
        if isVerb {
            let own = reading.withoutSpeech(head, cue: cue, source: source)
            if own.count > 0 { add(.around, own[0].lowerBound, own) }
            let sentence = document.sentences[document.sentence(of: head)].tokens
            // "said" and a clause that the tree has in pieces.
            if cue.upperBound + 2 < sentence.upperBound {
                add(
                    .toEnd, cue.upperBound, [cue.upperBound..<sentence.upperBound],
                    marker: document.norm(cue.upperBound))
            }
        }
        if isVerb || found.isEmpty {
            let quotations = QuotedContent(reading: reading)
            if let alone = quotations.beside(head) {
                add(.quotation, alone[0].lowerBound, alone)
                let all = quotations.continued(from: alone, head)
                if all != alone { add(.quotations, alone[0].lowerBound, all) }
            }
        }
        return found
    }

    private func hasContent(_ head: Int) -> Bool { tree.child(of: head, .ccomp, .xcomp, .advcl, .obl) != nil }

    /// Who does it, as the sentence names it: a relative pronoun where one stands there.
    private func source(of head: Int, isPassive: Bool) -> Int? {
        let clause = reading.clauses[head]
        if isPassive { return clause?.passiveAgent }
        if let subject = tree.child(of: head, .nsubj),
            [.wdt, .wp].contains(document.xpos[subject]) || document.norm(subject) == "that"
        {
            return subject
        }
        if let subject = clause?.subject { return subject }
        if document.upos[head] == .verb, tree.relation(head) != .amod, let beside = speakerBeside(head) {
            return beside
        }
        return tree.relation(head) == .amod ? nil : subjectAbove(head)
    }

    /// The subject of the nearest clause above that has one, for participles and infinitives.
    private func subjectAbove(_ head: Int) -> Int? {
        var current = head
        var steps = 0
        while let above = tree.head(of: current), steps < 4 {
            if [.acl, .aclRelative].contains(tree.relation(current)), reading.isNominal(above) { return above }
            if let clause = reading.clauses[above], let subject = clause.subject,
                !tree.subtree(of: subject).contains(head)
            {
                return subject
            }
            (current, steps) = (above, steps + 1)
        }
        return nil
    }

    /// The name or noun phrase that stands right before or behind a finite verb without a subject: `" said Ada Berg.`
    private func speakerBeside(_ head: Int) -> Int? {
        guard [.vbd, .vbz, .vbp].contains(document.xpos[head]) else { return nil }
        let sentence = document.sentences[document.sentence(of: head)].tokens
        func top(_ token: Int) -> Int {
            var top = token
            while let above = tree.head(of: top), above != head, sentence.contains(above),
                [.flat, .compound, .det, .nmodPossessive, .amod, .nmodDescription].contains(tree.relation(top))
            {
                top = above
            }
            return top
        }
        var after = head + 1
        while after < sentence.upperBound, [.det, .adj].contains(document.upos[after]) { after += 1 }
        if after < sentence.upperBound, [.propn, .noun, .pron].contains(document.upos[after]),
            reading.quotation(at: after) == nil,
            head > sentence.lowerBound, document.upos[head - 1] == .punct
        {
            return top(after)
        }
        if head > sentence.lowerBound, [.propn, .noun, .pron].contains(document.upos[head - 1]),
            reading.quotation(at: head - 1) == nil
        {
            return top(head - 1)
        }
        return nil
    }

    private func mark(of head: Int) -> String {
        if let mark = tree.child(of: head, .mark) { return document.norm(mark) }
        return tree.child(of: head, .advmod, .obj, .nsubj).flatMap {
            [.wrb, .wp, .wdt].contains(document.xpos[$0]) ? document.norm($0) : nil
        } ?? ""
    }

    /// Where the verb's phrase ends on its right, without loose and coordinated clauses.
    private func rest(after head: Int) -> Int {
        var end = head + 1
        for child in tree.children(of: head) where child > head {
            guard ![.parataxis, .conj, .cc, .punct, .discourse].contains(tree.relation(child)) else { continue }
            let range = tree.subtree(of: child)
            if tree.relation(child) == .advcl, range.lowerBound > 0, document.norm(range.lowerBound - 1) == "," {
                continue
            }
            end = max(end, range.upperBound)
        }
        return end
    }
}
