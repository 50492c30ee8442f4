import Facts
import Questions

/// Finds the facts that may match a question at all, from the store's indexes, before any fact is unpacked.
///
/// Every given part of a question has to fit; where too little of one can stand, no fact need be looked at.
struct Candidates: Sendable {
    let store: FactStore

    /// The facts where all given parts of the question may stand; nil for a question that gives none.
    func facts(for plan: Plan) -> [FactStore.ID]? {
        var found: [FactStore.SentenceID]?
        var topics: [FactStore.SentenceID]?
        func keep(_ sentences: [FactStore.SentenceID]) {
            guard let known = found else {
                found = sentences
                return
            }
            let others = Set(sentences)
            found = known.filter(others.contains)
        }
        for given in plan.given
        where !given.argument.isExcluded && (!given.phrase.words.isEmpty || given.phrase.isNamed) {
            if given.argument.label == "topic" || given.isOccasion {
                topics = topics ?? withContext(sentences(ofAny: given, needed: Self.leastOfTopic))
            } else {
                keep(sentences(ofAny: given, needed: given.isName ? Self.leastOfName : FactMatcher.slotThreshold))
            }
        }
        // Who says it may stand in an outer sentence; only where nothing else is given it tells where to look.
        if found == nil, topics == nil, let source = plan.source {
            keep(sentences(of: source, needed: Self.leastOfName))
        }
        guard let sentences = found ?? topics else { return nil }
        return sentences.flatMap { store.facts(ofSentence: $0) }
    }

    /// What part of a name's words has to stand there where the name itself does not; the rest may stand before it.
    private static let leastOfName = 0.35
    /// What part of a topic's words has to stand in the sentence or around it: context counts half.
    private static let leastOfTopic = 0.25

    /// "Britain and France", "tolls or ferries": the sentences of each.
    private func sentences(ofAny given: Plan.Given, needed: Double) -> [FactStore.SentenceID] {
        let phrases = [given.phrase] + given.phrase.parts + given.others
        guard phrases.count > 1 else { return sentences(of: given.phrase, needed: needed) }
        return Set(phrases.flatMap { sentences(of: $0, needed: needed) }).sorted()
    }

    /// The sentences that name a phrase or hold enough of its words (a part of their weight), in order.
    func sentences(of phrase: ResolvedPhrase, needed: Double) -> [FactStore.SentenceID] {
        var found: Set<FactStore.SentenceID> = []
        for entity in phrase.entities.keys {
            found.formUnion(store.sentences(with: entity))
            for speaker in store.entities.speakers(for: entity) { found.formUnion(store.sentences(with: speaker)) }
        }
        let least = phrase.phrase.isQuoted ? 0 : phrase.weight * needed - 1e-9
        // The words' weight that may stand in each sentence; more than it is where a sentence has several forms of a word.
        var held = [Double](repeating: 0, count: phrase.words.isEmpty ? 0 : store.sentenceCount)
        for word in phrase.words {
            for (id, score) in word.matches {
                for sentence in store.sentences(withWord: id) { held[Int(sentence)] += word.weight * score }
            }
            for entity in referents(of: word) {
                for sentence in store.sentences(with: entity) { held[Int(sentence)] += word.weight }
            }
        }
        for (sentence, weight) in held.enumerated() where weight > 0 && weight >= least {
            found.insert(FactStore.SentenceID(sentence))
        }
        return found.sorted()
    }

    /// Entities that a word names in part or by their group: pronouns and descriptions may stand for them.
    private func referents(of word: ResolvedWord) -> [Entity.ID] {
        if word.text.hasPrefix("@"), let group = store.lexicon.names.group(of: word.text.dropFirst().lowercased()) {
            return store.entities.entities(of: group.group)
        }
        return store.entities.entities(withNameWord: word.text)
    }

    /// A topic may stand in the headline or in the sentence before.
    private func withContext(_ sentences: [FactStore.SentenceID]) -> [FactStore.SentenceID] {
        var found = Set(sentences)
        for sentence in sentences {
            let article = store.articles[store.article(of: sentence)]
            if sentence == article.sentences.lowerBound {
                found.formUnion(article.sentences)
            } else if sentence + 1 < article.sentences.upperBound {
                found.insert(sentence + 1)
            }
        }
        return found.sorted()
    }
}
