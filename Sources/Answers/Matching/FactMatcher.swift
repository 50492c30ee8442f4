import Facts
import Language
import Questions

/// How well a fact matches a question.
struct FactMatch: Sendable {
    var id: FactStore.ID
    /// From 0 to 1.
    var score: Double
    /// How each part matched, for `.why`.
    var parts: [(label: String, score: Double)]
    /// Whether the fact states the opposite of what was asked (`against` classes).
    var isOpposite = false
}

/// Matches the facts of the store with a question's pattern.
///
/// The score is the predicate's fit times the given slots' fit; a slot that does not fit rules the fact out.
struct FactMatcher: Sendable {
    let store: FactStore
    let plan: Plan
    var interruption: Interruption?
    /// The least that a slot must fit.
    static let slotThreshold = 0.5
    /// The least score of an answer; chosen over articles, see `docs/errors.md`.
    static let threshold = 0.44

    /// The matching facts, best first; ties in the order of the articles. Those found so far, where the search is interrupted.
    func matches(opposites: Bool = false) -> [FactMatch] {
        var fits = PredicateFits(
            store: store, predicate: plan.question.predicate, spellings: plan.predicateSpellings,
            asksWho: plan.hole?.slots == [.role(.agent)], opposites: opposites)
        var found: [FactMatch] = []
        for (index, id) in candidates(&fits).enumerated() {
            if index % 64 == 63, interruption?.stops() == true { break }
            if let match = match(id, &fits) { found.append(match) }
        }
        return found.sorted { $0.score != $1.score ? $0.score > $1.score : $0.id < $1.id }
    }

    /// Facts where the given parts stand; without any, all whose predicate fits.
    private func candidates(_ fits: inout PredicateFits) -> [FactStore.ID] {
        if let found = Candidates(store: store).facts(for: plan) { return found }
        guard case .verb = plan.question.predicate else { return Array(store.facts.indices) }
        var ids: [Int32] = []
        for sense in store.senses.indices where fits.fit(of: sense).score > 0 { ids += store.facts(withSense: sense) }
        return ids.sorted().map(Int.init)
    }

    /// What counts something planned or possible where what happened is asked for.
    private static let unreal = 0.75

    /// "who did he meet": whom he plans to meet is told after whom he met.
    private func isUnreal(_ fact: Fact) -> Bool {
        plan.question.use == .list && plan.question.modality == .asserted && fact.modality != .asserted
            && !fact.isAttribution
            && fact.rule == .clause && !asksCircumstance
    }

    /// What counts somebody's praise, refusal ... where all that he said is asked for.
    private static let noStatement = 0.8

    /// What counts that somebody says that something must be done.
    private static let necessary = 0.99

    /// What counts a headline.
    private static let headline = 0.97

    /// "rejected the criticism", "denied rumours": tells what was denied, and nothing that was said.
    private func isThingDenied(_ stored: StoredFact) -> Bool {
        guard let theme = stored.fact.role(.theme), stored.fact.role(.attribute) == nil,
            stored.fact.classes.contains(where: { ["deny", "reject"].contains(store.lexicon.verbs[$0].name) })
        else { return false }
        let document = store.articles[stored.article].document
        return [.noun, .propn, .pron].contains(document.upos[theme.head])
            && !theme.tokens.contains {
                document.norm($0) == "\"" || [.openingQuote, .closingQuote].contains(document.xpos[$0])
            }
    }

    /// "when will the plant close" is not answered by when one closed.
    private func isOfThePast(_ stored: StoredFact) -> Bool {
        guard plan.question.modality == .planned, stored.fact.modality == .asserted, stored.within == nil,
            stored.fact.rule == .clause,
            case .verb(let lemma, _) = plan.question.predicate, lemma == stored.fact.predicate || asksCircumstance
        else { return false }
        let document = store.articles[stored.article].document
        return stored.fact.cue.contains { document.xpos[$0] == .vbd }
    }

    // MARK: One fact

