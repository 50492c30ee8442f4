import Resources

/// Guesses the language of a text from its letters and its commonest words.
public struct LanguageGuess: Sendable {
    private let names: [String]
    /// The languages of which a word is among the commonest, a bit each, by the word's hash.
    private let languagesOfWord: [UInt64: UInt32]

    /// The lists that are built in.
    public static let standard = LanguageGuess(Resource.named("lexicons/languages.txt")?.text ?? "")

    /// Bytes of the text that are looked at.
    private static let window = 6000

    /// Reads lines of the form `Name: words`.
    init(_ text: String) {
        var names: [String] = []
        var languagesOfWord: [UInt64: UInt32] = [:]
        for line in text.split(separator: "\n") where !line.hasPrefix("#") {
            let parts = line.split(separator: ":", maxSplits: 1)
            guard parts.count == 2, names.count < 32 else { continue }
            for word in parts[1].split(separator: " ") {
                var hash = WordHash()
                for scalar in word.lowercased().unicodeScalars { hash.append(scalar.value) }
                languagesOfWord[hash.value, default: 0] |= 1 << UInt32(names.count)
            }
            names.append(String(parts[0]))
        }
        self.names = names
        self.languagesOfWord = languagesOfWord
    }

    /// The language that an article is plainly in, where that is not English; nil for English, and where it is too short to tell.
    public func otherLanguage(of article: Article) -> String? {
        let ranges = article.paragraphs.filter { $0.kind != .byline && $0.kind != .credit }.map(\.range)
        var sample: [UInt8] = []
        for range in ranges where sample.count < Self.window {
            sample += article.text[range].prefix(Self.window - sample.count)
            sample.append(0x20)
        }
        return otherLanguage(of: String(decoding: sample, as: UTF8.self))
    }

    /// The same for a text.
    func otherLanguage(of text: String) -> String? {
        var census = Census(languages: names.count)
        // Nearly all letters are ASCII, of which nothing has to be looked up.
        for scalar in text.unicodeScalars {
            if scalar.isASCII {
                let lower = scalar.value | 0x20
                if (0x61...0x7A).contains(lower) { census.note(letter: lower) } else { endWord(&census) }
            } else if scalar.properties.isAlphabetic {
                if let script = Self.script(scalar.value) { census.scripts[script, default: 0] += 1 }
                census.letters += 1
                for lower in scalar.properties.lowercaseMapping.unicodeScalars { census.word.append(lower.value) }
            } else if scalar.properties.generalCategory != .nonspacingMark {
                endWord(&census)
            }
        }
        endWord(&census)
        return census.otherScript ?? otherLanguage(census)
    }

    private func endWord(_ census: inout Census) {
        guard census.word.isBegun else { return }
        census.words += 1
        if let languages = languagesOfWord[census.word.value] {
            for index in names.indices where languages & 1 << UInt32(index) != 0 { census.counts[index] += 1 }
        }
        census.word = WordHash()
    }

    private func otherLanguage(_ census: Census) -> String? {
        let counts = census.counts
        guard census.words >= 12, let english = names.firstIndex(of: "English"),
            let best = counts.indices.max(by: { (counts[$0], $1) < (counts[$1], $0) })
        else { return nil }
        // English has two such words in five; names and numbers may thin them out.
        return counts[best] * 8 >= census.words && counts[best] > 2 * counts[english] ? names[best] : nil
    }

    /// What a text consists of.
    private struct Census {
        var letters = 0
        /// Letters of scripts other than the Latin one.
        var scripts: [String: Int] = [:]
        var words = 0
        /// Words that are common in each language.
        var counts: [Int]
        /// The word that is not at its end yet.
        var word = WordHash()

        init(languages: Int) {
            counts = Array(repeating: 0, count: languages)
        }

        mutating func note(letter: UInt32) {
            letters += 1
            word.append(letter)
        }

        var otherScript: String? {
            guard letters >= 10, let best = scripts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }),
                scripts.values.reduce(0, +) * 2 > letters
            else { return nil }
            return best.key
        }
    }

    /// The hash of a word (FNV-1a over its letters).
    private struct WordHash {
        private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325
        private(set) var isBegun = false

        mutating func append(_ letter: UInt32) {
            value = (value ^ UInt64(letter)) &* 0x100_0000_01B3
            isBegun = true
        }
    }

    private static func script(_ value: UInt32) -> String? {
        switch value {
        case 0x370...0x3FF, 0x1F00...0x1FFF: "Greek"
        case 0x400...0x52F: "a language in Cyrillic letters"
        case 0x590...0x5FF: "Hebrew"
        case 0x600...0x6FF, 0x750...0x77F, 0x8A0...0x8FF, 0xFB50...0xFDFF, 0xFE70...0xFEFF:
            "a language in Arabic letters"
        case 0x900...0xDFF: "a language of India"
        case 0xE00...0xE7F: "Thai"
        case 0x10A0...0x10FF: "Georgian"
        case 0x530...0x58F: "Armenian"
        case 0x3040...0x30FF: "Japanese"
        case 0x1100...0x11FF, 0xAC00...0xD7AF: "Korean"
        case 0x3400...0x9FFF, 0x20000...0x2FFFF: "Chinese or Japanese"
        default: nil
        }
    }
}
