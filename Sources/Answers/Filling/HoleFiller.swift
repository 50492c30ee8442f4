import Facts
import Language
import Questions

/// What a match puts into the question's hole.
struct Filling: Sendable {
    var text: String
    var kind: Answer.Kind
    /// Where the answer's span stands in the article.
    var tokens: Range<Int>
    var entity: Entity.ID?
    /// The fact that holds the span, where it is not the matching one: what somebody is reported to have said.
    var inner: FactStore.ID?
    /// Lowers the score where the span only may be what is asked for.
    var fit = 1.0
}

/// Fills the hole of a question from a matching fact.
///
/// A class, so that nothing of the store is copied on the way.
final class HoleFiller {
    let store: FactStore
    let plan: Plan
    private let matcher: FactMatcher
    let limit: KindLimit
    private let quantities: QuantityFiller
    private let circumstances: CircumstanceFiller
    private let strandedPreposition: String?

    init(_ matcher: FactMatcher) {
        (self.matcher, store, plan) = (matcher, matcher.store, matcher.plan)
        quantities = QuantityFiller(store: store, plan: plan)
        circumstances = CircumstanceFiller(store: store)
        strandedPreposition = Self.strandedPreposition(of: plan)
        if case .hole(_, let noun)? = plan.hole?.filling {
            limit = KindLimit(noun: noun, words: store.lexicon.words)
        } else {
            limit = KindLimit(noun: nil, words: store.lexicon.words)
        }
    }

    /// All fillings of the hole; empty where the fact has none.
    func fillings(from stored: StoredFact) -> [Filling] {
        guard let hole = plan.hole, case .hole(let kind, let noun) = hole.filling else { return [] }
        switch kind {
        case "number", "money", "duration":
            return quantities.fillings(kind: kind ?? "", noun: noun, from: stored)
        case "headcount": return quantities.headcount(in: stored)
        case "action": return action(of: stored)
        case "event": return event(of: stored)
        default: break
        }
        for slot in hole.slots {
            let roles = candidates(slot, stored)
            let fillings = roles.flatMap { fill($0, slot: slot, stored) }.compactMap { limited($0, stored) }
            if kind == "name" || plan.question.asksForName {
                let nominal = fillings.filter { $0.entity != nil || isNominal($0.tokens, stored) }
                if !nominal.isEmpty { return nominal }
                continue
            }
            if kind == "quote" || plan.question.filters.isQuoted {
                let quoted = fillings.filter { isQuoted($0.tokens, stored) }
                if !quoted.isEmpty { return quoted }
                continue
            }
            if !fillings.isEmpty { return fillings }
        }
        return circumstances.fillings(hole, from: stored).prefix(1).map { $0 }
    }

    /// "what did the council do": the verb with all that belongs to it: "sold the park to a developer on Friday".
    private func action(of stored: StoredFact) -> [Filling] {
        let fact = stored.fact
        let document = store.articles[stored.article].document
        guard fact.rule == .clause, fact.modality == plan.question.modality, fact.role(.agent) != nil,
            !store.lexicon.words[.genericSpeech].contains(fact.predicate),
            !store.lexicon.words[.linking].contains(fact.predicate), fact.predicate != "have"
        else { return [] }
        let sentence = document.sentences[fact.sentence].tokens
        let end =
            fact.roles.filter { $0.kind != .agent && $0.tokens.lowerBound >= fact.cue.lowerBound }
            .map(\.tokens.upperBound).max() ?? fact.cue.upperBound
        let tokens = fact.cue.lowerBound..<max(min(end, sentence.upperBound), fact.cue.upperBound)
        // "gathered" alone tells less than what was done to something.
        return [Filling(text: document.string(tokens), kind: .span, tokens: tokens, fit: tokens.count > 1 ? 1 : 0.85)]
    }

