import Language

/// Every clause states what its verb says of its participants.
///
///     Putin sent a message to Trump through an envoy.
///     → send(agent: Putin, theme: a message, recipient: Trump, manner: an envoy)
///     The ministry confirmed that he will speak.
///     → confirm(agent: The ministry, theme: he will speak)
enum ClauseFacts: Construction {
    static func facts(in reading: Reading) -> [Fact] {
        reading.orderedClauses.filter { !Copulas.isCopular($0, in: reading) }.flatMap { clause in
            if let headline = Headlines.fact(of: clause, in: reading) { return [headline] }
            let fact = fact(of: clause, in: reading)
            return [fact] + Converses.facts(of: fact, in: reading)
        }
    }

    static func fact(of clause: Clause, in reading: Reading) -> Fact {
        if let fact = Copulas.stance(ofParticiple: clause, in: reading) { return fact }
        let frame = reading.lexicon.verbs.frame(ofVerb: clause.predicate) ?? unknownSpeech(clause, in: reading)
        var fact = Fact(
            predicate: clause.predicate, classes: frame?.classes ?? [], rule: .clause, cue: clause.cue,
            polarity: clause.polarity,
            modality: clause.modality, sentence: reading.document.sentence(of: clause.head))
        if isToBlame(clause, in: reading), let subject = clause.subject {
            fact.roles.append(reading.participant(.theme, subject))
        } else {
            let agent = clause.isPassive ? clause.passiveAgent : clause.subject
            if let agent { fact.roles.append(reading.participant(.agent, agent)) }
            addTheme(to: &fact, of: clause, frame: frame, in: reading)
        }
        if let recipient = clause.indirectObject { fact.roles.append(reading.participant(.recipient, recipient)) }
        for oblique in clause.obliques {
            if isAddressed(oblique, clause, in: reading) {
                // "appealed to supporters to come"
                fact.roles.append(reading.participant(.recipient, oblique.head, marker: oblique.marker))
                continue
            }
            if frame?.addressesObject == true, clause.predicate.hasSuffix("_" + oblique.marker) {
                // "called on the president to act"
                fact.roles.append(reading.participant(.recipient, oblique.head, marker: oblique.marker))
                continue
            }
            if oblique.marker == "as", frame?.themeMarkers.contains("as") == true, fact.role(.theme) != nil,
                fact.role(.attribute) == nil
            {
                // "condemned the test as a grave threat"
                fact.roles.append(
                    Role(
                        kind: .attribute, marker: "as", tokens: reading.predicativePhrase(oblique.head),
                        head: oblique.head))
                continue
            }
            let isTheme =
                (frame?.themeMarkers.contains(oblique.marker) == true
                    || clause.predicate.hasSuffix("_" + oblique.marker))
                && !isWhereTimeIsSpent(oblique, fact, in: reading)
            if isTheme, !fact.roles.contains(where: { $0.kind == .theme }), !reading.isTime(oblique.head) {
                fact.roles.append(reading.object(.theme, oblique.head, marker: oblique.marker))
            } else {
                fact.roles.append(reading.circumstance(oblique, of: clause.predicate))
            }
        }
        // A participle without a conjunction is a fact of its own.
        for adverbial in clause.adverbials
        where !isInTheme(adverbial.head, of: fact)
            && !(adverbial.marker.isEmpty && reading.document.xpos[adverbial.head] == .vbg)
        {
            if adverbial.marker == "as", frame?.themeMarkers.contains("as") == true, fact.role(.theme) != nil,
                fact.role(.attribute) == nil,
                reading.tree.child(of: adverbial.head, .nsubj, .nsubjPassive, .aux, .expl) == nil
            {
                // "described the results as encouraging"
                fact.roles.append(
                    Role(
                        kind: .attribute, marker: "as", tokens: reading.predicativePhrase(adverbial.head),
                        head: adverbial.head))
                continue
            }
            let isDemanded =
                adverbial.marker == "to" && fact.role(.recipient) != nil
                && (frame?.addressesObject == true || reading.isInClass(clause.predicate, "urge"))
            if isDemanded || frame?.themeMarkers.contains(adverbial.marker) == true
                || clause.predicate.hasSuffix("_" + adverbial.marker),
                !fact.roles.contains(where: { $0.kind == .theme })
            {
                var role = reading.adverbial(adverbial)
                role.kind = .theme
                fact.roles.append(role)
            } else {
                fact.roles.append(reading.adverbial(adverbial))
            }
        }
        addInfinitive(to: &fact, of: clause, in: reading)
        for adverb in clause.adverbs where reading.isTime(adverb) {
            // "nine weeks ago"
            let phrase = reading.tree.subtree(of: adverb)
            let tokens =
                phrase.upperBound == adverb + 1 && phrase.count <= 4
                ? reading.tree.trimmed(phrase) : adverb..<adverb + 1
            fact.roles.append(Role(kind: .time, tokens: tokens, head: adverb))
        }
        joinTimes(of: &fact, in: reading)
        joinPlaces(of: &fact, in: reading)
        for participant in [clause.object, clause.subject] {
            guard let participant, !reading.lexicon.words[.stop].contains(reading.document.norm(participant)) else {
                continue
            }
            fact.roles += reading.nestedCircumstances(of: participant)
        }
        fact.isAttribution = Attributions.attributes(frame, theme: fact.role(.theme), in: reading)
        if !fact.isAttribution, fact.role(.attribute) == nil,
            reading.lexicon.words[.speechWithClause].contains(clause.predicate)
        {
            withoutSpeech(&fact, in: reading)
        }
        return fact
    }

