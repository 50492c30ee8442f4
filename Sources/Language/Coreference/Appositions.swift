/// Sieve: a description set beside a name.
///
///     the European Union's [foreign policy chief], [Kaja Kallas], said        [Ann Dow], the [mayor], said
enum Appositions {
    static func apply(to state: inout CoreferenceState) {
        var mentionOfHead: [Int: Int] = [:]
        for (index, mention) in state.mentions.enumerated() where !mention.isCoordination {
            mentionOfHead[mention.head] = index
        }
        for index in state.mentions.indices {
            let mention = state.mentions[index]
            guard !mention.isCoordination, state.document.relations[mention.head] == .appos,
                let head = state.document.head(of: mention.head), let other = mentionOfHead[head]
            else { continue }
            let (a, b) = (state.mentions[other], mention)
            guard areAdjacent(a, b, state.document) else { continue }
            // One describes the other: two names are a list, or a place and the one it lies in.
            guard a.form == .nominal || b.form == .nominal, a.form != .pronoun, b.form != .pronoun else { continue }
            guard isSameSort(a, b, state) else { continue }
            state.join(other, index)
        }
    }

    /// Side by side, or with a comma between them.
    private static func areAdjacent(_ a: CoreferenceMention, _ b: CoreferenceMention, _ document: Document) -> Bool {
        // "the engineer, Ann Dow, who ...": the clause behind the name makes the first span hold the second.
        let end = b.tokens.lowerBound < a.tokens.upperBound ? a.head + 1 : a.tokens.upperBound
        let gap = b.tokens.lowerBound - end
        return gap == 0 || (gap == 1 && document.upos[end] == .punct)
    }

    /// A person is described by a noun for persons, a thing is not.
    private static func isSameSort(_ a: CoreferenceMention, _ b: CoreferenceMention, _ state: CoreferenceState) -> Bool
    {
        guard a.agreement.allows(b.agreement) else { return false }
        let (name, noun) = a.form == .name ? (a, b) : (b, a)
        guard name.kind == .person else { return true }
        return noun.agreement.gender.isDisjoint(with: .neuter)
    }
}
