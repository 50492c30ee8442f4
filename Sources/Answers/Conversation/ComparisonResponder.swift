import Facts
import Language
import Questions

/// What several say of the same: where they stand, where they disagree, who says the same as somebody and who the opposite.
struct ComparisonResponder: Sendable {
    let store: FactStore
    let resolver: PhraseResolver
    let builder: AnswerBuilder

    /// Something that somebody says, wants or does.
    private struct Stance {
        var id: FactStore.ID
        var words: Set<WordID>
        var isFor: Bool?
    }

    func answers(to question: Question) -> [Answer] {
        let plan = Plan(question, resolver: resolver)
        let names = plan.given.filter(\.isName).flatMap { $0.phrase.parts.isEmpty ? [$0.phrase] : $0.phrase.parts }
        let topics = plan.given.filter { !$0.isName }
        switch question.use {
        case .positions: return names.flatMap { positions(of: $0, topics, question) }
        case .disagreement where names.count >= 2: return disagreements(names[0], names[1], topics, question)
        case .agreement, .contradiction:
            guard let name = names.first else { return [] }
            return others(than: name, topics, question)
        default: return []
        }
    }

    // MARK: Answers

    private func positions(of name: ResolvedPhrase, _ topics: [Plan.Given], _ question: Question) -> [Answer] {
        answers(stances(of: name, topics, question).map(\.id), section: name.phrase.text).prefix(Self.most).map { $0 }
    }

    /// Pairs of statements of both about the same of which one is for it and one against.
    private func disagreements(_ first: ResolvedPhrase, _ second: ResolvedPhrase, _ topics: [Plan.Given], _ question: Question) -> [Answer] {
        let others = stances(of: second, topics, question)
        // Told in pairs, each statement once.
        var pairs: [(shared: Double, first: Stance, second: Stance)] = []
        for stance in stances(of: first, topics, question) {
            for other in others where stance.id != other.id {
                guard opposes(stance, other) else { continue }
                let shared = weight(stance.words.intersection(other.words))
                if shared >= Self.leastShared { pairs.append((shared, stance, other)) }
            }
        }
        pairs.sort { $0.shared != $1.shared ? $0.shared > $1.shared : ($0.first.id, $0.second.id) < ($1.first.id, $1.second.id) }
        var given: Set<FactStore.ID> = []
        return pairs.flatMap { pair -> [Answer] in
            [(pair.first, first), (pair.second, second)].compactMap { stance, name in
                given.insert(stance.id).inserted ? answers([stance.id], section: name.phrase.text).first : nil
            }
        }
    }

    /// Who says the same as somebody, or the opposite.
    private func others(than name: ResolvedPhrase, _ topics: [Plan.Given], _ question: Question) -> [Answer] {
        let own = stances(of: name, topics, question)
        let ownIDs = Set(own.map(\.id))
        var found: [AnswerCandidate] = []
        let shared = Set(own.flatMap(\.words)).flatMap(store.sentences(withWord:))
        for id in Set(shared).sorted().flatMap({ store.facts(ofSentence: $0) }) where !ownIDs.contains(id) {
            guard let other = stance(id), isWithin(id, topics, question), !isBy(name, id) else { continue }
            let isAnswer = own.contains { stance in
                guard weight(stance.words.intersection(other.words)) >= Self.leastShared else { return false }
                return question.use == .contradiction ? opposes(stance, other) : agrees(stance, other)
            }
            guard isAnswer, let agent = store.facts[id].fact.role(.agent) else { continue }
            let stored = store.facts[id]
            let plan = Plan(Question(shape: "", use: .list, predicate: .any, arguments: []), resolver: resolver)
            let match = FactMatch(id: id, score: 0.7, parts: [("shared words", 1)])
            found += HoleFiller(store: store, plan: plan).names(of: agent, stored).map { filling in
                var filling = filling
                filling.tokens = stored.fact.role(.theme)?.tokens ?? filling.tokens
                return AnswerCandidate(filling, match, in: store)
            }
        }
        return builder.answers(found, holeIsAgent: true, threshold: 0)
    }

    /// The most statements of one side.
    private static let most = 6

