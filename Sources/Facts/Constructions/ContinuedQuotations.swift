import Language

/// Quotations that no verb of their own sentence attributes: they go on with the last speaker.
///
///     "I count on them," he said. "We must act." → say(agent: he, theme: We must act)
struct ContinuedQuotations {
    let reading: Reading

    /// The facts for quoted sentences that `facts` do not attribute.
    func facts(after facts: [Fact]) -> [Fact] {
        var found: [Fact] = []
        // What a quoted "I think" attributes is inside the quotation; it tells nothing of who is quoted.
        let spoken = facts.filter {
            $0.isAttribution && $0.role(.agent) != nil && reading.quotation(at: $0.cue.lowerBound) == nil
                && Attributions.speaks($0.predicate, in: reading)
        }
        for quotation in reading.quotations {
            for sentence in sentences(of: quotation) {
                let part = reading.tree.trimmed(
                    quotation.tokens.clamped(to: reading.document.sentences[sentence].tokens))
                guard part.count >= 3, !isAttributed(part, by: spoken), !isHeading(quotation, sentence),
                    !isNaming(part, sentence, facts)
                else { continue }
                guard isOwnStatement(quotation, part, sentence) else { continue }
                guard
                    let speaker = announced(before: quotation, sentence: sentence)
                        ?? speaker(of: quotation, sentence: sentence, among: spoken + found).map({
                            plain($0, quotation)
                        })
                        ?? lastPerson(before: sentence, among: facts)
                else { continue }
                var fact = speaker
                fact.rule = .quotation
                fact.sentence = sentence
                // "accused him of fraud. “It is a shame,” ...": who goes on speaking accuses him no more.
                fact.roles = fact.roles.filter {
                    $0.kind == .agent
                        || $0.kind == .recipient && reading.isInClass(fact.predicate, "say")
                            && !reading.isInClass(fact.predicate, "accuse")
                }
                let head =
                    part.first { reading.tree.head(of: $0).map { !part.contains($0) } ?? true } ?? part.lowerBound
                fact.roles.append(Role(kind: .theme, tokens: part, head: head))
                fact.isAttribution = true
                found.append(fact)
            }
        }
        return found
    }

    /// A paragraph that is nothing but a quotation without a full stop is a heading: who says so is still to come.
    private func isHeading(_ quotation: Quotation, _ sentence: Int) -> Bool {
        let document = reading.document
        guard !quotation.isOpen, quotation.tokens.count <= 14 else { return false }
        let last = quotation.tokens.upperBound - 1
        guard document.upos[last] != .punct else { return false }
        let paragraph = document.sentences[sentence].paragraph
        let isLast = sentence + 1 == document.sentences.count || document.sentences[sentence + 1].paragraph != paragraph
        return isLast && quotation.tokens.upperBound + 1 == document.sentences[sentence].tokens.upperBound
    }

    /// A paragraph that is nothing but a quotation goes on with the person whom the paragraph before ends with.
    private func lastPerson(before sentence: Int, among facts: [Fact]) -> Fact? {
        let paragraph = reading.document.sentences[sentence].paragraph
        guard
            let last = facts.last(where: { fact in
                fact.sentence < sentence && reading.document.sentences[fact.sentence].paragraph == paragraph - 1
                    && fact.rule == .clause
                    && fact.role(.agent).map { reading.entity(at: $0.conjuncts[0])?.kind == .person } ?? false
            }), let say = reading.lexicon.verbs.frame(ofVerb: "say")
        else { return nil }
        var speaker = last
        speaker.predicate = "say"
        speaker.classes = say.classes
        speaker.polarity = .affirmed
        speaker.modality = .asserted
        return speaker
    }

    /// "Berg reports:" right before the quotation, in a sentence of its own.
    private func announced(before quotation: Quotation, sentence: Int) -> Fact? {
        let first = reading.document.sentence(of: quotation.tokens.lowerBound)
        guard sentence == first, first > 0 else { return nil }
        let tokens = reading.document.sentences[first - 1].tokens
        guard let colon = tokens.last, reading.document.norm(colon) == ":",
            let clause = tokens.lazy.compactMap({ reading.clauses[$0] }).first(where: {
                Attributions.speaks($0.predicate, in: reading)
            }),
            let subject = clause.subject, !clause.isPassive
        else { return nil }
        return Fact(
            predicate: clause.predicate, classes: reading.lexicon.verbs.frame(ofVerb: clause.predicate)?.classes ?? [],
            rule: .quotation, cue: clause.cue,
            roles: [reading.participant(.agent, subject)], sentence: first - 1)
    }

    /// Who denied something says what follows; he does not deny it.
    private func plain(_ speaker: Fact, _ quotation: Quotation) -> Fact {
        let isSame = speaker.role(.theme).map { quotation.tokens.contains($0.tokens.lowerBound) } ?? false
        guard !isSame,
            speaker.classes.contains(where: {
                reading.lexicon.words[.classesDenying].contains(reading.lexicon.verbs[$0].name)
            }),
            !reading.lexicon.words[.genericSpeech].contains(speaker.predicate),
            let say = reading.lexicon.verbs.frame(ofVerb: "say")
        else { return speaker }
        var speaker = speaker
        speaker.predicate = "say"
        speaker.classes = say.classes
        speaker.polarity = .affirmed
        return speaker
    }

    private func sentences(of quotation: Quotation) -> ClosedRange<Int> {
        reading.document.sentence(
            of: quotation.tokens.lowerBound)...reading.document.sentence(of: quotation.tokens.upperBound - 1)
    }

    private func isAttributed(_ part: Range<Int>, by facts: [Fact]) -> Bool {
        facts.contains { fact in
            fact.roles.contains { [.theme, .attribute].contains($0.kind) && $0.tokens.overlaps(part) }
        }
    }

    /// "called the ruling “a huge win for voters”": what somebody calls it is said by nobody else.
    private func isNaming(_ part: Range<Int>, _ sentence: Int, _ facts: [Fact]) -> Bool {
        facts.contains { fact in
            fact.sentence == sentence && reading.lexicon.words[.naming].contains(fact.predicate)
                && fact.role(.attribute).map { $0.tokens.overlaps(part) } ?? false
        }
    }

    /// A quotation that fills its sentence, or is clause-like: not a quoted word or title.
    private func isOwnStatement(_ quotation: Quotation, _ part: Range<Int>, _ sentence: Int) -> Bool {
        func words(_ range: Range<Int>) -> Int { range.count { reading.document.upos[$0] != .punct } }
        return words(part) * 10 >= words(reading.document.sentences[sentence].tokens) * 7
            || part.count >= 5
                && part.contains { reading.clauses[$0]?.subject.map(part.contains) ?? false }
    }

    /// Who said the sentences around: the same quotation's speaker, else the one before in this paragraph, after it, or in the paragraph before.
    private func speaker(of quotation: Quotation, sentence: Int, among facts: [Fact]) -> Fact? {
        let paragraph = reading.document.sentences[sentence].paragraph
        func inParagraph(_ fact: Fact) -> Bool { reading.document.sentences[fact.sentence].paragraph == paragraph }
        if let same = facts.first(where: { fact in
            fact.role(.theme).map { quotation.tokens.contains($0.tokens.lowerBound) } ?? false
        }) {
            return same
        }
        if let before = facts.last(where: { inParagraph($0) && $0.sentence <= sentence }) { return before }
        if let after = facts.first(where: { inParagraph($0) && $0.sentence == sentence + 1 }) { return after }
        return facts.last {
            $0.sentence < sentence && reading.document.sentences[$0.sentence].paragraph == paragraph - 1
        }
    }
}
