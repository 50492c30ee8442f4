import Facts
import Language
import Questions

/// "who is the mayor", "who is the captain of the ship": names for descriptions, descriptions for names.
struct IdentityResponder: Sendable {
    let store: FactStore
    let resolver: PhraseResolver
    let builder: AnswerBuilder

    func answers(to question: Question) -> [Answer] {
        let plan = Plan(question, resolver: resolver)
        if let role = plan.given.first(where: { $0.argument.slots == [.role(.attribute)] }) {
            let whole = plan.given.first { $0.argument.slots == [.of] }
            return holders(of: role.phrase.words + (whole?.phrase.words ?? []))
        }
        guard let name = plan.given.first?.phrase else { return [] }
        let named = descriptions(of: name)
        return named.isEmpty ? holders(of: name.words) : named
    }

    /// What the entities of a phrase are said to be.
    private func descriptions(of phrase: ResolvedPhrase) -> [Answer] {
        let isName = phrase.entities.contains { id, fit in fit >= 0.9 && store.entities[id].kind != .unnamed && isNamed(id, phrase.phrase) }
        guard isName || phrase.entities.values.contains(where: { $0 >= 0.9 }) && holders(of: phrase.words).isEmpty else { return [] }
        var answers: [Answer] = []
        for fact in identityFacts {
            let stored = store.facts[fact]
            let article = store.articles[stored.article]
            guard let agent = stored.fact.role(.agent), let attribute = stored.fact.role(.attribute) else { continue }
            let fit = agent.conjuncts.map { head in phrase.entities[article.entityOfToken[head]] ?? 0 }.max() ?? 0
            guard fit >= 0.9, stored.fact.polarity == .affirmed, stored.fact.rule == .copula || attribute.describes(in: article.document) else { continue }
            let isNoun = [.noun, .propn].contains(article.document.upos[attribute.head])
            let score = fit * (stored.fact.rule == .copula ? isNoun ? 0.9 : 0.5 : 1) * (attribute.tokens.count == 1 ? 0.9 : 1)
            let match = FactMatch(id: fact, score: score, parts: [("name", fit)])
            answers.append(builder.answer(
                Filling(text: article.document.string(attribute.tokens), kind: .span, tokens: attribute.tokens), match, holeIsAgent: false))
        }
        return AnswerMerger.merge(answers)
    }

    private func isNamed(_ id: Entity.ID, _ phrase: Phrase) -> Bool {
        let alias = EntityTable.alias(phrase.text)
        let words = phrase.words.map(\.norm)
        return store.entities[id].aliases.contains { $0 == alias || PhraseResolver.isPart(words, of: $0, kind: store.entities[id].kind) }
    }

    private var identityFacts: [FactStore.ID] { store.facts(withPredicate: "be") }

    /// Who is said to be what the words say.
    private func holders(of words: [ResolvedWord]) -> [Answer] {
        guard !words.isEmpty else { return [] }
        let weight = words.reduce(0) { $0 + $1.weight }
        var answers: [Answer] = []
        for fact in identityFacts {
            let stored = store.facts[fact]
            let article = store.articles[stored.article]
            guard let agent = stored.fact.role(.agent), let attribute = stored.fact.role(.attribute), stored.fact.polarity == .affirmed,
                [.noun, .propn].contains(article.document.upos[attribute.head]) || stored.fact.rule == .title
            else { continue }
            let present = article.words[stored.fact.sentence].filter { attribute.tokens.contains(Int($0.token)) }.map(\.id)
            let found = words.reduce(0.0) { sum, word in
                let inside = present.map { word.matches[$0] ?? 0 }.max() ?? 0
                return sum + word.weight * max(inside, owned(word, by: attribute, article))
            }
            let fit = found / weight
            guard fit >= 0.8 else { continue }
            let plan = Plan(Question(shape: "", use: .list, predicate: .be, arguments: []), resolver: resolver)
            let names = HoleFiller(store: store, plan: plan).names(of: agent, stored)
            let match = FactMatch(id: fact, score: fit, parts: [("description", fit)])
            answers += names.map { builder.answer($0, match, holeIsAgent: true) }
        }
        return AnswerMerger.merge(answers)
    }

    /// "his lawyer": the owner by coreference.
    private func owned(_ word: ResolvedWord, by attribute: Role, _ article: StoredArticle) -> Double {
        for token in attribute.tokens where article.document.upos[token] == .pron {
            let id = article.entityOfToken[token]
            guard id >= 0 else { continue }
            if store.entities[id].aliases.contains(where: { $0.split(separator: " ").contains { $0 == word.text } }) { return 0.9 }
        }
        return 0
    }
}