    /// "who rejected what": who it was with what it was done to: "The union rejected the offer".
    private func event(of stored: StoredFact) -> [Filling] {
        let fact = stored.fact
        let document = store.articles[stored.article].document
        let sentence = document.sentences[fact.sentence].tokens
        let parties = fact.roles.filter {
            [.agent, .theme, .recipient, .attribute].contains($0.kind)
                && sentence.lowerBound <= $0.tokens.lowerBound && $0.tokens.upperBound <= sentence.upperBound
        }
        guard parties.count > 1, fact.role(.agent) != nil else { return [] }
        let start = parties.map(\.tokens.lowerBound).min() ?? fact.cue.lowerBound
        let end = parties.map(\.tokens.upperBound).max() ?? fact.cue.upperBound
        let tokens = min(start, fact.cue.lowerBound)..<max(end, fact.cue.upperBound)
        return [Filling(text: document.string(tokens), kind: .span, tokens: tokens)]
    }

    /// Roles that may fill a slot of the hole: not those that the question gave.
    private func candidates(_ slot: Argument.Slot, _ stored: StoredFact) -> [Role] {
        let roles: [Role] =
            switch slot {
            case .role(let kind): stored.fact.roles.filter { $0.kind == kind }
            case .subject: stored.fact.roles.filter { $0.kind == .agent || $0.kind == .theme }
            case .other, .of: stored.fact.roles
            }
        // "described the closure as vandalism": what somebody said about the closure is the vandalism.
        if plan.asksForStatements, slot == .role(.theme), stored.fact.predicate != "be",
            let named = stored.fact.role(.attribute)
        {
            return [named]
        }
        var free = roles.filter { role in !plan.given.contains { isGiven(role, $0, stored) } }
        if slot == .role(.theme) || slot == .role(.oblique), let marker = matcher.symmetricMarker(of: stored.fact) {
            // Whom somebody meets may be told as who meets him.
            let parties = stored.fact.roles.filter { $0.kind == .agent || $0.marker == marker }
            free += parties.filter { role in
                !free.contains(role)
                    && !plan.given.contains { $0.isName && matcher.roleFit(role, $0.phrase, stored) >= 0.7 }
            }
        }
        if let stranded = strandedPreposition,
            [.role(.theme), .role(.oblique), .role(.recipient), .role(.attribute), .other].contains(slot)
        {
            let marked = stored.fact.roles.filter { $0.marker == stranded || $0.marker.hasSuffix(" " + stranded) }
            // Who only speaks for the name that was asked about is another.
            let new = marked.filter { role in
                !plan.given.contains { $0.isName && matcher.roleFit(role, $0.phrase, stored) >= 0.8 }
            }
            if !new.isEmpty { return new }
            if matcher.tellsTopic(stored.fact, stranded) { return free.filter { $0.kind == .theme } }
            // "found guilty of": the preposition may stand inside what is told; elsewhere nothing answers it.
            return free.compactMap { inside($0, marker: stranded, stored) }
        }
        return free
    }

    /// What follows a preposition inside a role.
    private func inside(_ role: Role, marker: String, _ stored: StoredFact) -> Role? {
        let document = store.articles[stored.article].document
        guard let preposition = role.tokens.first(where: { document.norm($0) == marker && document.upos[$0] == .adp }),
            preposition + 1 < role.tokens.upperBound, let head = document.head(of: preposition),
            role.tokens.contains(head)
        else { return nil }
        return Role(kind: role.kind, marker: marker, tokens: preposition + 1..<role.tokens.upperBound, head: head)
    }

    /// "what did they aim the guns at": the preposition at the end.
    private static func strandedPreposition(of plan: Plan) -> String? {
        for given in plan.given where given.argument.label == "other" {
            if let last = given.phrase.phrase.words.last, last.upos == .adp { return last.norm }
        }
        return nil
    }