    /// "spent the night on the roof": where, while money is spent on something.
    private static func isWhereTimeIsSpent(_ oblique: Clause.Oblique, _ fact: Fact, in reading: Reading) -> Bool {
        fact.predicate == "spend"
            && reading.lexicon.words[.place].contains(reading.document.lemma(oblique.head).lowercased())
    }

    /// "The captain is to blame": he is blamed, and blames nobody.
    private static func isToBlame(_ clause: Clause, in reading: Reading) -> Bool {
        guard clause.predicate == "blame", clause.object == nil, reading.document.xpos[clause.head] == .vb,
            let mark = reading.tree.child(of: clause.head, .mark), reading.document.norm(mark) == "to"
        else { return false }
        let isOwn = reading.tree.child(of: clause.head, .cop) != nil
        return isOwn || reading.tree.head(of: clause.head).map { reading.document.lemma($0) == "be" } ?? false
    }

    /// "appealed to them to leave", "pleaded with them to stay": whom the preposition marks is who shall do it.
    private static func isAddressed(_ oblique: Clause.Oblique, _ clause: Clause, in reading: Reading) -> Bool {
        guard ["to", "with"].contains(oblique.marker), reading.isInClass(clause.predicate, "urge"),
            oblique.head > clause.head
        else { return false }
        let infinitives =
            clause.adverbials.filter { $0.marker == "to" }.map(\.head) + [clause.complement].compactMap { $0 }
        return infinitives.contains { $0 > oblique.head && reading.document.xpos[$0] == .vb }
    }

    /// "at 4.12 a.m. on Saturday": parts of one time.
    private static func joinTimes(of fact: inout Fact, in reading: Reading) {
        var times = fact.roles.filter { $0.kind == .time && reading.document.upos[$0.head] != .verb }.sorted {
            $0.tokens.lowerBound < $1.tokens.lowerBound
        }
        guard times.count > 1 else { return }
        fact.roles.removeAll { times.contains($0) }
        var joined: [Role] = [times.removeFirst()]
        for time in times {
            let last = joined[joined.count - 1]
            let gap = last.tokens.upperBound..<max(time.tokens.lowerBound, last.tokens.upperBound)
            if time.tokens.lowerBound < last.tokens.upperBound
                || gap.count <= 2
                    && gap.allSatisfy({ ["on", "at", "in", "of", ",", "the"].contains(reading.document.norm($0)) })
            {
                joined[joined.count - 1].tokens = .span(
                    last.tokens.lowerBound, max(time.tokens.upperBound, last.tokens.upperBound))
            } else {
                joined.append(time)
            }
        }
        fact.roles += joined
    }

    /// "to hospital in the capital": one place, told from the near to the far.
    private static func joinPlaces(of fact: inout Fact, in reading: Reading) {
        // "20 kilometres west of Havn"
        for index in fact.roles.indices where fact.roles[index].kind == .place && fact.roles[index].marker.isEmpty {
            guard
                let distance = fact.roles.firstIndex(where: {
                    $0.marker.isEmpty && $0.tokens.upperBound == fact.roles[index].tokens.lowerBound
                        && [.time, .quantity, .oblique].contains($0.kind)
                })
            else { continue }
            fact.roles[index].tokens = .span(
                fact.roles[distance].tokens.lowerBound, fact.roles[index].tokens.upperBound)
            fact.roles.remove(at: distance)
            break
        }
        let places = fact.roles.filter { $0.kind == .place }.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
        guard places.count > 1 else { return }
        var joined: [Role] = []
        for place in places {
            if let last = joined.last, place.tokens.lowerBound == last.tokens.upperBound + 1,
                ["in", "at", "near", "outside", "on", "off"].contains(place.marker),
                reading.document.norm(last.tokens.upperBound) == place.marker
            {
                joined[joined.count - 1].tokens = .span(last.tokens.lowerBound, place.tokens.upperBound)
            } else {
                joined.append(place)
            }
        }
        guard joined.count < places.count else { return }
        fact.roles.removeAll { $0.kind == .place }
        fact.roles += joined
    }

