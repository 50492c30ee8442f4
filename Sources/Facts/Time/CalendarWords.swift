import Resources

/// The words of dates in articles and what they mean: `lexicons/date-words.txt`.
struct CalendarWords: Sendable {
    enum Kind: String, Sendable {
        case month, weekday, day, unit, order, ago, number, beside
    }

    static let embedded = CalendarWords(Resource.named("lexicons/date-words.txt")?.text ?? "")

    private var meanings: [String: [Kind: Int]] = [:]

    /// Reads the file's text; lines that are none of its kinds are left out.
    init(_ text: String) {
        for line in text.split(separator: "\n") where !line.hasPrefix("#") {
            let fields = line.split(separator: " ").map(String.init)
            guard fields.count > 2, let kind = Kind(rawValue: fields[0]), let value = Int(fields[1]) else { continue }
            for word in fields.dropFirst(2) { meanings[word, default: [:]][kind] = value }
        }
    }

    subscript(word: String, kind: Kind) -> Int? { meanings[word]?[kind] }
}
