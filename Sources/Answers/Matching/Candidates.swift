import Facts
import Questions

/// Finds the facts that may match a question at all, from the store's indexes, before any fact is unpacked.
///
/// Every given part of a question has to fit; where too little of one can stand, no fact need be looked at.
struct Candidates {
    let store: FactStore
    private let weights: SentenceWeights

    init(store: FactStore) {
        self.store = store
        weights = SentenceWeights(count: store.sentenceCount)
    }

    /// The sentences where all given parts of the question may stand; nil for a question that gives none.
    func sentences(for plan: Plan) -> SentenceSet? {
        var found: SentenceSet?
        var topics: SentenceSet?
        func keep(_ sentences: SentenceSet) {
            if found == nil { found = sentences } else { found?.formIntersection(sentences) }
        }
        for given in plan.given
        where !given.argument.isExcluded && (!given.phrase.words.isEmpty || given.phrase.isNamed) {
            if given.isTopic || given.isOccasion {
                topics = topics ?? withContext(sentences(ofAny: given, needed: Self.leastOfTopic))
            } else {
                keep(sentences(ofAny: given, needed: given.isName ? Self.leastOfName : FactMatcher.slotThreshold))
            }
        }
        // Who says it may stand in an outer sentence; only where nothing else is given it tells where to look.
        if found == nil, topics == nil, let source = plan.source {
            keep(sentences(of: source, needed: Self.leastOfName))
        }
        return found ?? topics
    }

    /// What part of a name's words has to stand there where the name itself does not; the rest may stand before it.
    private static let leastOfName = 0.35
    /// What part of a topic's words has to stand in the sentence or around it: context counts half.
    private static let leastOfTopic = 0.25

    /// "Britain and France", "tolls or ferries": the sentences of each.
    private func sentences(ofAny given: Plan.Given, needed: Double) -> SentenceSet {
        var found = SentenceSet(count: store.sentenceCount)
        for phrase in [given.phrase] + given.phrase.parts + given.others { add(phrase, needed: needed, to: &found) }
        return found
    }

    /// The sentences that name a phrase or hold enough of its words (a part of their weight).
    func sentences(of phrase: ResolvedPhrase, needed: Double) -> SentenceSet {
        var found = SentenceSet(count: store.sentenceCount)
        add(phrase, needed: needed, to: &found)
        return found
    }

    private func add(_ phrase: ResolvedPhrase, needed: Double, to found: inout SentenceSet) {
        for entity in phrase.occurrences.named.keys { found.insert(store.sentences(with: entity)) }
        if phrase.words.count == 1, !phrase.phrase.isQuoted {
            // What is not enough by itself is not enough beside another form of the word either.
            for (id, score) in phrase.words[0].matches.entries where score >= needed {
                found.insert(store.sentences(withWord: id))
            }
            for entity in referents(of: phrase.words[0]) { found.insert(store.sentences(with: entity)) }
            return
        }
        guard !phrase.words.isEmpty else { return }
        let least = phrase.phrase.isQuoted ? 0 : phrase.weight * needed - 1e-9
        // The words' weight that may stand in each sentence; more than it is where a sentence has several forms of a word.
        // The rarest first: where the rest is not enough by itself, it only counts beside what was found.
        var rest = phrase.weight
        for word in phrase.words.sorted(by: { $0.weight > $1.weight }) {
            let isLate = rest < least
            for (id, score) in word.matches.entries {
                weights.add(word.weight * score, to: store.sentences(withWord: id), isLate: isLate)
            }
            for entity in referents(of: word) {
                weights.add(word.weight, to: store.sentences(with: entity), isLate: isLate)
            }
            rest -= word.weight
        }
        weights.drain(atLeast: least, into: &found)
    }

    /// Entities that a word names in part or by their group: pronouns and descriptions may stand for them.
    private func referents(of word: ResolvedWord) -> [Entity.ID] {
        if word.text.hasPrefix("@"), let group = store.lexicon.names.group(of: word.text.dropFirst().lowercased()) {
            return store.entities.entities(of: group.group)
        }
        return store.entities.entities(withNameWord: word.text)
    }

    /// A topic may stand in the headline or in the sentence before.
    private func withContext(_ sentences: SentenceSet) -> SentenceSet {
        var found = sentences
        var article: Range<FactStore.SentenceID> = 0..<0
        sentences.visit { sentence in
            if !article.contains(sentence) { article = store.articles[store.article(of: sentence)].sentences }
            if sentence == article.lowerBound {
                found.insert(article)
            } else if sentence + 1 < article.upperBound {
                found.insert(sentence + 1)
            }
        }
        return found
    }
}
