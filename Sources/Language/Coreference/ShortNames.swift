/// Sieve: a part of a name that was given in full.
///
///     [Alexander Grushko] ... [Grushko]        [U.N. Security Council] ... the [Security Council]
enum ShortNames {
    static func apply(to state: inout CoreferenceState) {
        for index in state.mentions.indices {
            let mention = state.mentions[index]
            guard let name = mention.name, let kind = mention.kind else { continue }
            let words = state.words(name)
            if kind == .person {
                joinPerson(index, words, &state)
            } else if kind == .organization || kind == .other {
                joinBody(index, words, &state)
            }
        }
    }

    /// The latest longer name before, or where there is none the first one after (headlines name people short).
    private static func joinPerson(_ index: Int, _ words: [String], _ state: inout CoreferenceState) {
        func fits(_ other: Int) -> Bool {
            let mention = state.mentions[other]
            guard mention.kind == .person, let name = mention.name, !state.areJoined(other, index), name.count > words.count else { return false }
            return PersonName.areCompatible(words, state.words(name)) && state.agreement(of: other).allows(state.agreement(of: index))
        }
        let before = (0..<index).reversed().first(where: fits)
        if let match = before ?? (index + 1..<state.mentions.count).first(where: fits) { state.join(match, index) }
    }

    private static func joinBody(_ index: Int, _ words: [String], _ state: inout CoreferenceState) {
        guard let first = words.first else { return }
        let isPlainNoun = words.count == 1 && state.gazetteer.classes(of: first).contains(.bodyNoun)
        func fits(_ other: Int) -> Bool {
            let mention = state.mentions[other]
            guard mention.kind == .organization || mention.kind == .other, let name = mention.name, name.count > words.count else { return false }
            let long = state.words(name)
            if words.count > 1 { return long.suffix(words.count).elementsEqual(words) || long.starts(with: words) }
            // "Exxon" for "Exxon Mobil Corp.", "the Ministry" for "the Ministry of Finance"; but not "North" for "North Star".
            if isPlainNoun { return long.last == first || long.first == first }
            return long.first == first && state.gazetteer.classes(of: long.last ?? "").contains(.companySuffix)
        }
        if let match = (0..<index).reversed().first(where: fits) { state.join(match, index) }
    }
}
