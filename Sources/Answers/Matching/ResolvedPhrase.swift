import Facts
import Language
import Questions

/// A phrase of a question as the store sees it: the entities it may name, and its words with their weights.
final class ResolvedPhrase {
    let phrase: Phrase
    /// Entities that the phrase names, with how sure that is (0 to 1).
    let entities: WeightTable
    let words: [ResolvedWord]
    /// "Britain and France": each by itself; empty for one.
    let parts: [ResolvedPhrase]
    /// Sum of the words' weights.
    let weight: Double
    /// Whether it is surely a name of the articles.
    let isSurelyNamed: Bool
    /// Where it stands in what is looked at.
    let occurrences: PhraseOccurrences

    init(phrase: Phrase, entities: WeightTable, words: [ResolvedWord], parts: [ResolvedPhrase], store: FactStore) {
        (self.phrase, self.entities, self.words, self.parts) = (phrase, entities, words, parts)
        weight = words.reduce(0) { $0 + $1.weight }
        isSurelyNamed = entities.values.contains { $0 >= 0.9 }
        occurrences = PhraseOccurrences(entities, words, store: store)
    }

    /// Whether the articles name this at all.
    var isNamed: Bool { !entities.isEmpty || parts.contains(where: \.isNamed) }

    /// By the fullest name; as typed where the articles do not name it.
    func title(in store: FactStore) -> String {
        let typed = phrase.text.lowercased()
        let known = entities.entries.sorted { $0.key < $1.key }
        let best =
            known.first { store.entities[$0.key].name == phrase.text }
            ?? known.first { store.entities[$0.key].name.lowercased() == typed }
            ?? known.max {
                ($0.value, store.sentences(with: $0.key).count, $1.key) < (
                    $1.value, store.sentences(with: $1.key).count, $0.key
                )
            }
        guard let best else { return phrase.text }
        return store.entities[best.key].group.map { store.lexicon.names.groups[$0.id].name }
            ?? store.entities[best.key].name
    }
}

/// A content word of a question.
struct ResolvedWord: Sendable {
    let text: String
    /// Inverse document frequency over sentences: rare words count more.
    var weight: Double
    /// The words of the articles that match it, with how well (0 to 1).
    var matches: WeightTable
}

/// Finds what a question's words stand for in the store. Each is looked up once.
///
/// A class, since it keeps what it looked up; one question has it to itself.
final class PhraseResolver {
    let store: FactStore
    /// What was looked up already for the question; they are few.
    private var known: [ResolvedPhrase] = []
    private let memory: StoreMemory
    private let otherTitles: OtherTitles
    /// British and American spelling of one word.
    private static let spellings = Spellings.embedded

    /// - Parameter memory: What was looked up in this store for other questions.
    init(store: FactStore, memory: StoreMemory = StoreMemory()) {
        self.store = store
        self.memory = memory
        otherTitles = OtherTitles(store.lexicon.words[.otherTitle])
    }

    func resolve(_ phrase: Phrase) -> ResolvedPhrase {
        if let resolved = known.first(where: { $0.phrase == phrase }) { return resolved }
        let words = phrase.content.map { resolve($0) }
        let resolved = ResolvedPhrase(
            phrase: phrase, entities: entities(of: phrase, words), words: words,
            parts: phrase.parts.map { resolve($0) }, store: store)
        known.append(resolved)
        return resolved
    }

    /// A verb by itself, which names nothing, with its participles.
    func resolve(verb: String) -> ResolvedPhrase {
        var word = resolve(verb)
        // "are missing": a participle is a word of its own where it is an adjective.
        let stem = verb.hasSuffix("e") ? String(verb.dropLast()) : verb
        for participle in [stem + "ing", stem + "ed"] {
            if let id = store.vocabulary.id(of: participle) { word.matches.raise(id, to: Self.derived) }
        }
        return ResolvedPhrase(
            phrase: Phrase(text: verb, words: [], content: [verb]), entities: WeightTable(), words: [word], parts: [],
            store: store)
    }

    /// The entities that a phrase surely names, in order.
    func named(by phrase: Phrase) -> [Entity.ID] {
        resolve(phrase).entities.entries.filter { $0.value >= 0.85 }.map(\.key).sorted()
    }