    private func match(_ id: FactStore.ID, _ predicates: inout PredicateFits) -> FactMatch? {
        let sense = store.sense(of: id)
        let predicate = predicates.fit(of: sense)
        guard predicate.score > 0 || mayHaveOtherForm(sense) else { return nil }
        let stored = store.facts[id]
        if !plan.question.filters.isEmpty, !plan.filter.allows(stored) { return nil }
        var score = predicate.score > 0 ? predicate.score : otherFormFit(stored)
        guard score > 0 else { return nil }
        var match = FactMatch(
            id: id, score: 0, parts: [("predicate \(stored.fact.predicate)", score)], isOpposite: predicate.isOpposite)
        if let source = plan.source {
            let fit = sourceFit(stored, source)
            guard fit >= Self.slotThreshold else { return nil }
            match.parts.append(("according to", fit))
            score *= fit
        }
        var fits: [Double] = []
        for given in plan.given {
            if given.argument.isExcluded {
                // Only the sentence itself: the headline may name what the sentence does not.
                if ([given.phrase] + given.others).contains(where: { sentenceFit($0, stored) >= 0.7 }) { return nil }
                continue
            }
            let fit = given.isName ? nameFit(given, stored) : choiceFit(given, stored)
            guard fit >= Self.slotThreshold else { return nil }
            match.parts.append((given.account, fit))
            fits.append(fit)
        }
        if let least = fits.min() {
            let slots = 0.4 * least + 0.6 * fits.reduce(0, +) / Double(fits.count)
            if fits.count > 1 { match.parts.append(("all slots (0.4 × the least + 0.6 × their mean)", slots)) }
            score *= slots
        }
        // Who is asked what he said is asked for clauses and quotations first.
        if plan.asksForStatements, !stored.fact.isAttribution || isThingDenied(stored) {
            if isThingDenied(stored) { return nil }
            if stored.fact.role(.attribute) == nil {
                match.parts.append(("not plainly said", Self.noStatement))
                score *= Self.noStatement
            }
        }
        if isOfThePast(stored) { return nil }
        // That something must be done is a demand; what is called one comes before it.
        if stored.fact.rule == .mustStatement {
            match.parts.append(("said to be necessary", Self.necessary))
            score *= Self.necessary
        }
        // "how did he describe it": what he called it comes before what else he said of it.
        if plan.hole?.slots.first == .role(.attribute), (plan.hole?.slots.count ?? 0) > 1,
            stored.fact.role(.attribute) == nil
        {
            match.parts.append(("not called anything", Self.noStatement))
            score *= Self.noStatement
        }
        if isUnreal(stored.fact) {
            match.parts.append((stored.fact.modality.rawValue, Self.unreal))
            score *= Self.unreal
        }
        // Headlines are short of words: the story tells the same more fully.
        if stored.fact.sentence == 0 {
            match.parts.append(("a headline", Self.headline))
            score *= Self.headline
        }
        guard score >= Self.threshold else { return nil }
        match.score = score
        return match
    }

    /// The question's verb may stand in another form: as a noun, or below another verb.
    private func otherFormFit(_ stored: StoredFact) -> Double {
        guard case .verb(let lemma, _) = plan.question.predicate, let word = plan.predicateWord else { return 0 }
        if lemma == "have" { return hasWith(stored) ? 0.75 : 0 }
        var scope = 0.0
        for role in stored.fact.roles where role.kind == .theme || role.kind == .attribute {
            for other in words(in: role.tokens, of: stored) { scope = max(scope, word.matches[other.id] ?? 0) }
        }
        return scope >= 0.7 && !hasOwnFact(lemma, beside: stored) ? 0.55 * scope : 0
    }

    /// "how many sapphires does it have": it is set with 31 of them.
    private func hasWith(_ stored: StoredFact) -> Bool {
        guard case .hole("number", let noun?)? = plan.hole?.filling, let lemma = noun.words.last?.lemma else {
            return false
        }
        let document = store.articles[stored.article].document
        return stored.fact.roles.contains { role in
            role.marker == "with" && role.tokens.contains { document.lemma($0).lowercased() == lemma }
        }
    }

