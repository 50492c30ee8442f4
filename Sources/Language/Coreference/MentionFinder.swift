/// Finds what can refer: pronouns, names, noun phrases.
struct MentionFinder {
    private let document: Document
    private let classifier: MentionClassifier
    /// First and last token of each token's subtree.
    private var first: [Int]
    private var last: [Int]
    private var children: [[Int]]

    init(_ document: Document, _ gazetteer: Gazetteer, _ nouns: NounLexicon) {
        self.document = document
        classifier = MentionClassifier(document, gazetteer, nouns)
        first = Array(0..<document.count)
        last = first
        children = Array(repeating: [], count: document.count)
        for token in 0..<document.count {
            if let head = document.head(of: token) { children[head].append(token) }
        }
        for token in 0..<document.count { carryUp(token) }
    }

    /// Widens the ancestors of a token to hold it.
    private mutating func carryUp(_ token: Int) {
        var ancestor = document.head(of: token)
        var steps = 0
        while let current = ancestor, steps < 200 {
            first[current] = min(first[current], token)
            last[current] = max(last[current], token)
            ancestor = document.head(of: current)
            steps += 1
        }
    }

    /// All mentions in order of their first token, longer ones first.
    func mentions() -> [CoreferenceMention] {
        var mentions: [CoreferenceMention] = []
        for (index, sentence) in document.sentences.enumerated() {
            for token in sentence.tokens {
                if let pronoun = pronoun(token, index) {
                    mentions.append(pronoun)
                } else if isNounPhraseHead(token) {
                    add(token, index, to: &mentions)
                }
            }
        }
        // A name that the parser has given two heads is one mention, the longer.
        var claimed: [Range<Int>: Int] = [:]
        for mention in mentions where !mention.isCoordination {
            let name = mention.name ?? mention.tokens
            claimed[name] = max(claimed[name] ?? 0, mention.tokens.count)
        }
        var seen: Set<Range<Int>> = []
        mentions.removeAll { mention in
            let name = mention.name ?? mention.tokens
            if mention.isCoordination { return false }
            return mention.tokens.count < claimed[name] ?? 0 || !seen.insert(name).inserted
        }
        return mentions.sorted {
            ($0.tokens.lowerBound, -$0.tokens.count, $0.head) < ($1.tokens.lowerBound, -$1.tokens.count, $1.head)
        }
    }

    private func isNounPhraseHead(_ token: Int) -> Bool {
        let entity = classifier.entity(at: token)
        let endsName = entity.map { $0.isName && $0.tokens.upperBound - 1 == token } ?? false
        let isDate = document.upos[token] == .num && entity?.kind == .date
        guard document.upos[token] == .noun || document.upos[token] == .propn || endsName || isDate else {
            return false
        }
        if let entity, let head = document.head(of: token), entity.tokens.contains(head) { return false }
        switch document.relations[token] {
        case .flat, .fixed, .goeswith, .nmodDescription:
            // A name inside another noun phrase.
            return endsName
        case .compound:
            // "U.S. policy", "language learning", but not a word of a longer name.
            return endsName || entity == nil
        default:
            return true
        }
    }

    private func pronoun(_ token: Int, _ sentence: Int) -> CoreferenceMention? {
        if document.xpos[token] == .dt, document.upos[token] == .pron { return demonstrative(token, sentence) }
        guard document.xpos[token] == .prp || document.xpos[token] == .prpPossessive,
            document.relations[token] != .expl || isSubjectAfterAll(token), !isImpersonal(token),
            let pronoun = Pronoun(document.norm(token))
        else { return nil }
        return CoreferenceMention(
            tokens: token..<token + 1, head: token, sentence: sentence, form: .pronoun, agreement: pronoun.agreement,
            prominence: prominence(token), pronoun: pronoun)
    }

    /// "It is demanding that": who demands is somebody, whatever the parser says; in "it is said that" nobody is meant.
    private func isSubjectAfterAll(_ token: Int) -> Bool {
        guard let verb = document.head(of: token), token < verb, document.upos[verb] == .verb else { return false }
        return Self.verbsOfPeople.contains(document.lemma(verb)) && document.xpos[verb] != .vbn
            && !children[verb].contains { [.nsubj, .auxPassive, .csubj].contains(document.relations[$0]) }
    }

    /// "It is time to leave", "it emerged that", "it seems", "it rained": nothing is meant.
    private func isImpersonal(_ token: Int) -> Bool {
        guard document.norm(token) == "it", let predicate = document.head(of: token) else { return false }
        if Self.impersonalVerbs.contains(document.lemma(predicate)) { return true }
        return children[predicate].contains { child in
            document.relations[child] == .csubj
                || document.lemma(predicate) == "time" && document.xpos[child] == .vb && child > predicate
        }
    }

    private static let impersonalVerbs = Lexicon(named: "impersonal-verbs").words
    private static let verbsOfPeople = Lexicon(named: "people-verbs").words

    /// "This" and "those" that stand for a thing.
    private func demonstrative(_ token: Int, _ sentence: Int) -> CoreferenceMention? {
        let number: Agreement.Number
        switch document.norm(token) {
        case "this", "that": number = .singular
        case "these", "those": number = .plural
        default: return nil
        }
        return CoreferenceMention(
            tokens: token..<token + 1, head: token, sentence: sentence, form: .pronoun,
            agreement: Agreement(gender: number == .plural ? .any : .neuter, number: number),
            prominence: prominence(token))
    }