    /// "maintained a policy" is no statement, "maintained that" is.
    private static func withoutSpeech(_ fact: inout Fact, in reading: Reading) {
        guard let say = reading.lexicon.verbs.id(named: "say") else { return }
        fact.classes.removeAll { reading.lexicon.verbs.isPart($0, of: say) }
    }

    /// "called for pay to be cut": the infinitive is a part of what is called for.
    private static func addInfinitive(to fact: inout Fact, of clause: Clause, in reading: Reading) {
        guard clause.predicate.hasSuffix("_for"), let index = fact.roles.firstIndex(where: { $0.kind == .theme }),
            let infinitive =
                (clause.adverbials
                + [clause.complement].compactMap { $0 }.map { Clause.Oblique(head: $0, marker: "to") })
                .first(where: {
                    $0.marker == "to"
                        && reading.tree.subtree(of: $0.head).lowerBound == fact.roles[index].tokens.upperBound
                })
        else { return }
        let end = reading.tree.subtree(of: infinitive.head).upperBound
        fact.roles[index].tokens = reading.tree.trimmed(.span(fact.roles[index].tokens.lowerBound, end))
    }

    /// A verb that no class has is one of speech where a that-clause follows: "he stresssed that ...".
    private static func unknownSpeech(_ clause: Clause, in reading: Reading) -> VerbClasses.Frame? {
        guard let complement = clause.complement, clause.subject != nil, !clause.isPassive,
            reading.tree.relation(complement) == .ccomp,
            let mark = reading.tree.child(of: complement, .mark), reading.document.norm(mark) == "that",
            mark > clause.head,
            let say = reading.lexicon.verbs.id(named: "say")
        else { return nil }
        return VerbClasses.Frame(classes: [say])
    }

    private static func isInTheme(_ head: Int, of fact: Fact) -> Bool {
        fact.role(.theme)?.tokens.contains(head) ?? false
    }

    /// What is done, said or wanted; whom it is said to.
    private static func addTheme(to fact: inout Fact, of clause: Clause, frame: VerbClasses.Frame?, in reading: Reading)
    {
        if clause.isPassive, let subject = clause.subject {
            // "Smith was accused of fraud": he is who it is about, the fraud is the theme.
            let isAddressee =
                frame?.addressesObject == true && (clause.complement != nil || hasMarkedTheme(clause, frame))
            // "was awarded a medal", "was found guilty"
            let isRecipient = clause.object.map { $0 > clause.head && !reading.isTime($0) } ?? false
            let isNamed = isRecipient && reading.lexicon.words[.naming].contains(clause.predicate)
            fact.roles.append(
                reading.participant(isAddressee || isRecipient && !isNamed ? .recipient : .theme, subject))
            if isNamed, clause.complement == nil, let name = clause.object {
                fact.roles.append(Role(kind: .attribute, tokens: reading.predicativePhrase(name), head: name))
                return
            }
        }
        guard let complement = clause.complement else {
            if let object = clause.object, let end = looseContent(after: object, of: clause, in: reading) {
                let range = reading.tree.trimmed(.span(reading.tree.subtree(of: object).lowerBound, end))
                fact.roles.append(Role(kind: .theme, tokens: range, head: looseHead(of: clause, in: reading) ?? object))
                return
            }
            if let object = clause.object,
                let (named, attribute) = Namings.parts(of: object, named: clause.predicate, in: reading)
            {
                fact.roles += [named, attribute]
                return
            }
            if let object = clause.object {
                let isAddressee = frame?.addressesObject == true && hasMarkedTheme(clause, frame)
                fact.roles.append(
                    isAddressee ? reading.participant(.recipient, object) : reading.object(.theme, object))
            }
            return
        }
        let content = whole(reading.content(complement), of: clause, in: reading)
        if let object = clause.object, !clause.isPassive,
            let whole = scattered(object, complement, of: clause, in: reading)
        {
            fact.roles.append(Role(kind: .theme, marker: content.marker, tokens: whole, head: complement))
            return
        }
        if let object = clause.object, !clause.isPassive {
            if reading.tree.relation(complement) == .xcomp, !reading.isInfinitive(complement) {
                // "called the law a crazy system"
                fact.roles.append(reading.object(.theme, object))
                fact.roles.append(Role(kind: .attribute, tokens: reading.tree.fullPhrase(complement), head: complement))
                return
            }
            if frame?.addressesObject == true || reading.tree.relation(complement) == .ccomp {
                fact.roles.append(reading.participant(.recipient, object))
                fact.roles.append(content)
                return
            }
            // "wants Congress to leave": the whole is wanted.
            let range = Range.span(
                reading.tree.subtree(of: object).lowerBound, max(content.tokens.upperBound, object + 1))
            fact.roles.append(Role(kind: .theme, tokens: reading.tree.trimmed(range), head: complement))
            return
        }
        fact.roles.append(content)
    }

