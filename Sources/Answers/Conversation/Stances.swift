import Facts
import Language
import Questions

/// Something that somebody says, wants, supports or rejects.
struct Stance {
    enum Attitude {
        /// The verb is for or against its object: supports, demands; rejects, denies.
        case `for`, against
        /// Said to be so, or not to be so.
        case states, denies
    }

    var id: FactStore.ID
    /// The content words of its object.
    var words: Set<WordID>
    var attitude: Attitude
    /// What is shown of it: what is said; the verb too, where it is for or against something.
    var span: Range<Int>
    /// Whether it is more than something said.
    var isFirm: Bool { attitude == .for || attitude == .against }
}

/// Reads facts as stances, and tells which of them agree and which contradict each other.
struct Stances {
    let store: FactStore
    let resolver: PhraseResolver
    private let say: VerbClasses.ID

    /// - Returns: Nil where the classes have none called "say".
    init?(store: FactStore, resolver: PhraseResolver) {
        guard let say = store.lexicon.verbs.id(named: "say") else { return nil }
        self.store = store
        self.resolver = resolver
        self.say = say
    }

    /// Which part of the shorter of two stances their shared words must be: less where there are several, more where both only say something.
    private static let leastPart = (several: 0.5, one: 0.8, said: 0.75)

    /// What a fact takes a stance on; nil where it takes none, or where it is not told as so.
    func stance(_ id: FactStore.ID) -> Stance? {
        let stored = store.facts[id]
        let fact = stored.fact
        let named = store.lexicon.words[.naming].contains(fact.predicate) ? fact.role(.attribute) : nil
        guard let theme = fact.role(.theme), fact.role(.agent).map({ isSomebody($0, stored) }) == true,
            !fact.classes.isEmpty || named != nil,
            ![.title, .apposition, .modifier, .copula].contains(fact.rule),
            fact.modality == .asserted || fact.modality == .planned || fact.rule == .mustStatement, isStated(stored)
        else { return nil }
        let sentence = store.articles[stored.article].words
        if let named {
            // "described the closure as vandalism".
            let end = max(theme.tokens.upperBound, named.tokens.upperBound)
            let document = store.articles[stored.article].document
            let isOpen = end < document.count && document.xpos[end] == .closingQuote
            let span = min(theme.tokens.lowerBound, named.tokens.lowerBound)..<(isOpen ? end + 1 : end)
            return Stance(id: id, words: Set(sentence.words(in: span).map(\.id)), attitude: .states, span: span)
        }
        guard let attitude = attitude(stored, theme) else { return nil }
        let isFirm = attitude == .for || attitude == .against
        let object = isFirm ? extended(theme, fact) : theme.tokens
        let words = sentence.words(in: object).map(\.id)
        guard !words.isEmpty else { return nil }
        let showsVerb = isFirm && fact.rule == .clause && fact.cue.upperBound <= object.lowerBound
        return Stance(
            id: id, words: Set(words), attitude: attitude,
            span: showsVerb ? fact.cue.lowerBound..<object.upperBound : object)
    }

    /// With the phrases that stand right behind it: "a toll" in "a toll on the bridge".
    private func extended(_ theme: Role, _ fact: Fact) -> Range<Int> {
        var object = theme.tokens
        for role in fact.roles.filter({ $0.kind == .oblique }).sorted(by: {
            $0.tokens.lowerBound < $1.tokens.lowerBound
        })
        where role.tokens.lowerBound >= object.upperBound && role.tokens.lowerBound <= object.upperBound + 2 {
            object = object.lowerBound..<role.tokens.upperBound
        }
        return object
    }

    private func attitude(_ stored: StoredFact, _ theme: Role) -> Stance.Attitude? {
        let fact = stored.fact
        let names = fact.classes.map { store.lexicon.verbs[$0].name }
        let isFor = names.contains(where: store.lexicon.words[.classesFor].contains)
        let isAgainst = names.contains(where: store.lexicon.words[.classesAgainst].contains)
        if isFor != isAgainst { return isFor == (fact.polarity == .affirmed) ? .for : .against }
        guard fact.isAttribution || names.contains("accuse"), fact.polarity == .affirmed, theme.tokens.count > 1 else {
            return nil
        }
        let document = store.articles[stored.article].document
        let isNegated = theme.tokens.contains {
            store.lexicon.words[.negation].contains(document.norm($0)) && Int(document.heads[$0]) == theme.head
        }
        return isNegated ? .denies : .states
    }

