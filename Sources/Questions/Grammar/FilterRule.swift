/// A filter of the grammar: its wordings, and what it limits.
struct FilterRule: Sendable {
    enum Place: String, Sendable, CaseIterable {
        /// Anywhere between the parts of a question.
        case anywhere
        /// Anywhere but behind a clause, which would hold such words itself.
        case outsideClauses = "outside-clauses"
        /// Only where a wording names it.
        case placed
        /// Only before the question.
        case first
    }

    enum Key: String, Sendable, CaseIterable {
        case article, title, publisher, source, since, before, after, on, until, quoted, first, latest, top, without,
            nothing
    }

    var name: String
    var place = Place.anywhere
    var wordings: [Wording] = []
    /// For each wording the words that it may begin with; nil where it begins with a slot.
    var firstWords: [Set<String>?] { wordings.map(\.firstWords) }
    /// What it sets, and the slot that it takes it from; nil where there is nothing to take.
    var settings: [(key: Key, slot: String?)] = []

    /// Reads `since: D, until: D2`.
    static func settings(_ text: Substring) throws(WordingError) -> [(key: Key, slot: String?)] {
        var settings: [(key: Key, slot: String?)] = []
        for part in text.split(separator: ",") {
            let words = part.split { $0.isWhitespace || $0 == ":" }
            guard let first = words.first, let key = Key(rawValue: String(first)), words.count <= 2 else {
                throw WordingError(
                    word: String(words.first ?? part),
                    message:
                        "expected KEY or KEY: SLOT, with one of \(Key.allCases.map(\.rawValue).joined(separator: ", "))"
                )
            }
            settings.append((key, words.count == 2 ? String(words[1]) : nil))
        }
        return settings
    }
}
