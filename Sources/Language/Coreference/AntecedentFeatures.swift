/// What features of a mention and a candidate are combined with.
struct MentionTypes {
    /// That of the mention.
    var own: UInt64
    /// Those of both.
    var both: UInt64

    init(_ mention: MentionProfile, _ candidate: MentionProfile) {
        (own, both) = (mention.type, FeatureHash.mix(mention.type, candidate.type))
    }
}

/// Takes features as they are found: to keep them or to sum their weights.
protocol AntecedentFeatureSink: ~Copyable {
    /// A value by itself and together with a type.
    mutating func add(_ template: UInt64, _ value: UInt64, type: UInt64)
    /// A value by itself, with the mention's type, and with both.
    mutating func add(_ template: UInt64, _ value: UInt64, types: MentionTypes)
    /// A word, only with the mention's type.
    mutating func addWord(_ template: UInt64, _ word: UInt64, type: UInt64)
    /// Features that come again together: `key` is the hash of all that they depend on.
    mutating func add(_ group: UInt64, _ key: UInt64, _ features: (inout Self) -> Void)
}

/// The features by which a mention's antecedents are ranked: of a mention and a candidate, and of a mention that has none.
///
/// Mostly surface features, as in Durrett and Klein (2013), with each one alone and together with the mention's type.
struct AntecedentFeatures {
    /// Names the features; part of what ties weights to this program. To be changed with them.
    static let version = "antecedents 2"

    let profiles: [MentionProfile]
    /// The modifiers of all mentions, one behind the other.
    private let modifiers: [UInt64]
    private let mentions: [CoreferenceMention]
    /// The speaker's mention of each mention's quotation, or -1.
    private let speakerOfMention: [Int]
    /// How often a lemma heads mentions before, and whether the phrase was there before.
    private var lemmaBefore: [Int]
    private var phraseBefore: [Bool]

    init(_ state: CoreferenceState, _ speakers: Speakers) {
        mentions = state.mentions
        let document = state.document
        var predicates: Set<Int> = []
        for token in 0..<document.count where document.relations[token] == .cop {
            if let head = document.head(of: token) { predicates.insert(head) }
        }
        var modifiers: [UInt64] = []
        let profiles = state.mentions.map {
            MentionProfile($0, state, speakers.quotationOfToken, predicates, &modifiers)
        }
        (self.profiles, self.modifiers) = (profiles, modifiers)
        var mentionOfHead: [Int: Int] = [:]
        for (index, mention) in state.mentions.enumerated() where !mention.isCoordination {
            mentionOfHead[mention.head] = index
        }
        let heads = speakers.speakers()
        speakerOfMention = profiles.map { profile in
            guard profile.quotation >= 0, let token = heads[Int(profile.quotation)] else { return -1 }
            return mentionOfHead[token] ?? -1
        }
        var lemmas: [UInt64: Int] = [:]
        var phrases: Set<UInt64> = []
        lemmaBefore = []
        phraseBefore = []
        for profile in profiles {
            lemmaBefore.append(lemmas[profile.lemma] ?? 0)
            phraseBefore.append(!phrases.insert(profile.phrase).inserted)
            lemmas[profile.lemma, default: 0] += 1
        }
    }

    // MARK: A mention without antecedent.

    func addNew<Sink: AntecedentFeatureSink & ~Copyable>(_ index: Int, to sink: inout Sink) {
        let m = profiles[index]
        var template: UInt64 = 1000
        func add(_ value: UInt64, _ sink: inout Sink) {
            template += 1
            sink.add(template, value, type: m.type)
        }
        add(0, &sink)
        add(m.lemma, &sink)
        add(m.firstWord, &sink)
        add(m.lastWord, &sink)
        add(m.wordBefore, &sink)
        add(m.wordAfter, &sink)
        add(UInt64(Self.bucket(m.length)), &sink)
        add(m.prominence << 8 | m.relation, &sink)
        add(m.governor, &sink)
        add(m.isPredicate ? 1 : 0, &sink)
        add(UInt64(min(lemmaBefore[index], 3)) << 1 | (phraseBefore[index] ? 1 : 0), &sink)
        add(UInt64(Self.bucket(mentions[index].sentence)), &sink)
        add(m.kind << 8 | m.nounClass, &sink)
        add(m.agreement, &sink)
        add(m.quotation >= 0 ? 1 : 0, &sink)
        add(FeatureHash.mix(m.wordAfter, m.governor), &sink)
    }