    private func isGiven(_ role: Role, _ given: Plan.Given, _ stored: StoredFact) -> Bool {
        if given.isName {
            let isAgent = role.kind == .agent
            guard given.argument.slots.contains(.subject) || given.argument.slots.contains(.role(role.kind)) || !isAgent
            else { return false }
            return role.kind != .theme && matcher.roleFit(role, given.phrase, stored) >= 0.7
                || role.kind == .theme && (given.argument.slots != [.role(.agent)] || role.tokens.count <= 4)
                    && matcher.roleFit(role, given.phrase, stored) >= 0.9
        }
        guard given.argument.label != "topic", given.argument.label != "content" else { return false }
        let article = store.articles[stored.article]
        let present = article.words.words(in: role.tokens)
        guard !present.isEmpty else { return false }
        let known = present.filter { word in given.phrase.words.contains { ($0.matches[word.id] ?? 0) >= 0.6 } }
        return known.count * 10 >= present.count * 6
    }

    // MARK: Text

    private func fill(_ role: Role, slot: Argument.Slot, _ stored: StoredFact) -> [Filling] {
        let document = store.articles[stored.article].document
        if role.kind == .agent || role.kind == .recipient && slot != .other
            || plan.question.asksForName && isDescribedPerson(role, stored)
        {
            return names(of: role, stored)
        }
        let isClause = role.tokens.count > 1 && document.upos[role.head] == .verb
        // "which people were arrested": as with those who do something, their fullest names.
        if role.kind == .theme, slot == .role(.theme), asksForKind, !isClause { return names(of: role, stored) }
        if !isClause, let name = wholeName(role, stored) { return [name] }
        if let inner = reported(role, stored) { return [inner] }
        let tokens = withoutExamples(withPlace(withAddressee(role, stored), role, stored), document)
        let text = document.string(tokens)
        guard !text.isEmpty, !isBarePronoun(role, document), !isParenthesis(role, document) else { return [] }
        // "recently" tells less of when than a date does.
        let isVague = role.kind == .time && role.tokens.allSatisfy { document.upos[$0] == .adv }
        return [Filling(text: text, kind: .span, tokens: tokens, fit: isVague ? 0.6 : 1)]
    }

    /// "a biologist who was not involved" behind a name: who is asked for is named.
    private func isDescribedPerson(_ role: Role, _ stored: StoredFact) -> Bool {
        let article = store.articles[stored.article]
        let id = article.entityOfToken[role.conjuncts[0]]
        return id >= 0 && store.entities.kind(of: id) == .person && article.document.upos[role.head] == .noun
    }

    /// "urged sponsors to withdraw": who shall do it belongs to what is urged, where the question does not name him.
    private func withAddressee(_ role: Role, _ stored: StoredFact) -> Range<Int> {
        guard role.kind == .theme, role.marker == "to", stored.fact.isAttribution,
            let addressee = stored.fact.role(.recipient),
            addressee.tokens.upperBound == role.tokens.lowerBound,
            !plan.given.contains(where: {
                $0.argument.slots.contains(.role(.recipient)) || matcher.roleFit(addressee, $0.phrase, stored) >= 0.7
            })
        else { return role.tokens }
        let document = store.articles[stored.article].document
        guard document.upos[addressee.head] != .pron else { return role.tokens }
        return addressee.tokens.lowerBound..<role.tokens.upperBound
    }

    /// "which factory": "its factory" alone tells nobody; where it is does.
    private func withPlace(_ tokens: Range<Int>, _ role: Role, _ stored: StoredFact) -> Range<Int> {
        let document = store.articles[stored.article].document
        guard let lemma = limit.lemma, document.lemma(role.head).lowercased() == lemma,
            tokens.allSatisfy({ $0 == role.head || [.pron, .det].contains(document.upos[$0]) }),
            let place = stored.fact.roles.first(where: {
                ($0.kind == .place || $0.kind == .oblique) && $0.tokens.lowerBound == tokens.upperBound + 1
            }), document.upos[tokens.upperBound] == .adp
        else { return tokens }
        return tokens.lowerBound..<place.tokens.upperBound
    }

    private var asksForKind: Bool { limit.kind != nil }

