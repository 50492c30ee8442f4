/// Sieve: what the names' sieves have left apart, each mention to the best of the mentions before it, or to none.
///
///     [The company] said [it] would close [the plant]. [The union] called [the decision] a mistake.
///
/// "He", "she" and "they" go by prominence first: that finds the right name more often than the ranker does, which in turn
/// is better at all other mentions; "it" that the ranker leaves alone goes by prominence too.
struct AntecedentRanker {
    private let speakers: Speakers
    private let model: AntecedentModel

    init(_ speakers: Speakers, _ model: AntecedentModel) {
        self.speakers = speakers
        self.model = model
    }

    func apply(to state: inout CoreferenceState) {
        let features = AntecedentFeatures(state, speakers)
        let candidates = AntecedentCandidates(state, features.profiles, speakers)
        let pronouns = Pronouns(speakers)
        var score = AntecedentScore(model)
        for index in state.mentions.indices {
            guard var others = candidates.candidates(of: index, state) else { continue }
            let pronoun = state.mentions[index].pronoun.flatMap { $0.person == .third ? $0 : nil }
            func joinByProminence() -> Bool {
                guard let pronoun, let antecedent = pronouns.antecedent(of: index, pronoun, state) else { return false }
                return state.join(antecedent, index)
            }
            // "It's heartbreaking," he said: what is not in his words is hardly ever meant.
            let isRemark = features.profiles[index].quotation >= 0 && isSubjectOfQuality(index, state)
            if isRemark {
                others.removeAll { features.profiles[$0].quotation != features.profiles[index].quotation }
            }
            // "Its chairman": a body has one, a vaccine has none.
            if isOwnerOfHead(index, state) {
                let bodies = others.filter { [.organization, .place].contains(state.kind(of: $0)) }
                if !bodies.isEmpty { others = bodies }
            }
            if let pronoun, pronoun.agreement.gender != .neuter, joinByProminence() { continue }
            if ranked(others, of: index, features, state, &score).contains(where: { state.join($0, index) }) {
                continue
            }
            if pronoun?.agreement.gender == .neuter, !isRemark { _ = joinByProminence() }
        }
    }

    private func isOwnerOfHead(_ index: Int, _ state: CoreferenceState) -> Bool {
        let document = state.document
        let token = state.mentions[index].head
        guard document.norm(token) == "its", document.relations[token] == .nmodPossessive,
            let owned = document.head(of: token)
        else { return false }
        return NameClueWords.embedded["body-head"].contains(document.norm(owned))
    }

    /// "It" of "it is sad".
    private func isSubjectOfQuality(_ index: Int, _ state: CoreferenceState) -> Bool {
        let document = state.document
        let token = state.mentions[index].head
        guard document.norm(token) == "it", document.relations[token] == .nsubj, let quality = document.head(of: token)
        else { return false }
        return document.upos[quality] == .adj && document.relations[quality] != .aclRelative
    }

    /// The candidates that are better than none, the best first.
    private func ranked(
        _ others: [Int], of index: Int, _ features: AntecedentFeatures, _ state: CoreferenceState,
        _ score: inout AntecedentScore
    ) -> [Int] {
        score.sum = 0
        features.addNew(index, to: &score)
        let none = score.sum
        var ranked: [(score: Int, mention: Int)] = []
        for (rank, other) in others.enumerated() {
            score.sum = 0
            features.addPair(index, other, rank: rank, state, to: &score)
            if score.sum > none { ranked.append((score.sum, other)) }
        }
        return ranked.sorted { ($0.score, $0.mention) > ($1.score, $1.mention) }.map(\.mention)
    }
}

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
    /// Sentences that tell no more than who wrote the story: nobody in it is its author.
    private var bylines: Set<Int> = []

    init(_ state: CoreferenceState, _ profiles: [MentionProfile], _ speakers: Speakers) {
        let document = state.document
        quotationOfToken = speakers.quotationOfToken
        let places = NameClueWords.embedded["place-noun"]
        isPlace = state.mentions.map { $0.form == .nominal && places.contains(document.lemma($0.head).lowercased()) }
        isTime = Array(repeating: false, count: document.count)
        for entity in document.entities where entity.kind == .date || entity.kind == .time {
            for token in entity.tokens { isTime[token] = true }
        }
        for (index, sentence) in document.sentences.prefix(4).enumerated()
        where !sentence.tokens.isEmpty && document.norm(sentence.tokens.lowerBound) == "by"
            && sentence.tokens.count < 14
            && !sentence.tokens.contains(where: { document.upos[$0] == .verb || document.upos[$0] == .aux })
        {
            bylines.insert(index)
        }
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
            !state.areJoined(other, index)
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
        if mention.form == .nominal, isDistinctFromMembers(of: other, mention, state) { return false }
        guard state.agreement(of: other).allows(state.agreement(of: index)) else { return false }
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

    /// "the Danish company" is not "the French company"; who says what "the defendant" did is not the defendant.
    private func isDistinct(_ candidate: CoreferenceMention, _ mention: CoreferenceMention, _ document: Document)
        -> Bool
    {
        if candidate.form == .nominal, document.lemmas[candidate.head] == document.lemmas[mention.head],
            haveOtherModifiers(candidate, mention, document)
        {
            return true
        }
        guard document.relations[candidate.head] == .nsubj, let clause = document.head(of: mention.head),
            document.relations[clause] == .ccomp
        else {
            return false
        }
        return document.heads[clause] == document.heads[candidate.head]
    }

    /// As `isDistinct`, of what else is known to be the candidate.
    private func isDistinctFromMembers(of other: Int, _ mention: CoreferenceMention, _ state: CoreferenceState) -> Bool
    {
        state.recentMembers(of: other).contains { isDistinct(state.mentions[$0], mention, state.document) }
    }

    /// Whether both have modifiers written with a capital, and none of them in common.
    private func haveOtherModifiers(_ a: CoreferenceMention, _ b: CoreferenceMention, _ document: Document) -> Bool {
        func isModifier(_ token: Int, of mention: CoreferenceMention) -> Bool {
            document.heads[token] == Int32(mention.head) && [.adj, .propn].contains(document.upos[token])
                && document.form(token).first?.isUppercase == true
        }
        func modifiers(of mention: CoreferenceMention) -> [Symbol] {
            (mention.tokens.lowerBound..<max(mention.head, mention.tokens.lowerBound)).filter {
                isModifier($0, of: mention)
            }.map { document.norms[$0] }
        }
        let first = modifiers(of: a)
        return !first.isEmpty
            && {
                let second = modifiers(of: b)
                return !second.isEmpty && !first.contains(where: second.contains)
            }()
    }
}
