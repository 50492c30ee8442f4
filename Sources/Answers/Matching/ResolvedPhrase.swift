import Facts
import Language
import Questions

/// A phrase of a question as the store sees it: the entities it may name, and its words with their weights.
struct ResolvedPhrase: Sendable {
    let phrase: Phrase
    /// Entities that the phrase names, with how sure that is (0 to 1).
    var entities: [Entity.ID: Double]
    var words: [ResolvedWord]

    /// Whether the articles name this at all.
    var isNamed: Bool { !entities.isEmpty }
    /// Sum of the words' weights.
    var weight: Double { words.reduce(0) { $0 + $1.weight } }
}

/// A content word of a question.
struct ResolvedWord: Sendable {
    let text: String
    /// Inverse document frequency over sentences: rare words count more.
    var weight: Double
    /// The words of the articles that match it, with how well (0 to 1).
    var matches: [WordID: Double]
}

/// Finds what a question's words stand for in the store.
struct PhraseResolver: Sendable {
    let store: FactStore

    func resolve(_ phrase: Phrase) -> ResolvedPhrase {
        ResolvedPhrase(phrase: phrase, entities: entities(of: phrase), words: phrase.content.map(resolve))
    }

    // MARK: Words

    func resolve(_ word: String) -> ResolvedWord {
        var matches: [WordID: Double] = [:]
        if let id = store.vocabulary.id(of: word) { matches[id] = 1 }
        if !word.hasPrefix("@") {
            for (other, score) in relatives(of: word) { matches[other] = max(matches[other] ?? 0, score) }
        }
        let count = matches.filter { $0.value >= 0.9 }.keys.reduce(0) { $0 + Int(store.vocabulary.sentenceCounts[Int($1)]) }
        // A word that the articles lack weighs as one that they have once.
        let weight = idf(count)
        return ResolvedWord(text: word, weight: weight, matches: matches)
    }

    private func idf(_ count: Int) -> Double {
        let total = Double(store.sentenceCount + 1)
        return min(max(logarithm(total / Double(count + 1)), 0.6), 6)
    }

    /// Words of the same class or of the same stem.
    private func relatives(of word: String) -> [(WordID, Double)] {
        var found: [(WordID, Double)] = []
        let frame = store.lexicon.verbs.frame(ofVerb: word)
        if let frame {
            for verb in store.lexicon.verbs.verbLemmas {
                guard verb != word, let id = store.vocabulary.id(of: verb), let other = store.lexicon.verbs.frame(ofVerb: verb) else { continue }
                if other.classes.contains(where: frame.classes.contains) { found.append((id, 0.6)) }
            }
        }
        for (index, other) in store.vocabulary.words.enumerated() where other != word {
            let score = WordForms.similarity(word, other)
            if score > 0 { found.append((WordID(index), score)) }
        }
        return found
    }

    // MARK: Names

    private func entities(of phrase: Phrase) -> [Entity.ID: Double] {
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
        let words = phrase.words.filter { $0.upos != .det && !Self.titles.contains($0.norm) }.map(\.norm)
        guard !words.isEmpty else { return found }
        for id in store.entities.entities(withNameWord: words[0]) where !store.entities[id].mentions.isEmpty {
            let entity = store.entities[id]
            if entity.kind != .nationality, entity.aliases.contains(where: { Self.isPart(words, of: $0, kind: entity.kind) }) {
                add(id, entity.kind == .person ? 1 : 0.9)
            }
        }
        if found.isEmpty { described(phrase, add) }
        return found
    }

    /// "the foreign policy chief": entities of which a description has all the words.
    private func described(_ phrase: Phrase, _ add: (Entity.ID, Double) -> Void) {
        guard !phrase.content.isEmpty else { return }
        let words = phrase.content.map(resolve)
        for (index, entity) in store.entities.entities.enumerated() where !entity.descriptions.isEmpty || entity.kind == .unnamed {
            let places = entity.descriptions.map(\.place) + (entity.kind == .unnamed ? entity.mentions : [])
            for place in places where covers(place, words, entity) {
                add(Entity.ID(index), 0.9)
                break
            }
        }
    }

    private func covers(_ place: Entity.Place, _ words: [ResolvedWord], _ entity: Entity) -> Bool {
        let article = store.articles[place.article]
        let sentence = article.document.sentence(of: place.tokens.lowerBound)
        let present = article.words[sentence].filter { place.tokens.contains(Int($0.token)) }.map(\.id)
        return words.allSatisfy { word in
            present.contains { (word.matches[$0] ?? 0) >= 0.7 }
                || entity.affiliations.contains { affiliation in
                    store.entities[affiliation].group.map { word.text == "@" + store.lexicon.names.groups[$0.id].name } ?? false
                }
        }
    }

    private static let titles: Set<String> = ["mr.", "mrs.", "ms.", "dr.", "mr", "mrs", "ms", "dr", "president", "senator", "sen.", "rep.", "ambassador"]

    /// Whether the words are the whole, the beginning or the end of a name.
    static func isPart(_ words: [String], of alias: String, kind: Entity.Kind) -> Bool {
        let parts = alias.split(whereSeparator: { $0 == " " }).map(String.init)
        guard words.count <= parts.count else { return false }
        if kind == .person { return Array(parts.suffix(words.count)) == words || Array(parts.prefix(words.count)) == words }
        return (0...parts.count - words.count).contains { Array(parts[$0..<$0 + words.count]) == words }
    }
}
