/// Sieve: the same name is the same thing.
///
///     [Reuters] says ... According to [Reuters], ...
enum ExactNames {
    static func apply(to state: inout CoreferenceState) {
        var seen: [String: [Int]] = [:]
        for index in state.mentions.indices {
            let mention = state.mentions[index]
            guard mention.form == .name, let name = mention.name, let kind = mention.kind else { continue }
            let phrase = state.words(name).joined(separator: " ")
            let earlier = seen[phrase, default: []].first { isCompatible(state.mentions[$0].kind, kind) }
            if let earlier { state.join(earlier, index) }
            seen[phrase, default: []].append(index)
        }
    }

    /// "Moscow" may once be taken for a place and once for an organization; a person is a person only.
    private static func isCompatible(_ a: NamedEntity.Kind?, _ b: NamedEntity.Kind) -> Bool {
        a == b || (a != .person && b != .person)
    }
}