    private static let setPhrases = Set(Lexicon(named: "set-phrases").text.map(String.init))

    /// "at the time", "in that sense": nothing comes back to them.
    private func isInSetPhrase(_ tokens: Range<Int>) -> Bool {
        guard tokens.lowerBound > 0, tokens.count <= 3 else { return false }
        let words = (tokens.lowerBound - 1..<tokens.upperBound).map { document.norm($0) }
        return Self.setPhrases.contains(words.joined(separator: " "))
    }

    /// Adds the phrase of a head, and its coordination with other phrases.
    private func add(_ head: Int, _ sentence: Int, to mentions: inout [CoreferenceMention]) {
        var entity = classifier.name(for: head)
        let kind = entity?.kind
        switch kind {
        case .date, .time, .nationality: entity = nil
        case .duration, .money, .percent, .number, .ordinal: return
        case .person, .organization, .place, .other, nil: break
        }
        let isModifier: Bool
        switch document.relations[head] {
        case .compound, .flat, .nmodDescription: isModifier = true
        default: isModifier = false
        }
        var tokens = isModifier ? (entity?.tokens ?? head..<head + 1) : phrase(head)
        if let entity { tokens = around(entity, in: tokens) } else if isInSetPhrase(tokens) { return }
        var mention = CoreferenceMention(
            tokens: tokens, head: head, sentence: sentence, form: entity == nil ? .nominal : .name,
            name: entity?.tokens,
            kind: kind, agreement: classifier.agreement(head, entity, tokens),
            prominence: isModifier ? .modifier : prominence(head))
        switch document.norm(tokens.lowerBound) {
        case "the", "this", "that", "these", "those", "both": mention.isDefinite = true
        case "a", "an", "some", "any", "no", "another", "every", "each": mention.isIndefinite = true
        default: mention.isDefinite = children[head].contains { document.relations[$0] == .nmodPossessive }
        }
        mentions.append(mention)

        let conjuncts = children[head].filter {
            document.relations[$0] == .conj && (document.upos[$0] == .noun || document.upos[$0] == .propn)
        }
        // "Russia, Ukraine, and their allies": the pronoun means the others.
        let before =
            conjuncts.last.map { last in children[last].contains { document.xpos[$0] == .prpPossessive } } == true
            ? conjuncts.dropLast() : conjuncts[...]
        guard let end = before.last, !isModifier else { return }
        mention.tokens = tokens.lowerBound..<max(tokens.upperBound, last[end] + 1)
        mention.isCoordination = true
        mention.form = .nominal
        mention.name = nil
        mention.kind = nil
        let isOfPeople = mention.agreement.gender.isDisjoint(with: .neuter)
        mention.agreement = Agreement(gender: isOfPeople ? .person : .any, number: .plural)
        mentions.append(mention)
    }

    /// The head with its modifiers, without preposition, conjuncts, appositions and loose additions.
    private func phrase(_ head: Int) -> Range<Int> {
        var start = head
        var end = head
        for child in children[head] {
            switch document.relations[child] {
            case .case, .cc, .ccPreconjunction, .punct, .conj, .appos, .parataxis, .mark, .cop, .nsubj, .nsubjPassive,
                .aux,
                .auxPassive, .nsubjOuter, .csubj, .advcl, .discourse, .vocative, .expl, .dislocated, .list, .dep,
                .orphan, .obl:
                continue
            default:
                start = min(start, first[child])
                end = max(end, last[child])
            }
        }
        while start < head, document.upos[start] == .punct { start += 1 }
        while end > head, document.upos[end] == .punct { end -= 1 }
        return start..<end + 1
    }

    /// A name with what stands before it, from the last comma or conjunction, and an "of" phrase; the rest is not part of the
    /// name, and parsers often hang there what belongs elsewhere.
    private func around(_ entity: NamedEntity, in phrase: Range<Int>) -> Range<Int> {
        var start = entity.tokens.lowerBound
        while start > phrase.lowerBound, document.upos[start - 1] != .punct || document.xpos[start - 1] == .hyph,
            document.upos[start - 1] != .cconj, document.upos[start - 1] != .verb
        { start -= 1 }
        let end = entity.tokens.upperBound
        guard end < phrase.upperBound, entity.kind != .person, document.norm(end) == "of" else { return start..<end }
        return start..<phrase.upperBound
    }

    private func prominence(_ head: Int) -> CoreferenceMention.Prominence {
        var token = head
        for _ in 0..<20 {
            switch document.relations[token] {
            case .nsubj, .nsubjPassive, .csubj, .nsubjOuter:
                guard let verb = document.head(of: token) else { return .subject }
                switch document.relations[verb] {
                case .advcl, .acl, .aclRelative, .xcomp: return .embeddedSubject
                default: return .subject
                }
            case .root: return .subject
            case .obj, .iobj: return .object
            case .nmodPossessive:
                let owner = document.head(of: token).map { document.relations[$0] }
                return owner == .nsubj || owner == .nsubjPassive ? .possessor : .oblique
            case .conj, .appos:
                guard let next = document.head(of: token) else { return .oblique }
                token = next
            default: return .oblique
            }
        }
        return .oblique
    }
}

extension NamedEntity {
    /// A name of somebody or something, no date or number, and no people.
    var isName: Bool {
        switch kind {
        case .person, .organization, .place, .other: true
        default: false
        }
    }
}
