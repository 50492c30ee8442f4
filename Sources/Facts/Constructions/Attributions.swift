import Language

/// Who says, thinks or wants what: the clause facts whose theme is somebody's content.
///
///     "We will stay," the mayor said. → say(agent: the mayor, theme: We will stay)
enum Attributions {
    /// Whether a verb with this theme tells what somebody says, thinks or wants.
    static func attributes(_ frame: VerbClasses.Frame?, theme: Role?, in reading: Reading) -> Bool {
        guard let theme, let frame else { return false }
        // "condemned what he called a breach": what is condemned was not said.
        if theme.tokens.first.map({ reading.document.norm($0) == "what" }) ?? false,
            frame.classes.contains(where: {
                reading.lexicon.words[.classesJudging].contains(reading.lexicon.verbs[$0].name)
            })
        {
            return false
        }
        let verbs = reading.lexicon.verbs
        let attributing = reading.lexicon.words[.classesAttributing].compactMap(verbs.id(named:))
        guard frame.classes.contains(where: { id in attributing.contains { verbs.isPart(id, of: $0) } }) else {
            return false
        }
        return reading.clauses[theme.head] != nil || holdsClaim(theme, in: reading)
            || theme.tokens.contains(where: reading.tree.isQuotationMark)
    }

    /// "denied rumours that it was sold"
    private static func holdsClaim(_ theme: Role, in reading: Reading) -> Bool {
        reading.document.upos[theme.head] == .noun
            && reading.tree.children(of: theme.head, .acl, .ccomp).contains { clause in
                reading.clauses[clause] != nil
                    && reading.tree.child(of: clause, .mark).map { reading.document.norm($0) == "that" } ?? false
            }
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
        let speaking = facts.filter { $0.rule == .clause && Attributions.speaks($0.predicate, in: reading) }
        let verbs = speaking.compactMap(verb)
        let claimed = speaking.compactMap(claimed)
        var quoted: [Fact] = []
        for index in facts.indices
        where facts[index].rule == .clause && Attributions.speaks(facts[index].predicate, in: reading) {
            extendQuotation(&facts[index])
            cutAtColon(&facts[index])
            guard let verb = verb(of: facts[index]) else { continue }
            // "intended to attack ..." is no speech.
            if reading.document.xpos[verb] == .vb, reading.tree.relation(verb) == .xcomp,
                !reading.lexicon.words[.genericSpeech].contains(facts[index].predicate)
            {
                continue
            }
            if let before = sentence(around: verb, of: facts[index]) {
                setContent(before, of: &facts[index])
                continue
            }
            if isBeforeColon(verb, facts[index]) {
                let fact = facts[index]
                facts[index].roles.removeAll { $0.kind == .theme && !hears($0, of: fact) }
            } else if hasContent(facts[index]) {
                continue
            }
            let others = claimed.filter { $0.cue != facts[index].cue }.map(\.tokens)
            if let range = quotation(beside: verb, sentence: facts[index].sentence, among: verbs, claimed: others)
                ?? governor(of: verb)
            {
                if let object = facts[index].role(.theme), !isCovered(object, range), !hears(object, of: facts[index]) {
                    // "rejected the plan: ...", "called it ...": what is rejected is not who heard it.
                    quoted.append(beside(&facts[index], range))
                    continue
                }
                facts[index].roles.removeAll { $0.kind == .theme && isCovered($0, range) }
                if let object = facts[index].role(.theme) {
                    // "told reporters": the object is who heard it.
                    facts[index].roles.removeAll { $0.kind == .theme }
                    if isBeforeColon(verb, facts[index]) == false {
                        facts[index].roles.append(
                            Role(
                                kind: .recipient, tokens: object.tokens, head: object.head, conjuncts: object.conjuncts)
                        )
                    }
                }
                facts[index].roles.append(Role(kind: .theme, tokens: range, head: top(of: range)))
                facts[index].isAttribution = true
                facts[index].rule = .attribution
                facts[index].classes =
                    reading.lexicon.verbs.frame(ofVerb: facts[index].predicate)?.classes ?? facts[index].classes
            }
        }
        facts += quoted.filter { !$0.roles.isEmpty }
    }

    private func setContent(_ range: Range<Int>, of fact: inout Fact) {
        fact.roles.removeAll { $0.kind == .theme }
        fact.roles.append(Role(kind: .theme, tokens: range, head: top(of: range)))
        fact.isAttribution = true
        fact.rule = .attribution
        fact.classes = reading.lexicon.verbs.frame(ofVerb: fact.predicate)?.classes ?? fact.classes
    }

