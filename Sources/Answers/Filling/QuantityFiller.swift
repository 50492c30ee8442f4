import Facts
import Language
import Questions

/// Numbers, sums and durations: "how many ships", "how much", "how long".
final class QuantityFiller {
    let store: FactStore
    let plan: Plan

    init(store: FactStore, plan: Plan) {
        self.store = store
        self.plan = plan
    }

    func fillings(kind: String, noun: Phrase?, from stored: StoredFact) -> [Filling] {
        let document = store.articles[stored.article].document
        let sentence = document.sentences[stored.fact.sentence].tokens
        // "How many are there? About 300.": the answer to the very question.
        if let told = stored.fact.role(.quantity), !sentence.contains(told.head) {
            return [filling(told.tokens, document)]
        }
        if let noun, let lemma = noun.words.last(where: { $0.upos == .noun || $0.upos == .propn })?.lemma,
            !store.lexicon.words[.kindMoney].contains(lemma)
        {
            if kind == "money", let sum = sum(of: lemma, in: stored, document) { return [filling(sum, document)] }
            return counted(lemma, in: stored, sentence, document)
        }
        let kinds: Set<NamedEntity.Kind> =
            switch kind {
            case "money": [.money, .percent, .number]
            case "duration": [.duration]
            default: [.money, .percent, .number, .duration]
            }
        let found = document.entities.filter { sentence.contains($0.tokens.lowerBound) && kinds.contains($0.kind) }
        let inFact = found.filter { entity in
            stored.fact.roles.contains { $0.tokens.contains(entity.tokens.lowerBound) }
        }
        // What something is told to be is told in the fact, not elsewhere in its sentence.
        let measured = inFact.filter { !isOther($0, sentence, document) }
        if plan.question.predicate == .be, kind == "number", measured.isEmpty { return [] }
        // "fell by more than half": no number, but by how much.
        if inFact.isEmpty, kind != "duration", let extent = extent(of: stored, document) { return [extent] }
        let best = inFact.isEmpty && (plan.question.predicate != .be || kind != "number") ? found : inFact
        return best.sorted { rank($0, kind, stored) < rank($1, kind, stored) }.prefix(1).map {
            let tokens = withApproximation(withUnit($0, in: sentence, document), document)
            // "since I was six" tells an age of long ago; "Ada Berg, 34" tells it now.
            let isByTheWay = plan.question.predicate == .be && kind == "number" && stored.fact.rule != .modifier
            return Filling(
                text: document.string(tokens), kind: .span, tokens: tokens,
                fit: inFact.isEmpty ? 0.8 : isByTheWay ? 0.75 : 1)
        }
    }

    /// "$2 million in emergency aid": from the sum to what it is given as.
    private func sum(of lemma: String, in stored: StoredFact, _ document: StoredDocument) -> Range<Int>? {
        for role in stored.fact.roles {
            guard
                let money = document.entities.first(where: {
                    $0.kind == .money && role.tokens.contains($0.tokens.lowerBound)
                }),
                let noun = role.tokens.first(where: {
                    $0 >= money.tokens.upperBound && document.lemma($0).lowercased() == lemma
                })
            else { continue }
            return money.tokens.lowerBound..<noun + 1
        }
        return nil
    }

    /// "3.2 million" with its sign or its noun: "£3.2 million", "90 million euros", "140 metres".
    private func withUnit(_ entity: NamedEntity, in sentence: Range<Int>, _ document: StoredDocument) -> Range<Int> {
        var tokens = withCompound(entity.tokens, document)
        if let both = withSecond(tokens, entity.kind, in: sentence, document) { return both }
        if tokens.lowerBound > sentence.lowerBound, document.upos[tokens.lowerBound - 1] == .sym {
            tokens = tokens.lowerBound - 1..<tokens.upperBound
        }
        while tokens.upperBound < sentence.upperBound, document.upos[tokens.upperBound] == .num {
            tokens = tokens.lowerBound..<tokens.upperBound + 1
        }
        if tokens.upperBound < sentence.upperBound,
            store.lexicon.words[.kindMoney].contains(document.lemma(tokens.upperBound))
                || document.upos[tokens.upperBound] == .sym
                || entity.kind == .number && document.upos[tokens.upperBound] == .noun
        {
            tokens = tokens.lowerBound..<tokens.upperBound + 1
        }
        return tokens
    }

