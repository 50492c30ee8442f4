import Answers
import Facts
import Language

/// What the articles of a session state, in the order of the text: the raw material of lists, profiles and timelines.
struct Statements {
    let store: FactStore
    /// Whether the user wants no more: what was found until then is all there is.
    var isInterrupted: () -> Bool = { false }

    /// A fact as it is shown.
    struct Statement: Equatable {
        var fact: FactStore.ID
        /// Its agent in the fullest form of the name; nil for none.
        var agent: String?
        /// "said".
        var cue: String
        /// Whether it stands before the agent: "according to".
        var cueLeads = false
        /// The theme's words; those of the whole fact where it has none.
        var text: String
        var isAttribution: Bool
        /// Who passes it on, in the fullest form of the name.
        var via: String?
        var isNegated: Bool
        /// Index of the article and the sentence's number.
        var article: Int
        var sentence: Int

        var citation: String { "[\(article + 1):\(sentence)]" }
    }

    /// The entities that a name stands for, by the whole name or a part of it.
    func entities(named name: String) -> [Entity.ID] {
        let alias = EntityTable.alias(name)
        var found = store.entities.entities(named: alias)
        if let group = store.lexicon.names.group(of: alias) { found += store.entities.entities(of: group.group) }
        if found.isEmpty, let last = alias.split(separator: " ").last {
            found = store.entities.entities(withNameWord: String(last))
        }
        var seen: Set<Entity.ID> = []
        return found.filter { seen.insert($0).inserted && !store.entities[$0].mentions.isEmpty }
    }

    /// Facts with these agents, in the order of the articles.
    func statements(by agents: [Entity.ID]? = nil, about topic: String? = nil) -> [Statement] {
        let words = topic.map(Self.words) ?? []
        var seen: Set<String> = []
        var found: [Statement] = []
        for id in store.facts.indices {
            if id % 64 == 63, isInterrupted() { break }
            let stored = store.facts[id]
            let article = store.articles[stored.article]
            guard ![.title, .apposition, .modifier].contains(stored.fact.rule) else { continue }
            let heads = stored.fact.role(.agent).map { Array($0.conjuncts) } ?? []
            let owners = heads.map { article.entityOfToken[$0] }.filter { $0 >= 0 }
            if let agents, Set(agents).isDisjoint(with: owners) { continue }
            let statement = shown(id, owner: owners.first)
            let place = article.document.sentences[stored.fact.sentence].tokens
            if !words.isEmpty, !words.isSubset(of: Self.words(article.document.string(place))) { continue }
            // One fact may come from two constructions.
            if seen.insert("\(stored.article) \(stored.fact.sentence) \(statement.text)").inserted {
                found.append(statement)
            }
        }
        return found
    }

    private func shown(_ id: FactStore.ID, owner: Entity.ID?) -> Statement {
        let stored = store.facts[id]
        let document = store.articles[stored.article].document
        let theme = theme(of: stored.fact)
        var cue = stored.fact.cue
        // "is" of "is not serious", where what follows is shown beside it.
        if let theme, theme.tokens.lowerBound > cue.lowerBound, theme.tokens.overlaps(cue) {
            cue = cue.lowerBound..<theme.tokens.lowerBound
        }
        let agent = stored.fact.role(.agent)
        return Statement(
            fact: id, agent: owner.map { store.entities[$0].name } ?? agent.map { document.string($0.tokens) },
            cue: document.string(cue), cueLeads: stored.fact.rule == .accordingTo,
            text: theme.map { text(of: $0, in: stored.fact, document.columns) } ?? "",
            isAttribution: stored.fact.isAttribution,
            via: stored.within.flatMap(reporter),
            isNegated: stored.fact.polarity == .negated, article: stored.article,
            sentence: stored.fact.sentence + 1)
    }

    /// A participant's words, with whom they went to where he stands before them ("both sides to return"), and with the
    /// preposition of what is no object ("from Halvik").
    private func text(of role: Role, in fact: Fact, _ document: Document) -> String {
        var tokens = role.tokens
        if let recipient = fact.role(.recipient)?.tokens, fact.cue.upperBound <= recipient.lowerBound,
            recipient.upperBound <= tokens.lowerBound, tokens.lowerBound <= recipient.upperBound + 1
        {
            tokens = recipient.lowerBound..<tokens.upperBound
        } else if !role.marker.isEmpty,
            role.marker == "to" || fact.rule == .nominal || ![.theme, .attribute].contains(role.kind),
            document.norm(tokens.lowerBound) != role.marker
        {
            return role.marker + " " + document.string(tokens)
        }
        return document.string(tokens)
    }

    /// The agent of an attribution.
    private func reporter(_ id: FactStore.ID) -> String? {
        let stored = store.facts[id]
        let article = store.articles[stored.article]
        guard stored.fact.isAttribution, let agent = stored.fact.role(.agent) else { return nil }
        let owner = article.entityOfToken[agent.head]
        return owner >= 0 ? store.entities[owner].name : article.document.string(agent.tokens)
    }

    /// Without those that only report another one of the list: who said it stands there with whom it came through.
    func innermost(_ found: [Statement]) -> [Statement] {
        let reported = Set(found.compactMap { store.facts[$0.fact].within })
        return found.filter { !reported.contains($0.fact) }
    }

    /// Without those that stand inside what another one of the list says: "should resign" in "said the minister should resign".
    func outermost(_ found: [Statement]) -> [Statement] {
        let all = Set(found.map(\.fact))
        var themes: [Place: [Range<Int>]] = [:]
        for statement in found {
            if let theme = theme(of: store.facts[statement.fact].fact)?.tokens {
                themes[Place(statement), default: []].append(theme)
            }
        }
        return found.filter { statement in
            let stored = store.facts[statement.fact]
            if let around = stored.within, all.contains(around) { return false }
            let cue = stored.fact.cue
            let own = theme(of: stored.fact)?.tokens
            return themes[Place(statement)]?.contains { other in
                // "should resign" beside "the minister had lost four days and should resign".
                let isPart = own.map { $0 != other && other.clamped(to: $0) == $0 } ?? false
                return isPart || !cue.isEmpty && other.clamped(to: cue) == cue
            } != true
        }
    }

    /// A sentence of an article.
    private struct Place: Hashable {
        var article: Int
        var sentence: Int

        init(_ statement: Statement) { (article, sentence) = (statement.article, statement.sentence) }
    }

    private func theme(of fact: Fact) -> Role? {
        fact.role(.theme) ?? fact.role(.attribute) ?? fact.roles.last { $0.kind != .agent }
    }

    static func words(_ text: String) -> Set<String> {
        Set(text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init))
    }
}
