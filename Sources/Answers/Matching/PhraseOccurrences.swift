import Facts

/// Where the words of a phrase stand in the sentence that is looked at, found once for all facts of the sentence.
///
/// A class, since it keeps what it found for the sentence it was turned to last. One question has it to itself: nothing need be
/// checked at each access.
final class PhraseOccurrences {
    /// A word of the articles that matches a word of the phrase.
    struct Hit {
        /// Index in the phrase's words.
        var word: Int
        /// Index in the article.
        var token: Int
        /// From 0 to 1.
        var score: Double
    }

    /// In the sentence, in the order of its tokens.
    @exclusivity(unchecked) private(set) var hits: [Hit] = []
    /// What stands for each word in the headline or in the sentence before; good after `turnToContext`.
    @exclusivity(unchecked) private(set) var context: [Double]
    /// The entities that the phrase names and those who speak for them, who fit less.
    let named: WeightTable
    /// The entities that a pronoun or description may stand for where a word of the phrase is part of their name; by word.
    private lazy var referents = words.map(referents)

    private let store: FactStore
    private let words: [ResolvedWord]
    /// The words of the articles that match: where their matches begin in `forms`.
    @exclusivity(unchecked) private var firstForm = WeightTable()
    @exclusivity(unchecked) private var forms: [(id: WordID, word: Int, score: Double)] = []
    /// A bit for each form by the end of its number: tells most words of a sentence to be none (Bloom 1970, with one hash).
    @exclusivity(unchecked) private var sieve = [UInt64](repeating: 0, count: sieveSize)
    private static let sieveSize = 16
    @exclusivity(unchecked) private var sentence: FactStore.SentenceID = -1
    @exclusivity(unchecked) private var contextSentence: FactStore.SentenceID = -1
    @exclusivity(unchecked) private var headline: [Double]
    @exclusivity(unchecked) private var headlineArticle = -1

    init(_ entities: WeightTable, _ words: [ResolvedWord], store: FactStore) {
        (self.words, self.store) = (words, store)
        named = Self.speakers(for: entities, store)
        context = Array(repeating: 0, count: words.count)
        headline = context
        for (index, word) in words.enumerated() {
            for (id, score) in word.matches.entries where score > 0 { forms.append((id, index, score)) }
        }
        forms.sort { ($0.id, $0.word) < ($1.id, $1.word) }
        for (index, form) in forms.enumerated() where index == 0 || forms[index - 1].id != form.id {
            firstForm[form.id] = Double(index)
            sieve[Self.place(inSieve: form.id)] |= 1 << UInt64(form.id & 63)
        }
    }

    /// Finds the hits in a sentence.
    func turn(to next: FactStore.SentenceID, words: ArraySlice<StoredArticle.Word>) {
        guard next != sentence else { return }
        sentence = next
        hits.removeAll(keepingCapacity: true)
        forEachHit(in: words) { hits.append($0) }
    }

    /// The hits in words that are not those of one sentence.
    func hits(in words: ArraySlice<StoredArticle.Word>) -> [Hit] {
        var found: [Hit] = []
        forEachHit(in: words) { found.append($0) }
        return found
    }

    /// Finds what stands around a sentence.
    func turnToContext(of next: FactStore.SentenceID, _ stored: StoredFact, in article: StoredArticle) {
        guard next != contextSentence else { return }
        contextSentence = next
        if stored.article != headlineArticle {
            headlineArticle = stored.article
            for index in headline.indices { headline[index] = 0 }
            forEachHit(in: article.words[0]) { headline[$0.word] = max(headline[$0.word], $0.score) }
        }
        context = headline
        let number = stored.fact.sentence
        let document = article.document
        guard number > 0, document.sentences[number - 1].paragraph == document.sentences[number].paragraph else {
            return
        }
        forEachHit(in: article.words[number - 1]) { context[$0.word] = max(context[$0.word], $0.score) }
    }

    private func forEachHit(in words: ArraySlice<StoredArticle.Word>, _ body: (Hit) -> Void) {
        guard !forms.isEmpty else { return }
        let (forms, firstForm) = (forms, firstForm)
        sieve.withUnsafeBufferPointer { sieve in
            words.withUnsafeBufferPointer { words in
                for word in words {
                    guard sieve[Self.place(inSieve: word.id)] >> UInt64(word.id & 63) & 1 != 0,
                        let first = firstForm[word.id]
                    else { continue }
                    var index = Int(first)
                    while index < forms.count, forms[index].id == word.id {
                        body(Hit(word: forms[index].word, token: Int(word.token), score: forms[index].score))
                        index += 1
                    }
                }
            }
        }
    }

    private static func place(inSieve id: WordID) -> Int { Int(id) >> 6 % sieveSize }

    /// How well an entity is the one that the phrase names; 0 for another.
    func fit(of entity: Entity.ID) -> Double { named[entity] ?? 0 }

    /// Whether an entity may be meant by a word of the phrase.
    func isReferent(_ entity: Entity.ID, ofWord word: Int) -> Bool { referents[word][entity] != nil }

    /// Whether any entity may be meant by a word of the phrase.
    func hasReferents(ofWord word: Int) -> Bool { !referents[word].isEmpty }

    private static func speakers(for entities: WeightTable, _ store: FactStore) -> WeightTable {
        var named = entities
        for (id, fit) in entities.entries {
            for speaker in store.entities.speakers(for: id) { named.raise(speaker, to: speakersPart * fit) }
        }
        return named
    }

    /// What counts who speaks for somebody: its minister, its spokesman.
    private static let speakersPart = 0.75

    private func referents(of word: ResolvedWord) -> WeightTable {
        var found = WeightTable()
        for id in store.entities.entities(withNameWord: word.text) { found[id] = 1 }
        if word.text.hasPrefix("@") {
            let groups = store.lexicon.names.groups
            for group in groups.indices where word.text.dropFirst() == groups[group].name {
                for id in store.entities.entities(of: group) { found[id] = 1 }
            }
        }
        return found
    }
}