    // MARK: A mention and a candidate.

    /// - Parameters:
    ///   - rank: how many candidates stand between them.
    ///   - state: how mentions are joined so far.
    func addPair<Sink: AntecedentFeatureSink & ~Copyable>(
        _ index: Int, _ other: Int, rank: Int, _ state: CoreferenceState, to sink: inout Sink
    ) {
        let (m, a) = (profiles[index], profiles[other])
        let (mention, candidate) = (mentions[index], mentions[other])
        let types = MentionTypes(m, a)
        let sentences = mention.sentence - candidate.sentence
        let distance = UInt64(Self.bucket(sentences))
        let distanceAndParagraphs = distance << 4 | UInt64(min(m.paragraph - a.paragraph, 3))
        let between = UInt64(Self.bucket(rank))
        sink.add(1, FeatureHash.mix(types.both, distanceAndParagraphs << 8 | between)) { sink in
            sink.add(1, 0, types: types)
            sink.add(2, distance, types: types)
            sink.add(3, between, types: types)
            sink.add(4, distanceAndParagraphs, types: types)
        }

        // The same words.
        let sameLemma: UInt64 = m.lemma == a.lemma ? 1 : 0
        let same = (m.phrase == a.phrase ? 4 : 0) | (m.head == a.head ? 2 : 0) | sameLemma
        let match = matchModifiers(m, a)
        let modifiers =
            sameLemma << 6 | UInt64(min(match.unmatched, 3)) << 4 | UInt64(min(match.missing, 3)) << 2
            | UInt64(min(match.shared, 3))
        let inside: UInt64 = (match.hasHeadInside ? 1 : 0) | (match.isHeadInside ? 2 : 0)
        sink.add(2, FeatureHash.mix(types.both, same << 16 | modifiers << 8 | inside)) { sink in
            sink.add(5, same, types: types)
            sink.add(6, modifiers, types: types)
            sink.add(7, inside, types: types)
        }

        // Where they stand.
        let prominences =
            m.prominence << 8 | a.prominence | (sentences == 0 ? 1 << 16 : sentences == 1 ? 1 << 17 : 0)
        let relations = m.relation << 8 | a.relation
        sink.add(3, FeatureHash.mix(types.both, prominences << 16 | relations)) { sink in
            sink.add(8, a.prominence, types: types)
            sink.add(9, prominences, types: types)
            sink.add(10, relations, types: types)
        }
        let sameGovernor = m.governorToken >= 0 && m.governorToken == a.governorToken
        let contains = candidate.tokens.contains(mention.head)
        let contained = mention.tokens.contains(candidate.head)
        let isPredicateOf = m.isPredicate && a.governorToken == mention.head
        let isApposition = a.governorToken == mention.head || m.governorToken == candidate.head
        let tree: UInt64 =
            (sameGovernor ? 1 : 0) | (contains ? 2 : 0) | (contained ? 4 : 0) | (isPredicateOf ? 8 : 0)
            | (isApposition ? 16 : 0)
        let beside = m.relation << 1 | (mention.tokens.lowerBound == candidate.tokens.upperBound ? 1 : 0)
        sink.add(4, FeatureHash.mix(types.both, tree << 16 | (isApposition ? beside : 0))) { sink in
            sink.add(11, tree, types: types)
            if isApposition { sink.add(12, beside, types: types) }
        }

        // What they are.
        let agreements = m.agreement << 16 | code(of: state.agreement(of: other))
        let candidateKind = a.kind << 8 | a.nounClass
        let kinds = m.kind << 24 | a.kind << 16 | m.nounClass << 8 | a.nounClass
        sink.add(5, FeatureHash.mix(types.both, agreements << 32 | kinds)) { sink in
            sink.add(13, agreements, types: types)
            sink.add(14, kinds, types: types)
        }
        sink.add(6, FeatureHash.mix(a.candidateWords, m.type)) { sink in
            sink.addWord(15, a.lemma, type: m.type)
            sink.addWord(18, a.firstWord, type: m.type)
            sink.addWord(19, a.wordBefore, type: m.type)
            sink.addWord(20, a.wordAfter, type: m.type)
        }
        sink.add(7, FeatureHash.mix(m.mentionWords, candidateKind)) { sink in
            sink.addWord(16, FeatureHash.mix(m.lemma, candidateKind), type: m.type)
            sink.addWord(21, FeatureHash.mix(m.governor, candidateKind), type: m.type)
        }
        sink.addWord(17, FeatureHash.mix(m.lemma, a.lemma), type: m.type)
        sink.addWord(22, FeatureHash.mix(m.governor, a.lemma), type: m.type)

        // Who speaks, and how the story tells of the candidate.
        let sameQuotation = m.quotation >= 0 && m.quotation == a.quotation
        let (speaker, otherSpeaker) = (speakerOfMention[index], speakerOfMention[other])
        let bySpeaker = speaker >= 0 && state.areJoined(speaker, other)
        let sameSpeaker = speaker >= 0 && otherSpeaker >= 0 && state.areJoined(speaker, otherSpeaker)
        let speech: UInt64 =
            (m.quotation >= 0 ? 1 : 0) | (a.quotation >= 0 ? 2 : 0) | (sameQuotation ? 4 : 0) | (bySpeaker ? 8 : 0)
            | (sameSpeaker ? 16 : 0)
        let length = UInt64(Self.bucket(a.length))
        let news: UInt64 = (candidate.sentence == 0 ? 1 : 0) | UInt64(min(lemmaBefore[other], 2)) << 1
        sink.add(8, FeatureHash.mix(types.both, length << 16 | speech << 8 | news)) { sink in
            sink.add(23, length, types: types)
            sink.add(24, speech, types: types)
            sink.add(29, news, types: types)
        }

        // The candidate's cluster.
        let cluster = members(of: other, before: index, mention, m.type, state)
        let size = UInt64(min(cluster.before, 4)) << 2 | (cluster.isLatest ? 1 : 0) | (cluster.name >= 0 ? 2 : 0)
        let nameKind = cluster.name >= 0 ? profiles[cluster.name].kind : 98
        let recent = UInt64(min(cluster.recent, 4)) << 1 | (cluster.hasPronoun ? 1 : 0)
        let subjects = UInt64(min(cluster.subjects, 2)) << 8 | a.prominence
        sink.add(9, FeatureHash.mix(types.both, size << 40 | nameKind << 32 | recent << 16 | subjects)) { sink in
            sink.add(25, size, types: types)
            sink.add(26, nameKind, types: types)
            sink.add(27, recent, types: types)
            sink.add(28, subjects, types: types)
        }
    }