    private func mayHaveOtherForm(_ sense: Int) -> Bool {
        if case .verb("have", _) = plan.question.predicate { return true }
        let predicate = store.senses[sense].predicate
        return predicate == "be" || store.lexicon.words[.light].contains(predicate)
    }

    /// Whether another fact of the sentence has the very predicate: then that one is the answer or none.
    private func hasOwnFact(_ lemma: String, beside stored: StoredFact) -> Bool {
        store.facts(ofSentence: store.sentence(of: stored)).contains {
            store.senses[store.sense(of: $0)].predicate == lemma
        }
    }

    private func words(of stored: StoredFact) -> ArraySlice<StoredArticle.Word> {
        store.articles[stored.article].words[stored.fact.sentence]
    }

    private func words(in tokens: Range<Int>, of stored: StoredFact) -> ArraySlice<StoredArticle.Word> {
        store.articles[stored.article].words.words(in: tokens)
    }

    // MARK: Names

    private func nameFit(_ given: Plan.Given, _ stored: StoredFact) -> Double {
        if isAnybody(given.phrase.phrase) {
            return given.argument.slots.contains { !roles($0, of: stored.fact).isEmpty } ? 0.9 : 0
        }
        var best = 0.0
        for slot in given.argument.slots {
            for role in roles(slot, of: stored.fact) + symmetricRoles(slot, of: stored.fact) {
                best = max(best, roleFit(role, given.phrase, stored))
            }
            // "issued an order that the units should leave": whom it was given to stands in what was ordered.
            if slot == .role(.recipient), stored.fact.isAttribution, stored.fact.role(.recipient) == nil,
                let theme = stored.fact.role(.theme),
                theme.marker == "that",
                let clause = store.articles[stored.article].facts.lazy.map({ store.facts[$0].fact }).first(where: {
                    $0.modality == .demanded && theme.tokens.contains($0.cue.lowerBound)
                }), let agent = clause.role(.agent)
            {
                best = max(best, 0.8 * roleFit(agent, given.phrase, stored))
            }
        }
        if best < Self.slotThreshold, given.argument.slots == [.subject], asksCircumstance {
            // When and where something was may be told in a sentence that names it elsewhere.
            best = max(best, 0.6 * sentenceFit(given.phrase, stored))
        }
        return best
    }

    /// "was anyone hurt": whoever it is.
    private func isAnybody(_ phrase: Phrase) -> Bool {
        phrase.words.count == 1
            && ["anyone", "anybody", "someone", "somebody", "anything", "something", "everyone", "everybody", "people"]
                .contains(phrase.words[0].norm)
    }

    private var asksCircumstance: Bool {
        guard let hole = plan.hole, case .hole(let kind, _) = hole.filling else { return false }
        return kind != nil
            || hole.slots.contains { [.role(.time), .role(.place), .role(.reason), .role(.manner)].contains($0) }
    }

    private func sentenceFit(_ phrase: ResolvedPhrase, _ stored: StoredFact) -> Double {
        guard !phrase.words.isEmpty else { return 0 }
        let present = words(of: stored)
        return phrase.words.reduce(0.0) { sum, word in
            sum + word.weight * (present.map { word.matches[$0.id] ?? 0 }.max() ?? 0)
        } / phrase.weight
    }

    /// Who meets somebody is met by him.
    private func symmetricRoles(_ slot: Argument.Slot, of fact: Fact) -> [Role] {
        guard slot == .role(.agent) || slot == .subject else { return [] }
        // No lazy sequence: its closure would copy the store's columns for each fact.
        for verbClass in fact.classes {
            guard let marker = store.lexicon.verbs[verbClass].symmetricMarker else { continue }
            return fact.roles.filter {
                $0.marker == marker && $0.kind != .agent || fact.predicate == "meet" && $0.kind == .theme
            }
        }
        return []
    }

    func roles(_ slot: Argument.Slot, of fact: Fact) -> [Role] {
        switch slot {
        case .role(let kind): fact.roles.filter { $0.kind == kind }
        case .subject:
            // "did the referee comment": who is blamed does not speak.
            fact.roles.filter {
                $0.kind == .agent || !asksForSpeech(besides: fact) && ($0.kind == .theme || $0.kind == .recipient)
            }
        case .other, .of: fact.roles
        }
    }

