import Facts
import Language
import Questions

/// What somebody or something may be, as far as pronouns tell it apart.
struct ReferentTraits: OptionSet, Sendable {
    let rawValue: UInt8

    static let man = ReferentTraits(rawValue: 1)
    static let woman = ReferentTraits(rawValue: 2)
    static let thing = ReferentTraits(rawValue: 4)
    static let several = ReferentTraits(rawValue: 8)
    static let place = ReferentTraits(rawValue: 16)

    static let person: ReferentTraits = [.man, .woman]

    func allow(_ reference: Reference) -> Bool {
        switch reference {
        case .man: contains(.man)
        case .woman: contains(.woman)
        case .thing, .statement: contains(.thing)
        case .several: contains(.several)
        case .place: contains(.place)
        }
    }
}

/// Tells what the phrases of questions and answers may be, from their words and from what the articles call them.
struct TraitsReader {
    private let store: FactStore
    private let resolver: PhraseResolver
    let memory: StoreMemory
    private let nouns = NounLexicon.embedded
    private let gazetteer = Gazetteer.embedded
    /// Of how many articles that name somebody the pronouns are read.
    private static let articles = 4

    init(store: FactStore, resolver: PhraseResolver, memory: StoreMemory) {
        (self.store, self.resolver, self.memory) = (store, resolver, memory)
    }

    /// The entities that a phrase names, in order.
    func entities(of phrase: Phrase) -> [Entity.ID] { resolver.named(by: phrase) }

    func traits(of phrase: Phrase) -> ReferentTraits {
        guard phrase.parts.isEmpty else { return .several }
        let core = phrase.words.prefix { $0.upos != .adp }
        let head = core.last { [.noun, .propn].contains($0.upos) }
        let isPlural = head.map { $0.norm != $0.lemma && $0.norm.hasSuffix("s") } ?? false
        // "two engineers", whoever of them has a name.
        if isPlural, head?.upos == .noun { return .several }
        let named = entities(of: phrase)
        guard named.isEmpty else { return named.reduce(into: []) { $0.formUnion(traits(of: $1)) } }
        return head.map { traits(ofNoun: $0.lemma, isPlural: isPlural) } ?? .thing
    }

    private func traits(ofNoun lemma: String, isPlural: Bool) -> ReferentTraits {
        if isPlural { return .several }
        return switch nouns[lemma] {
        case .man: .man
        case .woman: .woman
        case .person: .person
        case .group: [.thing, .several]
        case nil: .thing
        }
    }

    private func traits(of id: Entity.ID) -> ReferentTraits {
        let entity = store.entities[id]
        switch entity.kind {
        case .person: return gender(of: entity, id) ?? .person
        case .organization: return [.thing, .several]
        case .place: return entity.group == nil ? [.thing, .place] : [.thing, .place, .several]
        case .nationality: return [.thing, .place, .several]
        case .other: return entity.name.hasSuffix("s") ? [.thing, .several] : .thing
        case .unnamed:
            guard let place = entity.mentions.first else { return .thing }
            let document = store.articles[place.article].document
            let head = Self.head(of: place.tokens, in: document.columns)
            let own = traits(
                ofNoun: document.lemma(head).lowercased(),
                isPlural: document.xpos[head] == .nns || document.xpos[head] == .nnps)
            return own == .several ? own : gender(of: entity, id) ?? own
        }
    }

    /// From titles ("Ms"), nouns ("spokesman"), the first name, and the pronouns of the articles, in this order; nil where none tells.
    private func gender(of entity: Entity, _ id: Entity.ID) -> ReferentTraits? {
        var articles: [Int] = []
        for place in entity.mentions where articles.last != place.article && articles.count < Self.articles {
            articles.append(place.article)
        }
        var (titles, names, pronouns) = (Votes(), Votes(), Votes())
        for number in articles {
            // Kept unpacked: who was talked of is asked about again.
            let article = store.articles[number]
            let (document, entityOfToken) = (article.document.columns, article.entityOfToken)
            for place in entity.mentions where place.article == number {
                for token in before(place.tokens, in: document) { count(token, of: document, &titles) }
            }
            for place in entity.descriptions.map(\.place) where place.article == number {
                count(Self.head(of: place.tokens, in: document), of: document, &titles)
            }
            for token in entityOfToken.indices where entityOfToken[token] == id && document.upos[token] == .pron {
                switch Pronoun(document.norm(token))?.agreement.gender {
                case .male: pronouns.men += 1
                case .female: pronouns.women += 1
                default: break
                }
            }
        }
        for alias in entity.aliases where entity.kind == .person {
            let words = alias.split(separator: " ")
            guard words.count > 1 else { continue }
            let classes = gazetteer.classes(of: String(words[0]))
            if classes.contains(.maleName) { names.men += 1 }
            if classes.contains(.femaleName) { names.women += 1 }
        }
        return titles.winner ?? names.winner ?? pronouns.winner
    }

    private struct Votes {
        var men = 0
        var women = 0

        var winner: ReferentTraits? { men == women ? nil : men > women ? .man : .woman }
    }

    /// A few words right before a name, up to a comma.
    private func before(_ tokens: Range<Int>, in document: Document) -> [Int] {
        let first = document.sentences[document.sentence(of: tokens.lowerBound)].tokens.lowerBound
        let reach = max(first, tokens.lowerBound - 4)..<tokens.lowerBound
        return reach.reversed().prefix { document.upos[$0] != .punct && document.upos[$0] != .verb }
    }

    private func count(_ token: Int, of document: Document, _ votes: inout Votes) {
        let classes = gazetteer.classes(of: document.norm(token))
        let noun = nouns[document.lemma(token).lowercased()]
        if classes.contains(.maleTitle) || noun == .man { votes.men += 1 }
        if classes.contains(.femaleTitle) || noun == .woman { votes.women += 1 }
    }

    /// The token of a span that hangs outside of it.
    private static func head(of tokens: Range<Int>, in document: Document) -> Int {
        tokens.first { token in document.head(of: token).map { !tokens.contains($0) } ?? true } ?? tokens.lowerBound
    }
}
