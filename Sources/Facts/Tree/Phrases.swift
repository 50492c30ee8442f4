import Language

/// Spans of phrases: what a person would underline for a head.
extension DependencyTree {
    /// The noun phrase of a head without its preposition, relative clauses and what is loosely attached.
    ///
    ///     the head of the company that sold it → the head of the company
    func nounPhrase(_ head: Int) -> Range<Int> {
        let range = phrase(
            head,
            leavingOut: [
                .case, .mark, .cc, .ccPreconjunction, .punct, .parataxis, .aclRelative, .discourse, .list, .appos,
                .conj, .cop, .nsubj, .dislocated,
                .vocative, .aux, .advcl, .ccomp, .expl, .advmod, .oblUnmarked, .dep, .orphan,
            ], keepingInside: true)
        return trimmed(withoutComment(range))
    }

    /// The whole phrase of a head without its preposition or conjunction and outer punctuation.
    func fullPhrase(_ head: Int) -> Range<Int> {
        var range = phrase(
            head,
            leavingOut: [
                .case, .mark, .cc, .ccPreconjunction, .parataxis, .discourse, .cop, .nsubj, .nsubjPassive, .expl, .aux,
            ],
            keepingInside: false)
        // "the plan, which it wrote": what stands behind a comma adds to the phrase, it is no part of it.
        for child in children(of: head, .aclRelative, .appos, .advcl) where child > head {
            let span = subtree(of: child)
            guard span.lowerBound > head, span.lowerBound < range.upperBound else { continue }
            if document.norm(span.lowerBound) == "," {
                range = .span(range.lowerBound, span.lowerBound)
            } else if document.norm(span.lowerBound - 1) == "," {
                range = .span(range.lowerBound, span.lowerBound - 1)
            }
        }
        return trimmed(withoutComment(range))
    }

    /// "the reality of the change, which makes him an outlier": what stands behind the comma adds to a noun inside the phrase.
    private func withoutComment(_ range: Range<Int>) -> Range<Int> {
        for token in range.dropFirst(2) where [.wdt, .wp, .wpPossessive].contains(document.xpos[token]) {
            var clause = token
            while relation(clause) != .aclRelative, let above = self.head(of: clause), range.contains(above) {
                clause = above
            }
            guard relation(clause) == .aclRelative else { continue }
            let span = subtree(of: clause)
            guard span.upperBound >= range.upperBound, span.lowerBound > range.lowerBound + 1 else { continue }
            let comma = document.norm(span.lowerBound) == "," ? span.lowerBound : span.lowerBound - 1
            if document.norm(comma) == "," { return .span(range.lowerBound, comma) }
        }
        return range
    }

    /// A clause as content: without the conjunction "that" and outer punctuation.
    func clausePhrase(_ head: Int) -> Range<Int> {
        var range = subtree(of: head)
        if let first = firstWord(in: range), relation(first) == .cc { range = .span(first + 1, range.upperBound) }
        if let first = firstWord(in: range), first + 1 < range.upperBound, document.norm(first) == "that",
            relation(first) == .mark
                || ![.verb, .aux, .punct].contains(document.upos[first + 1])
                    && self.head(of: head).map({ $0 == first - 1 }) ?? false
        {
            range = first + 1..<range.upperBound
        }
        return trimmed(range)
    }

    /// The contiguous span around `head` from its subtree, cut where a child with one of these relations stands outside.
    private func phrase(_ head: Int, leavingOut: Set<Relation>, keepingInside: Bool) -> Range<Int> {
        var lower = subtree(of: head).lowerBound
        var upper = subtree(of: head).upperBound
        for child in children(of: head) where leavingOut.contains(relation(child)) {
            let span = subtree(of: child)
            // "the nominee Ada Berg": without a comma the name belongs to the phrase.
            if relation(child) == .appos, child > head, span.lowerBound > head,
                document.upos[span.lowerBound] != .punct,
                document.upos[span.lowerBound - 1] != .punct
            {
                continue
            }
            if keepingInside, relation(child) == .advmod, child < head, isInsideName(child, head) { continue }
            if child < head {
                lower = max(lower, span.upperBound)
            } else {
                upper = min(upper, span.lowerBound)
            }
        }
        if let preposition = leadingPreposition(of: head) { lower = max(lower, preposition + 1) }
        guard lower <= head, head < upper else { return head..<head + 1 }
        return trimmed(lower..<upper)
    }

    /// The preposition before a phrase that the parser has hung on a word inside of it: "to Linden Estates" with "to" below "Linden".
    func leadingPreposition(of head: Int) -> Int? {
        var first = subtree(of: head).lowerBound
        while first < head, document.upos[first] == .punct { first += 1 }
        guard first < head, document.upos[first] == .adp, relation(first) == .case, let inner = self.head(of: first),
            inner != head, inner < head,
            [.compound, .flat, .nummod, .amod, .nmodDescription].contains(relation(inner))
        else { return nil }
        return first
    }

    /// An adverb between determiner and noun belongs to the phrase: "a more careful plan", "about 80 people".
    private func isInsideName(_ child: Int, _ head: Int) -> Bool {
        children(of: head).contains { $0 < child && [.det, .amod, .nummod, .nmodPossessive].contains(relation($0)) }
            || child + 1 == head
    }

    private func firstWord(in range: Range<Int>) -> Int? {
        range.first { document.upos[$0] != .punct }
    }

    /// The span without punctuation at its ends, brackets and quotation marks that pair inside kept.
    func trimmed(_ range: Range<Int>) -> Range<Int> {
        var range = range
        while let first = range.first, isTrimmable(first, in: range, atStart: true) {
            range = first + 1..<range.upperBound
        }
        while let last = range.last, isTrimmable(last, in: range, atStart: false) { range = range.lowerBound..<last }
        // A pair of quotation marks around the whole is not part of what was said.
        if range.count > 2, let first = range.first, let last = range.last, isQuotationMark(first),
            isQuotationMark(last), isSingleMark(first) == isSingleMark(last),
            !(first + 1..<last).contains(where: { isQuotationMark($0) && isSingleMark($0) == isSingleMark(first) })
        {
            return trimmed(first + 1..<last)
        }
        return range
    }

    func isQuotationMark(_ token: Int) -> Bool {
        let tag = document.xpos[token]
        if tag == .openingQuote || tag == .closingQuote { return true }
        return document.norm(token) == "\""
    }

    /// 'a mark' that may stand inside of "others".
    func isSingleMark(_ token: Int) -> Bool { ["'", "‘", "’", "`"].contains(document.form(token)) }

    private func isTrimmable(_ token: Int, in range: Range<Int>, atStart: Bool) -> Bool {
        guard document.upos[token] == .punct || document.xpos[token] == .nfp || isQuotationMark(token) else {
            return false
        }
        if isQuotationMark(token) {
            // An unpaired mark goes; a paired one ("ironclad" guarantees) stays.
            let isSingle = isSingleMark(token)
            return range.count { isQuotationMark($0) && isSingleMark($0) == isSingle } % 2 == 1
        }
        switch document.xpos[token] {
        case .leftBracket: return !atStart || !range.contains { document.xpos[$0] == .rightBracket }
        case .rightBracket: return atStart || !range.contains { document.xpos[$0] == .leftBracket }
        default:
            return document.form(token) != "%"
        }
    }
}