    // MARK: Words

    func resolve(_ word: String) -> ResolvedWord {
        if let resolved = memory.words[word] { return resolved }
        let resolved = found(word)
        memory.words[word] = resolved
        return resolved
    }

    private func found(_ word: String) -> ResolvedWord {
        var matches = WeightTable()
        if let id = store.vocabulary.id(of: word) { matches[id] = 1 }
        if !word.hasPrefix("@") {
            for (other, score) in relatives(of: word) { matches.raise(other, to: score) }
        }
        for variant in Self.spellings.variants(of: word) {
            if let id = store.vocabulary.id(of: variant) { matches.raise(id, to: 0.95) }
        }
        let count = matches.entries.reduce(0) { $0 + ($1.value >= 0.9 ? store.sentences(withWord: $1.key).count : 0) }
        // A word that the articles lack weighs as one that they have once.
        // "hold a vote", "take a decision": the verb says little.
        let weight = idf(count) * (store.lexicon.words[.light].contains(word) ? 0.3 : 1)
        return ResolvedWord(text: word, weight: weight, matches: matches)
    }

    private func idf(_ count: Int) -> Double {
        let total = Double(store.sentenceCount + 1)
        return min(max(logarithm(total / Double(count + 1)), 0.6), 6)
    }

    /// Words of the same class, derivations, synonyms, and words of the same form but for its ending.
    private func relatives(of word: String) -> [(WordID, Double)] {
        var found: [(WordID, Double)] = []
        func add(_ other: String, _ score: Double) {
            if let id = store.vocabulary.id(of: other) { found.append((id, score)) }
        }
        let lexicon = store.lexicon
        for verb in lexicon.verbs.frame(ofVerb: word)?.classes.flatMap(lexicon.verbs.verbs) ?? [] where verb != word {
            // The articles have the words of "step_down" one by one.
            guard verb.utf8.contains(UInt8(ascii: "_")) else {
                add(verb, Self.sameClass)
                continue
            }
            let first = verb.split(separator: "_").first.map(String.init) ?? verb
            if !lexicon.words[.light].contains(first) {
                add(first, Self.firstWord)
            }
        }
        let related = lexicon.related.words(of: word)
        for other in related.derived { add(ContentWords(lexicon: lexicon).word(forLemma: other), Self.derived) }
        for other in related.synonyms { add(ContentWords(lexicon: lexicon).word(forLemma: other), Self.synonym) }
        store.vocabulary.forEachAlike(word) { id, other in
            let score = WordForms.similarity(word, other)
            if score > 0 { found.append((id, score)) }
        }
        return found
    }

    // How well a word fits that is not the very word.
    private static let derived = 0.9
    private static let sameClass = 0.6
    private static let synonym = 0.6
    private static let firstWord = 0.5

    // MARK: Names

    private func entities(of phrase: Phrase, _ content: [ResolvedWord]) -> WeightTable {
        let alias = EntityTable.alias(phrase.text)
        var found = WeightTable()
        for id in store.entities.entities(named: alias) { found.raise(id, to: 1) }
        if let (group, part) = store.lexicon.names.group(of: alias) {
            for id in store.entities.entities(of: group) {
                switch (part, store.entities[id].group?.part) {
                case (_, .name), (_, .demonym): found.raise(id, to: part == .seat ? 0.85 : 1)
                default: found.raise(id, to: 0.85)
                }
            }
        }
        // "Kestria": the Kestrian navy too.
        for form in Demonym.forms(of: alias) {
            for id in store.entities.entities(named: form) where store.entities.kind(of: id) == .nationality {
                found.raise(id, to: 1)
            }
        }
        guard found.isEmpty else { return found }
        let (titles, courtesies) = (store.lexicon.words[.nameTitle], store.lexicon.words[.courtesy])
        let words = phrase.words.filter {
            $0.upos != .det && !titles.contains($0.norm) && !courtesies.contains($0.norm)
        }.map(\.norm)
        guard !words.isEmpty else {
            return called(content)
        }
        let name = NamePart(words)
        for id in store.entities.entities(withNameWords: words) where name.isPart(of: id, in: store.entities) {
            let kind = store.entities.kind(of: id)
            guard kind != .nationality, !store.entities.mentions(of: id).isEmpty else { continue }
            found.raise(id, to: kind == .person ? 1 : 0.9)
        }
        if found.isEmpty { addDescribed(content, to: &found) }
        return found
    }

