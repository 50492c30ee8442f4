import Language

/// Whole spans of sources and contents.
extension Reading {
    /// A source with all that describes it, without its preposition.
    func sourceSpans(_ head: Int, cue: Int) -> [Range<Int>] {
        var range = tree.subtree(of: head)
        for child in tree.children(of: head) {
            let span = tree.subtree(of: child)
            switch tree.relation(child) {
            case .case, .mark, .cc, .cop, .aux, .nsubj, .advmod:
                if span.upperBound <= head { range = max(range.lowerBound, span.upperBound)..<range.upperBound }
            case .parataxis, .discourse, .dislocated, .ccomp, .advcl:
                if span.lowerBound > head { range = range.lowerBound..<min(range.upperBound, span.lowerBound) }
            default: break
            }
        }
        if cue < head { range = max(range.lowerBound, cue + 1)..<range.upperBound }
        if range.contains(cue) || range.count > 40 || !range.contains(head) { range = tree.nounPhrase(head) }
        let trimmed = trimmedPunctuation(range)
        return [trimmed.isEmpty ? head..<head + 1 : trimmed]
    }

    /// The span without commas and the like at its ends; quotation marks and brackets stay where they pair.
    func trimmedPunctuation(_ range: Range<Int>) -> Range<Int> {
        var range = range
        while let first = range.first, document.upos[first] == .punct,
            !tree.isQuotationMark(first) || isUnpaired(first, in: range)
        {
            range = first + 1..<range.upperBound
        }
        while let last = range.last, document.upos[last] == .punct,
            !tree.isQuotationMark(last) && document.xpos[last] != .rightBracket || isUnpaired(last, in: range)
        {
            range = range.lowerBound..<last
        }
        return range
    }

    private func isUnpaired(_ token: Int, in range: Range<Int>) -> Bool {
        tree.isQuotationMark(token) && range.lazy.filter(tree.isQuotationMark).count % 2 == 1
    }

    /// A phrase up to the first relative clause, coordinated clause or comma on its right that does not open a list of the same kind.
    func cut(_ range: Range<Int>, at head: Int) -> Range<Int> {
        for child in tree.children(of: head) where child > head && range.contains(child) {
            let start = tree.subtree(of: child).lowerBound
            guard start > head else { continue }
            let isAfterComma = document.norm(start) == "," || document.norm(start - 1) == ","
            switch tree.relation(child) {
            case .aclRelative, .advcl, .parataxis: break
            case .conj where document.upos[child] == .verb || tree.child(of: child, .nsubj) != nil: break
            case .obl, .appos, .acl, .nmod, .advmod, .oblUnmarked:
                guard isAfterComma else { continue }
            default: continue
            }
            return trimmedPunctuation(range.lowerBound..<start)
        }
        return trimmedPunctuation(range)
    }

    /// The sentence around a loose "X said": it stands between commas, or between a comma and the end.
    ///
    ///     {content:The test}, North Korea {cue:said}, {content:was its biggest}
    func withoutSpeech(_ head: Int, cue: Range<Int>, source: Int?) -> [Range<Int>] {
        let sentence = document.sentences[document.sentence(of: head)].tokens
        let speaker = source.flatMap { sourceSpans($0, cue: head).first } ?? cue
        guard sentence.contains(speaker.lowerBound) else { return [] }
        let lower = min(cue.lowerBound, speaker.lowerBound)
        let upper = max(cue.upperBound, speaker.upperBound)
        guard lower > sentence.lowerBound, document.upos[lower - 1] == .punct, upper - lower <= 30,
            upper >= sentence.upperBound || document.upos[upper] == .punct || document.upos[upper] == .adp
                || isTime(upper)
        else { return [] }
        let end = (upper..<sentence.upperBound).first { document.upos[$0] == .punct } ?? sentence.upperBound
        return [sentence.lowerBound..<lower, end..<sentence.upperBound].map(trimmedPunctuation).filter { !$0.isEmpty }
    }

    /// A quotation with its marks.
    func withMarks(_ tokens: Range<Int>) -> Range<Int> {
        let lower =
            tokens.lowerBound > 0 && tree.isQuotationMark(tokens.lowerBound - 1)
            ? tokens.lowerBound - 1 : tokens.lowerBound
        let upper =
            tokens.upperBound < document.count && tree.isQuotationMark(tokens.upperBound)
            ? tokens.upperBound + 1 : tokens.upperBound
        return lower..<upper
    }

    /// The tokens of a subtree without those of another one inside it, as spans.
    func spans(of range: Range<Int>, without hole: Range<Int>) -> [Range<Int>] {
        guard range.overlaps(hole) else { return [trimmedPunctuation(range)].filter { !$0.isEmpty } }
        let before = range.lowerBound..<max(range.lowerBound, hole.lowerBound)
        let after = min(range.upperBound, hole.upperBound)..<range.upperBound
        return [before, after].map(trimmedPunctuation).filter { !$0.isEmpty }
    }
}
