import Answers
import Facts
import Language
import Questions

/// What the loaded articles offer to complete: their names with what they say and do, and their verbs in the forms they have.
struct ArticleIndex: Sendable, PrefixKnowledge {
    /// A name with the number of facts or places that it has.
    struct Name: Sendable {
        var id: Entity.ID
        var text: String
        var kind: Entity.Kind
        /// Facts that it is the agent of.
        var facts: Int
        var mentions: Int
    }

    /// The forms of a verb in the articles.
    struct Verb: Sendable {
        var count = 0
        var past: [String: Int] = [:]
        var participle: [String: Int] = [:]
        var gerund: [String: Int] = [:]
    }

    private(set) var names: [Name] = []
    private(set) var verbs: [String: Verb] = [:]
    /// What people are said to be: "mayor of Port Ansel"; the most frequent first.
    private(set) var roles: [(text: String, count: Int)] = []
    /// Nouns inside what is said, the most frequent first.
    private(set) var nouns: [(text: String, count: Int)] = []
    private var verbsOfAgent: [Entity.ID: [String: Int]] = [:]
    private var topicsOfAgent: [Entity.ID: [Entity.ID: Int]] = [:]
    private var nounsOfAgent: [Entity.ID: [String: Int]] = [:]
    private var lemmas: [String: String] = [:]
    private let entities: EntityTable
    private let groups: NameGroups

    init(_ store: FactStore) {
        entities = store.entities
        groups = store.lexicon.names
        for stored in store.facts { add(stored, of: store.articles[stored.article]) }
        var agents: [Entity.ID: Int] = [:]
        for (agent, counts) in verbsOfAgent { agents[agent] = counts.values.reduce(0, +) }
        for (index, entity) in store.entities.entities.enumerated()
        where entity.kind != .unnamed && !entity.mentions.isEmpty {
            let id = Entity.ID(index)
            names.append(
                Name(
                    id: id, text: entity.name, kind: entity.kind, facts: agents[id] ?? 0,
                    mentions: entity.mentions.count))
        }
        names.sort { ($0.facts, $0.mentions, $1.text) > ($1.facts, $1.mentions, $0.text) }
        var roles: [String: Int] = [:]
        for entity in store.entities.entities where entity.kind == .person && !entity.mentions.isEmpty {
            for role in Set(entity.descriptions.compactMap { Self.role($0.text) }) { roles[role, default: 0] += 1 }
        }
        self.roles = Self.ranked(roles)
        nouns = Self.ranked(
            nounsOfAgent.values.reduce(into: [:]) { sums, counts in sums.merge(counts) { $0 + $1 } })
    }

    private static func ranked(_ counts: [String: Int]) -> [(text: String, count: Int)] {
        counts.map { (text: $0.key, count: $0.value) }.sorted { ($0.count, $1.text) > ($1.count, $0.text) }
    }

    /// A description as it stands behind "who is the"; nil for one that points elsewhere, such as "its mayor".
    private static func role(_ description: String) -> String? {
        var words = description.split(separator: " ").map(String.init)
        if let first = words.first?.lowercased(), ["the", "a", "an"].contains(first) { words.removeFirst() }
        guard let first = words.first, first.first?.isLetter == true,
            !["its", "his", "her", "their", "our", "my", "whose"].contains(first.lowercased())
        else { return nil }
        let isPossessive = first.contains("'") || first.contains("’")
        // "Energy minister" at the begin of a sentence; "Deputy Foreign Minister" as it is.
        if !isPossessive, words.dropFirst().allSatisfy({ $0.first?.isUppercase != true }) {
            words[0] = first.prefix(1).lowercased() + first.dropFirst()
        }
        return words.joined(separator: " ")
    }