    /// "the foreign policy chief": entities of which a description has all the words.
    private func addDescribed(_ words: [ResolvedWord], to found: inout WeightTable) {
        // A country's name need not stand in the description of its minister.
        let own = words.filter { !$0.text.hasPrefix("@") }
        guard let rarest = (own.isEmpty ? words : own).max(by: { $0.weight < $1.weight }) else { return }
        var candidates = described(with: rarest)
        for word in own where word.text != rarest.text { candidates.formIntersection(described(with: word)) }
        candidates.visit { id in
            // The index knows of one word that it stands in a description.
            let isCovered =
                words.count == 1
                ? !isOnlyOfOtherTitle(id, words[0].text)
                : store.entities.descriptions(of: id).contains { covers($0.place, words, id) }
                    || store.entities.kind(of: id) == .unnamed
                        && store.entities.mentions(of: id).contains { covers($0, words, id) }
            if isCovered { found.raise(id, to: 0.96) }
        }
    }

    /// Whether all that an entity is called by a word is "deputy mayor", "former mayor".
    private func isOnlyOfOtherTitle(_ id: Entity.ID, _ word: String) -> Bool {
        guard !otherTitles.contains(word) else { return false }
        var isCalled = false
        /// False where a text calls it by the word without another title; nothing is told of a text that lacks the word.
        func isOfOther(_ text: String) -> Bool {
            guard let isOfOther = otherTitles.standBefore(word, in: text) else { return true }
            isCalled = true
            return isOfOther
        }
        if store.entities.kind(of: id) == .unnamed, !isOfOther(store.entities.name(of: id)) { return false }
        return store.entities.descriptions(of: id).allSatisfy { isOfOther($0.text) } && isCalled
    }

    /// "the president": whom the articles call so, and no more; "President Holm's ban" is another thing.
    private func called(_ words: [ResolvedWord]) -> WeightTable {
        var described = WeightTable()
        addDescribed(words, to: &described)
        var found = WeightTable()
        for (id, fit) in described.entries {
            let isCalled =
                store.entities.kind(of: id) == .person
                || store.entities.mentions(of: id).contains { place in
                    store.articles[place.article].words.words(in: place.tokens).count == words.count
                        && covers(place, words, id)
                }
            if isCalled { found.raise(id, to: fit) }
        }
        return found
    }

    private func described(with word: ResolvedWord) -> NumberSet {
        var found = NumberSet(count: store.entities.entities.count)
        for (id, score) in word.matches.entries where score >= 0.7 {
            found.insert(store.entities(describedWith: id))
        }
        return found
    }

    private func covers(_ place: Entity.Place, _ words: [ResolvedWord], _ entity: Entity.ID) -> Bool {
        let article = store.articles[place.article]
        let present = article.words.words(in: place.tokens)
        let isCovered = words.allSatisfy { word in
            present.contains { (word.matches[$0.id] ?? 0) >= 0.7 }
                || store.entities.affiliations(of: entity).contains { affiliation in
                    store.entities[affiliation].group.map { word.text == "@" + store.lexicon.names.groups[$0.id].name }
                        ?? false
                }
        }
        // Asked last, since it needs the analysis.
        return isCovered
            && !store.isOfOtherTitle(place.tokens, in: article) { lemma in words.contains { $0.text == lemma } }
    }
}

extension FactStore {
    /// "the deputy mayor" and "a former mayor" are not the mayor.
    ///
    /// - Parameter isAsked: Whether a question has this word itself.
    func isOfOtherTitle(
        _ tokens: some Collection<Int>, in article: StoredArticle, besides isAsked: (String) -> Bool
    ) -> Bool {
        let document = article.document
        return tokens.prefix { document.upos[$0] != .punct && document.upos[$0] != .adp }.contains { token in
            let norm = document.norm(token)
            return lexicon.words[.otherTitle].contains(norm) && !isAsked(norm)
        }
    }
}