    /// A long span without the examples at its end: ", such as ...".
    private func withoutExamples(_ tokens: Range<Int>, _ document: StoredDocument) -> Range<Int> {
        guard document.byteRange(tokens).count > 100,
            let marker = tokens.dropFirst(4).first(where: { token in
                document.norm(token - 1) == "," && ["including", "such", "which"].contains(document.norm(token))
            }),
            // "countries, such as South Korea, should allow": the clause goes on.
            document.norm(marker) == "which"
                || !(marker..<tokens.upperBound).contains(where: {
                    [.md, .vbd, .vbz, .vbp].contains(document.xpos[$0])
                })
        else { return tokens }
        return tokens.lowerBound..<marker - 1
    }

    /// What is reported to have been said: the inner content, said by the inner source.
    private func reported(_ role: Role, _ stored: StoredFact) -> Filling? {
        guard stored.fact.isAttribution, role.kind == .theme else { return nil }
        let article = store.articles[stored.article]
        let sentence = article.sentences.lowerBound + FactStore.SentenceID(article.document.sentence(of: role.head))
        for id in store.facts(ofSentence: sentence) {
            let inner = store.facts[id]
            guard inner.fact.isAttribution, inner.fact.cue.contains(role.head), inner.fact.modality == .asserted,
                inner.fact.classes.contains(where: { store.lexicon.verbs[$0].name == "say" }),
                role.marker != "whether",
                let agent = inner.role(.agent), let theme = inner.role(.theme), theme.tokens.lowerBound > role.head
            else { continue }
            // "Agency: the leader said ...": what the agency says about the leader is that he said it.
            if !store.lexicon.words[.genericSpeech].contains(inner.fact.predicate),
                plan.given.contains(where: {
                    $0.argument.label == "topic" && matcher.roleFit(agent, $0.phrase, inner) >= 0.7
                })
            {
                continue
            }
            let tokens = withoutExamples(theme.tokens, article.document)
            return Filling(text: article.document.string(tokens), kind: .span, tokens: tokens, inner: id)
        }
        return nil
    }

    /// Each conjunct by its fullest name, or the phrase as it stands.
    func names(of role: Role, _ stored: StoredFact) -> [Filling] {
        let article = store.articles[stored.article]
        let document = article.document
        let members = role.conjuncts.filter { !role.tokens.contains($0) }
        if !members.isEmpty, members.count < role.conjuncts.count {
            // "officials, including Ada Berg": the group, and those who are named.
            let group = Role(
                kind: role.kind, tokens: role.tokens, head: role.head,
                conjuncts: role.conjuncts.filter(role.tokens.contains))
            let named = members.flatMap {
                names(of: Role(kind: role.kind, tokens: nameTokens($0, article), head: $0), stored)
            }
            return named
                + names(of: group, stored).map { filling in
                    var filling = filling
                    filling.fit *= 0.98
                    return filling
                }
        }
        let named = role.conjuncts.map { head -> Filling? in
            let id = article.entityOfToken[head]
            guard id >= 0 else { return nil }
            let tokens = nameTokens(head, article)
            let (name, kind) = (store.entities.name(of: id), store.entities.kind(of: id))
            if kind == .unnamed
                || document.upos[head] != .pron && document.upos[head] != .propn && !isNamed(head, document)
            {
                guard let own = ownPhrase(head, role, document), document.upos[head] != .pron || kind == .unnamed else {
                    return Filling(text: name, kind: .name, tokens: tokens, entity: id)
                }
                return Filling(text: name, kind: kind == .unnamed ? .span : .name, tokens: own, entity: id)
            }
            return Filling(text: name, kind: .name, tokens: tokens, entity: id)
        }
        if !named.contains(where: { $0 == nil }) { return named.compactMap { $0 } }
        if role.conjuncts.count == 1 || named.allSatisfy({ $0 == nil }) {
            guard !isBarePronoun(role, document) else { return [] }
            // What somebody states ("their demands show that ...") is no speaker, where there is one.
            let lemma = document.lemma(role.head).lowercased()
            let isStatement =
                store.lexicon.verbs.verb(ofNoun: lemma) != nil && !store.lexicon.words[.outlet].contains(lemma)
            return [
                Filling(
                    text: document.string(role.tokens), kind: .span, tokens: role.tokens, fit: isStatement ? 0.75 : 1)
            ]
        }
        return [Filling(text: document.string(role.tokens), kind: .span, tokens: role.tokens)]
    }

