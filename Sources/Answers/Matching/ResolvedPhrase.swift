import Facts
import Language
import Questions
import Synchronization

/// A phrase of a question as the store sees it: the entities it may name, and its words with their weights.
struct ResolvedPhrase: Sendable {
    let phrase: Phrase
    /// Entities that the phrase names, with how sure that is (0 to 1).
    var entities: [Entity.ID: Double]
    var words: [ResolvedWord]
    /// "Britain and France": each by itself; empty for one.
    var parts: [ResolvedPhrase] = []

    /// Whether the articles name this at all.
    var isNamed: Bool { !entities.isEmpty || parts.contains(where: \.isNamed) }
    /// Sum of the words' weights.
    var weight: Double { words.reduce(0) { $0 + $1.weight } }

    /// By the fullest name; as typed where the articles do not name it.
    func title(in store: FactStore) -> String {
        let typed = phrase.text.lowercased()
        let best =
            entities.first { store.entities[$0.key].name.lowercased() == typed }
            ?? entities.max {
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
    var matches: [WordID: Double]
}

/// Finds what a question's words stand for in the store. A word is looked up once, however many phrases have it.
struct PhraseResolver: Sendable {
    let store: FactStore
    private let known = KnownWords()
    /// British and American spelling of one word.
    private static let spellings = Spellings.embedded

    init(store: FactStore) {
        self.store = store
    }

    func resolve(_ phrase: Phrase) -> ResolvedPhrase {
        let words = phrase.content.map(resolve)
        return ResolvedPhrase(
            phrase: phrase, entities: entities(of: phrase, words), words: words, parts: phrase.parts.map { resolve($0) }
        )
    }

    /// Whether a phrase names a person; nil for one that the articles name without a name of its own.
    func isPerson(_ phrase: Phrase) -> Bool? {
        let best = entities(of: phrase, []).filter { $0.value >= 0.85 }.keys.sorted().map { store.entities[$0].kind }
        guard let kind = best.first, kind != .unnamed else { return nil }
        return best.contains(.person)
    }

    // MARK: Words

    func resolve(_ word: String) -> ResolvedWord {
        if let resolved = known[word] { return resolved }
        let resolved = found(word)
        known[word] = resolved
        return resolved
    }

    private func found(_ word: String) -> ResolvedWord {
        var matches: [WordID: Double] = [:]
        if let id = store.vocabulary.id(of: word) { matches[id] = 1 }
        if !word.hasPrefix("@") {
            for (other, score) in relatives(of: word) { matches[other] = max(matches[other] ?? 0, score) }
        }
        for variant in Self.spellings.variants(of: word) {
            if let id = store.vocabulary.id(of: variant) { matches[id] = max(matches[id] ?? 0, 0.95) }
        }
        let count = matches.reduce(0) { $0 + ($1.value >= 0.9 ? store.sentences(withWord: $1.key).count : 0) }
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
            let first = verb.split(separator: "_").first.map(String.init) ?? verb
            if first == verb {
                add(verb, Self.sameClass)
            } else if !lexicon.words[.light].contains(first) {
                add(first, Self.firstWord)
            }
        }
        let related = lexicon.related.words(of: word)
        for other in related.derived { add(ContentWords(lexicon: lexicon).word(forLemma: other), Self.derived) }
        for other in related.synonyms { add(ContentWords(lexicon: lexicon).word(forLemma: other), Self.synonym) }
        let vocabulary = store.vocabulary
        for id in vocabulary.words(withStemOf: word) + vocabulary.words(shapedLike: word)
        where vocabulary.word(id) != word {
            let score = WordForms.similarity(word, vocabulary.word(id))
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

    private func entities(of phrase: Phrase, _ content: [ResolvedWord]) -> [Entity.ID: Double] {
        let alias = EntityTable.alias(phrase.text)
        var found: [Entity.ID: Double] = [:]
        func add(_ id: Entity.ID, _ score: Double) { found[id] = max(found[id] ?? 0, score) }
        for id in store.entities.entities(named: alias) { add(id, 1) }
        if let (group, part) = store.lexicon.names.group(of: alias) {
            for id in store.entities.entities(of: group) {
                switch (part, store.entities[id].group?.part) {
                case (_, .name), (_, .demonym): add(id, part == .seat ? 0.85 : 1)
                default: add(id, 0.85)
                }
            }
        }
        guard found.isEmpty else { return found }
        let courtesy = store.lexicon.words[.courtesy]
        let words = phrase.words.filter {
            $0.upos != .det && !Self.titles.contains($0.norm) && !courtesy.contains($0.norm)
        }.map(\.norm)
        guard !words.isEmpty else { return found }
        for id in store.entities.entities(withNameWord: words[0]) where !store.entities[id].mentions.isEmpty {
            let entity = store.entities[id]
            if entity.kind != .nationality,
                entity.aliases.contains(where: { Self.isPart(words, of: $0, kind: entity.kind) })
            {
                add(id, entity.kind == .person ? 1 : 0.9)
            }
        }
        if found.isEmpty { described(content, add) }
        return found
    }

    /// "the foreign policy chief": entities of which a description has all the words.
    private func described(_ words: [ResolvedWord], _ add: (Entity.ID, Double) -> Void) {
        guard !words.isEmpty else { return }
        for id in candidates(for: words) {
            let places =
                store.entities[id].descriptions.map(\.place)
                + (store.entities[id].kind == .unnamed ? store.entities[id].mentions : [])
            if places.contains(where: { covers($0, words, id) }) { add(id, 0.9) }
        }
    }

    /// Entities that are described with the rarest word; a country's name need not stand in the description of its minister.
    private func candidates(for words: [ResolvedWord]) -> [Entity.ID] {
        let own = words.filter { !$0.text.hasPrefix("@") }
        guard let rarest = (own.isEmpty ? words : own).max(by: { $0.weight < $1.weight }) else { return [] }
        return Set(rarest.matches.filter { $0.value >= 0.7 }.keys.flatMap(store.entities(describedWith:))).sorted()
    }

    private func covers(_ place: Entity.Place, _ words: [ResolvedWord], _ entity: Entity.ID) -> Bool {
        let article = store.articles[place.article]
        let present = article.words.words(in: place.tokens)
        return words.allSatisfy { word in
            present.contains { (word.matches[$0.id] ?? 0) >= 0.7 }
                || store.entities[entity].affiliations.contains { affiliation in
                    store.entities[affiliation].group.map { word.text == "@" + store.lexicon.names.groups[$0.id].name }
                        ?? false
                }
        }
    }

    private static let titles: Set<String> = [
        "mr.", "mrs.", "ms.", "dr.", "mr", "mrs", "ms", "dr", "president", "senator", "sen.", "rep.", "ambassador",
    ]

    /// Whether the words are the whole, the beginning or the end of a name.
    static func isPart(_ words: [String], of alias: String, kind: Entity.Kind) -> Bool {
        let parts = alias.split(whereSeparator: { $0 == " " }).map(String.init)
        guard words.count <= parts.count else { return false }
        if kind == .person {
            return Array(parts.suffix(words.count)) == words || Array(parts.prefix(words.count)) == words
        }
        return (0...parts.count - words.count).contains { Array(parts[$0..<$0 + words.count]) == words }
    }
}

/// What was looked up already.
private final class KnownWords: Sendable {
    private let words = Mutex<[String: ResolvedWord]>([:])

    subscript(word: String) -> ResolvedWord? {
        get { words.withLock { $0[word] } }
        set { words.withLock { $0[word] = newValue } }
    }
}
