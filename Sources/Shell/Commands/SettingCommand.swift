import Facts

/// Commands about how things are shown and where they go, and what they hold.
enum Setting: Equatable, Sendable {
    /// Nil tells the one that is set.
    case mode(ReplyFormat?)
    /// Nil for standard output; `once` for the next answer only.
    case output(path: String?, once: Bool)
    case timer(Bool)
    /// A line of text.
    case say(String)
    case echo(Bool)
    /// A name and its new value; nil tells the one it has.
    case option(String, String?)
    case options
    case history(Int)
    case run(String)
}

extension Command {
    /// Things to look at without a question.
    enum Browse: Equatable, Sendable {
        case entities(Entity.Kind, topic: String?)
        case quotes(by: String?, about: String?)
        case facts(Int?)
        case profile(String)
        case timeline(String?)
        /// Two names; more words where it is to be found out where the first name ends.
        case compare([String], on: String?)
    }

    static let browsing: [Entry] = [
        Entry(name: ".read", arguments: "[N]", summary: "article N, the words of its facts marked"),
        Entry(name: ".people", arguments: "[TOPIC]", summary: "whom the articles name, and in how many sentences"),
        Entry(name: ".organizations", arguments: "[TOPIC]", summary: "the organizations"),
        Entry(name: ".places", arguments: "[TOPIC]", summary: "the places"),
        Entry(name: ".quotes", arguments: "[by NAME] [about TOPIC]", summary: "who says what", takes: .names),
        Entry(name: ".facts", arguments: "[N]", summary: "the facts of all articles, or of article N"),
        Entry(
            name: ".profile", arguments: "NAME", summary: "what somebody says, wants and does, and what others say",
            takes: .names),
        Entry(
            name: ".timeline", arguments: "[TOPIC]", summary: "what was said when, the oldest first", takes: .names),
        Entry(
            name: ".compare", arguments: "NAME NAME [on TOPIC]",
            summary: "two side by side: .compare Russia and European Union",
            takes: .names),
    ]

    static let settings: [Entry] = [
        Entry(
            name: ".mode", arguments: "FORM", summary: ReplyFormat.allCases.map(\.rawValue).joined(separator: ", "),
            takes: .words(ReplyFormat.allCases.map(\.rawValue))),
        Entry(
            name: ".output", arguments: "[FILE]", summary: "write answers to a file; without one to the screen again",
            takes: .files),
        Entry(name: ".once", arguments: "FILE", summary: "write the next answer to a file", takes: .files),
        Entry(
            name: ".timer", arguments: "on|off", summary: "tell how long an answer took", takes: .words(["on", "off"])),
        Entry(
            name: ".echo", arguments: "on|off|TEXT", summary: "lines of a script above their answers; or write a text"),
        Entry(
            name: ".set", arguments: "[NAME VALUE]", summary: "options: \(Options.names.joined(separator: ", "))",
            takes: .options),
        Entry(name: ".history", arguments: "[N]", summary: "the last lines that were typed"),
        Entry(name: ".run", arguments: "FILE", summary: "run the lines of a script", takes: .files),
    ]

    /// Reads the commands of these lists; nil for others.
    static func listed(_ name: String, _ rest: String) throws(CommandError) -> Command? {
        let text = rest.isEmpty ? nil : rest
        switch name {
        case ".read": return .read(article: try number(rest, or: 1, command: ".read", example: ".read 1"))
        case ".people": return .browse(.entities(.person, topic: text))
        case ".organizations": return .browse(.entities(.organization, topic: text))
        case ".places": return .browse(.entities(.place, topic: text))
        case ".quotes":
            let (by, about) = parted(rest, by: "about")
            let name = by.hasPrefix("by ") ? String(by.dropFirst(3)).trimmed : by
            return .browse(.quotes(by: name.isEmpty ? nil : name, about: about.isEmpty ? nil : about))
        case ".facts":
            return .browse(
                .facts(rest.isEmpty ? nil : try number(rest, or: nil, command: ".facts", example: ".facts 1")))
        case ".profile":
            guard let text else { throw CommandError(".profile needs a name: .profile Kallas") }
            return .browse(.profile(text.hasPrefix("of ") ? String(text.dropFirst(3)) : text))
        case ".timeline": return .browse(.timeline(text.map { $0.hasPrefix("of ") ? String($0.dropFirst(3)) : $0 }))
        case ".compare":
            let (names, topic) = parted(rest, by: "on")
            let words = try compared(names)
            return .browse(.compare(words, on: topic.isEmpty ? nil : topic))
        case ".mode":
            if rest.isEmpty { return .setting(.mode(nil)) }
            guard let format = ReplyFormat(rawValue: rest.lowercased()) else {
                throw CommandError(".mode needs one of \(ReplyFormat.allCases.map(\.rawValue).joined(separator: ", "))")
            }
            return .setting(.mode(format))
        case ".output", ".once":
            let path = name == ".once" ? try file(rest, name, "answer.md") : try optionalFile(rest, name)
            return .setting(.output(path: path == "stdout" ? nil : path, once: name == ".once"))
        case ".timer": return .setting(.timer(try onOff(rest, ".timer")))
        case ".echo":
            if rest == "on" || rest == "off" { return .setting(.echo(rest == "on")) }
            return .setting(.say(rest))
        case ".set":
            let words = ArgumentSplitter.split(rest)
            guard !words.isEmpty else { return .setting(.options) }
            guard words.count <= 2 else { throw CommandError(".set needs a name and a value: .set ghost off") }
            return .setting(.option(words[0].lowercased(), words.count == 2 ? words[1].lowercased() : nil))
        case ".history":
            return .setting(.history(try number(rest, or: 20, command: ".history", example: ".history 50")))
        case ".run":
            return .setting(.run(try file(rest, name, "morning.questions")))
        default: return nil
        }
    }

    private static func onOff(_ text: String, _ command: String) throws(CommandError) -> Bool {
        let text = text.lowercased()
        guard text == "on" || text == "off" else { throw CommandError("\(command) is on or off: \(command) on") }
        return text == "on"
    }

    /// "Ana Bell and Li", "Ana Bell, Li", "'Ana Bell' Li": both names; the words where it is not told where the first one ends.
    private static func compared(_ text: String) throws(CommandError) -> [String] {
        let words = ArgumentSplitter.split(text.replacing(",", with: " , "))
        let parts = words.split { ["and", "with", ","].contains($0) }.map { $0.joined(separator: " ") }
        let names = parts.count == 2 ? parts : words
        guard names.count >= 2, parts.count <= 2 else {
            throw CommandError(".compare needs two names: .compare Russia and European Union on peace")
        }
        return names
    }

    /// "by Ana about ships" parted at the word "about".
    private static func parted(_ text: String, by word: String) -> (before: String, after: String) {
        let words = text.split(separator: " ", omittingEmptySubsequences: true)
        guard let cut = words.firstIndex(of: Substring(word)) else { return (text, "") }
        return (words[..<cut].joined(separator: " "), words[(cut + 1)...].joined(separator: " "))
    }
}
