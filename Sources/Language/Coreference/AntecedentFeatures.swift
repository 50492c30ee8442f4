/// The features by which a mention's antecedents are ranked: of a mention and a candidate, and of a mention that has none.
///
/// Mostly surface features, as in Durrett and Klein (2013), with each one alone and together with the mention's type.
struct AntecedentFeatures {
    /// Names the features; part of what ties weights to this program. To be changed with them.
    static let version = "antecedents 2"

    let profiles: [MentionProfile]
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
        profiles = state.mentions.map { MentionProfile($0, state, speakers.quotationOfToken, predicates) }
        var mentionOfHead: [Int: Int] = [:]
        for (index, mention) in state.mentions.enumerated() where !mention.isCoordination { mentionOfHead[mention.head] = index }
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

    func addNew(_ index: Int, to features: inout [UInt64]) {
        let m = profiles[index]
        var template: UInt64 = 1000
        func add(_ value: UInt64, _ features: inout [UInt64]) {
            template += 1
            let hash = FeatureHash.mix(FeatureHash.seed(template), value)
            features.append(hash)
            features.append(FeatureHash.mix(hash, m.type))
        }
        add(0, &features)
        add(m.lemma, &features)
        add(m.firstWord, &features)
        add(m.lastWord, &features)
        add(m.wordBefore, &features)
        add(m.wordAfter, &features)
        add(UInt64(Self.bucket(m.length)), &features)
        add(m.prominence << 8 | m.relation, &features)
        add(m.governor, &features)
        add(m.isPredicate ? 1 : 0, &features)
        add(UInt64(min(lemmaBefore[index], 3)) << 1 | (phraseBefore[index] ? 1 : 0), &features)
        add(UInt64(Self.bucket(mentions[index].sentence)), &features)
        add(m.kind << 8 | m.nounClass, &features)
        add(m.agreement, &features)
        add(m.quotation >= 0 ? 1 : 0, &features)
        add(FeatureHash.mix(m.wordAfter, m.governor), &features)
    }

    // MARK: A mention and a candidate.

