/// The names of `grammar/names.groups` that stand for the same: Russia, Russian, Moscow, the Kremlin.
public struct NameGroups: Sendable {
    /// A group of names, as an index into `groups`.
    public typealias ID = Int

    /// How a name stands for its group.
    public enum Part: String, Sendable, CaseIterable {
        /// Another name of the very thing: "United States", "U.S.".
        case name
        /// Its adjective and its people: "Russian", "Russians".
        case demonym
        /// A place or building that stands for its government: "Moscow", "Kremlin".
        case seat
    }

    /// Names that stand for the same.
    public struct Group: Sendable {
        /// The name to show.
        public var name: String
        /// "country", "organization" ...
        public var kind: String
    }

    /// The groups in the order of the file.
    public private(set) var groups: [Group] = []
    /// Names by their lower-cased words, joined by spaces.
    private var entries: [String: (group: ID, part: Part)] = [:]
    private var firstWords: Set<String> = []
    /// The words that follow a first word which is no name by itself: "hague" for "the".
    private var secondWords: [String: Set<String>] = [:]
    /// The most words a name has.
    public private(set) var longest = 1

    /// The group of a name in lower case, and how the name stands for it.
    public func group(of name: String) -> (group: ID, part: Part)? { entries[name] }

    /// Whether a name begins with this lower-cased word.
    public func beginsName(_ word: String) -> Bool { firstWords.contains(word) }

    /// Whether a name may begin with a lower-cased word that another one follows behind a space; cheaper than looking up all lengths.
    public func beginsName(_ word: String, before next: String) -> Bool {
        firstWords.contains(word)
            && (entries[word] != nil || secondWords[word] == nil || beginsLongerName(word, before: next))
    }

    /// Whether a name of several words may begin with these two.
    public func beginsLongerName(_ word: String, before next: String) -> Bool {
        guard let seconds = secondWords[word] else { return false }
        return seconds.contains(next)
            || !next.utf8.allSatisfy { $0 >= 97 } && seconds.contains(String(next.prefix(while: \.isLetter)))
    }

    /// Reads the file's text.
    ///
    /// - Throws: `GrammarError` with line and column of the first mistake.
    public init(_ text: String, file: String = "names.groups") throws {
        var kind: String?
        for line in GrammarLines(text) {
            let words = line.words
            if !line.isIndented, words[0] == "group" {
                guard words.count == 2 else {
                    throw GrammarError(
                        file: file, line: line.number, column: 6, message: "expected group KIND, found \(line.text)")
                }
                kind = words[1]
                continue
            }
            guard let kind else {
                throw GrammarError(
                    file: file, line: line.number, column: 1, message: "expected group KIND before this line")
            }
            let columns = line.text.utf8.split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false)
            guard columns.count <= 4 else {
                throw GrammarError(
                    file: file, line: line.number, column: 1,
                    message: "expected names | demonyms | capitals | houses, found \(columns.count) columns")
            }
            let id = groups.count
            for (column, part) in zip(columns, [Part.name, .demonym, .seat, .seat]) {
                for name in column.split(separator: UInt8(ascii: ",")) {
                    let words = name.split(whereSeparator: GrammarLines.isSpace).map { String(Substring($0)) }
                    let trimmed = words.joined(separator: " ")
                    guard !trimmed.isEmpty else { continue }
                    if groups.count == id { groups.append(Group(name: trimmed, kind: kind)) }
                    add(trimmed.lowercased(), group: id, part: part)
                }
            }
        }
    }

    private mutating func add(_ name: String, group: ID, part: Part) {
        if let known = entries[name], known.part == .name || part != .name { return }
        entries[name] = (group, part)
        // A tokeniser may take "N." and "Korea" apart, or the full stop from "U.S.".
        let first = Substring(name.utf8.prefix { $0 != 32 })
        firstWords.insert(String(first))
        if let hyphen = first.firstIndex(of: "-") { firstWords.insert(String(first[..<hyphen])) }
        if let apostrophe = first.firstIndex(of: "'") { firstWords.insert(String(first[..<apostrophe])) }
        // What is parted at a hyphen, an apostrophe or a full stop has no second word of its own.
        if first.utf8.count < name.utf8.count, first.allSatisfy(\.isLetter) {
            secondWords[String(first), default: []].insert(
                String(name.dropFirst(first.count + 1).prefix(while: \.isLetter)))
        }
        longest = max(longest, name.utf8.count { $0 == 32 } + 1)
    }
}
