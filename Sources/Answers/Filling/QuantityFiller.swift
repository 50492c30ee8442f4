import Facts
import Language
import Questions

/// Numbers, sums and durations: "how many ships", "how much", "how long".
struct QuantityFiller: Sendable {
    let store: FactStore
    let plan: Plan

    func fillings(kind: String, noun: Phrase?, from stored: StoredFact) -> [Filling] {
        let document = store.articles[stored.article].document
        let sentence = document.sentences[stored.fact.sentence].tokens
        if let noun, let lemma = noun.words.last(where: { $0.upos == .noun || $0.upos == .propn })?.lemma,
            !store.lexicon.words[.kindMoney].contains(lemma)
        {
            return counted(noun, lemma: lemma, in: sentence, document)
        }
        let kinds: Set<NamedEntity.Kind> =
            switch kind {
            case "money": [.money, .percent, .number]
            case "duration": [.duration]
            default: [.money, .percent, .number, .duration]
            }
        let found = document.entities.filter { sentence.contains($0.tokens.lowerBound) && kinds.contains($0.kind) }
        let inFact = found.filter { entity in stored.fact.roles.contains { $0.tokens.contains(entity.tokens.lowerBound) } }
        let best = inFact.isEmpty ? found : inFact
        return best.sorted { rank($0.kind, kind) < rank($1.kind, kind) }.prefix(1).map {
            let tokens = withUnit($0, in: sentence, document)
            return Filling(text: document.string(tokens), kind: .span, tokens: tokens, fit: inFact.isEmpty ? 0.8 : 1)
        }
    }

    /// "3.2 million" with its sign or its noun: "£3.2 million", "90 million euros", "140 metres".
    private func withUnit(_ entity: NamedEntity, in sentence: Range<Int>, _ document: Document) -> Range<Int> {
        var tokens = entity.tokens
        if tokens.lowerBound > sentence.lowerBound, document.upos[tokens.lowerBound - 1] == .sym { tokens = tokens.lowerBound - 1..<tokens.upperBound }
        while tokens.upperBound < sentence.upperBound, document.upos[tokens.upperBound] == .num { tokens = tokens.lowerBound..<tokens.upperBound + 1 }
        if tokens.upperBound < sentence.upperBound,
            store.lexicon.words[.kindMoney].contains(document.lemma(tokens.upperBound)) || document.upos[tokens.upperBound] == .sym
                || entity.kind == .number && document.upos[tokens.upperBound] == .noun
        {
            tokens = tokens.lowerBound..<tokens.upperBound + 1
        }
        return tokens
    }

    private func rank(_ kind: NamedEntity.Kind, _ wanted: String) -> Int {
        wanted == "money" ? (kind == .money ? 0 : kind == .percent ? 1 : 2) : 0
    }

    /// "5,300 employees": the number before the noun that was asked about.
    private func counted(_ noun: Phrase, lemma: String, in sentence: Range<Int>, _ document: Document) -> [Filling] {
        for head in sentence where document.lemma(head).lowercased() == lemma {
            let numbers = sentence.filter { document.head(of: $0) == head && document.upos[$0] == .num && $0 < head }
            if let number = numbers.first {
                return [Filling(text: document.string(number..<head + 1), kind: .span, tokens: number..<head + 1)]
            }
            if head > sentence.lowerBound, document.upos[head - 1] == .num {
                return [Filling(text: document.string(head - 1..<head + 1), kind: .span, tokens: head - 1..<head + 1)]
            }
        }
        return []
    }
}