    private mutating func add(_ stored: StoredFact, of article: StoredArticle) {
        let fact = stored.fact
        guard fact.predicate != "be", ![.title, .apposition, .modifier].contains(fact.rule) else { return }
        let document = article.document
        verbs[fact.predicate, default: Verb()].count += 1
        let particle = fact.predicate.split(separator: "_").dropFirst().joined(separator: " ")
        for token in fact.cue where document.lemma(token).lowercased() == fact.predicate.prefix(while: { $0 != "_" }) {
            let form = document.norm(token)
            lemmas[form] = lemmas[form] ?? document.lemma(token).lowercased()
            let shown = particle.isEmpty ? form : form + " " + particle
            switch document.xpos[token] {
            case .vbd: verbs[fact.predicate, default: Verb()].past[shown, default: 0] += 1
            case .vbn: verbs[fact.predicate, default: Verb()].participle[shown, default: 0] += 1
            case .vbg: verbs[fact.predicate, default: Verb()].gerund[shown, default: 0] += 1
            case .vbz: verbs[fact.predicate, default: Verb()].past[shown, default: 0] += 1
            default: break
            }
        }
        guard let agent = fact.role(.agent) else { return }
        for head in agent.conjuncts where article.entityOfToken[head] >= 0 {
            let id = article.entityOfToken[head]
            verbsOfAgent[id, default: [:]][fact.predicate, default: 0] += 1
            guard fact.isAttribution, let theme = fact.role(.theme) else { continue }
            for topic in Set(article.entityOfToken[theme.tokens]) where topic >= 0 && topic != id {
                topicsOfAgent[id, default: [:]][topic, default: 0] += 1
            }
            let nouns = theme.tokens.filter { document.upos[$0] == .noun && document.norm($0).utf8.count > 2 }
            for noun in Set(nouns.map(document.norm)) { nounsOfAgent[id, default: [:]][noun, default: 0] += 1 }
        }
    }

    // MARK: Looking up.

    func isName(_ words: [String]) -> Bool { !ids(of: words).isEmpty }

    func lemma(ofVerb word: String) -> String? { lemmas[word] ?? (verbs[word] == nil ? nil : word) }

    /// The entities that these words name, by a whole name or by a part of it.
    func ids(of words: [String]) -> [Entity.ID] {
        let alias = EntityTable.alias(words.joined(separator: " "))
        var found = entities.entities(named: alias)
        if let group = groups.group(of: alias) { found += entities.entities(of: group.group) }
        if found.isEmpty, words.count == 1 {
            found = entities.entities(withNameWord: alias).filter { entities[$0].kind == .person }
        }
        return found
    }

    /// Verbs that these names do, with their numbers.
    func verbs(of name: [String]) -> [String: Int] {
        var counts: [String: Int] = [:]
        for id in Set(ids(of: name)) { counts.merge(verbsOfAgent[id] ?? [:]) { $0 + $1 } }
        return counts
    }

    /// Names and nouns inside what these names say, with their numbers; names first.
    func topics(of name: [String]) -> [(text: String, count: Int)] {
        var counts: [Entity.ID: Int] = [:]
        var nouns: [String: Int] = [:]
        for id in Set(ids(of: name)) {
            counts.merge(topicsOfAgent[id] ?? [:]) { $0 + $1 }
            nouns.merge(nounsOfAgent[id] ?? [:]) { $0 + $1 }
        }
        let names = counts.compactMap { id, count -> (text: String, count: Int)? in
            entities[id].kind == .unnamed ? nil : (entities[id].name, count)
        }
        return [names, nouns.map { (text: $0.key, count: $0.value) }].flatMap { topics in
            topics.sorted { ($0.count, $1.text) > ($1.count, $0.text) }
        }
    }

    /// The name of which a word begins so: "zel" for Volodymyr Zelenskiy. One changed letter is forgiven where `isNear`.
    func name(_ name: Name, fits typed: String, isNear: Bool = false) -> Bool {
        guard !typed.isEmpty else { return true }
        return entities[name.id].aliases.contains { alias in
            var rest = alias[...]
            while true {
                if rest.hasPrefix(typed) { return true }
                if isNear, typed.count > 2 {
                    let head = String(rest.prefix { $0 != " " })
                    if head.count + 1 >= typed.count,
                        min(
                            NearWords.distance(typed, String(head.prefix(typed.count))), NearWords.distance(typed, head)
                        ) <= 1
                    {
                        return true
                    }
                }
                guard let space = rest.firstIndex(of: " ") else { return false }
                rest = rest[rest.index(after: space)...]
            }
        }
    }
}
