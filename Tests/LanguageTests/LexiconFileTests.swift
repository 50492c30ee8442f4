import Resources
import Testing

/// The word lists in `lexicons/`: a word stands once in a class, so that who takes it out has taken it out.
@Suite struct LexiconFileTests {
    /// How the lines of a file are read.
    enum Format {
        /// A class of one word or two, and its words a line.
        case classes(keys: Int = 1)
        /// A class and its names a line, with commas between them.
        case names
        /// A list's name, a colon, its words.
        case lists
        /// A list's name, a colon, its values, with commas between them.
        case values
        /// Words, all of one list.
        case words
        /// One entry a line.
        case lines
        /// A word and what it has, in columns that a byte parts.
        case table(keys: Int)
    }

    static let formats: [(name: String, format: Format)] = [
        ("abbreviations", .classes()), ("article-lines", .lists), ("calendar", .classes(keys: 2)),
        ("contractions", .lines),
        ("currencies", .words), ("first-names", .classes()),
        ("hyphen-prefixes", .words),
        ("impersonal-verbs", .words), ("languages", .lists), ("lemmas", .table(keys: 2)), ("name-clues", .classes()),
        ("nicknames", .table(keys: 1)),
        ("nouns", .classes()), ("organizations", .names), ("page-lines", .values), ("people-verbs", .words),
        ("predicate-openers", .words), ("quotation-verbs", .words), ("regions", .names),
        ("related-words", .table(keys: 1)),
        ("sentence-starters", .words), ("set-phrases", .lines), ("speech-verbs", .words), ("titles", .names),
        ("units", .words), ("word-fields", .classes(keys: 2)),
    ]

    @Test func `each list has its format here`() {
        let files = Resource.all.map(\.name).filter { $0.hasPrefix("lexicons/") && $0.hasSuffix(".txt") }
        #expect(Set(files) == Set(Self.formats.map { "lexicons/\($0.name).txt" }))
    }

    @Test(arguments: formats.indices) func `no word stands twice in a class`(index: Int) throws {
        let (name, format) = Self.formats[index]
        let text = try #require(Resource.named("lexicons/\(name).txt")).text
        var seen: Set<String> = []
        for line in text.split(separator: "\n") where !line.hasPrefix("#") {
            for entry in Self.entries(line, format) {
                #expect(seen.insert(entry).inserted, "\(name).txt: \(entry)")
            }
        }
        #expect(!seen.isEmpty)
    }

    /// The entries of a line with their class.
    static func entries(_ line: Substring, _ format: Format) -> [String] {
        func parts(_ list: Substring, by separator: Character) -> [String] {
            list.split(separator: separator).map { $0.split(separator: " ").joined(separator: " ") }
        }
        func classed(_ head: Substring, _ words: [String]) -> [String] { words.map { "\(head): \($0)" } }
        switch format {
        case .classes(let keys):
            let words = line.split(separator: " ")
            return words.dropFirst(keys).map { words.prefix(keys).joined(separator: " ") + ": " + $0 }
        case .names:
            let head = line.prefix { $0 != " " }
            return classed(head, parts(line.dropFirst(head.count + 1), by: ","))
        case .lists, .values:
            let head = line.prefix { $0 != ":" }
            let isValues = if case .values = format { true } else { false }
            return classed(head, parts(line.dropFirst(head.count + 1), by: isValues ? "," : " "))
        case .words: return parts(line, by: " ")
        case .lines: return [String(line)]
        case .table(let keys):
            return [
                line.split(omittingEmptySubsequences: false) { $0 == " " || $0 == "\t" }.prefix(keys).joined(
                    separator: " ")
            ]
        }
    }
}
