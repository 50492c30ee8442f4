import Language

/// What the choice among candidates looks at.
struct AttributionFeatures {
    /// Change a template and the weights must be trained again: add to the version.
    static let templates =
        "attributions 3: cue shape extent marker classes fields source content quotation context alternatives evidence"
    static let capacity = 144

    let reading: Reading
    let fields: WordFields
    private var document: Document { reading.document }
    private var tree: DependencyTree { reading.tree }

    /// Writes the features of one candidate; `others` are all readings of its cue.
    func fill(_ features: inout FeatureBuffer, _ candidate: AttributionCandidate, among others: [AttributionCandidate])
    {
        features.removeAll()
        let head = candidate.head
        let shape = candidate.shape.rawValue * 3 + candidate.extent.rawValue + 1
        let lemma = word(reading.clauses[head]?.predicate ?? document.lemma(head).lowercased())
        let plain = word(document.lemma(head).lowercased())
        let marker = word(candidate.marker)
        let tag = UInt64(document.xpos[head].rawValue)
        let source = sourceKind(candidate)
        let contentLemma = word(document.lemma(candidate.contentHead).lowercased())
        let contentTag = UInt64(document.xpos[candidate.contentHead].rawValue)
        let first = candidate.content[0].lowerBound
        var kinds: UInt64 = 0
        for other in others { kinds |= 1 << other.shape.rawValue }

        features.add(0, shape)
        features.add(1, lemma, shape)
        features.add(2, lemma, shape, marker)
        features.add(3, shape, marker)
        features.add(4, shape, source)
        features.add(5, lemma, source)
        features.add(6, shape, tag)
        features.add(7, plain)
        features.add(8, plain, marker)
        features.add(9, shape, contentTag, marker)
        features.add(10, shape, contentLemma)
        features.add(11, plain, contentLemma)
        features.add(12, plain, contentTag)
        features.add(13, shape, length(candidate.size))
        let quoted = quotedness(candidate)
        features.add(14, shape, quoted)
        features.add(15, lemma, quoted, shape)
        let isQuoted: UInt64 = reading.quotation(at: head) == nil ? 0 : 1
        features.add(16, shape, isQuoted)
        features.add(17, shape, UInt64(tree.relation(head).rawValue))
        features.add(18, lemma, UInt64(tree.relation(head).rawValue))
        let above = tree.head(of: head).map { word(document.lemma($0).lowercased()) } ?? 0
        features.add(19, above, UInt64(tree.relation(head).rawValue))
        features.add(20, shape, kinds)
        features.add(21, lemma, shape, kinds)
        features.add(22, shape, word(document.norm(first)))
        features.add(23, plain, word(document.norm(first)))
        features.add(24, shape, head > 0 ? word(document.norm(head - 1)) : 0)
        features.add(25, shape, head + 1 < document.count ? word(document.norm(head + 1)) : 0)
        features.add(26, lemma, head + 1 < document.count ? word(document.norm(head + 1)) : 0)
        if let clause = reading.clauses[head] {
            features.add(27, shape, clause.polarity == .negated ? 1 : 0, modality(clause.modality))
            features.add(28, lemma, clause.polarity == .negated ? 1 : 0, modality(clause.modality))
            features.add(29, shape, clause.isPassive ? 1 : 0, tag)
            features.add(30, lemma, clause.isPassive ? 1 : 0)
        }
        if let who = candidate.source {
            features.add(31, shape, word(document.lemma(who).lowercased()))
            features.add(32, word(document.lemma(who).lowercased()))
            features.add(33, lemma, word(document.lemma(who).lowercased()))
            features.add(34, shape, UInt64(tree.relation(who).rawValue), who < head ? 1 : 0)
        }
        let distance =
            first > head
            ? first - candidate.cue.upperBound
            : candidate.cue.lowerBound - candidate.content[candidate.content.count - 1].upperBound
        features.add(35, shape, first > head ? 1 : 0, length(max(0, distance)))
        features.add(36, shape, UInt64(candidate.content.count))
        let paragraph = document.sentences[document.sentence(of: head)].paragraph
        features.add(37, shape, paragraph == 0 ? 1 : 0)
        features.add(38, suffix(document.lemma(head)), shape, tag)
        let frame =
            reading.lexicon.verbs.frame(ofVerb: reading.clauses[head]?.predicate ?? document.lemma(head).lowercased())
            ?? reading.lexicon.verbs.frame(ofAdjective: document.lemma(head).lowercased())
            ?? reading.lexicon.verbs.verb(ofNoun: document.lemma(head).lowercased()).flatMap(
                reading.lexicon.verbs.frame(ofVerb:))
        features.add(39, shape, frame == nil ? 0 : 1, tag)
        for verbClass in (frame?.classes ?? []).prefix(6) {
            features.add(40, UInt64(verbClass.index), shape)
            features.add(41, UInt64(verbClass.index), shape, marker)
            features.add(42, UInt64(verbClass.index), source)
        }
        addEvidence(&features, candidate, shape)
        // What bounds the content: the words on both sides of its ends.
        let last = candidate.content[candidate.content.count - 1].upperBound - 1
        features.add(47, shape, last + 1 < document.count ? word(document.norm(last + 1)) : 0)
        features.add(
            48, shape, UInt64(document.xpos[last].rawValue),
            last + 1 < document.count ? UInt64(document.xpos[last + 1].rawValue) : 99)
        features.add(49, shape, lemma, last + 1 < document.count ? word(document.norm(last + 1)) : 0)
        let field = fields.field(of: document.lemma(head).lowercased(), tag: document.upos[head])
        features.add(50, field, shape)
        features.add(51, field, shape, marker)
        features.add(52, field, source)
        features.add(53, field, source, shape)
        if let kind = reading.entity(at: candidate.contentHead)?.kind { features.add(43, shape, UInt64(kind.rawValue)) }
        if candidate.contains(candidate.source ?? -1) { features.add(44, shape) }
        for child in tree.children(of: head, .aux, .auxPassive, .advmod, .compoundParticle).prefix(6) {
            features.add(45, shape, word(document.norm(child)))
            features.add(46, lemma, word(document.norm(child)))
        }
    }

