import Facts
import Language

/// Reads over what is written otherwise in a question: short forms, and slips in the words of the grammar and in verbs.
struct SpellingReader: Sendable {
    let spellings: Spellings
    /// Words of the grammar, and forms of the verbs of all classes.
    private let words: Set<String>
    private let listed: [String]
    /// Their bytes; one with more than 255 is like no word.
    private let lengths: [UInt8]
    private let related: RelatedWords

    init(spellings: Spellings, grammar: QuestionGrammar, lexicon: Lexicon) {
        self.spellings = spellings
        var words = Set(grammar.automaton.words)
        let verbs = lexicon.verbs.classes.compactMap { lexicon.verbs.id(named: $0.name) }.flatMap(lexicon.verbs.verbs)
        for verb in verbs where !verb.contains("_") { words.formUnion(Self.forms(of: verb)) }
        words.formUnion(spellings.irregularForms)
        self.words = words
        related = lexicon.related
        listed = words.filter { $0.utf8.count >= 3 }.sorted()
        lengths = listed.map { UInt8(clamping: $0.utf8.count) }
    }

    private static func forms(of verb: String) -> [String] {
        let stem = verb.hasSuffix("e") ? String(verb.dropLast()) : verb
        if verb.hasSuffix("y"), let before = verb.dropLast().last, !"aeiou".contains(before) {
            return [verb, verb.dropLast() + "ies", verb.dropLast() + "ied", verb + "ing"]
        }
        return [verb, verb + "s", stem + "ed", stem + "ing"]
    }

    /// The line with what stands for a contraction written out.
    ///
    /// - Returns: Nil where there is nothing to write out.
    func expanded(_ line: String) -> String? {
        var isChanged = false
        let words = line.split(separator: " ", omittingEmptySubsequences: false).map { word -> String in
            let end = word.utf8.firstIndex { ",;:?!".utf8.contains($0) } ?? word.endIndex
            guard let read = spellings.contraction(word[..<end].lowercased()) else { return String(word) }
            isChanged = true
            return read + word[end...]
        }
        return isChanged ? words.joined(separator: " ") : nil
    }

    /// The line with quotation marks of any kind made double; every mark keeps its length in bytes.
    ///
    /// "'": a mark where it stands before a word, and behind one where a mark is open: apostrophes stay.
    static func withDoubleMarks(_ line: String) -> String {
        guard line.utf8.contains(where: { $0 == UInt8(ascii: "'") || $0 >= 0x80 }) else { return line }
        var scalars = Array(line.unicodeScalars)
        var opening: Int?
        for (index, scalar) in scalars.enumerated() {
            let isAfterSpace = index == 0 || scalars[index - 1].properties.isWhitespace
            let isBeforeSpace = index + 1 == scalars.count || !scalars[index + 1].properties.isAlphabetic
            switch scalar {
            case "\u{201E}", "\u{201F}", "\u{2039}": scalars[index] = "\u{201C}"
            case "\u{203A}": scalars[index] = "\u{201D}"
            case "'" where isAfterSpace && !isBeforeSpace, "\u{2018}" where isAfterSpace: opening = index
            case "'" where isBeforeSpace && !isAfterSpace, "\u{2019}" where isBeforeSpace && !isAfterSpace:
                guard let start = opening else { continue }
                scalars[start] = scalars[start] == "'" ? "\"" : "\u{201C}"
                scalars[index] = scalar == "'" ? "\"" : "\u{201D}"
                opening = nil
            default: continue
            }
        }
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars)
        return String(text)
    }

    /// Whether a word is one of the grammar or a form of a verb of the classes.
    func knows(_ word: String) -> Bool { words.contains(word) }

    /// Words of the grammar and verbs that a mistyped word may be, one slip away: at most four.
    func candidates(for word: String) -> [String] {
        let word = word.lowercased()
        guard word.utf8.count >= 3, !words.contains(word), word.allSatisfy(\.isLetter), !isEnglish(word) else {
            return []
        }
        let length = word.utf8.count
        let near = lengths.indices.lazy.filter { abs(Int(lengths[$0]) - length) <= 1 }.map { listed[$0] }
            .filter { NearWords.distance(word, $0, atMost: 1) == 1 }
        return Array(near.sorted { rank($0, word) < rank($1, word) }.prefix(4))
    }

    /// Whether it is a verb that is spelt well, though in no class: "walk", "walked".
    private func isEnglish(_ word: String) -> Bool {
        let stems = ["", "s", "es", "ed", "d", "ing"].filter(word.hasSuffix).map { String(word.dropLast($0.count)) }
        return stems.contains { stem in stem.utf8.count >= 4 && !related.words(of: stem).derived.isEmpty }
    }

    /// Letters that changed places are the commonest slip, then those left out; a slip in the first letter is rare.
    private func rank(_ candidate: String, _ word: String) -> Int {
        (candidate.first == word.first ? 0 : 4)
            + (candidate.utf8.count == word.utf8.count && candidate.sorted() == word.sorted() ? 0 : 1)
            + (candidate.utf8.count < word.utf8.count ? 1 : 0)
    }
}