    /// "The toll rose to 143, officials said, as rescuers went on": who speaks between commas says what stands before.
    private func sentence(around verb: Int, of fact: Fact) -> Range<Int>? {
        guard let agent = fact.role(.agent),
            reading.lexicon.verbs.frame(ofVerb: fact.predicate)?.addressesObject != true,
            reading.isInClass(fact.predicate, "say"), reading.quotation(at: verb) == nil
        else { return nil }
        let document = reading.document
        let sentence = document.sentences[fact.sentence].tokens
        let (start, end) = (min(agent.tokens.lowerBound, verb), max(agent.tokens.upperBound, verb + 1))
        guard end - start == agent.tokens.count + 1, start - sentence.lowerBound >= 4, document.norm(start - 1) == ",",
            end < sentence.upperBound,
            document.norm(end) == "," || document.upos[end] == .punct && end == sentence.upperBound - 1
        else { return nil }
        let range = reading.tree.trimmed(sentence.lowerBound..<start - 1)
        // What has been found before the verb is it already.
        if let theme = fact.role(.theme), theme.tokens.lowerBound < verb, theme.tokens.count * 10 >= range.count * 6 {
            return nil
        }
        if let theme = fact.role(.theme), theme.tokens.lowerBound >= end,
            !reading.lexicon.words[.conjunction].contains(theme.marker)
        {
            return nil
        }
        guard !range.contains(where: reading.tree.isQuotationMark),
            range.contains(where: { [.vbd, .vbz, .vbp, .md].contains(document.xpos[$0]) })
        else { return nil }
        return range
    }

    /// "wrote: "We can live with it."": what follows the colon is what was written, whatever else the tree gives.
    private func isBeforeColon(_ verb: Int, _ fact: Fact) -> Bool {
        verb + 2 < reading.document.count && reading.document.norm(verb + 1) == ":"
            && reading.tree.isQuotationMark(verb + 2)
            && !(fact.role(.theme)?.tokens.contains(verb + 3) ?? false)
    }

    /// Whether an object is who hears what is said: "told reporters", not "rejected the plan".
    private func hears(_ object: Role, of fact: Fact) -> Bool {
        if reading.lexicon.verbs.frame(ofVerb: fact.predicate)?.addressesObject == true { return true }
        if reading.lexicon.words[.genericSpeech].contains(fact.predicate) { return true }
        // "issued a statement", "gave this answer"
        let lemma = reading.document.lemma(object.head).lowercased()
        let isStatement = reading.lexicon.verbs.verb(ofNoun: lemma).map { reading.isInClass($0, "say") } ?? false
        return isStatement || reading.lexicon.words[.outlet].contains(lemma)
    }

    /// What is quoted beside a verb that has its object: what the object is called, or a statement of its own.
    private func beside(_ fact: inout Fact, _ range: Range<Int>) -> Fact {
        if reading.lexicon.words[.naming].contains(fact.predicate) {
            fact.roles.append(Role(kind: .attribute, tokens: range, head: top(of: range)))
            return Fact(predicate: "", rule: .attribution, cue: fact.cue, sentence: fact.sentence)
        }
        return Fact(
            predicate: "say", classes: reading.lexicon.verbs.frame(ofVerb: "say")?.classes ?? [], rule: .attribution,
            cue: fact.cue,
            roles: [fact.role(.agent), Role(kind: .theme, tokens: range, head: top(of: range))].compactMap { $0 },
            sentence: fact.sentence,
            isAttribution: true)
    }

    /// A direct quotation is content as a whole, however many clauses it has.
    private func extendQuotation(_ fact: inout Fact) {
        guard let index = fact.roles.firstIndex(where: { $0.kind == .theme }),
            let quotation = reading.quotation(at: fact.roles[index].tokens.lowerBound),
            !quotation.tokens.contains(fact.cue.lowerBound)
        else { return }
        let range = reading.tree.trimmed(quotation.tokens.clamped(to: reading.document.sentences[fact.sentence].tokens))
        // A speaker that the tree has taken into the quotation is no part of it.
        let overlong =
            fact.roles[index].tokens.upperBound > quotation.tokens.upperBound + 1
            && quotation.tokens.upperBound < fact.cue.lowerBound
        guard !range.isEmpty, range.count > fact.roles[index].tokens.count || overlong else { return }
        fact.roles[index].tokens = range
        fact.isAttribution = true
    }

