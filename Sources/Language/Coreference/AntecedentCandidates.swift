/// Which mentions can be what a mention refers to.
struct AntecedentCandidates {
    /// How many mentions back candidates are looked for; those with the same head word are looked for further back.
    static let window = 40
    static let farther = 8

    private var sameLemma: [[Int]] = []
    private let quotationOfToken: [Int32]
    /// Whether a date or a time holds each token.
    private var isTime: [Bool]
    /// Whether a mention says that it is a place: "the country".
    private var isPlace: [Bool]
    /// The lemma of each mention's head.
    private let lemmas: [Symbol]
    /// The modifiers of each noun phrase that are written with a capital: "the Danish company".
    private let capitals: [[Symbol]]
    /// The verb that each mention is the subject of, or -1.
    private let verbOfSubject: [Int32]
    /// The verb whose content each mention's clause is, or -2: that of "said" for "it" in "the company said it would close".
    private let verbOfContent: [Int32]
    private let bylines: Set<Int>

    init(_ state: CoreferenceState, _ profiles: [MentionProfile], _ speakers: Speakers) {
        let document = state.document
        quotationOfToken = speakers.quotationOfToken
        let places = NameClueWords.embedded["place-noun"]
        isPlace = state.mentions.map { $0.form == .nominal && places.contains(document.lemma($0.head).lowercased()) }
        lemmas = state.mentions.map { document.lemmas[$0.head] }
        capitals = state.mentions.map { $0.form == .nominal ? Self.capitals(of: $0, document) : [] }
        verbOfSubject = state.mentions.map {
            document.relations[$0.head] == .nsubj ? document.heads[$0.head] : -1
        }
        verbOfContent = state.mentions.map {
            guard let clause = document.head(of: $0.head), document.relations[clause] == .ccomp,
                let verb = document.head(of: clause)
            else { return -2 }
            return Int32(verb)
        }
        isTime = Array(repeating: false, count: document.count)
        for entity in document.entities where entity.kind == .date || entity.kind == .time {
            for token in entity.tokens { isTime[token] = true }
        }
        bylines = Bylines(document).sentences
        var byLemma: [UInt64: [Int]] = [:]
        for (index, profile) in profiles.enumerated() {
            sameLemma.append(Array((byLemma[profile.lemma] ?? []).suffix(Self.farther)))
            byLemma[profile.lemma, default: []].append(index)
        }
    }

    /// The candidates of a mention, the nearest first; nil where the mention is not to be ranked: it was joined before.
    func candidates(of index: Int, _ state: CoreferenceState) -> [Int]? {
        let mention = state.mentions[index]
        if isSettled(index, mention, state) || bylines.contains(mention.sentence) { return nil }
        let reach: Int
        if let pronoun = mention.pronoun {
            reach = pronoun.person == .third ? 6 : 30
        } else {
            reach = mention.form == .pronoun ? 3 : 200
        }
        var candidates: [Int] = []
        let nearest = max(index - Self.window, 0)
        for other in (nearest..<index).reversed() where isPossible(other, for: index, mention, reach, state) {
            candidates.append(other)
        }
        if mention.form != .pronoun {
            for other in sameLemma[index].reversed()
            where other < nearest && isPossible(other, for: index, mention, reach, state) {
                candidates.append(other)
            }
        }
        return candidates
    }

    /// “Management must pay,” said its critics: who is spoken of in a quotation is not whom its own sentence tells of.
    private func isOutside(_ mention: CoreferenceMention, theQuotationOf candidate: CoreferenceMention) -> Bool {
        quotationOfToken[mention.head] < 0 && quotationOfToken[candidate.head] >= 0
            && mention.sentence == candidate.sentence
            && candidate.form != .name
    }

    /// Whether a mention was joined before. In "We must go," she said the speaker is still to be found: her words alone are no name
    /// for her, and they wait for her.
    private func isSettled(_ index: Int, _ mention: CoreferenceMention, _ state: CoreferenceState) -> Bool {
        guard state.first(of: index) < index || mention.pronoun?.person == .first else { return false }
        let others = state.members(of: index).filter { $0 != index }
        if mention.pronoun?.person == .first {
            return others.contains { $0 < index || state.mentions[$0].pronoun?.person != .first }
        }
        return others.contains { $0 < index && state.mentions[$0].pronoun?.person != .first }
    }

