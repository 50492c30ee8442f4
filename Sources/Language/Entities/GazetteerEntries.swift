import Articles

/// The entries of the name lists in `lexicons/`, each with what it is listed as.
struct GazetteerEntries {
    /// All phrases, one after another.
    private(set) var text: [UInt8] = []
    /// Byte ranges of `text`; each ends with a token that is no part of the phrase: at the end of a text the period of an
    /// abbreviation would be taken for that of a sentence.
    private(set) var phrases: [(range: Range<Int>, classes: Gazetteer.Classes)] = []

    /// What each phrase ends with.
    static let end = Array(" Z".utf8)

    static var embedded: GazetteerEntries {
        var entries = GazetteerEntries()
        for line in CountryList.embedded.lines {
            for (field, classes) in zip(line.fields, [Gazetteer.Classes.country, .demonym, .capital]) {
                entries.add(field, classes)
            }
        }
        entries.add(Lexicon(named: "regions")) { name in
            switch name {
            case "us-state": .state
            case "province": .region
            default: .city
            }
        }
        entries.add(Lexicon(named: "titles")) { name in
            switch name {
            case "m": [.title, .maleTitle]
            case "f": [.title, .femaleTitle]
            default: .title
            }
        }
        entries.add(Lexicon(named: "organizations")) { name in
            switch name {
            case "suffix": .companySuffix
            case "head": .bodyNoun
            case "maybe": .maybeOrganization
            default: .organization
            }
        }
        entries.add(Lexicon(named: "first-names"), separator: UInt8(ascii: " ")) { name in
            switch name {
            case "m": [.firstName, .maleName]
            case "f": [.firstName, .femaleName]
            default: [.firstName, .maleName, .femaleName]
            }
        }
        for (words, classes) in calendar {
            for word in words { entries.add(Substring(word), classes) }
        }
        return entries
    }

    private static var calendar: [([String], Gazetteer.Classes)] {
        let words = CalendarWords.embedded
        return [
            (words.words(.month), .month), (words.words(.weekday, .weekdays), .weekday),
            (words.words(.unit), .timeUnit), (words.words(.season), .season), (words.words(.zone), .timeZone),
        ]
    }

    /// Adds lines of a class and its phrases; a phrase of a state's line that comes last is its capital.
    private mutating func add(
        _ lexicon: Lexicon, separator: UInt8 = UInt8(ascii: ","), _ classes: (Substring) -> Gazetteer.Classes
    ) {
        for line in lexicon.text {
            guard let space = line.utf8.firstIndex(of: UInt8(ascii: " ")) else { continue }
            add(line[line.utf8.index(after: space)...], classes(line[..<space]), separator)
        }
    }

    private mutating func add(_ list: Substring, _ classes: Gazetteer.Classes, _ separator: UInt8 = UInt8(ascii: ",")) {
        for phrase in list.utf8.split(separator: separator) {
            let start = text.count
            text += phrase
            text += Self.end
            phrases.append((start..<text.count, classes))
        }
    }
}
