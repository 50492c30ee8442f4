import Facts
import Language

/// Tells what pronouns and dates of an answer stand for.
struct GlossFinder: Sendable {
    let store: FactStore
    private let dates = DateResolver()

    init(store: FactStore) {
        self.store = store
    }

    /// What the words of a span stand for, with byte ranges from the beginning of the span.
    func glosses(on tokens: Range<Int>, article number: Int) -> [Gloss] {
        let article = store.articles[number]
        let found = references(in: tokens, article) + times(in: tokens, article)
        let start = article.document.byteRange(tokens).lowerBound
        return found.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }.map { tokens, meaning in
            let bytes = article.document.byteRange(tokens)
            return Gloss(range: bytes.lowerBound - start..<bytes.upperBound - start, meaning: meaning)
        }
    }

    private typealias Finding = (tokens: Range<Int>, meaning: String)

    /// "he", "its": whom or what the article names for it; each once, and none that the span names itself.
    private func references(in tokens: Range<Int>, _ article: StoredArticle) -> [Finding] {
        let document = article.document
        var known: Set<Entity.ID> = []
        for token in tokens where document.upos[token] != .pron { known.insert(article.entityOfToken[token]) }
        var found: [Finding] = []
        for token in tokens where isThirdPerson(token, document) {
            let id = article.entityOfToken[token]
            guard id >= 0, known.insert(id).inserted else { continue }
            let entity = store.entities[id]
            // A thing that only pronouns stand for has no name.
            guard !entity.name.isEmpty, EntityTable.alias(entity.name) != document.norm(token), entity.name.utf8.count <= 80 else { continue }
            found.append((token..<token + 1, entity.name))
        }
        return found
    }

    /// Who speaks ("I", "we") is told as the source; "it" and "they" need telling.
    private func isThirdPerson(_ token: Int, _ document: Document) -> Bool {
        guard document.upos[token] == .pron, [.prp, .prpPossessive].contains(document.xpos[token]) else { return false }
        return store.lexicon.words[.thirdPerson].contains(document.norm(token))
    }

    private func times(in tokens: Range<Int>, _ article: StoredArticle) -> [Finding] {
        guard let published = article.article.date.flatMap({ CivilDay(iso: $0) }) else { return [] }
        let document = article.document
        return document.entities.compactMap { entity in
            guard entity.kind == .date, tokens.contains(entity.tokens.lowerBound), entity.tokens.upperBound <= tokens.upperBound,
                !dates.isWhole(entity.tokens, in: document),
                let span = dates.days(of: entity.tokens, in: document, published: published)
            else { return nil }
            return (entity.tokens, span.text)
        }
    }
}
