/// What the ranker's weights are learned from: for each mention the features of its choices, and which of them are right.
package struct AntecedentExamples {
    package struct Example {
        /// Ranges of `features`, one a choice; the first one is to have no antecedent.
        package var choices: [Range<Int32>] = []
        package var isRight: [Bool] = []
    }

    package var features: [UInt64] { collected.features }
    private var collected = CollectedFeatures()
    package private(set) var examples: [Example] = []

    package init() {}

    /// Adds an annotated document.
    ///
    /// - Parameters:
    ///   - chainOfHead: the chain of each mention that has one.
    ///   - isSilver: only pronouns with a right antecedent are learned from: automatic chains miss much.
    package mutating func add(_ document: Document, chainOfHead: [CoreferenceKey: Int], isSilver: Bool = false) {
        var (state, speakers) = CoreferenceResolver.afterNames(document)
        let found = AntecedentFeatures(state, speakers)
        let candidates = AntecedentCandidates(state, found.profiles, speakers)
        let chains = state.mentions.map {
            chainOfHead[CoreferenceKey(head: $0.head, isCoordination: $0.isCoordination)]
        }
        for index in state.mentions.indices {
            guard let others = candidates.candidates(of: index, state) else { continue }
            let isRight = others.map { chains[$0] != nil && chains[$0] == chains[index] }
            // What comes later sees the clusters as they should be.
            defer { if let nearest = isRight.firstIndex(of: true) { state.join(others[nearest], index) } }
            if isSilver, state.mentions[index].pronoun?.person != .third || !isRight.contains(true) { continue }
            var example = Example()
            var start = collected.features.count
            found.addNew(index, to: &collected)
            example.choices.append(Int32(start)..<Int32(collected.features.count))
            example.isRight.append(!isRight.contains(true))
            for (rank, other) in others.enumerated() {
                start = collected.features.count
                found.addPair(index, other, rank: rank, state, to: &collected)
                example.choices.append(Int32(start)..<Int32(collected.features.count))
                example.isRight.append(isRight[rank])
            }
            examples.append(example)
        }
    }
}

/// Features as the ranker's weights are learned for them.
private struct CollectedFeatures: AntecedentFeatureSink {
    private(set) var features: [UInt64] = []

    mutating func add(_ template: UInt64, _ value: UInt64, type: UInt64) {
        let feature = AntecedentModel.feature(template, value)
        features += [feature, AntecedentModel.feature(feature, type: type)]
    }

    mutating func add(_ template: UInt64, _ value: UInt64, types: MentionTypes) {
        let feature = AntecedentModel.feature(template, value)
        features += [
            feature, AntecedentModel.feature(feature, type: types.own),
            AntecedentModel.feature(feature, types: types.both),
        ]
    }

    mutating func addWord(_ template: UInt64, _ word: UInt64, type: UInt64) {
        features.append(AntecedentModel.feature(AntecedentModel.feature(template, word), type: type))
    }

    mutating func add(_ group: UInt64, _ key: UInt64, _ features: (inout Self) -> Void) { features(&self) }
}

/// What identifies a mention of a document: its head, and whether it is the head's coordination with others.
package struct CoreferenceKey: Hashable, Sendable {
    package var head: Int
    package var isCoordination: Bool

    package init(head: Int, isCoordination: Bool) {
        self.head = head
        self.isCoordination = isCoordination
    }
}
