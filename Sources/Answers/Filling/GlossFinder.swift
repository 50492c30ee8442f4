import Articles
import Facts
import Language

/// Tells what pronouns and dates of an answer stand for.
final class GlossFinder: Sendable {
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
            let meaning = entity.kind == .unnamed ? uncapitalized(entity.name) : entity.name
            guard isTelling(meaning) else { continue }
            found.append((token..<token + 1, meaning))
        }
        return found
    }

    /// "The board" of a sentence's beginning.
    private func uncapitalized(_ text: String) -> String {
        let word = text.prefix { $0 != " " }
        return store.lexicon.words[.stop].contains(word.lowercased())
            ? word.lowercased() + text.dropFirst(word.count) : text
    }

    /// "his own promise" or half a sentence tells nobody what "it" is.
    private func isTelling(_ meaning: String) -> Bool {
        meaning.utf8.count <= 60
            && !meaning.split(separator: " ").contains { store.lexicon.words[.thirdPerson].contains($0.lowercased()) }
    }

    /// Who speaks ("I", "we") is told as the source; "it" and "they" need telling.
    private func isThirdPerson(_ token: Int, _ document: StoredDocument) -> Bool {
        guard document.upos[token] == .pron, [.prp, .prpPossessive].contains(document.xpos[token]) else { return false }
        return store.lexicon.words[.thirdPerson].contains(document.norm(token))
    }

    private func times(in tokens: Range<Int>, _ article: StoredArticle) -> [Finding] {
        guard let published = article.article.date.flatMap({ CivilDay(iso: $0) }) else { return [] }
        let document = article.document
        return document.entities.compactMap { entity in
            guard entity.kind == .date, tokens.contains(entity.tokens.lowerBound),
                entity.tokens.upperBound <= tokens.upperBound,
                !dates.isWhole(entity.tokens, in: document.columns),
                let span = dates.days(of: entity.tokens, in: document.columns, published: published)
            else { return nil }
            return (entity.tokens, span.text)
        }
    }
}