    /// Whether those who pass a fact on tell it as so: not what they question, expect or demand.
    private func isStated(_ stored: StoredFact) -> Bool {
        let words = store.lexicon.words
        var within = stored.within
        while let id = within {
            let outer = store.facts[id]
            let classes = outer.fact.classes.map { store.lexicon.verbs[$0].name }
            guard outer.fact.polarity == .affirmed, classes.contains(where: words[.classesStating].contains),
                !classes.contains(where: words[.classesDoubting].contains),
                !classes.contains(where: words[.classesAgainst].contains)
            else { return false }
            within = outer.within
        }
        return true
    }

    // MARK: Two stances

    /// What two stances have in common, where it is enough to call it the same; 0 where it is not.
    func shared(_ first: Stance, _ second: Stance) -> Double {
        guard !isReference(store.facts[first.id]), !isReference(store.facts[second.id]) else { return 0 }
        let words = first.words.intersection(second.words)
        let shared = weight(words)
        let least = min(weight(first.words), weight(second.words))
        let isFirm = first.isFirm || second.isFirm
        let part = words.count < 2 ? Self.leastPart.one : isFirm ? Self.leastPart.several : Self.leastPart.said
        return shared >= part * least ? shared : 0
    }

    func opposes(_ first: Stance, _ second: Stance) -> Bool {
        switch (first.attitude, second.attitude) {
        case (.for, .against), (.against, .for), (.states, .denies), (.denies, .states): true
        // "denied that the door was locked" against "said the door was locked".
        case (.against, .states): isDenial(first)
        case (.states, .against): isDenial(second)
        default: false
        }
    }

    func agrees(_ first: Stance, _ second: Stance) -> Bool { first.attitude == second.attitude }

    private func isDenial(_ stance: Stance) -> Bool {
        store.facts[stance.id].fact.classes.contains { store.lexicon.verbs[$0].name == "deny" }
    }

    private func weight(_ words: Set<WordID>) -> Double {
        let total = Double(store.sentenceCount + 1)
        return words.reduce(0) { $0 + max(logarithm(total / Double(store.sentences(withWord: $1).count + 1)), 0.5) }
    }

    // MARK: Persons

    /// Whether somebody says or does this: he himself, or who speaks for him.
    func isBy(_ name: ResolvedPhrase, _ id: FactStore.ID) -> Bool {
        let stored = store.facts[id]
        return stored.fact.role(.agent).map { names($0, name, stored) } ?? false
    }

    /// Whether a fact is for or against somebody: "accused the mayor", "praised the mayor's plan"; nil where it is neither.
    func isFor(_ name: ResolvedPhrase, _ id: FactStore.ID) -> Bool? {
        let stored = store.facts[id]
        let fact = stored.fact
        guard fact.role(.agent).map({ isSomebody($0, stored) }) == true, fact.modality == .asserted,
            fact.polarity == .affirmed, isStated(stored),
            !store.lexicon.words[.naming].contains(fact.predicate)
        else { return nil }
        let names = fact.classes.map { store.lexicon.verbs[$0].name }
        let isFor = names.contains(where: store.lexicon.words[.classesPraising].contains)
        let isAgainst = names.contains(where: store.lexicon.words[.classesBlaming].contains)
        if isFor != isAgainst, fact.roles.contains(where: { isAbout(name, $0, stored) }) { return isFor }
        return asksToLeave(name, stored) ? false : nil
    }

    /// "the reports were propaganda": what is stated takes no side.
    private func isSomebody(_ agent: Role, _ stored: StoredFact) -> Bool {
        let document = store.articles[stored.article].document
        let lemma = document.lemma(agent.head).lowercased()
        return document.upos[agent.head] == .propn || document.upos[agent.head] == .pron
            || store.lexicon.verbs.verb(ofNoun: lemma) == nil
    }

    /// Whether a role is somebody, something of his, or what he said: "the premier", "her plan", "the accusation".
    private func isAbout(_ name: ResolvedPhrase, _ role: Role, _ stored: StoredFact) -> Bool {
        guard [.theme, .recipient, .oblique].contains(role.kind) else { return false }
        if role.kind != .oblique, names(role, name, stored) { return true }
        let article = store.articles[stored.article]
        if role.kind == .theme, let meant = statement(meantBy: role, of: stored) { return isBy(name, meant) }
        // "accused a boat from Kesland", but not "accused him of lying to Kesland".
        return role.kind == .oblique && ["from", "of"].contains(role.marker)
            && article.document.upos[role.head] != .verb
            && role.tokens.prefix(5).contains { token in
                let id = article.entityOfToken[token]
                return id >= 0 && (name.entities[id] ?? 0) >= 0.9
            }
    }

