import Facts
import Language
import Questions

/// "who is the mayor", "who is the captain of the ship": names for descriptions, descriptions for names.
struct IdentityResponder {
    let store: FactStore
    let resolver: PhraseResolver
    let builder: AnswerBuilder

    func answers(to question: Question) -> [Answer] {
        let plan = Plan(question, resolver: resolver)
        if let role = plan.given.first(where: { $0.argument.slots == [.role(.attribute)] }) {
            let whole = plan.given.first { $0.argument.slots == [.of] }
            return holders(of: role.phrase, whole: whole?.phrase)
        }
        guard let name = plan.given.first?.phrase else { return [] }
        if isNamed(name) {
            let named = descriptions(of: name)
            if !named.isEmpty { return named }
        }
        let holders = holders(of: name)
        guard holders.isEmpty else { return holders }
        let named = name.isSurelyNamed ? descriptions(of: name) : []
        return named.isEmpty ? statements(about: name, plan) : named
    }

    /// "what was the most common side effect": what is plainly said to be what.
    private func statements(about phrase: ResolvedPhrase, _ plan: Plan) -> [Answer] {
        let matcher = FactMatcher(store: store, plan: plan)
        var answers: [AnswerCandidate] = []
        for fact in identities(where: phrase) {
            let stored = store.facts[fact]
            guard [.copula, .modifier].contains(stored.fact.rule), stored.fact.polarity == .affirmed,
                let agent = stored.role(.agent),
                let attribute = stored.role(.attribute),
                store.articles[stored.article].document.upos[agent.head] == .noun
            else { continue }
            let fit = matcher.roleFit(agent, phrase, stored)
            guard fit >= 0.7 else { continue }
            let document = store.articles[stored.article].document
            answers.append(
                AnswerCandidate(
                    Filling(text: document.string(attribute.tokens), kind: .span, tokens: attribute.tokens),
                    FactMatch(id: fact, score: fit, parts: [(.slot("subject"), fit)]), article: stored.article))
        }
        if answers.isEmpty { answers = levels(of: phrase, matcher) }
        return builder.answers(answers.filter { $0.score >= FactMatcher.threshold }, holeIsAgent: false)
    }

    /// "what was the revenue": what it rose to.
    private func levels(of phrase: ResolvedPhrase, _ matcher: FactMatcher) -> [AnswerCandidate] {
        let quantities = QuantityFiller(store: store, plan: matcher.plan)
        return Candidates(store: store).sentences(of: phrase, needed: Self.enough).numbers
            .flatMap { store.facts(ofSentence: $0) }.compactMap { id in
                let stored = store.facts[id]
                guard stored.fact.rule == .clause, stored.fact.polarity == .affirmed,
                    stored.fact.modality == .asserted, let agent = stored.role(.agent),
                    agent.tokens.count <= phrase.phrase.words.count + 1, let level = quantities.level(in: stored)
                else { return nil }
                let fit = matcher.roleFit(agent, phrase, stored)
                guard fit >= 0.7 else { return nil }
                return AnswerCandidate(
                    level, FactMatch(id: id, score: fit, parts: [(.slot("subject"), fit)]), article: stored.article)
            }
    }

    /// Whether a phrase is a name of somebody or something.
    private func isNamed(_ phrase: ResolvedPhrase) -> Bool {
        phrase.entities.entries.contains { id, fit in
            fit >= 0.9 && store.entities.kind(of: id) != .unnamed && isNamed(id, phrase.phrase)
        }
    }