    private func ownPhrase(_ head: Int, _ role: Role, _ document: StoredDocument) -> Range<Int>? {
        document.upos[head] == .pron ? nil : role.conjuncts.count == 1 ? role.tokens : head..<head + 1
    }

    private func isNamed(_ head: Int, _ document: StoredDocument) -> Bool {
        document.entity(at: head) != nil
    }

    /// The named entity's tokens at a head, or the head alone.
    private func nameTokens(_ head: Int, _ article: StoredArticle) -> Range<Int> {
        article.document.entity(at: head)?.tokens ?? head..<head + 1
    }

    /// The fullest name where the role is nothing but a name or a pronoun for one.
    private func wholeName(_ role: Role, _ stored: StoredFact) -> Filling? {
        let article = store.articles[stored.article]
        let id = article.entityOfToken[role.head]
        guard id >= 0 else { return nil }
        let entity = store.entities[id]
        let isPronoun = article.document.upos[role.head] == .pron && role.tokens.count == 1
        let name = article.document.entity(at: role.head)
        let isName = name?.tokens == role.tokens && name?.kind != .date
        guard isPronoun || isName, !(isPronoun && entity.aliases.isEmpty && entity.kind != .unnamed) else { return nil }
        return Filling(
            text: entity.name, kind: entity.kind == .unnamed ? .span : .name, tokens: role.tokens, entity: id)
    }

    private func isBarePronoun(_ role: Role, _ document: StoredDocument) -> Bool {
        role.tokens.allSatisfy { [.pron, .det, .punct].contains(document.upos[$0]) }
    }

    /// "because, she said, ...": who says it is no reason.
    private func isParenthesis(_ role: Role, _ document: StoredDocument) -> Bool {
        guard role.kind == .reason || role.kind == .time || role.kind == .manner, role.tokens.count <= 3 else {
            return false
        }
        return store.lexicon.words[.genericSpeech].contains(document.lemma(role.head).lowercased())
    }

    private func limited(_ filling: Filling, _ stored: StoredFact) -> Filling? {
        var filling = filling
        filling.fit *= kindFit(filling, stored)
        return filling.fit > 0 ? filling : nil
    }

    /// Who or whom is asked for: no clause fills that.
    private func isNominal(_ tokens: Range<Int>, _ stored: StoredFact) -> Bool {
        let document = store.articles[stored.article].document
        return !tokens.contains {
            document.upos[$0] == .verb && document.relations[$0] != .amod && document.relations[$0] != .acl
        }
            && !tokens.allSatisfy { document.upos[$0] == .num || document.upos[$0] == .adv }
            && !document.entities.contains {
                [.money, .percent, .number, .date, .duration].contains($0.kind) && $0.tokens.overlaps(tokens)
                    && $0.tokens.count * 2 > tokens.count
            }
    }

    private func isQuoted(_ tokens: Range<Int>, _ stored: StoredFact) -> Bool {
        let document = store.articles[stored.article].document
        func isMark(_ token: Int) -> Bool {
            document.norm(token) == "\"" || [.openingQuote, .closingQuote].contains(document.xpos[token])
        }
        // A comma or full stop may stand between the last word and the mark.
        let around = max(tokens.lowerBound - 1, 0)..<min(tokens.upperBound + 2, document.count)
        return around.clamped(to: document.sentences[document.sentence(of: tokens.lowerBound)].tokens).contains(
            where: isMark)
    }
}
