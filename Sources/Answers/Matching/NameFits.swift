import Facts
import Language
import Questions

extension FactMatcher {
    // MARK: Names

    /// How well a fact has a name in the slots that the question gives it.
    func nameFit(_ given: Plan.Given, _ stored: StoredFact) -> Double {
        let fact = stored.fact
        if given.isAnybody {
            let isTold = given.argument.slots.contains { slot in fact.roles.contains { fills($0.kind, slot, of: fact) }
            }
            return isTold ? 0.9 : 0
        }
        var best = 0.0
        for slot in given.argument.slots {
            for index in fact.roles.indices where fills(fact.roles[index].kind, slot, of: fact) {
                best = max(best, roleFit(fact.roles[index], given.phrase, stored))
            }
            if slot == .role(.agent) || slot == .subject { best = max(best, otherPartyFit(given, stored)) }
            if slot == .role(.recipient), fact.isAttribution { best = max(best, addresseeFit(given, stored)) }
        }
        if best < Self.slotThreshold, given.argument.slots == [.subject], plan.asksCircumstance {
            // When and where something was may be told in a sentence that names it elsewhere.
            best = max(best, 0.6 * sentenceFit(given.phrase, stored))
        }
        return best
    }

    /// Who meets somebody is met by him.
    private func otherPartyFit(_ given: Plan.Given, _ stored: StoredFact) -> Double {
        let fact = stored.fact
        guard let marker = symmetricMarker(of: fact) else { return 0 }
        var best = 0.0
        for role in fact.roles
        where role.marker == marker && role.kind != .agent || fact.predicate == "meet" && role.kind == .theme {
            best = max(best, roleFit(role, given.phrase, stored))
        }
        return best
    }

    /// The preposition of the other party of a fact whose parties may change places; nil for another fact.
    func symmetricMarker(of fact: Fact) -> String? {
        for verbClass in fact.classes {
            if let marker = symmetricMarkers[verbClass.index] { return marker }
        }
        return nil
    }

    /// "issued an order that the units should leave": whom it was given to stands in what was ordered.
    private func addresseeFit(_ given: Plan.Given, _ stored: StoredFact) -> Double {
        guard stored.fact.role(.recipient) == nil, let theme = stored.fact.role(.theme), theme.marker == "that" else {
            return 0
        }
        let article = store.articles[stored.article]
        let first = article.document.sentence(of: theme.tokens.lowerBound)
        let last = article.document.sentence(of: theme.tokens.upperBound - 1)
        for sentence in first...max(first, last) {
            for id in store.facts(ofSentence: article.sentences.lowerBound + FactStore.SentenceID(sentence)) {
                let clause = store.facts[id].fact
                guard clause.modality == .demanded, theme.tokens.contains(clause.cue.lowerBound) else { continue }
                return clause.role(.agent).map { 0.8 * roleFit($0, given.phrase, stored) } ?? 0
            }
        }
        return 0
    }

    /// How well a participant is the one that a phrase names.
    func roleFit(_ role: Role, _ phrase: ResolvedPhrase, _ stored: StoredFact) -> Double {
        guard !phrase.parts.isEmpty else { return wholeFit(role, phrase, stored) }
        let fits = phrase.parts.map { roleFit(role, $0, stored) }
        let present = fits.count { $0 >= Self.slotThreshold }
        // What both say together comes before what one says.
        let joint = (fits.max() ?? 0) * (0.85 + 0.15 * Double(present) / Double(fits.count))
        return max(joint, wholeFit(role, phrase, stored))
    }

    private func wholeFit(_ role: Role, _ phrase: ResolvedPhrase, _ stored: StoredFact) -> Double {
        turn(to: stored)
        let occurrences = phrase.occurrences
        var best = 0.0
        if !occurrences.named.isEmpty {
            for head in role.conjuncts where view.entityOfToken[head] >= 0 {
                best = max(best, occurrences.fit(of: view.entityOfToken[head]))
            }
        }
        if best >= 0.9 || phrase.words.isEmpty { return best }
        // What is said may go on over several sentences.
        let isWithin =
            view.tokens.lowerBound <= role.tokens.lowerBound && role.tokens.upperBound <= view.tokens.upperBound
        if isWithin {
            occurrences.turn(to: view.sentence, words: view.words)
            guard let coverage = coverage(phrase, role, occurrences.hits, stored) else { return best }
            return max(best, coverage, bodyFit(role, phrase, stored))
        }
        let present = words(in: role.tokens, of: stored)
        guard !present.isEmpty, let coverage = coverage(phrase, role, occurrences.hits(in: present), stored) else {
            return best
        }
        return max(best, coverage, bodyFit(role, phrase, stored))
    }