    private func isPossible(
        _ other: Int, for index: Int, _ mention: CoreferenceMention, _ reach: Int, _ state: CoreferenceState
    ) -> Bool {
        let candidate = state.mentions[other]
        guard mention.sentence - candidate.sentence <= reach, candidate.head != mention.head,
            !state.areJoined(other, index), state.agreement(of: other).allows(state.agreement(of: index))
        else { return false }
        // A phrase does not refer to what it is a part of; a pronoun may: "the man who lost his hat".
        guard mention.form == .pronoun || !candidate.tokens.contains(mention.head),
            !mention.tokens.contains(candidate.head)
        else { return false }
        if let pronoun = mention.pronoun, !pronoun.isReflexive,
            Binding.isSubject(candidate.head, ofClauseOf: mention.head, state.document)
        {
            return false
        }
        if mention.form != .name, bylines.contains(candidate.sentence) { return false }
        if mention.form == .name, isOfOtherRole(candidate, mention, state) { return false }
        if isPlace[index] && isBody(other, state) || isPlace[other] && isBody(index, state) { return false }
        if mention.form == .nominal, isDistinctFromMembers(of: other, index, state) { return false }
        // "said on Tuesday its profit fell": no pronoun means a day.
        if mention.form == .pronoun, isTime[candidate.head] || isOutside(mention, theQuotationOf: candidate) {
            return false
        }
        // "a spokesman for Osto" is not Osto, whatever else Osto is called.
        return mention.form == .pronoun
            || !state.recentMembers(of: other).contains { mention.tokens.contains(state.mentions[$0].head) }
    }

    /// "its ambassador" is not "Foreign Minister Ada Berg", who is told apart by her office.
    private func isOfOtherRole(
        _ candidate: CoreferenceMention, _ mention: CoreferenceMention, _ state: CoreferenceState
    )
        -> Bool
    {
        let document = state.document
        guard candidate.form == .nominal, let name = mention.name, mention.tokens.lowerBound < name.lowerBound,
            let noun = state.nouns[document.lemma(candidate.head).lowercased()], noun != .group
        else { return false }
        let title = (mention.tokens.lowerBound..<name.lowerBound).filter {
            state.nouns[document.lemma($0).lowercased()].map { $0 != .group } ?? false
        }
        return !title.isEmpty && !title.contains { document.lemmas[$0] == document.lemmas[candidate.head] }
            && !title.contains { document.norm($0) == document.norm(candidate.head) }
    }

    /// Whether a mention is known to be a person or an organization: "the country" is neither.
    private func isBody(_ mention: Int, _ state: CoreferenceState) -> Bool {
        let kind = state.kind(of: mention)
        return kind == .person || kind == .organization
    }

    /// "the Danish company" is not "the French company"; who says what "the defendant" did is not the defendant. Told of all
    /// that is known to be the candidate.
    private func isDistinctFromMembers(of other: Int, _ mention: Int, _ state: CoreferenceState) -> Bool {
        state.recentMembers(of: other).contains { member in
            verbOfSubject[member] == verbOfContent[mention]
                || lemmas[member] == lemmas[mention] && areOthers(capitals[member], capitals[mention])
        }
    }

    private func areOthers(_ first: [Symbol], _ second: [Symbol]) -> Bool {
        !first.isEmpty && !second.isEmpty && !first.contains(where: second.contains)
    }

    private static func capitals(of mention: CoreferenceMention, _ document: Document) -> [Symbol] {
        (mention.tokens.lowerBound..<max(mention.head, mention.tokens.lowerBound)).lazy.filter {
            document.heads[$0] == Int32(mention.head) && [.adj, .propn].contains(document.upos[$0])
                && document.form($0).first?.isUppercase == true
        }.map { document.norms[$0] }
    }
}