    /// "called on the leader to resign".
    private func asksToLeave(_ name: ResolvedPhrase, _ stored: StoredFact) -> Bool {
        let fact = stored.fact
        let article = store.articles[stored.article]
        let document = article.document
        guard let theme = fact.role(.theme),
            fact.classes.contains(where: { ["demand", "urge"].contains(store.lexicon.verbs[$0].name) })
        else { return false }
        let leaves = theme.tokens.contains { token in
            let lemma = document.lemma(token)
            let next = token + 1 < document.count ? "_" + document.norm(token + 1) : ""
            return [lemma, lemma + next].contains { verb in
                store.lexicon.verbs.frame(ofVerb: verb)?.classes.contains { store.lexicon.verbs[$0].name == "resign" }
                    ?? false
            }
        }
        return leaves
            && fact.roles.contains { role in
                [.theme, .recipient].contains(role.kind)
                    && role.tokens.contains { token in
                        let id = article.entityOfToken[token]
                        return id >= 0 && (name.entities[id] ?? 0) >= 0.9
                    }
            }
    }

    /// The statement that "the accusation", "this claim" or "a claim that she has always rejected" goes back to: the last one before it
    /// that somebody else made.
    private func statement(meantBy role: Role, of stored: StoredFact) -> FactStore.ID? {
        let document = store.articles[stored.article].document
        guard store.lexicon.verbs.verb(ofNoun: document.lemma(role.head)) != nil else { return nil }
        let isRelative = stored.fact.cue.lowerBound > role.head && role.tokens.contains(stored.fact.cue.lowerBound)
        let isDefinite =
            role.tokens.count <= 3
            && role.tokens.contains { token in
                document.upos[token] == .det && !store.lexicon.words[.indefinite].contains(document.norm(token))
            }
        guard isRelative || isDefinite, let agent = stored.fact.role(.agent) else { return nil }
        let own = entities(agent, stored)
        let sentence = stored.fact.sentence
        let earlier = store.articles[stored.article].facts.reversed().lazy.filter { id in
            let other = store.facts[id].fact
            return other.sentence <= sentence && other.sentence + 2 >= sentence
                && other.cue.upperBound <= role.tokens.lowerBound
                && (other.isAttribution || other.classes.contains { store.lexicon.verbs.isPart($0, of: say) })
        }
        return earlier.first { id in
            let other = store.facts[id]
            return other.fact.role(.agent).map {
                Set(entities($0, other)).isDisjoint(with: own) && !entities($0, other).isEmpty
            } ?? false
        }
    }

    /// Whether the object of a fact is a word for something named before: "this idea", "it", "the proposal".
    func isReference(_ stored: StoredFact) -> Bool {
        guard let theme = stored.fact.role(.theme), theme.tokens.count <= 3 else { return false }
        let document = store.articles[stored.article].document
        return theme.tokens.contains { token in
            document.upos[token] == .pron
                || document.upos[token] == .det && !store.lexicon.words[.indefinite].contains(document.norm(token))
        }
    }

    private func entities(_ role: Role, _ stored: StoredFact) -> [Entity.ID] {
        role.conjuncts.map { store.articles[stored.article].entityOfToken[$0] }.filter { $0 >= 0 }
    }

    private func names(_ role: Role, _ name: ResolvedPhrase, _ stored: StoredFact) -> Bool {
        let article = store.articles[stored.article]
        return role.conjuncts.contains { head in
            let id = article.entityOfToken[head]
            if id >= 0,
                (name.entities[id] ?? 0) >= 0.85
                    || store.entities[id].affiliations.contains(where: { (name.entities[$0] ?? 0) >= 0.9 })
            {
                return true
            }
            if isSame(role, name, stored) { return true }
            // "its coastguard", "a spokesman for the premier".
            let speaks = store.lexicon.words[.speaksFor].contains(article.document.lemma(head))
            return role.tokens.contains { token in
                let owner = article.entityOfToken[token]
                let relation = article.document.relations[token]
                return owner >= 0 && (name.entities[owner] ?? 0) >= 0.9
                    && (relation == .nmodPossessive || speaks && relation == .nmod)
                    && Int(article.document.heads[token]) == head
            }
        }
    }

    /// "the council", where the articles have the same words.
    private func isSame(_ role: Role, _ name: ResolvedPhrase, _ stored: StoredFact) -> Bool {
        let present = store.articles[stored.article].words.words(in: role.tokens)
        guard !present.isEmpty, present.count == name.words.count else { return false }
        return name.words.allSatisfy { word in present.contains { (word.matches[$0.id] ?? 0) >= 0.95 } }
    }
}
