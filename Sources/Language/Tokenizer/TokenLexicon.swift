/// The word lists a tokeniser reads: abbreviations, contractions, prefixes, units.
struct TokenLexicon: Sendable {
    /// How the period after an abbreviation is read; see `abbreviations.txt`.
    enum Abbreviation: Sendable {
        case title, number, date, suffix, general
    }

    static let embedded = TokenLexicon()

    let abbreviations: [String: Abbreviation]
    /// Length of the first part, in bytes, of each contraction without apostrophe: "cannot" 3.
    let contractions: [String: Int]
    /// Words after which "its" is "it's" without apostrophe.
    let predicateOpeners: Set<String>
    let hyphenPrefixes: Set<String>
    let units: Set<String>

    private init() {
        var abbreviations: [String: Abbreviation] = [:]
        for line in Lexicon(named: "abbreviations").lines {
            let kind: Abbreviation? =
                switch line[0] {
                case "title": .title
                case "number": .number
                case "date": .date
                case "suffix": .suffix
                case "general": .general
                default: nil
                }
            guard let kind else { continue }
            for word in line.dropFirst() { abbreviations[String(word)] = kind }
        }
        self.abbreviations = abbreviations
        contractions = Dictionary(
            Lexicon(named: "contractions").lines.lazy.filter { $0.count == 2 }.map {
                ("\($0[0])\($0[1])", $0[0].utf8.count)
            },
            uniquingKeysWith: { first, _ in first })
        predicateOpeners = Lexicon(named: "predicate-openers").words
        hyphenPrefixes = Lexicon(named: "hyphen-prefixes").words
        units = Lexicon(named: "units").words
    }

    /// What the word before a period abbreviates, or nil.
    ///
    /// "MR" and "mr" count as "Mr"; in lower case only what is not a common word ("miss", "ill").
    func abbreviation(_ word: String) -> Abbreviation? {
        if let kind = abbreviations[word] { return kind }
        guard let first = word.utf8.first, word.utf8.count > 1 else { return nil }
        let capitalized = word.prefix(1).uppercased() + word.dropFirst().lowercased()
        guard let kind = abbreviations[capitalized] else { return nil }
        let isLower = first >= UInt8(ascii: "a")
        return isLower && kind == .general ? nil : kind
    }
}