    /// "Others support him: “He built it,” says Ada": what stands before the colon is not said by her.
    private func cutAtColon(_ fact: inout Fact) {
        guard let index = fact.roles.firstIndex(where: { $0.kind == .theme }),
            case let theme = fact.roles[index].tokens, theme.upperBound <= fact.cue.lowerBound,
            let quotation = reading.quotations.overlapping(theme).last(where: {
                theme.contains($0.tokens.lowerBound) && $0.tokens.upperBound <= fact.cue.lowerBound
            }),
            quotation.tokens.lowerBound - 2 > theme.lowerBound, theme.upperBound - quotation.tokens.upperBound <= 2,
            reading.document.norm(quotation.tokens.lowerBound - 2) == ":"
        else { return }
        let range = reading.tree.trimmed(quotation.tokens)
        guard !range.isEmpty else { return }
        fact.roles[index].tokens = range
        fact.roles[index].head = top(of: range)
        fact.isAttribution = true
    }

    /// What a verb has for its content already: the words that it quotes are nobody else's.
    private func claimed(by fact: Fact) -> (cue: Range<Int>, tokens: Range<Int>)? {
        guard
            let role = fact.roles.first(where: {
                ($0.kind == .theme || $0.kind == .attribute) && $0.tokens.lowerBound > fact.cue.lowerBound
            }), role.kind == .attribute || reading.clauses[role.head] != nil
        else { return nil }
        return (fact.cue, role.tokens)
    }

    private func verb(of fact: Fact) -> Int? { fact.cue.last { reading.clauses[$0] != nil } }

    private func isCovered(_ role: Role, _ range: Range<Int>) -> Bool { range.overlaps(role.tokens) }

    private func hasContent(_ fact: Fact) -> Bool {
        if fact.role(.attribute) != nil { return true }
        // "accused her of gambling": the content is marked.
        if fact.role(.recipient) != nil, let theme = fact.role(.theme), !theme.marker.isEmpty { return true }
        guard let theme = fact.role(.theme) else { return false }
        if theme.tokens.contains(where: reading.tree.isQuotationMark) || reading.quotation(at: theme.head) != nil {
            return true
        }
        return reading.clauses[theme.head] != nil && theme.tokens.count > 1
    }

    /// The quotation in the verb's sentence that does not hold the verb; the one before it is taken first.
    private func quotation(beside verb: Int, sentence: Int, among verbs: [Int], claimed: [Range<Int>]) -> Range<Int>? {
        let tokens = reading.document.sentences[sentence].tokens
        guard reading.quotation(at: verb) == nil else { return nil }
        let beside = reading.quotations.overlapping(tokens).filter { quotation in
            !quotation.tokens.contains(verb)
                // "said members were "sick with worry" and demanded a meeting": the words belong to what was said.
                && !claimed.contains {
                    $0.lowerBound <= quotation.tokens.lowerBound && quotation.tokens.upperBound <= $0.upperBound
                        && !$0.contains(verb)
                }
        }
        let best =
            beside.last { $0.tokens.upperBound <= verb && verb - $0.tokens.upperBound <= 25 }
            ?? beside.first { $0.tokens.lowerBound > verb && $0.tokens.lowerBound - verb <= 12 }
        guard let best else { return nil }
        // "rejected the plan, calling it "mad"": what another verb stands nearer to is said by that one.
        func distance(_ verb: Int) -> Int {
            verb < best.tokens.lowerBound ? best.tokens.lowerBound - verb : verb - best.tokens.upperBound + 1
        }
        guard
            !verbs.contains(where: {
                tokens.contains($0) && !best.tokens.contains($0) && distance($0) < distance(verb)
                    && reading.quotation(at: $0) == nil
            })
        else { return nil }
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
        let range: Range<Int> =
            own.lowerBound > governor
            ? .span(whole.lowerBound, own.lowerBound) : .span(own.upperBound, whole.upperBound)
        let trimmed = reading.tree.trimmed(range)
        return trimmed.isEmpty ? nil : trimmed
    }

    /// The highest token of a span in the tree.
    private func top(of range: Range<Int>) -> Int {
        range.first { token in reading.tree.head(of: token).map { !range.contains($0) } ?? true } ?? range.lowerBound
    }
}
