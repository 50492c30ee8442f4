import Language

/// Learns the lemmatiser's rules: for each tag the ends of words that decide how the lemma is made, no more than needed.
struct LemmaTraining {
    private struct Word: Hashable {
        var tag: PennTag
        var norm: String
    }

    /// How often each edit was seen with a word.
    private var words: [Word: [LemmaRules.Edit: Double]] = [:]
    /// Longest end of a word that can be a rule, in characters.
    private let longestEnd = 7

    /// Counts a word with its lemma.
    mutating func add(form: String, norm: String, lemma: String, tag: PennTag, weight: Double = 1) {
        if tag == .nnp, !Self.isAbbreviation(norm, of: lemma) { return }
        if tag == .nnps || norm.contains(" ") || lemma.contains(" ") || lemma.isEmpty { return }
        if tag == .cd, norm.first?.isNumber == true { return }
        words[Word(tag: tag, norm: norm), default: [:]][Self.edit(from: norm, to: lemma), default: 0] += weight
    }

    /// "sept." for "September"
    private static func isAbbreviation(_ norm: String, of lemma: String) -> Bool {
        let stem = norm.hasSuffix(".") ? String(norm.dropLast()) : norm
        return stem.count >= 3 && lemma.count > norm.count && lemma.lowercased().hasPrefix(stem)
    }

    private static func edit(from norm: String, to lemma: String) -> LemmaRules.Edit {
        let common = zip(norm.unicodeScalars, lemma.unicodeScalars).prefix { $0 == $1 }
        let shared = common.reduce(0) { $0 + UTF8.width($1.0) }
        return LemmaRules.Edit(
            cut: norm.utf8.count - shared, append: String(lemma.unicodeScalars.dropFirst(common.count)))
    }

    /// The rules, as lines of `lexicons/lemmas.txt`.
    func rules() -> [String] {
        var lines: [String] = []
        for tag in PennTag.allCases {
            let ofTag = words.filter { $0.key.tag == tag }
            if !ofTag.isEmpty { lines += rules(tag, ofTag) }
        }
        return lines
    }

    private func rules(_ tag: PennTag, _ words: [Word: [LemmaRules.Edit: Double]]) -> [String] {
        // How many different words with this end take each edit.
        var ends: [String: [LemmaRules.Edit: Double]] = [:]
        for (word, edits) in words {
            guard let edit = best(edits)?.key else { continue }
            for length in 0...min(longestEnd, word.norm.count) {
                let end = String(word.norm.suffix(length))
                if edit.cut <= end.utf8.count { ends[end, default: [:]][edit, default: 0] += 1 }
            }
        }
        var chosen: [String: LemmaRules.Edit] = [:]
        func inherited(_ end: Substring) -> LemmaRules.Edit? {
            var end = end
            while true {
                if let edit = chosen[String(end)] { return edit }
                if end.isEmpty { return nil }
                end = end.dropFirst()
            }
        }
        var lines: [String] = []
        func choose(_ end: String, _ edit: LemmaRules.Edit) {
            chosen[end] = edit
            lines.append("\(tag.name) \(end) \(edit.cut) \(edit.append.isEmpty ? "_" : edit.append)")
        }
        for (end, edits) in ends.sorted(by: { ($0.key.count, $0.key) < ($1.key.count, $1.key) }) where tag != .nnp {
            guard let (edit, count) = best(edits) else { continue }
            if end.isEmpty {
                choose(end, edit)
                continue
            }
            guard let before = inherited(end.dropFirst()), edit != before, count >= 3,
                count >= 2 * (edits[before] ?? 0) + 1
            else { continue }
            choose(end, edit)
        }
        for (word, edits) in words.sorted(by: { $0.key.norm < $1.key.norm }) {
            guard let (edit, count) = best(edits) else { continue }
            let before = inherited(Substring(word.norm)) ?? LemmaRules.Edit(cut: 0, append: "")
            if tag == .nnp ? count >= 3 : edit != before && count > edits[before] ?? 0 { choose("^" + word.norm, edit) }
        }
        return lines
    }

    private func best(_ edits: [LemmaRules.Edit: Double]) -> (key: LemmaRules.Edit, value: Double)? {
        edits.max { ($0.value, $1.key.cut, $1.key.append) < ($1.value, $0.key.cut, $0.key.append) }
    }
}