    /// - Parameters:
    ///   - rank: how many candidates stand between them.
    ///   - state: how mentions are joined so far.
    func addPair(_ index: Int, _ other: Int, rank: Int, _ state: CoreferenceState, to features: inout [UInt64]) {
        let (m, a) = (profiles[index], profiles[other])
        let (mention, candidate) = (mentions[index], mentions[other])
        let types = FeatureHash.mix(m.type, a.type)
        var template: UInt64 = 0
        func add(_ value: UInt64, _ features: inout [UInt64]) {
            template += 1
            let hash = FeatureHash.mix(FeatureHash.seed(template), value)
            features.append(hash)
            features.append(FeatureHash.mix(hash, m.type))
            features.append(FeatureHash.mix(FeatureHash.mix(hash, 7), types))
        }
        /// Only with the mention's type: words.
        func addWord(_ value: UInt64, _ features: inout [UInt64]) {
            template += 1
            features.append(FeatureHash.mix(FeatureHash.mix(FeatureHash.seed(template), value), m.type))
        }
        let sentences = mention.sentence - candidate.sentence
        let paragraphs = m.paragraph - a.paragraph
        add(0, &features)
        add(UInt64(Self.bucket(sentences)), &features)
        add(UInt64(Self.bucket(rank)), &features)
        add(UInt64(Self.bucket(sentences)) << 4 | UInt64(min(paragraphs, 3)), &features)

        // The same words.
        let sameHead = m.head == a.head, sameLemma = m.lemma == a.lemma
        let samePhrase = m.phrase == a.phrase
        add((samePhrase ? 4 : 0) | (sameHead ? 2 : 0) | (sameLemma ? 1 : 0), &features)
        let unmatched = m.modifiers.count { !a.modifiers.contains($0) && $0 != a.head }
        let missing = a.modifiers.count { !m.modifiers.contains($0) && $0 != m.head }
        let shared = m.modifiers.count { a.modifiers.contains($0) }
        add(
            (sameLemma ? 64 : 0) | UInt64(min(unmatched, 3)) << 4 | UInt64(min(missing, 3)) << 2 | UInt64(min(shared, 3)), &features)
        let headInside = a.modifiers.contains(m.head), insideHead = m.modifiers.contains(a.head)
        add((headInside ? 1 : 0) | (insideHead ? 2 : 0), &features)

        // Where they stand.
        add(a.prominence, &features)
        add(m.prominence << 8 | a.prominence | (sentences == 0 ? 1 << 16 : sentences == 1 ? 1 << 17 : 0), &features)
        add(m.relation << 8 | a.relation, &features)
        let sameGovernor = m.governorToken >= 0 && m.governorToken == a.governorToken
        let contains = candidate.tokens.contains(mention.head), contained = mention.tokens.contains(candidate.head)
        let isPredicateOf = m.isPredicate && a.governorToken == mention.head
        let isApposition = a.governorToken == mention.head || m.governorToken == candidate.head
        add(
            (sameGovernor ? 1 : 0) | (contains ? 2 : 0) | (contained ? 4 : 0) | (isPredicateOf ? 8 : 0) | (isApposition ? 16 : 0), &features)
        if isApposition { add(m.relation << 1 | (mention.tokens.lowerBound == candidate.tokens.upperBound ? 1 : 0), &features) } else { template += 1 }

        // What they are.
        add(m.agreement << 16 | code(of: state.agreement(of: other)), &features)
        add(m.kind << 24 | a.kind << 16 | m.nounClass << 8 | a.nounClass, &features)
        addWord(a.lemma, &features)
        addWord(FeatureHash.mix(m.lemma, a.kind << 8 | a.nounClass), &features)
        addWord(FeatureHash.mix(m.lemma, a.lemma), &features)
        addWord(a.firstWord, &features)
        addWord(a.wordBefore, &features)
        addWord(a.wordAfter, &features)
        addWord(FeatureHash.mix(m.governor, a.kind << 8 | a.nounClass), &features)
        addWord(FeatureHash.mix(m.governor, a.lemma), &features)
        add(UInt64(Self.bucket(a.length)), &features)

        // Who speaks.
        let sameQuotation = m.quotation >= 0 && m.quotation == a.quotation
        let (speaker, otherSpeaker) = (speakerOfMention[index], speakerOfMention[other])
        let bySpeaker = speaker >= 0 && state.areJoined(speaker, other)
        let sameSpeaker = speaker >= 0 && otherSpeaker >= 0 && state.areJoined(speaker, otherSpeaker)
        add(
            (m.quotation >= 0 ? 1 : 0) | (a.quotation >= 0 ? 2 : 0) | (sameQuotation ? 4 : 0) | (bySpeaker ? 8 : 0) | (sameSpeaker ? 16 : 0),
            &features)

        // The candidate's cluster.
        let members = state.recentMembers(of: other)
        let before = members.count { $0 < index }
        let isLatest = !members.contains { $0 > other && $0 < index }
        let name = members.first { mentions[$0].form == .name && $0 < index }
        add(UInt64(min(before, 4)) << 2 | (isLatest ? 1 : 0) | (name != nil ? 2 : 0), &features)
        add(name.map { profiles[$0].kind } ?? 98, &features)
        let recent = members.count { $0 < index && mention.sentence - mentions[$0].sentence <= 3 }
        let hasPronoun = members.contains { $0 < index && profiles[$0].type == m.type }
        add(UInt64(min(recent, 4)) << 1 | (hasPronoun ? 1 : 0), &features)
        let subjects = members.count { $0 < index && mention.sentence - mentions[$0].sentence <= 3 && mentions[$0].prominence == .subject }
        add(UInt64(min(subjects, 2)) << 8 | a.prominence, &features)
        add((mentions[other].sentence == 0 ? 1 : 0) | UInt64(min(lemmaBefore[other], 2)) << 1, &features)
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
