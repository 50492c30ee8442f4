import Questions

/// What a line that begins with a dot asks for.
enum Command: Equatable {
    case help(topic: String?)
    case load([String])
    case unload(ArticleSelection)
    case reload
    case skipped
    case save(String?)
    case open(String)
    case articles
    /// A sentence of an article in its paragraph.
    case show(article: Int, sentence: Int)
    /// The paragraph that an answer of the last question stands in.
    case context(answer: Int)
    /// An article, the words of its facts marked.
    case read(article: Int)
    case browse(Browse)
    case setting(Setting)
    case why(answer: Int)
    case more
    /// How a question is read, without answering it.
    case parse(String)
    /// The shapes that can be asked, or the files of the grammar read again.
    case grammar(Grammar)
    case quit

    enum Grammar: Equatable, Sendable {
        case list
        case reload(folder: String?)
    }

    /// A command's name and what stands in `.help`.
    struct Entry: Sendable {
        var name: String
        /// "PATH...".
        var arguments: String
        var summary: String
        /// What TAB completes behind it.
        var takes = Operand.nothing
    }

    /// What stands behind a command.
    enum Operand: Sendable, Equatable {
        case nothing, files, names, options
        case words([String])
    }

    /// The command that is meant, its name whole or cut short.
    static func entry(of typed: String) -> Entry? {
        guard let found = try? name(typed.lowercased()) else { return nil }
        return entries.first { $0.name == found }
    }

    static let entries: [Entry] =
        essentials + browsing + settings + [
            Entry(name: ".quit", arguments: "", summary: "leave, as Ctrl-D does")
        ]

    private static let essentials: [Entry] = [
        Entry(
            name: ".help", arguments: "[TOPIC]",
            summary: "what can be asked and typed; topics: questions, answers, keys, commands",
            takes: .words(HelpText.topics)),
        Entry(
            name: ".load", arguments: "PATH...",
            summary: "read more articles: files, folders; * and ~ work, quote names with spaces", takes: .files),
        Entry(name: ".unload", arguments: "N...|all", summary: "take articles away: .unload 3, .unload 2-5"),
        Entry(name: ".reload", arguments: "", summary: "read the files again that changed"),
        Entry(name: ".skipped", arguments: "", summary: "what was not loaded, and why"),
        Entry(
            name: ".save", arguments: "[FILE]",
            summary: "keep the session in a file; what is loaded later goes there too",
            takes: .files),
        Entry(name: ".open", arguments: "FILE", summary: "open a saved session in place of this one", takes: .files),
        Entry(name: ".articles", arguments: "", summary: "the articles that are loaded"),
        Entry(name: ".show", arguments: "[N|N:S]", summary: "the paragraph of answer N, or of sentence S of article N"),
        Entry(name: ".why", arguments: "[N]", summary: "how answer N of the last question was found"),
        Entry(name: ".more", arguments: "", summary: "the other answers to the last question"),
        Entry(
            name: ".parse", arguments: "QUESTION", summary: "how a question is read: its words, shape, pattern, filters"
        ),
        Entry(
            name: ".grammar", arguments: "[reload [DIR]]",
            summary: "the shapes of questions; or read their files again",
            takes: .files),
    ]

    /// Reads a line that begins with a dot; names may be cut short where only one begins so.
    ///
    /// - Throws: What is wrong with it, for people.
    init(_ line: String) throws(CommandError) {
        let (typed, rest) = Self.parted(line)
        let name = try Self.name(typed)
        if let listed = try Self.listed(name, rest) {
            self = listed
            return
        }
        if Self.alone.contains(name), !rest.isEmpty {
            throw CommandError("\(name) takes nothing behind it; \"\(rest)\" is too much")
        }
        switch name {
        case ".help": self = .help(topic: rest.isEmpty ? nil : rest)
        case ".load": self = .load(try Self.paths(rest))
        case ".unload": self = .unload(try ArticleSelection(rest))
        case ".reload": self = .reload
        case ".skipped": self = .skipped
        case ".save": self = .save(try Self.optionalFile(rest, name))
        case ".open": self = .open(try Self.file(rest, name, "talks.hearsay"))
        case ".articles": self = .articles
        case ".show": self = try Self.show(rest)
        case ".why": self = .why(answer: try Self.number(rest, or: 1, command: ".why", example: ".why 2"))
        case ".more": self = .more
        case ".parse":
            guard !rest.isEmpty else {
                throw CommandError(".parse needs a question: .parse who said the bridge is safe")
            }
            self = .parse(rest)
        case ".grammar":
            let words = ArgumentSplitter.split(rest)
            guard words.isEmpty || words[0] == "reload", words.count <= 2 else {
                throw CommandError(".grammar lists the shapes; .grammar reload [DIR] reads their files again")
            }
            self = .grammar(words.isEmpty ? .list : .reload(folder: words.count == 2 ? words[1] : nil))
        default: self = .quit
        }
    }