    private func answers(_ ids: [FactStore.ID], section: String) -> [Answer] {
        let candidates = ids.map { id -> AnswerCandidate in
            let stored = store.facts[id]
            let tokens = stored.fact.role(.theme)?.tokens ?? stored.fact.cue
            let filling = Filling(text: store.articles[stored.article].document.string(tokens), kind: .span, tokens: tokens)
            return AnswerCandidate(filling, FactMatch(id: id, score: 0.8, parts: [("stance", 1)]), article: stored.article)
        }
        return builder.answers(candidates, holeIsAgent: false, threshold: 0).map { answer in
            var answer = answer
            answer.source = answer.source ?? section
            answer.section = section
            return answer
        }
    }

    // MARK: Stances

    /// How much the words that two statements share must weigh: one rare word, or two that are not.
    private static let leastShared = 2.5

    private func stances(of name: ResolvedPhrase, _ topics: [Plan.Given], _ question: Question) -> [Stance] {
        let sentences = Candidates(store: store).sentences(of: name, needed: 0.6)
        return sentences.flatMap { store.facts(ofSentence: $0) }.compactMap { id in
            guard isBy(name, id), isWithin(id, topics, question) else { return nil }
            return stance(id)
        }
    }

    private func isBy(_ name: ResolvedPhrase, _ id: FactStore.ID) -> Bool {
        let stored = store.facts[id]
        guard let agent = stored.fact.role(.agent) else { return false }
        let matcher = FactMatcher(store: store, plan: Plan(Question(shape: "", use: .list, predicate: .any, arguments: []), resolver: resolver))
        return matcher.roleFit(agent, name, stored) >= 0.7
    }

    private func isWithin(_ id: FactStore.ID, _ topics: [Plan.Given], _ question: Question) -> Bool {
        let stored = store.facts[id]
        guard ArticleFilter(question.filters, store: store).allows(stored) else { return false }
        let present = store.articles[stored.article].words[stored.fact.sentence]
        return topics.allSatisfy { topic in
            let words = topic.phrase.words
            let found = words.reduce(0.0) { sum, word in sum + word.weight * (present.map { word.matches[$0.id] ?? 0 }.max() ?? 0) }
            return found >= 0.5 * topic.phrase.weight
        }
    }

    /// A fact that says or wants something; nil for another.
    private func stance(_ id: FactStore.ID) -> Stance? {
        let stored = store.facts[id]
        guard let theme = stored.fact.role(.theme), stored.fact.role(.agent) != nil, theme.tokens.count > 1 || !stored.fact.isAttribution,
            ![.title, .apposition, .modifier, .copula].contains(stored.fact.rule), !stored.fact.classes.isEmpty
        else { return nil }
        let words = store.articles[stored.article].words[stored.fact.sentence].filter { theme.tokens.contains(Int($0.token)) }.map(\.id)
        guard !words.isEmpty else { return nil }
        return Stance(id: id, words: Set(words), isFor: attitude(stored.fact))
    }

    /// Whether the fact's verb is for its theme; nil for one that is neither.
    private func attitude(_ fact: Fact) -> Bool? {
        let names = fact.classes.map { store.lexicon.verbs[$0].name }
        let isFor = names.contains(where: store.lexicon.words[.classesFor].contains)
        let isAgainst = names.contains(where: store.lexicon.words[.classesAgainst].contains)
        guard isFor != isAgainst else { return nil }
        return isFor == (fact.polarity == .affirmed)
    }

    private func opposes(_ first: Stance, _ second: Stance) -> Bool {
        if let one = first.isFor, let other = second.isFor { return one != other }
        // One says that it is so and one that it is not.
        return isDenied(first) != isDenied(second)
    }

    private func agrees(_ first: Stance, _ second: Stance) -> Bool {
        if let one = first.isFor, let other = second.isFor { return one == other }
        return first.isFor == nil && second.isFor == nil && isDenied(first) == isDenied(second)
    }

    /// Whether the content is negated, or the verb denies it.
    private func isDenied(_ stance: Stance) -> Bool {
        let stored = store.facts[stance.id]
        let document = store.articles[stored.article].document
        let theme = stored.fact.role(.theme)?.tokens ?? 0..<0
        let negations = theme.count { store.lexicon.words[.negation].contains(document.norm($0)) }
        let denies = stance.isFor == false || stored.fact.polarity == .negated
        return (negations % 2 == 1) != denies
    }

    private func weight(_ words: Set<WordID>) -> Double {
        let total = Double(store.sentenceCount + 1)
        return words.reduce(0) { $0 + logarithm(total / Double(store.sentences(withWord: $1).count + 1)) }
    }
}