    /// Whether it is asked who speaks, and another verb than that of the question tells it.
    private func asksForSpeech(besides fact: Fact) -> Bool {
        guard case .verb(let lemma, _) = plan.question.predicate else { return false }
        return store.lexicon.words[.genericSpeech].contains(lemma) && fact.predicate != lemma
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
        let article = store.articles[stored.article]
        var best = 0.0
        for head in role.conjuncts {
            let id = article.entityOfToken[head]
            guard id >= 0 else { continue }
            if let fit = phrase.entities[id] { best = max(best, fit) }
            // Who speaks for it: its minister, its spokesman.
            for affiliation in store.entities[id].affiliations {
                if let fit = phrase.entities[affiliation] { best = max(best, 0.75 * fit) }
            }
        }
        if best >= 0.9 { return best }
        let present = words(in: role.tokens, of: stored)
        guard !phrase.words.isEmpty, !present.isEmpty else { return best }
        let isHead = present.contains { word in
            role.conjuncts.contains(Int(word.token)) && phrase.words.contains { ($0.matches[word.id] ?? 0) >= 0.7 }
        }
        let found = phrase.words.reduce(0.0) { sum, word in
            let credit = present.map { word.matches[$0.id] ?? 0 }.max() ?? 0
            // "his client": the owner that was asked about.
            guard credit < 0.8, phrase.words.count > 1 else { return sum + word.weight * credit }
            // "the opponents" of what the headline or the sentence before told of.
            let context = isHead ? contextFit(word, stored) * Self.contextCredit : 0
            return sum + word.weight * max(credit, context, referenceCredit(word, [role], article))
        }
        let coverage = found / phrase.weight
        if coverage >= 0.6 { best = max(best, coverage * (isHead ? 0.95 : 0.75)) }
        return max(best, bodyFit(role, phrase, article))
    }

    /// "his party", "her company": that of whom the person speaks for.
    private func bodyFit(_ role: Role, _ phrase: ResolvedPhrase, _ article: StoredArticle) -> Double {
        let document = article.document
        guard role.tokens.count <= 3, let owner = role.tokens.first, document.xpos[owner] == .prpPossessive,
            article.entityOfToken[owner] >= 0,
            KindLimit.kind(of: document.lemma(role.head).lowercased(), store.lexicon.words).map({
                [.organization, .country].contains($0)
            }) ?? false
        else { return 0 }
        return store.entities[article.entityOfToken[owner]].affiliations.contains { (phrase.entities[$0] ?? 0) >= 0.9 }
            ? 0.8 : 0
    }

    /// How well what says the fact fits "according to E".
    private func sourceFit(_ stored: StoredFact, _ source: ResolvedPhrase) -> Double {
        var best = 0.0
        if stored.fact.isAttribution, let agent = stored.fact.role(.agent) { best = roleFit(agent, source, stored) }
        var within = stored.within
        while let id = within, best < 0.9 {
            if let agent = store.facts[id].fact.role(.agent) {
                best = max(best, roleFit(agent, source, store.facts[id]))
            }
            within = store.facts[id].within
        }
        return best
    }

    // MARK: Words

    /// "tolls or ferries": the better of them.
    private func choiceFit(_ given: Plan.Given, _ stored: StoredFact) -> Double {
        given.others.reduce(wordsFit(given, stored)) { best, phrase in
            max(best, wordsFit(Plan.Given(argument: given.argument, phrase: phrase, isName: false), stored))
        }
    }