    /// "four years and two months", "between $190 million and $205 million".
    private func withSecond(
        _ first: Range<Int>, _ kind: NamedEntity.Kind, in sentence: Range<Int>, _ document: StoredDocument
    ) -> Range<Int>? {
        let and = first.upperBound
        guard and + 1 < sentence.upperBound, document.norm(and) == "and", let second = document.entity(at: and + 1),
            second.kind == kind
        else { return nil }
        if kind == .duration { return first.lowerBound..<second.tokens.upperBound }
        let before = first.lowerBound - 1
        guard before >= sentence.lowerBound, document.norm(before) == "between" else { return nil }
        return before..<second.tokens.upperBound
    }

    /// How deep, high or old something is is told by no count of people.
    private func isOther(_ entity: NamedEntity, _ sentence: Range<Int>, _ document: StoredDocument) -> Bool {
        let next = entity.tokens.upperBound
        guard next < sentence.upperBound else { return false }
        let lemma = document.lemma(next).lowercased()
        return store.lexicon.words[.kindPerson].contains(lemma) || store.lexicon.words[.people].contains(lemma)
    }

    /// "Forty-six", of which the entity may have the end only.
    private func withCompound(_ tokens: Range<Int>, _ document: StoredDocument) -> Range<Int> {
        let hyphen = tokens.lowerBound - 1
        guard hyphen > 0, document.norm(hyphen) == "-", document.upos[tokens.lowerBound] == .num,
            document.upos[hyphen - 1] == .num,
            document.ends[hyphen] == document.starts[hyphen + 1]
        else { return tokens }
        return hyphen - 1..<tokens.upperBound
    }

    private func rank(_ entity: NamedEntity, _ wanted: String, _ stored: StoredFact) -> Int {
        guard wanted == "money" else { return 0 }
        let kind = entity.kind == .money ? 0 : entity.kind == .percent ? 1 : 2
        // "rose 4 percent to $612 million": by how much comes before from where and to where.
        let isEnd = stored.fact.roles.contains {
            $0.kind == .quantity && store.lexicon.words[.amountEnd].contains($0.marker)
                && $0.tokens.contains(entity.tokens.lowerBound)
        }
        return isEnd ? kind + 3 : kind
    }

    /// By how much something rose or fell.
    private func extent(of stored: StoredFact, _ document: StoredDocument) -> Filling? {
        guard
            stored.fact.classes.contains(where: { ["fall", "rise"].contains(store.lexicon.verbs[$0].name) }),
            let role = stored.fact.roles.first(where: { $0.marker == "by" && $0.tokens.count <= 6 })
        else { return nil }
        return filling(role.tokens, document)
    }

    /// "revenue rose to $612 million": what it is then.
    func level(in stored: StoredFact) -> Filling? {
        let document = store.articles[stored.article].document
        let sentence = document.sentences[stored.fact.sentence].tokens
        for role in stored.fact.roles where role.kind == .quantity && (role.marker == "to" || role.marker == "at") {
            guard let amount = document.entity(at: role.tokens.lowerBound) ?? document.entity(at: role.head),
                [.money, .percent, .number].contains(amount.kind)
            else { continue }
            return filling(withUnit(amount, in: sentence, document), document)
        }
        return nil
    }

    /// "5,300 employees": the number of what was asked about, in the fact's own phrases first.
    private func counted(_ lemma: String, in stored: StoredFact, _ sentence: Range<Int>, _ document: StoredDocument)
        -> [Filling]
    {
        // "asked how many of the 2,900 employees would be dismissed" tells no number of them.
        let isAsked = stored.fact.roles.contains { role in
            [.agent, .theme].contains(role.kind) && role.tokens.prefix(2).contains { document.norm($0) == "how" }
        }
        if isAsked { return [] }
        for role in stored.fact.roles where role.kind != .time {
            if let tokens = number(of: lemma, in: role.tokens, document) { return [filling(tokens, document)] }
        }
        // "37 are missing", "a crowd of 52,318": the noun is understood.
        let isPeople = store.lexicon.words[.kindPerson].contains(lemma)
        for role in stored.fact.roles where [.agent, .theme, .recipient].contains(role.kind) {
            let isBare = document.upos[role.head] == .num
            // "two helicopters" are no people.
            guard isPeople && (isBare || countsPeople(role, document)) || isPersonal(lemma) && isOfWhom(role, document),
                let number = document.entities.first(where: {
                    $0.kind == .number && role.tokens.contains($0.tokens.lowerBound)
                })
            else { continue }
            if isBare && role.head != number.tokens.upperBound - 1 { continue }
            return [filling(withCompound(number.tokens, document), document)]
        }
        guard let tokens = number(of: lemma, in: sentence, document), !isParticipant(tokens, besides: stored) else {
            return []
        }
        return [filling(tokens, document, fit: 0.8)]
    }