    /// How the modifiers of a mention and a candidate agree.
    private func matchModifiers(_ m: MentionProfile, _ a: MentionProfile)
        -> (unmatched: Int, missing: Int, shared: Int, hasHeadInside: Bool, isHeadInside: Bool)
    {
        modifiers.withUnsafeBufferPointer { all in
            let own = UnsafeBufferPointer(rebasing: all[m.modifiers])
            let others = UnsafeBufferPointer(rebasing: all[a.modifiers])
            var unmatched = 0
            var missing = 0
            var shared = 0
            for word in own {
                if others.contains(word) { shared += 1 } else if word != a.head { unmatched += 1 }
            }
            for word in others where word != m.head && !own.contains(word) { missing += 1 }
            return (unmatched, missing, shared, others.contains(m.head), own.contains(a.head))
        }
    }

    /// What is joined to a candidate so far.
    private func members(
        of other: Int, before index: Int, _ mention: CoreferenceMention, _ type: UInt64, _ state: CoreferenceState
    ) -> (before: Int, isLatest: Bool, name: Int, recent: Int, hasPronoun: Bool, subjects: Int) {
        var before = 0
        var isLatest = true
        var name = -1
        var recent = 0
        var hasPronoun = false
        var subjects = 0
        for member in state.recentMembers(of: other) where member < index {
            before += 1
            if member > other { isLatest = false }
            if name < 0, mentions[member].form == .name { name = member }
            if profiles[member].type == type { hasPronoun = true }
            if mention.sentence - mentions[member].sentence <= 3 {
                recent += 1
                if mentions[member].prominence == .subject { subjects += 1 }
            }
        }
        return (before, isLatest, name, recent, hasPronoun, subjects)
    }

    private func code(of agreement: Agreement) -> UInt64 {
        UInt64(agreement.gender.rawValue) << 4 | UInt64(agreement.number.rawValue)
    }

    /// 0, 1, 2, 3, 4, 5-7, 8-12, 13-20, 21-40, more.
    private static func bucket(_ count: Int) -> Int {
        switch count {
        case ..<5: max(count, 0)
        case 5...7: 5
        case 8...12: 6
        case 13...20: 7
        case 21...40: 8
        default: 9
        }
    }
}
