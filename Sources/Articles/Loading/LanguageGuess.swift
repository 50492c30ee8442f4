import Resources

/// Guesses the language of a text from its letters and its commonest words.
public struct LanguageGuess: Sendable {
    private let languages: [(name: String, words: Set<String>)]

    /// The lists that are built in.
    public static let standard = LanguageGuess(Resource.named("lexicons/languages.txt")?.text ?? "")

    /// Bytes of the text that are looked at.
    private static let window = 6000

    /// Reads lines of the form `Name: words`.
    init(_ text: String) {
        languages = text.split(separator: "\n").filter { !$0.hasPrefix("#") }.compactMap { line in
            let parts = line.split(separator: ":", maxSplits: 1)
            return parts.count == 2 ? (String(parts[0]), Set(parts[1].split(separator: " ").map(String.init))) : nil
        }
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
        if let script = Self.otherScript(of: text) { return script }
        var counts = [Int](repeating: 0, count: languages.count)
        var words = 0
        for word in text.lowercased().split(whereSeparator: { !$0.isLetter }) {
            words += 1
            let word = String(word)
            for index in languages.indices where languages[index].words.contains(word) { counts[index] += 1 }
        }
        guard words >= 12, let english = languages.firstIndex(where: { $0.name == "English" }),
            let best = counts.indices.max(by: { (counts[$0], $1) < (counts[$1], $0) })
        else { return nil }
        // English has two such words in five; names and numbers may thin them out.
        if counts[best] * 8 >= words, counts[best] > 2 * counts[english] { return languages[best].name }
        return nil
    }

    /// Letters of another script than the Latin one.
    private static func otherScript(of text: String) -> String? {
        var letters = 0
        var counts: [String: Int] = [:]
        for scalar in text.unicodeScalars where scalar.properties.isAlphabetic {
            letters += 1
            if let name = script(scalar.value) { counts[name, default: 0] += 1 }
        }
        guard letters >= 10, let best = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }),
            counts.values.reduce(0, +) * 2 > letters
        else { return nil }
        return best.key
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
