import Facts
import Language
import Questions

/// What several say of the same: where they stand, where they disagree, who says the same as somebody and who the opposite.
struct ComparisonResponder {
    let store: FactStore
    let resolver: PhraseResolver
    let builder: AnswerBuilder
    private let stances: Stances
    /// The most statements of one side.
    private static let most = 6

    /// - Returns: Nil where the verb classes cannot tell who says something.
    init?(store: FactStore, resolver: PhraseResolver, builder: AnswerBuilder) {
        guard let stances = Stances(store: store, resolver: resolver) else { return nil }
        self.stances = stances
        self.store = store
        self.resolver = resolver
        self.builder = builder
    }

    func answers(to question: Question) -> [Answer] {
        let plan = Plan(question, resolver: resolver)
        let names = Self.names(of: plan)
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

    /// Those who are compared, each by itself.
    static func names(of plan: Plan) -> [ResolvedPhrase] {
        plan.given.filter(\.isName).flatMap { $0.phrase.parts.isEmpty ? [$0.phrase] : $0.phrase.parts }
    }

    /// Of those who are compared, the ones of whom there is nothing.
    func silent(in question: Question, _ answers: [Answer]) -> [String] {
        Self.names(of: Plan(question, resolver: resolver)).map { $0.title(in: store) }.filter { name in
            !answers.contains { $0.section == name }
        }
    }

    // MARK: Answers

    private func positions(of name: ResolvedPhrase, _ topics: [Plan.Given], _ question: Question) -> [Answer] {
        let all = own(name, topics, question)
        // What somebody wants or rejects tells more of where he stands than what he says.
        let ordered = all.filter(\.isFirm) + all.filter { !$0.isFirm }
        return answers(ordered, section: name.title(in: store)).prefix(Self.most).map { $0 }
    }

    /// What one says against the other, then pairs of statements about the same of which one is for it and one against.
    private func disagreements(
        _ first: ResolvedPhrase, _ second: ResolvedPhrase, _ topics: [Plan.Given], _ question: Question
    ) -> [Answer] {
        var given: Set<FactStore.ID> = []
        func new(_ ids: [FactStore.ID]) -> [FactStore.ID] { ids.filter { given.insert($0).inserted } }
        let direct = [(first, second), (second, first)].flatMap { speaker, other -> [Answer] in
            let ids = facts(with: speaker, topics, question).filter {
                stances.isBy(speaker, $0) && stances.isFor(other, $0) == false
            }
            return answers(
                new(ids).map(shown), section: "\(speaker.title(in: store)) against \(other.title(in: store))")
        }
        let others = own(second, topics, question)
        var pairs: [(shared: Double, first: Stance, second: Stance)] = []
        for stance in own(first, topics, question) {
            if builder.interruption?.stops() == true { break }
            for other in others where !overlap(stance, other) && stances.opposes(stance, other) {
                let shared = stances.shared(stance, other)
                if shared > 0 { pairs.append((shared, stance, other)) }
            }
        }
        pairs.sort {
            $0.shared != $1.shared ? $0.shared > $1.shared : ($0.first.id, $0.second.id) < ($1.first.id, $1.second.id)
        }
        return direct
            + pairs.flatMap { pair in
                // Told in pairs: where one of them was told before, the other stands beside it.
                answers(
                    [pair.first, pair.second].filter { given.insert($0.id).inserted },
                    section: topic(pair.first, pair.second))
            }
    }

    /// Whether one is a part of the other.
    private func overlap(_ first: Stance, _ second: Stance) -> Bool {
        store.facts[first.id].article == store.facts[second.id].article && first.span.overlaps(second.span)
    }

    /// What is shown of a fact that is for or against somebody.
    private func shown(_ id: FactStore.ID) -> Stance {
        if let stance = stances.stance(id) { return stance }
        let fact = store.facts[id].fact
        let end =
            fact.roles.filter { [.theme, .recipient, .attribute].contains($0.kind) }.map(\.tokens.upperBound).max() ?? 0
        return Stance(id: id, words: [], attitude: .against, span: fact.cue.lowerBound..<max(end, fact.cue.upperBound))
    }

    /// Who says the same as somebody, or the opposite; who is for him, or against him.
    private func others(than name: ResolvedPhrase, _ topics: [Plan.Given], _ question: Question) -> [Answer] {
        let isContradiction = question.use == .contradiction
        let direct = facts(with: name, after: 2, topics, question).filter {
            stances.isFor(name, $0) == !isContradiction && !stances.isBy(name, $0)
        }
        let own = own(name, topics, question)
        let sentences = Set(own.flatMap(\.words).flatMap(store.sentences(withWord:))).sorted()
        let alike = sentences.flatMap { store.facts(ofSentence: $0) }.filter { id in
            guard builder.interruption?.stops() != true, let other = stances.stance(id),
                isWithin(other, topics, question), !stances.isBy(name, id)
            else { return false }
            return own.contains { stance in
                (isContradiction ? stances.opposes(stance, other) : stances.agrees(stance, other))
                    && stances.shared(stance, other) > 0
            }
        }
        let plan = Plan(Question(shape: "", use: .list, predicate: .any, arguments: []), resolver: resolver)
        let filler = HoleFiller(FactMatcher(store: store, plan: plan))
        var seen: Set<FactStore.ID> = []
        let found = (direct + alike).filter { seen.insert($0).inserted }.flatMap { id -> [AnswerCandidate] in
            let stored = store.facts[id]
            guard let agent = stored.fact.role(.agent) else { return [] }
            let match = FactMatch(
                id: id, score: direct.contains(id) ? 0.9 : 0.7,
                parts: [(.slot(direct.contains(id) ? "about " + name.title(in: store) : "shared words"), 1)])
            return filler.names(of: agent, stored).map { filling in
                var filling = filling
                filling.tokens = stored.fact.role(.theme)?.tokens ?? filling.tokens
                return AnswerCandidate(filling, match, article: stored.article)
            }
        }
        return builder.answers(found, holeIsAgent: true, threshold: 0)
    }

    private func answers(_ stances: [Stance], section: String) -> [Answer] {
        let candidates = stances.map { stance -> AnswerCandidate in
            let stored = store.facts[stance.id]
            let filling = Filling(
                text: store.articles[stored.article].document.string(stance.span), kind: .span, tokens: stance.span)
            return AnswerCandidate(
                filling, FactMatch(id: stance.id, score: 0.8, parts: [(.slot("stance"), 1)]), article: stored.article)
        }
        return builder.answers(candidates, holeIsAgent: false, threshold: 0).map { answer in
            var answer = answer
            answer.section = section
            return answer
        }
    }

    /// The words that two statements share, as the first one has them.
    private func topic(_ first: Stance, _ second: Stance) -> String {
        let stored = store.facts[first.id]
        let article = store.articles[stored.article]
        guard let theme = stored.fact.role(.theme) else { return "" }
        let shared = first.words.intersection(second.words)
        var words: [String] = []
        for word in article.words.words(in: theme.tokens) where shared.contains(word.id) {
            let form = article.document.form(Int(word.token))
            if !words.contains(form) { words.append(form) }
        }
        return words.joined(separator: ", ")
    }

    // MARK: Facts

    private func own(_ name: ResolvedPhrase, _ topics: [Plan.Given], _ question: Question) -> [Stance] {
        sentences(with: name).flatMap { store.facts(ofSentence: $0) }.compactMap { id in
            guard stances.isBy(name, id), let stance = stances.stance(id), isWithin(stance, topics, question) else {
                return nil
            }
            return stance
        }
    }

    /// - Parameter count: How many sentences behind one with the name are looked at too: "the accusation" may stand there.
    private func facts(with name: ResolvedPhrase, after count: Int32 = 0, _ topics: [Plan.Given], _ question: Question)
        -> [FactStore.ID]
    {
        let last = FactStore.SentenceID(store.sentenceCount)
        let sentences = Set(sentences(with: name).flatMap { $0..<min($0 + 1 + count, last) }).sorted()
        return sentences.flatMap { store.facts(ofSentence: $0) }.filter { id in
            let stored = store.facts[id]
            let words = store.articles[stored.article].words[stored.fact.sentence]
            return ArticleFilter(question.filters, store: store).allows(stored)
                && topics.allSatisfy { has(words, $0.phrase) }
        }
    }

    private func sentences(with name: ResolvedPhrase) -> [FactStore.SentenceID] {
        Candidates(store: store).sentences(of: name, needed: 0.6).numbers
    }

    /// Whether a stance is about the topics: its object is, or its sentence where it is for or against something.
    private func isWithin(_ stance: Stance, _ topics: [Plan.Given], _ question: Question) -> Bool {
        let stored = store.facts[stance.id]
        guard ArticleFilter(question.filters, store: store).allows(stored) else { return false }
        let words = store.articles[stored.article].words
        // "rejected this idea": what the idea is stands elsewhere in the sentence.
        let isReference = stances.isReference(stored)
        return topics.allSatisfy { topic in
            let present = isReference ? words[stored.fact.sentence] : words.words(in: stance.span)
            return has(present, topic.phrase) != topic.argument.isExcluded
        }
    }

    private func has(_ present: ArraySlice<StoredArticle.Word>, _ topic: ResolvedPhrase) -> Bool {
        let found = topic.words.reduce(0.0) { sum, word in
            sum + word.weight * (present.map { word.matches[$0.id] ?? 0 }.max() ?? 0)
        }
        return found >= 0.5 * topic.weight
    }
}