    /// How much of a phrase's words a role has, where it is enough to name it, else 0; nil for a role without content words.
    private func coverage(
        _ phrase: ResolvedPhrase, _ role: Role, _ hits: [PhraseOccurrences.Hit], _ stored: StoredFact
    ) -> Double? {
        var isHit = false
        var isHead = false
        for hit in hits where role.tokens.contains(hit.token) {
            isHit = true
            if hit.score >= 0.7, role.conjuncts.contains(hit.token) { isHead = true }
        }
        if !isHit, !hasWords(role, stored) { return nil }
        let occurrences = phrase.occurrences
        var found = 0.0
        for index in phrase.words.indices {
            var credit = 0.0
            for hit in hits where hit.word == index && role.tokens.contains(hit.token) {
                credit = max(credit, hit.score)
            }
            // "his client": the owner that was asked about.
            if credit < 0.8, phrase.words.count > 1 {
                // "the opponents" of what the headline or the sentence before told of.
                if isHead {
                    occurrences.turnToContext(of: stored.sentence, stored, in: store.articles[stored.article])
                    credit = max(credit, occurrences.context[index] * Self.contextCredit)
                }
                credit = max(credit, referenceCredit(index, phrase, role))
            }
            found += phrase.words[index].weight * credit
        }
        let coverage = found / phrase.weight
        guard coverage >= 0.6 else { return 0 }
        if let hit = hits.first(where: { $0.score >= 0.7 && role.tokens.contains($0.token) }),
            hit.token > role.tokens.lowerBound,
            store.isOfOtherTitle(
                role.tokens.lowerBound..<hit.token, in: store.articles[stored.article],
                besides: { norm in phrase.phrase.words.contains { $0.norm == norm } })
        {
            return 0
        }
        return coverage * (isHead ? 0.95 : 0.75)
    }

    private func hasWords(_ role: Role, _ stored: StoredFact) -> Bool {
        for word in view.words where role.tokens.contains(Int(word.token)) { return true }
        return role.tokens.upperBound > view.tokens.upperBound || role.tokens.lowerBound < view.tokens.lowerBound
            ? !words(in: role.tokens, of: stored).isEmpty : false
    }

    /// A pronoun or description stands for a name: "he" for the mayor that was asked about.
    func referenceCredit(_ word: Int, _ phrase: ResolvedPhrase, _ role: Role) -> Double {
        let occurrences = phrase.occurrences
        guard occurrences.hasReferents(ofWord: word) else { return 0 }
        for token in role.tokens {
            let id = view.entityOfToken[token]
            if id >= 0, occurrences.isReferent(id, ofWord: word) { return 0.8 }
        }
        return 0
    }

    /// "his party", "her company": that of whom the person speaks for.
    private func bodyFit(_ role: Role, _ phrase: ResolvedPhrase, _ stored: StoredFact) -> Double {
        guard role.tokens.count <= 3, let owner = role.tokens.first, view.entityOfToken[owner] >= 0 else { return 0 }
        let person = view.entityOfToken[owner]
        let (affiliations, descriptions) = (
            store.entities.affiliations(of: person), store.entities.descriptions(of: person)
        )
        // Of most nothing is told, which needs no analysis.
        guard !affiliations.isEmpty || !descriptions.isEmpty else { return 0 }
        let article = store.articles[stored.article]
        guard article.document.xpos[owner] == .prpPossessive,
            KindLimit.kind(of: article.document.lemma(role.head).lowercased(), store.lexicon.words).map({
                [.organization, .country].contains($0)
            }) ?? false
        else { return 0 }
        let isHis =
            affiliations.contains { (phrase.entities[$0] ?? 0) >= 0.9 }
            || descriptions.contains { describes($0.place, headOf: phrase) }
        return isHis ? 0.8 : 0
    }

    /// "the head of the weather service": whether a description says whose somebody is by the words of a phrase.
    private func describes(_ place: Entity.Place, headOf phrase: ResolvedPhrase) -> Bool {
        let article = store.articles[place.article]
        guard !phrase.words.isEmpty, let of = place.tokens.first(where: { article.document.norm($0) == "of" }) else {
            return false
        }
        let present = article.words.words(in: of..<place.tokens.upperBound)
        return phrase.words.allSatisfy { word in present.contains { (word.matches[$0.id] ?? 0) >= 0.7 } }
    }

    /// How well what says the fact fits "according to E".
    func sourceFit(_ stored: StoredFact, _ source: ResolvedPhrase) -> Double {
        var best = 0.0
        if stored.fact.isAttribution, let agent = stored.fact.role(.agent) { best = roleFit(agent, source, stored) }
        var within = stored.within
        while let id = within, best < 0.9 {
            let outer = store.facts[id]
            if let agent = outer.fact.role(.agent) { best = max(best, roleFit(agent, source, outer)) }
            within = outer.within
        }
        return best
    }
}