    private func wordsFit(_ given: Plan.Given, _ stored: StoredFact) -> Double {
        if given.phrase.phrase.isQuoted { return exactFit(given.phrase.phrase.text, stored) }
        guard !given.phrase.words.isEmpty else { return strandedFit(given.phrase.phrase, stored) }
        let isTopic = given.argument.label == "topic"
        let isEvent = given.isOccasion
        var inRoles = given.argument.slots.flatMap { roles($0, of: stored.fact) }
        // What was said about something is told in what was said; when it was said tells less.
        if isTopic, stored.fact.isAttribution {
            inRoles.removeAll { [.time, .place, .reason, .manner, .agent].contains($0.kind) }
        }
        let holes = plan.hole.map { hole in hole.slots.flatMap { roles($0, of: stored.fact) } } ?? []
        let article = store.articles[stored.article]
        let present = words(of: stored)
        let outside = pointsBack(stored) ? 0.8 : isTopic ? 0.6 : 0.5
        // Between who speaks and that he speaks it is told who he is.
        let ofSpeaker = isTopic && stored.fact.isAttribution ? relativeClause(ofSpeakerIn: stored) : 0..<0
        func place(_ token: Int) -> Double {
            if ofSpeaker.contains(token), !inRoles.contains(where: { $0.tokens.contains(token) }) { return 0.4 }
            if inRoles.contains(where: { $0.tokens.contains(token) }) {
                return isTopic || given.argument.slots != [.other]
                    || !holes.contains(where: { $0.tokens.contains(token) }) ? 1 : 0.8
            }
            if stored.fact.roles.contains(where: { $0.kind == .attribute && $0.tokens.contains(token) }) { return 1 }
            if stored.fact.cue.contains(token) { return isTopic ? outside : 0.9 }
            return outside
        }
        let found = given.phrase.words.reduce(0.0) { sum, word in
            var credit = 0.0
            for other in present { credit = max(credit, (word.matches[other.id] ?? 0) * place(Int(other.token))) }
            if credit < 0.8 { credit = max(credit, referenceCredit(word, inRoles, article)) }
            if isEvent, credit < Self.contextCredit {
                credit = max(credit, contextFit(word, stored) * Self.contextCredit)
            }
            if isTopic, credit < Self.contextCredit {
                // What was said after a name was mentioned need not be about it.
                let context =
                    given.phrase.entities.values.contains { $0 >= 0.9 } ? Self.namedContextCredit : Self.contextCredit
                credit = max(credit, contextFit(word, stored) * context)
            }
            return sum + word.weight * credit
        }
        return found / given.phrase.weight
    }

    /// "Ada Berg, who joined from Norlag, said ..."
    private func relativeClause(ofSpeakerIn stored: StoredFact) -> Range<Int> {
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
    private func pointsBack(_ stored: StoredFact) -> Bool {
        guard let theme = stored.fact.role(.theme) else { return false }
        let document = store.articles[stored.article].document
        return ["this", "that", "these", "those", "it", "such"].contains(document.norm(theme.tokens.lowerBound))
            && theme.tokens.count <= 3
    }

    /// What a topic counts that stands in the headline or in the sentence before.
    private static let contextCredit = 0.55
    private static let namedContextCredit = 0.45

    private func contextFit(_ word: ResolvedWord, _ stored: StoredFact) -> Double {
        let article = store.articles[stored.article]
        let sentence = stored.fact.sentence
        func best(_ sentence: Int) -> Double {
            article.words[sentence].reduce(0) { max($0, word.matches[$1.id] ?? 0) }
        }
        let headline = best(0)
        guard sentence > 0,
            article.document.sentences[sentence - 1].paragraph == article.document.sentences[sentence].paragraph
        else { return headline }
        return max(headline, best(sentence - 1))
    }

    /// A pronoun or description stands for a name: "he" for the mayor that was asked about.
    private func referenceCredit(_ word: ResolvedWord, _ roles: [Role], _ article: StoredArticle) -> Double {
        for role in roles {
            for token in role.tokens {
                let id = article.entityOfToken[token]
                guard id >= 0, !store.entities[id].aliases.isEmpty else { continue }
                let entity = store.entities[id]
                if let group = entity.group, word.text == "@" + store.lexicon.names.groups[group.id].name { return 0.8 }
                if entity.aliases.contains(where: { $0.split(separator: " ").contains { $0 == word.text } }) {
                    return 0.8
                }
            }
        }
        return 0
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
