import Facts
import Language
import Questions

extension FactMatcher {
    // MARK: Words

    /// What a topic counts that stands in the headline or in the sentence before.
    static let contextCredit = 0.55
    private static let namedContextCredit = 0.45

    /// "tolls or ferries": the better of them.
    func choiceFit(_ given: Plan.Given, _ stored: StoredFact) -> Double {
        var best = wordsFit(given.phrase, given, isOccasion: given.isOccasion, stored)
        for phrase in given.others {
            best = max(best, wordsFit(phrase, given, isOccasion: given.isOccasion(with: phrase), stored))
        }
        return best
    }

    private func wordsFit(
        _ phrase: ResolvedPhrase, _ given: Plan.Given, isOccasion: Bool, _ stored: StoredFact
    ) -> Double {
        if phrase.phrase.isQuoted { return exactFit(phrase.phrase.text, stored) }
        guard !phrase.words.isEmpty else { return strandedFit(phrase.phrase, stored) }
        turn(to: stored)
        let occurrences = phrase.occurrences
        occurrences.turn(to: view.sentence, words: view.words)
        if given.isTopic || isOccasion {
            occurrences.turnToContext(of: view.sentence, stored, in: store.articles[stored.article])
        }
        // What was said after a name was mentioned need not be about it.
        let contextCredit =
            given.isTopic
            ? phrase.isSurelyNamed && !isOccasion ? Self.namedContextCredit : Self.contextCredit
            : isOccasion ? Self.contextCredit : 0
        let places = Places(given, stored, matcher: self)
        var found = 0.0
        for index in phrase.words.indices {
            var credit = 0.0
            for hit in occurrences.hits where hit.word == index && hit.score > credit {
                credit = max(credit, hit.score * places.credit(hit.token))
            }
            if credit < 0.8 {
                let roles = stored.fact.roles
                for role in roles.indices where credit < 0.8 && places.isGiven(roles[role].kind) {
                    credit = max(credit, referenceCredit(index, phrase, roles[role]))
                }
            }
            if contextCredit > 0, credit < Self.contextCredit {
                credit = max(credit, occurrences.context[index] * contextCredit)
            }
            found += phrase.words[index].weight * credit
        }
        return found / phrase.weight
    }

    /// What a word counts by where it stands in a fact.
    private struct Places {
        private let given: Plan.Given
        private let stored: StoredFact
        private let matcher: FactMatcher

        init(_ given: Plan.Given, _ stored: StoredFact, matcher: FactMatcher) {
            (self.given, self.stored, self.matcher) = (given, stored, matcher)
        }

        /// Whether what the question gives may stand in a role.
        func isGiven(_ kind: Role.Kind) -> Bool {
            // What was said about something is told in what was said; when it was said tells less.
            if given.isTopic, stored.fact.isAttribution {
                switch kind {
                case .time, .place, .reason, .manner, .agent: return false
                default: break
                }
            }
            for slot in given.argument.slots where matcher.fills(kind, slot, of: stored.fact) { return true }
            return false
        }

        func credit(_ token: Int) -> Double {
            let fact = stored.fact
            var isAttribute = false
            for index in fact.roles.indices where fact.roles[index].tokens.contains(token) {
                if isGiven(fact.roles[index].kind) {
                    return given.isTopic || !given.isOnlyOther || !isInHole(token) ? 1 : 0.8
                }
                if fact.roles[index].kind == .attribute { isAttribute = true }
            }
            // Between who speaks and that he speaks it is told who he is.
            if given.isTopic, fact.isAttribution, matcher.relativeClause(ofSpeakerIn: stored).contains(token) {
                return 0.4
            }
            // Who blames somebody is no part of what he blames.
            if given.argument.label == "content", isInHole(token) { return 0 }
            if isAttribute { return 1 }
            if !given.isTopic, fact.cue.contains(token) { return 0.9 }
            return matcher.pointsBack(stored) ? 0.8 : given.isTopic ? 0.6 : 0.5
        }

        /// Whether a token stands where the answer does.
        private func isInHole(_ token: Int) -> Bool {
            for slot in matcher.plan.hole?.slots ?? [] {
                let roles = stored.fact.roles
                for index in roles.indices where roles[index].tokens.contains(token) {
                    if matcher.fills(roles[index].kind, slot, of: stored.fact) { return true }
                }
            }
            return false
        }
    }

    /// "Ada Berg, who joined from Norlag, said ..."
    fileprivate func relativeClause(ofSpeakerIn stored: StoredFact) -> Range<Int> {
        guard let agent = stored.fact.role(.agent)?.tokens, agent.upperBound + 1 < stored.fact.cue.lowerBound else {
            return 0..<0
        }
        let document = store.articles[stored.article].document
        guard document.norm(agent.upperBound) == ",", document.norm(agent.upperBound + 1) == "who" else { return 0..<0 }
        return agent.upperBound..<stored.fact.cue.lowerBound
    }

    /// "who did they speak with": a preposition without words wants a role that it marks.
    private func strandedFit(_ phrase: Phrase, _ stored: StoredFact) -> Double {
        let fact = stored.fact
        guard phrase.words.count == 1, let word = phrase.words.first, word.upos == .adp else { return 1 }
        // "got in": the particle right behind the verb.
        let document = store.articles[stored.article].document
        if fact.cue.upperBound < document.count, document.norm(fact.cue.upperBound) == word.norm { return 1 }
        if tellsTopic(fact, word.norm) { return 0.9 }
        return fact.predicate.hasSuffix("_" + word.norm)
            || fact.roles.contains { $0.marker == word.norm || $0.marker.hasSuffix(" " + word.norm) } ? 1 : 0
    }

    /// "what did they complain about": that help was slow.
    func tellsTopic(_ fact: Fact, _ preposition: String) -> Bool {
        guard ["about", "of", "over"].contains(preposition), fact.isAttribution, let theme = fact.role(.theme) else {
            return false
        }
        return theme.marker == "that" || theme.marker.isEmpty
    }

    /// "rejected this idea": the rest of the sentence tells which.
    fileprivate func pointsBack(_ stored: StoredFact) -> Bool {
        guard let theme = stored.fact.role(.theme) else { return false }
        let document = store.articles[stored.article].document
        return ["this", "that", "these", "those", "it", "such"].contains(document.norm(theme.tokens.lowerBound))
            && theme.tokens.count <= 3
    }

    /// How much of a phrase's words stand anywhere in the sentence.
    func sentenceFit(_ phrase: ResolvedPhrase, _ stored: StoredFact) -> Double {
        guard !phrase.words.isEmpty else { return 0 }
        turn(to: stored)
        phrase.occurrences.turn(to: view.sentence, words: view.words)
        var found = 0.0
        for index in phrase.words.indices {
            var credit = 0.0
            for hit in phrase.occurrences.hits where hit.word == index { credit = max(credit, hit.score) }
            found += phrase.words[index].weight * credit
        }
        return found / phrase.weight
    }

    /// The exact words, quotation marks and dashes made straight.
    private func exactFit(_ text: String, _ stored: StoredFact) -> Double {
        let document = store.articles[stored.article].document
        let wanted = ExactWords.folded(text)
        for role in stored.fact.roles where [.theme, .attribute].contains(role.kind) {
            if ExactWords.folded(document.string(role.tokens)).contains(wanted) { return 1 }
        }
        return 0
    }
}