    /// What the network says of the candidate's words.
    private func addEvidence(_ features: inout FeatureBuffer, _ candidate: AttributionCandidate, _ shape: UInt64) {
        let evidence = document.attributionEvidence
        guard evidence.count == document.count else { return }
        func level(_ value: UInt8) -> UInt64 { UInt64(value) / 26 }
        func mean(_ spans: [Range<Int>], _ part: (AttributionEvidence) -> UInt8) -> UInt64 {
            let count = spans.reduce(0) { $0 + $1.count }
            let sum = spans.reduce(0) { $0 + $1.reduce(0) { $0 + Int(part(evidence[$1])) } }
            return count == 0 ? 10 : UInt64(sum / count) / 26
        }
        let sentence = document.sentences[document.sentence(of: candidate.head)].tokens
        let cue = level(evidence[candidate.head].cue)
        let content = mean(candidate.content) { $0.content }
        let source = mean(candidate.sourceSpans) { $0.source }
        features.add(60, cue)
        features.add(61, cue, shape)
        features.add(62, level(candidate.cue.map { evidence[$0].cue }.max() ?? 0), cue)
        features.add(63, content)
        features.add(64, content, shape)
        features.add(65, content, cue)
        features.add(66, level(candidate.content.joined().map { evidence[$0].content }.min() ?? 0), content)
        features.add(67, source)
        features.add(68, source, cue)
        features.add(69, source, shape)
        let best = sentence.map { evidence[$0].source }.max() ?? 0
        features.add(
            70, candidate.source == nil ? 11 : level(candidate.source.map { evidence[$0].source } ?? 0), level(best))
        // The words at the content's ends, and those just outside of them.
        if let first = candidate.content.first?.lowerBound, let last = candidate.content.last.map({ $0.upperBound - 1 })
        {
            let before =
                first > sentence.lowerBound && first - 1 < sentence.upperBound ? level(evidence[first - 1].content) : 11
            let after = last + 1 < sentence.upperBound ? level(evidence[last + 1].content) : 11
            features.add(71, level(evidence[first].contentBegin), before)
            features.add(72, level(evidence[last].content), after)
            features.add(73, level(evidence[first].content), before, shape)
            features.add(74, level(evidence[last].content), after, shape)
            features.add(75, content, after)
            features.add(76, content, before)
        }
        // Likely words of a content in the sentence that this one leaves out.
        var missed = 0
        for token in sentence where evidence[token].content > 128 && !candidate.contains(token) { missed += 1 }
        features.add(77, length(missed), content)
        features.add(78, length(missed), shape)
    }

    private func word(_ text: String) -> UInt64 { FeatureHash.hash(text.utf8) }

    private func suffix(_ lemma: String) -> UInt64 { FeatureHash.hash(lemma.utf8.suffix(3)) }

    private func length(_ count: Int) -> UInt64 {
        switch count {
        case 0...3: UInt64(count)
        case 4...5: 4
        case 6...8: 5
        case 9...14: 6
        case 15...25: 7
        default: 8
        }
    }

    private func modality(_ modality: Modality) -> UInt64 {
        switch modality {
        case .asserted: 0
        case .planned: 1
        case .possible: 2
        case .demanded: 3
        case .conditional: 4
        }
    }

    /// What kind of source it is: a name, a role, a pronoun, a thing.
    private func sourceKind(_ candidate: AttributionCandidate) -> UInt64 {
        guard let source = candidate.source else { return 0 }
        if let kind = reading.entity(at: source)?.kind { return 1 + UInt64(kind.rawValue) }
        if document.upos[source] == .pron {
            return 30
                + (["he", "she", "they", "i", "we", "you", "it", "who"].firstIndex(of: document.norm(source)).map(
                    UInt64.init) ?? 20)
        }
        if reading.isRole(source) { return 60 }
        if reading.lexicon.words[.outlet].contains(document.lemma(source).lowercased()) { return 61 }
        return 70 + UInt64(document.xpos[source].rawValue)
    }

    /// Whether the content is quoted, whole, in part or not.
    private func quotedness(_ candidate: AttributionCandidate) -> UInt64 {
        let marks = candidate.content.reduce(0) { $0 + $1.lazy.filter(tree.isQuotationMark).count }
        let begins = tree.isQuotationMark(candidate.content[0].lowerBound)
        if reading.quotation(at: candidate.content[0].lowerBound) != nil, marks == 0 { return 1 }
        return marks == 0 ? 0 : begins ? 2 : 3
    }
}