    /// What the entities of a phrase are said to be.
    private func descriptions(of phrase: ResolvedPhrase) -> [Answer] {
        var answers: [AnswerCandidate] = []
        var view = ArticleView()
        for fact in identities(where: phrase) {
            if !view.has(fact) { view.turn(to: store.facts.article(of: fact), of: store) }
            let stored = view[fact]
            guard let article = view.stored, let agent = stored.role(.agent),
                let attribute = stored.role(.attribute)
            else { continue }
            let fit = agent.conjuncts.map { head in phrase.entities[view.entityOfToken[head]] ?? 0 }.max() ?? 0
            guard fit >= 0.9, stored.fact.polarity == .affirmed,
                [.copula, .modifier].contains(stored.fact.rule) || attribute.describes(in: article.document.columns)
            else { continue }
            let isNoun = [.noun, .propn].contains(article.document.upos[attribute.head])
            // "is always very polite" tells how somebody is, not who.
            if stored.fact.rule == .copula, article.document.upos[attribute.head] == .adj { continue }
            // What somebody does tells less of who it is than what he is.
            let kind = stored.fact.rule == .copula ? isNoun ? 0.9 : 0.5 : stored.fact.rule == .modifier ? 0.5 : 1
            let score = fit * kind * (attribute.tokens.count == 1 ? 0.9 : 1)
            let match = FactMatch(id: fact, score: score, parts: [(.slot("name"), fit)])
            answers.append(
                AnswerCandidate(
                    Filling(text: article.document.string(attribute.tokens), kind: .span, tokens: attribute.tokens),
                    match, article: stored.article))
        }
        return builder.answers(answers, holeIsAgent: false)
    }

    private func isNamed(_ id: Entity.ID, _ phrase: Phrase) -> Bool {
        let alias = EntityTable.alias(phrase.text)
        return store.entities.aliases(of: id).contains(alias)
            || NamePart(phrase.words.map(\.norm)).isPart(of: id, in: store.entities)
    }

    /// Facts that tell what somebody is, in the sentences that hold a phrase.
    private func identities(where phrase: ResolvedPhrase) -> [FactStore.ID] {
        let (numbers, predicates) = (store.numbers, store.predicates)
        guard let be = predicates.number(of: "be") else { return [] }
        var found: [FactStore.ID] = []
        Candidates(store: store).sentences(of: phrase, needed: Self.enough).visit { sentence in
            for fact in numbers.facts(ofSentence: sentence)
            where predicates.predicate(ofSense: numbers.sense(of: fact)) == be {
                found.append(fact)
            }
        }
        return found
    }

    /// How much of a description's words somebody's description must have.
    private static let enough = 0.8

    /// Who is said to be what the words say.
    private func holders(of phrase: ResolvedPhrase, whole: ResolvedPhrase? = nil) -> [Answer] {
        let words = phrase.words
        guard !words.isEmpty else { return [] }
        let anything = Plan(Question(shape: "", use: .list, predicate: .be, arguments: []), resolver: resolver)
        let filler = HoleFiller(FactMatcher(store: store, plan: anything))
        let wholeFit = WholeFit(store: store)
        var answers: [AnswerCandidate] = []
        var view = ArticleView()
        for fact in identities(where: phrase) {
            if !view.has(fact) { view.turn(to: store.facts.article(of: fact), of: store) }
            let stored = view[fact]
            guard stored.fact.polarity == .affirmed,
                let attribute = stored.role(.attribute)
            else { continue }
            // The words tell most of them to be none, before the analysis is unpacked.
            let present = view.words.words(in: attribute.tokens)
            var found = 0.0
            for word in words {
                var best = 0.0
                for place in present { best = max(best, word.matches[place.id] ?? 0) }
                found += word.weight * best
            }
            guard found / phrase.weight >= Self.enough, let upos = view.stored?.document.upos[attribute.head],
                upos == .noun || upos == .propn || stored.fact.rule == .title,
                let agent = stored.role(.agent), let article = view.stored,
                !store.isOfOtherTitle(
                    attribute.tokens, in: article, besides: { norm in words.contains { $0.text == norm } })
            else { continue }
            // "in talks with two producers" makes nobody a producer.
            guard
                attribute.tokens.count <= 3 || attribute.marker.isEmpty
                    || present.contains(where: { place in
                        Int(place.token) == attribute.head && words.contains { ($0.matches[place.id] ?? 0) >= 0.7 }
                    })
            else { continue }
            var match = FactMatch(
                id: fact, score: found / phrase.weight, parts: [(.slot("description"), found / phrase.weight)])
            if let whole {
                let fit = wholeFit.fit(of: whole, to: attribute, of: agent, stored)
                guard fit >= FactMatcher.slotThreshold else { continue }
                match.parts.append((.slot("of"), fit))
                match.score *= fit
            }
            answers += filler.names(of: agent, stored).map {
                AnswerCandidate($0, match, article: store.facts.article(of: match.id))
            }
        }
        return builder.answers(answers, holeIsAgent: true)
    }
}
