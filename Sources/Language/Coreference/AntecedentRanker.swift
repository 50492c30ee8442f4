/// Sieve: what the names' sieves have left apart, each mention to the best of the mentions before it, or to none.
///
///     [The company] said [it] would close [the plant]. [The union] called [the decision] a mistake.
///
/// "He", "she" and "they" go by prominence first: that finds the right name more often than the ranker does, which in turn
/// is better at all other mentions; "it" that the ranker leaves alone goes by prominence too.
struct AntecedentRanker {
    private let speakers: Speakers
    private let model: AntecedentModel
    private let kept: KeptWeights

    init(_ speakers: Speakers, _ model: AntecedentModel, _ kept: KeptWeights) {
        (self.speakers, self.model, self.kept) = (speakers, model, kept)
    }

    func apply(to state: inout CoreferenceState) {
        let features = AntecedentFeatures(state, speakers)
        let candidates = AntecedentCandidates(state, features.profiles, speakers)
        let pronouns = Pronouns(speakers)
        var score = AntecedentScore(model, kept)
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
