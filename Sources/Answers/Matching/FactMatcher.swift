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
    /// The least that a slot must fit, and the least score of an answer.
    static let slotThreshold = 0.5
    static let threshold = 0.42

    /// The matching facts, best first; ties in the order of the articles.
    func matches(opposites: Bool = false) -> [FactMatch] {
        candidates(opposites: opposites).compactMap { match($0, opposites: opposites) }
            .sorted { $0.score != $1.score ? $0.score > $1.score : $0.id < $1.id }
    }

    // MARK: Candidates

    private func candidates(opposites: Bool) -> [FactStore.ID] {
        var ids: Set<FactStore.ID> = []
        switch plan.question.predicate {
        case .verb(let lemma, let classes):
            ids.formUnion(store.facts(withPredicate: lemma))
            for (index, verbClass) in store.lexicon.verbs.classes.enumerated() {
                let isWanted = classes.contains { id in
                    let id = store.lexicon.verbs[id]
                    return id.name == verbClass.name || id.near.contains { store.lexicon.verbs[$0].name == verbClass.name }
                        || isPart(index, of: id) || opposites && id.against.contains { store.lexicon.verbs[$0].name == verbClass.name }
                }
                if isWanted, let id = store.lexicon.verbs.id(named: verbClass.name) { ids.formUnion(store.facts(in: id)) }
            }
            for (word, _) in plan.predicateWord?.matches ?? [:] { ids.formUnion(store.facts(withWord: word)) }
        case .be:
            ids.formUnion(store.facts(withPredicate: "be"))
            addByWords(&ids)
        case .any:
            addByWords(&ids)
        }
        return ids.sorted()
    }

    private func isPart(_ index: Int, of parent: VerbClasses.Class) -> Bool {
        let verbs = store.lexicon.verbs
        guard let id = verbs.id(named: verbs.classes[index].name), let ancestor = verbs.id(named: parent.name) else { return false }
        return verbs.isPart(id, of: ancestor)
    }

    private func addByWords(_ ids: inout Set<FactStore.ID>) {
        for given in plan.given {
            for word in given.phrase.words {
                for id in word.matches.keys { ids.formUnion(store.facts(withWord: id)) }
            }
            for entity in given.phrase.entities.keys {
                for place in store.entities[entity].mentions {
                    let article = store.articles[place.article]
                    let sentence = article.document.sentence(of: place.tokens.lowerBound)
                    ids.formUnion(article.facts.filter { store.facts[$0].fact.sentence == sentence })
                }
            }
        }
    }

    // MARK: One fact

    private func match(_ id: FactStore.ID, opposites: Bool) -> FactMatch? {
        let stored = store.facts[id]
        var (score, isOpposite) = predicateFit(stored, opposites: opposites)
        guard score > 0 else { return nil }
        var match = FactMatch(id: id, score: 0, parts: [("predicate \(stored.fact.predicate)", score)], isOpposite: isOpposite)
        if let source = plan.source {
            let fit = sourceFit(stored, source)
            guard fit >= Self.slotThreshold else { return nil }
            match.parts.append(("according to", fit))
            score *= fit
        }
        var fits: [Double] = []
        for given in plan.given {
            let fit = given.isName ? nameFit(given, stored) : wordsFit(given, stored)
            guard fit >= Self.slotThreshold else { return nil }
            match.parts.append((given.argument.label, fit))
            fits.append(fit)
        }
        if let least = fits.min() {
            score *= 0.4 * least + 0.6 * fits.reduce(0, +) / Double(fits.count)
        }
        // Who is asked what he said is asked for clauses and quotations first.
        if !stored.fact.isAttribution, plan.asksForStatements { score *= 0.95 }
        guard score >= Self.threshold else { return nil }
        match.score = score
        return match
    }

    /// How well the fact's predicate fits the question's verb.
    private func predicateFit(_ stored: StoredFact, opposites: Bool) -> (Double, isOpposite: Bool) {
        let fact = stored.fact
        let verbs = store.lexicon.verbs
        switch plan.question.predicate {
        case .any: return (fact.predicate == "be" ? 0.9 : 1, false)
        case .be: return fact.predicate == "be" ? (1, false) : (0.6, false)
        case .verb(let lemma, let classes):
            if fact.predicate == lemma { return (1, false) }
            if fact.predicate.split(separator: "_").first == lemma.split(separator: "_").first { return (0.9, false) }
            if fact.classes.contains(where: { id in classes.contains { verbs.isPart(id, of: $0) } }) { return (0.9, false) }
            if opposites, fact.classes.contains(where: { id in classes.contains { verbs[$0].against.contains(id) } }) { return (0.85, true) }
            if fact.classes.contains(where: { id in classes.contains { verbs[$0].near.contains(id) } }) { return (0.75, false) }
            if classes.contains(where: { id in fact.classes.contains { verbs.isPart(id, of: $0) || verbs[id].parent == $0 } }) { return (0.6, false) }
            // The verb may stand in another form: as a noun, or below another verb.
            guard let word = plan.predicateWord, stored.fact.predicate == "be" || store.lexicon.words[.light].contains(stored.fact.predicate),
                !hasOwnFact(lemma, beside: stored) else { return (0, false) }
            let scope = words(of: stored).lazy.map { word.matches[$0.id] ?? 0 }.max() ?? 0
            return (scope >= 0.7 ? 0.55 * scope : 0, false)
        }
    }

    /// Whether another fact of the sentence has the very predicate: then that one is the answer or none.
    private func hasOwnFact(_ lemma: String, beside stored: StoredFact) -> Bool {
        store.articles[stored.article].facts.contains { store.facts[$0].fact.sentence == stored.fact.sentence && store.facts[$0].fact.predicate == lemma }
    }

    private func words(of stored: StoredFact) -> ArraySlice<StoredArticle.Word> {
        store.articles[stored.article].words[stored.fact.sentence]
    }

    // MARK: Names

    private func nameFit(_ given: Plan.Given, _ stored: StoredFact) -> Double {
        var best = 0.0
        for slot in given.argument.slots {
            for role in roles(slot, of: stored.fact) + symmetricRoles(slot, of: stored.fact) {
                best = max(best, roleFit(role, given.phrase, stored))
            }
        }
        if best < Self.slotThreshold, given.argument.slots == [.subject], asksCircumstance {
            // When and where something was may be told in a sentence that names it elsewhere.
            best = max(best, 0.6 * sentenceFit(given.phrase, stored))
        }
        return best
    }

    private var asksCircumstance: Bool {
        guard let hole = plan.hole, case .hole(let kind, _) = hole.filling else { return false }
        return kind != nil || hole.slots.contains { [.role(.time), .role(.place), .role(.reason), .role(.manner)].contains($0) }
    }

    private func sentenceFit(_ phrase: ResolvedPhrase, _ stored: StoredFact) -> Double {
        guard !phrase.words.isEmpty else { return 0 }
        let present = words(of: stored)
        return phrase.words.reduce(0.0) { sum, word in sum + word.weight * (present.map { word.matches[$0.id] ?? 0 }.max() ?? 0) } / phrase.weight
    }

    /// Who meets somebody is met by him.
    private func symmetricRoles(_ slot: Argument.Slot, of fact: Fact) -> [Role] {
        guard slot == .role(.agent) || slot == .subject,
            let marker = fact.classes.lazy.compactMap({ store.lexicon.verbs[$0].symmetricMarker }).first
        else { return [] }
        return fact.roles.filter { $0.marker == marker && $0.kind != .agent || fact.predicate == "meet" && $0.kind == .theme }
    }

    func roles(_ slot: Argument.Slot, of fact: Fact) -> [Role] {
        switch slot {
        case .role(let kind): fact.roles.filter { $0.kind == kind }
        case .subject: fact.roles.filter { $0.kind == .agent || $0.kind == .theme || $0.kind == .recipient }
        case .other, .of: fact.roles
        }
    }

    /// How well a participant is the one that a phrase names.
    func roleFit(_ role: Role, _ phrase: ResolvedPhrase, _ stored: StoredFact) -> Double {
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
        let present = words(of: stored).filter { role.tokens.contains(Int($0.token)) }
        guard !phrase.words.isEmpty, !present.isEmpty else { return best }
        let found = phrase.words.reduce(0.0) { sum, word in
            let credit = present.map { word.matches[$0.id] ?? 0 }.max() ?? 0
            // "his client": the owner that was asked about.
            return sum + word.weight * (credit < 0.8 && phrase.words.count > 1 ? max(credit, referenceCredit(word, [role], article)) : credit)
        }
        let coverage = found / phrase.weight
        let isHead = present.contains { word in
            role.conjuncts.contains(Int(word.token)) && phrase.words.contains { ($0.matches[word.id] ?? 0) >= 0.7 }
        }
        if coverage >= 0.6 { best = max(best, coverage * (isHead ? 0.95 : 0.75)) }
        return best
    }

    /// How well what says the fact fits "according to E".
    private func sourceFit(_ stored: StoredFact, _ source: ResolvedPhrase) -> Double {
        var best = 0.0
        if stored.fact.isAttribution, let agent = stored.fact.role(.agent) { best = roleFit(agent, source, stored) }
        var within = stored.within
        while let id = within, best < 0.9 {
            if let agent = store.facts[id].fact.role(.agent) { best = max(best, roleFit(agent, source, store.facts[id])) }
            within = store.facts[id].within
        }
        return best
    }

    // MARK: Words

    private func wordsFit(_ given: Plan.Given, _ stored: StoredFact) -> Double {
        if given.phrase.phrase.isQuoted { return exactFit(given.phrase.phrase.text, stored) }
        guard !given.phrase.words.isEmpty else { return strandedFit(given.phrase.phrase, stored.fact) }
        let isTopic = given.argument.label == "topic"
        let inRoles = given.argument.slots.flatMap { roles($0, of: stored.fact) }
        let holes = plan.hole.map { hole in hole.slots.flatMap { roles($0, of: stored.fact) } } ?? []
        let article = store.articles[stored.article]
        let present = words(of: stored)
        let outside = pointsBack(stored) ? 0.8 : isTopic ? 0.6 : 0.5
        func place(_ token: Int) -> Double {
            if inRoles.contains(where: { $0.tokens.contains(token) }) {
                return isTopic || given.argument.slots != [.other] || !holes.contains(where: { $0.tokens.contains(token) }) ? 1 : 0.8
            }
            if stored.fact.roles.contains(where: { $0.kind == .attribute && $0.tokens.contains(token) }) { return 1 }
            if stored.fact.cue.contains(token) { return isTopic ? outside : 0.9 }
            return outside
        }
        let found = given.phrase.words.reduce(0.0) { sum, word in
            var credit = 0.0
            for other in present { credit = max(credit, (word.matches[other.id] ?? 0) * place(Int(other.token))) }
            if credit < 0.8 { credit = max(credit, referenceCredit(word, inRoles, article)) }
            if isTopic, credit < Self.contextCredit { credit = max(credit, contextFit(word, stored) * Self.contextCredit) }
            return sum + word.weight * credit
        }
        return found / given.phrase.weight
    }

    /// "who did they speak with": a preposition without words wants a role that it marks.
    private func strandedFit(_ phrase: Phrase, _ fact: Fact) -> Double {
        guard phrase.words.count == 1, let word = phrase.words.first, word.upos == .adp else { return 1 }
        return fact.predicate.hasSuffix("_" + word.norm) || fact.roles.contains { $0.marker == word.norm || $0.marker.hasSuffix(" " + word.norm) } ? 1 : 0
    }

    /// "rejected this idea": the rest of the sentence tells which.
    private func pointsBack(_ stored: StoredFact) -> Bool {
        guard let theme = stored.fact.role(.theme) else { return false }
        let document = store.articles[stored.article].document
        return ["this", "that", "these", "those", "it", "such"].contains(document.norm(theme.tokens.lowerBound)) && theme.tokens.count <= 3
    }

    /// What a topic counts that stands in the headline or in the sentence before.
    private static let contextCredit = 0.55

    private func contextFit(_ word: ResolvedWord, _ stored: StoredFact) -> Double {
        let article = store.articles[stored.article]
        let sentence = stored.fact.sentence
        var near = article.words.count > 0 ? article.words[0] : []
        if sentence > 0, article.document.sentences[sentence - 1].paragraph == article.document.sentences[sentence].paragraph {
            near += article.words[sentence - 1]
        }
        return near.map { word.matches[$0.id] ?? 0 }.max() ?? 0
    }

    /// A pronoun or description stands for a name: "he" for the mayor that was asked about.
    private func referenceCredit(_ word: ResolvedWord, _ roles: [Role], _ article: StoredArticle) -> Double {
        for role in roles {
            for token in role.tokens {
                let id = article.entityOfToken[token]
                guard id >= 0, !store.entities[id].aliases.isEmpty else { continue }
                let entity = store.entities[id]
                if let group = entity.group, word.text == "@" + store.lexicon.names.groups[group.id].name { return 0.8 }
                if entity.aliases.contains(where: { $0.split(separator: " ").contains { $0 == word.text } }) { return 0.8 }
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