    /// "said if the rate rose, firms would close": what follows the condition is said as well.
    private static func whole(_ content: Role, of clause: Clause, in reading: Reading) -> Role {
        let document = reading.document
        guard !content.tokens.isEmpty, reading.isInClass(clause.predicate, "say"),
            content.tokens.lowerBound > clause.head,
            ["if", "unless", "because", "although", "when", "once", "while"].contains(
                document.norm(content.tokens.lowerBound)),
            content.marker != "whether"
        else { return content }
        let sentence = document.sentences[document.sentence(of: clause.head)].tokens
        let end = content.tokens.upperBound
        guard end < sentence.upperBound, document.norm(end) == ",", content.tokens.lowerBound - clause.head <= 2,
            let head = (end..<sentence.upperBound).first(where: {
                reading.clauses[$0] != nil && [.vb, .vbd, .vbz, .vbp].contains(document.xpos[$0])
            })
        else { return content }
        var content = content
        content.marker = ""
        content.head = head
        content.tokens = reading.tree.trimmed(.span(content.tokens.lowerBound, sentence.upperBound))
        return content
    }

    /// "say the plan, made in June, has failed": what seems the object and a finite clause behind it are one content.
    private static func looseContent(after object: Int, of clause: Clause, in reading: Reading) -> Int? {
        guard object > clause.head,
            reading.isInClass(clause.predicate, "say") || reading.isInClass(clause.predicate, "think"),
            let head = looseHead(of: clause, in: reading), head > object
        else { return nil }
        return reading.tree.subtree(of: head).upperBound
    }

    /// "said a reflection is needed", "said Iran has missiles": what was said is one content, though the tree has two parts.
    private static func scattered(_ object: Int, _ complement: Int, of clause: Clause, in reading: Reading) -> Range<
        Int
    >? {
        guard reading.isInClass(clause.predicate, "say"),
            reading.lexicon.verbs.frame(ofVerb: clause.predicate)?.addressesObject == false,
            reading.tree.relation(complement) == .ccomp,
            [.vbz, .vbp, .vbd, .vbn].contains(reading.document.xpos[complement]),
            min(object, complement) > clause.head
        else { return nil }
        let first = reading.tree.subtree(of: min(object, complement))
        let second = reading.tree.subtree(of: max(object, complement))
        let hasSubject = reading.tree.child(of: complement, .nsubj, .nsubjPassive) != nil
        guard object < complement ? !hasSubject : first.upperBound >= second.lowerBound - 1,
            first.lowerBound < second.upperBound
        else { return nil }
        return reading.tree.trimmed(.span(first.lowerBound, second.upperBound))
    }

    private static func looseHead(of clause: Clause, in reading: Reading) -> Int? {
        clause.adverbials.first { adverbial in
            adverbial.marker.isEmpty && adverbial.head > clause.head
                && ([.vbz, .vbp, .vbd].contains(reading.document.xpos[adverbial.head])
                    || reading.tree.child(of: adverbial.head, .aux, .cop).map { $0 > clause.head } ?? false)
        }?.head
    }

    private static func hasMarkedTheme(_ clause: Clause, _ frame: VerbClasses.Frame?) -> Bool {
        guard let markers = frame?.themeMarkers else { return false }
        return clause.obliques.contains { markers.contains($0.marker) }
            || clause.adverbials.contains { markers.contains($0.marker) }
    }
}

extension Reading {
    /// Whether a verb is an infinitive or participle: "to leave", "leaving".
    func isInfinitive(_ head: Int) -> Bool {
        document.upos[head] == .verb || document.upos[head] == .aux || tree.child(of: head, .cop) != nil
    }
}