    /// Commands that take nothing.
    private static let alone: Set<String> = [".reload", ".skipped", ".articles", ".more"]

    /// The one file that a command takes.
    static func file(_ rest: String, _ command: String, _ example: String) throws(CommandError) -> String {
        guard let path = try optionalFile(rest, command) else {
            throw CommandError("\(command) needs a file: \(command) \(example)")
        }
        return path
    }

    static func optionalFile(_ rest: String, _ command: String) throws(CommandError) -> String? {
        let words = ArgumentSplitter.split(rest)
        guard words.count <= 1 else {
            throw CommandError("\(command) takes one file; quote a name with spaces: \(command) \"\(rest)\"")
        }
        return words.first
    }

    /// Whether this names one command, whole or cut short.
    static func isName(_ typed: String) -> Bool { (try? name(typed.lowercased())) != nil }

    private static func parted(_ line: String) -> (name: String, rest: String) {
        let name = line.prefix { !$0.isWhitespace }
        let rest = line[name.endIndex...].drop(while: \.isWhitespace)
        return (name.lowercased(), String(rest.reversed().drop(while: \.isWhitespace).reversed()))
    }

    private static func name(_ typed: String) throws(CommandError) -> String {
        let names = entries.map(\.name)
        if let same = names.first(where: { $0 == typed }) { return same }
        // Other shells leave by these.
        if [".exit", ".q", ".bye"].contains(typed) { return ".quit" }
        if typed == ".h" { return ".help" }
        let longer = typed.count > 1 ? names.filter { $0.hasPrefix(typed) } : []
        if let only = longer.first, longer.count == 1 { return only }
        if longer.count > 1 { throw CommandError("\(typed) could be \(longer.joined(separator: " or "))") }
        let near = NearWords.near(typed, among: names)
        let hint = near.isEmpty ? ".help lists the commands" : "did you mean \(near.joined(separator: " or "))?"
        throw CommandError("\(typed) is not a command; \(hint)")
    }

    private static func paths(_ rest: String) throws(CommandError) -> [String] {
        let words = ArgumentSplitter.split(rest)
        guard !words.isEmpty else { throw CommandError(".load needs a file: .load talks.txt") }
        return words
    }

    private static func show(_ rest: String) throws(CommandError) -> Command {
        let text = rest.hasPrefix("[") && rest.hasSuffix("]") ? String(rest.dropFirst().dropLast()) : rest
        if text.isEmpty { return .context(answer: 1) }
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        let article = try number(String(parts[0]), or: nil, command: ".show", example: ".show 1")
        guard parts.count == 2 else { return .context(answer: article) }
        return .show(
            article: article, sentence: try number(String(parts[1]), or: nil, command: ".show", example: ".show 1:3"))
    }

    static func number(_ text: String, or standard: Int?, command: String, example: String) throws(CommandError)
        -> Int
    {
        if text.isEmpty, let standard { return standard }
        guard let number = Int(text), number > 0 else { throw CommandError("\(command) needs a number: \(example)") }
        return number
    }
}

/// Articles by their numbers: "3", "2-5 7", "all".
enum ArticleSelection: Equatable {
    case all
    case numbers([ClosedRange<Int>])

    init(_ text: String) throws(CommandError) {
        if text.lowercased() == "all" {
            self = .all
            return
        }
        var ranges: [ClosedRange<Int>] = []
        for word in text.split(whereSeparator: { $0.isWhitespace || $0 == "," }) {
            let bounds = word.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
            guard (1...2).contains(bounds.count), let first = bounds[0], let last = bounds[bounds.count - 1], first > 0,
                first <= last,
                last < 1 << 40
            else { throw CommandError("\(word) is no number of an article; .unload 3, .unload 2-5, .unload all") }
            ranges.append(first...last)
        }
        guard !ranges.isEmpty else {
            throw CommandError(".unload needs numbers of articles, or all: .unload 3, .unload 2-5")
        }
        self = .numbers(ranges)
    }
}

/// What is wrong with a command, for people.
struct CommandError: Error, Equatable {
    var message: String
    /// What the program's exit status is to tell of it.
    var status: ExitStatus

    init(_ message: String, status: ExitStatus = .notUnderstood) {
        self.message = message
        self.status = status
    }
}
