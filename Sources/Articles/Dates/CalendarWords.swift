import Resources

/// The words of dates and what they mean, for articles' own dates and for those of their sentences: `lexicons/calendar.txt`.
package struct CalendarWords: Sendable {
    package enum Kind: String, Sendable {
        case month, weekday, weekdays, unit, season, zone, day, order, ago, number, beside
        case weekdayInDate = "weekday-in-date"
    }

    package static let embedded = CalendarWords(Resource.named("lexicons/calendar.txt")?.text ?? "")

    private var entries: [(kind: Kind, word: String)] = []
    private var meanings: [String: [Kind: Int]] = [:]

    /// Reads the file's text; lines that are none of its kinds are left out.
    package init(_ text: String) {
        // By bytes: the file is read at every start.
        for line in text.utf8.split(separator: UInt8(ascii: "\n")) where line.first != UInt8(ascii: "#") {
            let fields = line.split(separator: UInt8(ascii: " ")).map { String(Substring($0)) }
            guard fields.count > 2, let kind = Kind(rawValue: fields[0]), let value = Int(fields[1]) else { continue }
            for word in fields.dropFirst(2) {
                entries.append((kind, word))
                meanings[word, default: [:]][kind] = value
            }
        }
    }

    /// What a word in lower case means as one of a kind; nil where it is none.
    package subscript(word: String, kind: Kind) -> Int? { meanings[word]?[kind] }

    /// 1 for Monday to 7 for Sunday, of a word that stands in a date.
    package func weekday(_ word: String) -> Int? { self[word, .weekday] ?? self[word, .weekdayInDate] }

    /// The words of these kinds, in the order of the file.
    package func words(_ kinds: Kind...) -> [String] { entries.filter { kinds.contains($0.kind) }.map(\.word) }
}
