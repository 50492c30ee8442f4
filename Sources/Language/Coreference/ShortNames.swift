/// Sieve: a part of a name that was given in full.
///
///     [Alexander Grushko] ... [Grushko]        [U.N. Security Council] ... the [Security Council]
enum ShortNames {
    static func apply(to state: inout CoreferenceState) {
        // Names of several words by each of their words.
        var longer: [String: [Int]] = [:]
        for (index, mention) in state.mentions.enumerated() {
            guard let name = mention.name, name.count > 1 else { continue }
            for word in Set(state.words(name)) { longer[word, default: []].append(index) }
        }
        for index in state.mentions.indices {
            let mention = state.mentions[index]
            guard let name = mention.name, let kind = mention.kind else { continue }
            let words = state.words(name)
            if kind == .person {
                joinPerson(index, words, longer, &state)
            } else if kind == .organization || kind == .other {
                joinBody(index, words, longer, &state)
            }
        }
    }

    /// How many names with a word in common are looked at, the nearest first.
    private static let most = 50

    /// The latest longer name before, or where there is none the first one after (headlines name people short).
    private static func joinPerson(
        _ index: Int, _ words: [String], _ longer: [String: [Int]], _ state: inout CoreferenceState
    ) {
        func fits(_ other: Int) -> Bool {
            let mention = state.mentions[other]
            guard mention.kind == .person, let name = mention.name, !state.areJoined(other, index),
                name.count > words.count
            else { return false }
            return PersonName.areCompatible(words, state.words(name))
                && state.agreement(of: other).allows(state.agreement(of: index))
        }
        var before = -1
        var after = Int.max
        for word in Set(words) {
            let others = longer[word] ?? []
            let place = others.partitioningIndex { $0 >= index }
            if let match = others[..<place].suffix(most).last(where: fits) { before = max(before, match) }
            if let match = others[place...].prefix(most).first(where: { $0 > index && fits($0) }) {
                after = min(after, match)
            }
        }
        if before >= 0 { state.join(before, index) } else if after < .max { state.join(after, index) }
    }

    private static func joinBody(
        _ index: Int, _ words: [String], _ longer: [String: [Int]], _ state: inout CoreferenceState
    ) {
        guard let first = words.first else { return }
        let isPlainNoun = words.count == 1 && state.gazetteer.classes(of: first).contains(.bodyNoun)
        func fits(_ other: Int) -> Bool {
            let mention = state.mentions[other]
            guard mention.kind == .organization || mention.kind == .other, let name = mention.name,
                name.count > words.count
            else { return false }
            let long = state.words(name)
            if words.count > 1 { return long.suffix(words.count).elementsEqual(words) || long.starts(with: words) }
            // "Exxon" for "Exxon Mobil Corp.", "the Ministry" for "the Ministry of Finance"; but not "North" for "North Star".
            if isPlainNoun { return long.last == first || long.first == first }
            guard long.first == first else { return false }
            let last = state.gazetteer.classes(of: long.last ?? "")
            return last.contains(.companySuffix)
                || mention.kind == .organization && state.gazetteer.classes(of: first).isEmpty
                    && state.nouns[first] == nil
        }
        let others = longer[first] ?? []
        let place = others.partitioningIndex { $0 >= index }
        if let match = others[..<place].suffix(most).last(where: fits) { state.join(match, index) }
    }
}

extension Array where Element == Int {
    /// The first index in a sorted array from which on the elements satisfy the condition.
    fileprivate func partitioningIndex(_ condition: (Int) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if condition(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