    /// "killed 23 people, as rescuers searched for dozens": who is counted takes part in something else.
    private func isParticipant(_ counted: Range<Int>, besides stored: StoredFact) -> Bool {
        for id in store.facts(ofSentence: stored.sentence) {
            let fact = store.facts[id].fact
            guard fact.cue != stored.fact.cue, fact.predicate != "be" else { continue }
            for role in fact.roles where role.kind == .agent || role.kind == .theme {
                if role.head == counted.upperBound - 1 { return true }
            }
        }
        return false
    }

    /// "Forty-six passengers and crew", "a crowd of 52,318"
    private func countsPeople(_ role: Role, _ document: StoredDocument) -> Bool {
        isPersonal(document.lemma(role.head).lowercased())
    }

    /// "two of whom": of those who were named before.
    private func isOfWhom(_ role: Role, _ document: StoredDocument) -> Bool {
        document.upos[role.head] == .num && role.tokens.contains { ["whom", "them"].contains(document.norm($0)) }
    }

    private func isPersonal(_ lemma: String) -> Bool {
        store.lexicon.words[.role].contains(lemma) || store.lexicon.words[.kindPerson].contains(lemma)
            || store.lexicon.words[.people].contains(lemma)
    }

    /// "how many were injured": of people or whatever else it was done to.
    func headcount(in stored: StoredFact) -> [Filling] {
        let document = store.articles[stored.article].document
        let sentence = document.sentences[stored.fact.sentence].tokens
        let people = counted("people", in: stored, sentence, document).filter { $0.fit == 1 }
        if !people.isEmpty { return people }
        for role in stored.fact.roles where role.kind == .theme || role.kind == .agent {
            guard
                let number = document.entities.first(where: {
                    $0.kind == .number && role.tokens.contains($0.tokens.lowerBound)
                }),
                document.head(of: number.tokens.upperBound - 1) == role.head
                    || role.head == number.tokens.upperBound - 1
            else { continue }
            let end = document.upos[role.head] == .noun ? role.head + 1 : number.tokens.upperBound
            return [filling(number.tokens.lowerBound..<max(end, number.tokens.upperBound), document)]
        }
        return []
    }

    private func filling(_ tokens: Range<Int>, _ document: StoredDocument, fit: Double = 1) -> Filling {
        let tokens = withApproximation(tokens, document)
        return Filling(text: document.string(tokens), kind: .span, tokens: tokens, fit: fit)
    }

    /// "one child in ten", "one in ten children", "three out of four children"
    private func withProportion(_ counted: Range<Int>, _ document: StoredDocument) -> Range<Int> {
        let sentence = document.sentences[document.sentence(of: counted.lowerBound)].tokens
        let (first, end) = (counted.lowerBound, counted.upperBound)
        if end + 1 < sentence.upperBound, document.norm(end) == "in", document.upos[end + 1] == .num,
            end + 2 == sentence.upperBound || document.upos[end + 2] != .noun
        {
            return first..<end + 2
        }
        if first - 2 >= sentence.lowerBound, document.norm(first - 1) == "in", document.upos[first - 2] == .num {
            return first - 2..<end
        }
        if first - 3 >= sentence.lowerBound, document.norm(first - 1) == "of", document.norm(first - 2) == "out",
            document.upos[first - 3] == .num
        {
            return first - 3..<end
        }
        return counted
    }

    /// From the number to the noun that it counts.
    private func number(of lemma: String, in tokens: Range<Int>, _ document: StoredDocument) -> Range<Int>? {
        for head in tokens where document.lemma(head).lowercased() == lemma {
            let number =
                tokens.first { $0 < head && document.upos[$0] == .num && document.head(of: $0) == head }
                ?? (head > tokens.lowerBound && document.upos[head - 1] == .num ? head - 1 : nil)
            guard var first = number else { continue }
            while first > tokens.lowerBound, document.upos[first - 1] == .num { first -= 1 }
            return withProportion(withCompound(first..<head + 1, document), document)
        }
        return nil
    }

    /// "more than 2,000 schools": how exact a number is belongs to it.
    private func withApproximation(_ tokens: Range<Int>, _ document: StoredDocument) -> Range<Int> {
        let start = document.sentences[document.sentence(of: tokens.lowerBound)].tokens.lowerBound
        for count in [3, 2, 1] where tokens.lowerBound - count >= start {
            let first = tokens.lowerBound - count
            let words = (first..<tokens.lowerBound).map { document.norm($0) }.joined(separator: " ")
            if store.lexicon.words[.approximation].contains(words) { return first..<tokens.upperBound }
        }
        return tokens
    }
}
