import Facts
import Language

/// How well a description belongs to a whole: "the mayor" to the town that was asked about.
struct WholeFit {
    let store: FactStore

    /// The whole may stand in the description ("the Tovarian president"), be whom the person speaks for, or be what the
    /// sentence or the article is about where the description names no other.
    func fit(of whole: ResolvedPhrase, to attribute: Role, of agent: Role, _ stored: StoredFact) -> Double {
        let article = store.articles[stored.article]
        let inside = coverage(of: whole, in: attribute.tokens, article)
        if inside >= 0.7 { return inside }
        let person = article.entityOfToken[agent.conjuncts[0]]
        if person >= 0, store.entities.affiliations(of: person).contains(where: { (whole.entities[$0] ?? 0) >= 0.9 }) {
            return 0.9
        }
        guard isBare(attribute, article) else { return 0 }
        let sentence = article.document.sentences[stored.fact.sentence].tokens
        let start = min(attribute.tokens.lowerBound, agent.tokens.lowerBound)
        if sentence.lowerBound < start, coverage(of: whole, in: sentence.lowerBound..<start, article) >= 0.7 {
            return 0.8
        }
        return isFocus(whole, of: article) ? 0.75 : 0
    }

    private func coverage(of whole: ResolvedPhrase, in tokens: Range<Int>, _ article: StoredArticle) -> Double {
        guard whole.weight > 0 else { return 0 }
        let present = article.words.words(in: tokens)
        let found = whole.words.reduce(0.0) { sum, word in
            let written = present.lazy.map { word.matches[$0.id] ?? 0 }.max() ?? 0
            return sum + word.weight * max(written, meant(word, in: tokens, article))
        }
        return found / whole.weight
    }

    /// "his lawyer": the owner by coreference.
    private func meant(_ word: ResolvedWord, in tokens: Range<Int>, _ article: StoredArticle) -> Double {
        for token in tokens where article.document.upos[token] == .pron && article.entityOfToken[token] >= 0 {
            let aliases = store.entities.aliases(of: article.entityOfToken[token])
            if aliases.contains(where: { $0.split(separator: " ").contains { $0 == word.text } }) { return 0.9 }
        }
        return 0
    }

    /// Whether a description names no whole of its own: "the mayor", "its chief executive".
    private func isBare(_ attribute: Role, _ article: StoredArticle) -> Bool {
        let document = article.document
        return !attribute.tokens.contains { document.norm($0) == "of" || document.xpos[$0] == .pos }
            && !document.entities.contains {
                $0.tokens.overlaps(attribute.tokens) && [.place, .organization, .nationality].contains($0.kind)
            }
    }

    /// Whether the article is about the whole: its headline or lead names it, and it names nothing of the kind more often.
    private func isFocus(_ whole: ResolvedPhrase, of article: StoredArticle) -> Bool {
        let document = article.document
        let lead = document.sentences.prefix(3).last?.tokens.upperBound ?? 0
        guard coverage(of: whole, in: 0..<lead, article) >= 0.7 else { return false }
        var counts: [Entity.ID: Int] = [:]
        for name in document.entities where [.place, .organization].contains(name.kind) {
            let id = article.entityOfToken[name.tokens.lowerBound]
            if id >= 0 { counts[id, default: 0] += 1 }
        }
        guard let most = counts.values.max() else { return false }
        return counts.contains { $0.value == most && (whole.entities[$0.key] ?? 0) >= 0.9 }
    }
}
