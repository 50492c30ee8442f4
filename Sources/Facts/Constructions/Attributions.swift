import Language

/// Who says, thinks or wants what: the clause facts whose theme is somebody's content.
///
///     "We will stay," the mayor said. → say(agent: the mayor, theme: We will stay)
enum Attributions {
    /// Whether a verb with this theme tells what somebody says, thinks or wants.
    static func attributes(_ frame: VerbClasses.Frame?, theme: Role?, in reading: Reading) -> Bool {
        guard let theme, let frame else { return false }
        let verbs = reading.lexicon.verbs
        let attributing = ["say", "think", "want", "know", "expect", "fear", "hope", "doubt", "propose", "promise", "plan", "threaten"]
            .compactMap(verbs.id(named:))
        guard frame.classes.contains(where: { id in attributing.contains { verbs.isPart(id, of: $0) } }) else { return false }
        return reading.clauses[theme.head] != nil || theme.tokens.contains(where: reading.tree.isQuotationMark)
    }

    /// Whether a verb tells that somebody speaks, so that a quotation beside it is its content.
    static func speaks(_ predicate: String, in reading: Reading) -> Bool {
        reading.isInClass(predicate, "say") || ["ask", "wonder", "think"].contains(predicate)
    }
}

/// The content that stands before or around its verb: quotations and inverted clauses.
///
///     The port must open, a spokesman said. → say(agent: a spokesman, theme: The port must open)
struct InvertedContent {
    let reading: Reading

    /// Gives the verbs of speech that have no content yet the clause or quotation beside them.
    func complete(_ facts: inout [Fact]) {
        for index in facts.indices where facts[index].rule == .clause && Attributions.speaks(facts[index].predicate, in: reading) {
            extendQuotation(&facts[index])
            guard !hasContent(facts[index]), let verb = verb(of: facts[index]) else { continue }
            if let range = quotation(beside: verb, sentence: facts[index].sentence) ?? governor(of: verb) {
                facts[index].roles.removeAll { $0.kind == .theme && isCovered($0, range) }
                if let object = facts[index].role(.theme) {
                    // "told reporters": the object is who heard it.
                    facts[index].roles.removeAll { $0.kind == .theme }
                    facts[index].roles.append(Role(kind: .recipient, tokens: object.tokens, head: object.head, conjuncts: object.conjuncts))
                }
                facts[index].roles.append(Role(kind: .theme, tokens: range, head: top(of: range)))
                facts[index].isAttribution = true
                facts[index].rule = .attribution
                facts[index].classes = reading.lexicon.verbs.frame(ofVerb: facts[index].predicate)?.classes ?? facts[index].classes
            }
        }
    }

    /// A direct quotation is content as a whole, however many clauses it has.
    private func extendQuotation(_ fact: inout Fact) {
        guard let index = fact.roles.firstIndex(where: { $0.kind == .theme }),
            let quotation = reading.quotation(at: fact.roles[index].tokens.lowerBound), !quotation.tokens.contains(fact.cue.lowerBound)
        else { return }
        let range = reading.tree.trimmed(quotation.tokens.clamped(to: reading.document.sentences[fact.sentence].tokens))
        // A speaker that the tree has taken into the quotation is no part of it.
        let overlong = fact.roles[index].tokens.upperBound > quotation.tokens.upperBound + 1 && quotation.tokens.upperBound < fact.cue.lowerBound
        guard !range.isEmpty, range.count > fact.roles[index].tokens.count || overlong else { return }
        fact.roles[index].tokens = range
        fact.isAttribution = true
    }

    private func verb(of fact: Fact) -> Int? { fact.cue.last { reading.clauses[$0] != nil } }

    private func isCovered(_ role: Role, _ range: Range<Int>) -> Bool { range.overlaps(role.tokens) }

    private func hasContent(_ fact: Fact) -> Bool {
        if fact.role(.attribute) != nil { return true }
        guard let theme = fact.role(.theme) else { return false }
        if theme.tokens.contains(where: reading.tree.isQuotationMark) || reading.quotation(at: theme.head) != nil { return true }
        return reading.clauses[theme.head] != nil && theme.tokens.count > 1
    }

    /// The quotation in the verb's sentence that does not hold the verb; the one before it is taken first.
    private func quotation(beside verb: Int, sentence: Int) -> Range<Int>? {
        let tokens = reading.document.sentences[sentence].tokens
        guard reading.quotation(at: verb) == nil else { return nil }
        let beside = reading.quotations.filter { $0.tokens.overlaps(tokens) && !$0.tokens.contains(verb) }
        let best = beside.last { $0.tokens.upperBound <= verb && verb - $0.tokens.upperBound <= 25 }
            ?? beside.first { $0.tokens.lowerBound > verb && $0.tokens.lowerBound - verb <= 12 }
        guard let best else { return nil }
        // Scare quotes inside another phrase are not what is said.
        guard best.tokens.count > 2 else { return nil }
        let range = reading.tree.trimmed(best.tokens.clamped(to: tokens))
        return range.isEmpty ? nil : range
    }

    /// "The port must open, he said": the clause that the verb is loosely attached to.
    private func governor(of verb: Int) -> Range<Int>? {
        guard reading.tree.relation(verb) == .parataxis, let governor = reading.tree.head(of: verb) else { return nil }
        let whole = reading.tree.subtree(of: governor)
        let own = reading.tree.subtree(of: verb)
        let range: Range<Int> = own.lowerBound > governor ? .span(whole.lowerBound, own.lowerBound) : .span(own.upperBound, whole.upperBound)
        let trimmed = reading.tree.trimmed(range)
        return trimmed.isEmpty ? nil : trimmed
    }

    /// The highest token of a span in the tree.
    private func top(of range: Range<Int>) -> Int {
        range.first { token in reading.tree.head(of: token).map { !range.contains($0) } ?? true } ?? range.lowerBound
    }
}
