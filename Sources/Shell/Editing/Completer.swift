/// What TAB completes in a command: its name, and what stands behind it: files, names, topics.
struct Completer {
    /// Names of the articles, for commands that take one.
    var names: () -> [String] = { [] }

    func complete(_ line: String) -> LineEditor.Completion {
        let words = ArgumentSplitter.split(line)
        guard line.hasPrefix("."), let command = words.first else { return LineEditor.Completion() }
        guard line.contains(" ") else { return Self.choose(Command.entries.map(\.name), for: line, ending: " ") }
        let typed = line.hasSuffix(" ") && !line.hasSuffix("\\ ") ? "" : words.last ?? ""
        guard let entry = Command.entry(of: command) else { return LineEditor.Completion() }
        switch entry.takes {
        case .nothing: return LineEditor.Completion()
        case .files: return files(typed)
        case .words(let words): return Self.choose(words, for: typed, ending: "")
        case .names: return name(line, words.dropFirst(), isOpen: !typed.isEmpty)
        case .options:
            let done = typed.isEmpty ? words.dropFirst() : words.dropFirst().dropLast()
            switch done.first {
            case nil: return Self.choose(Options.names, for: typed, ending: " ")
            case "keys": return Self.choose(["emacs", "vi"], for: typed, ending: "")
            default: return done.count == 1 ? Self.choose(["on", "off"], for: typed, ending: "") : .init()
            }
        }
    }

    /// A name of which a word begins so, or that begins with the last words.
    private func name(_ line: String, _ words: ArraySlice<String>, isOpen: Bool) -> LineEditor.Completion {
        var seen: Set<String> = []
        let all = names().filter { seen.insert($0).inserted }
        guard isOpen else { return LineEditor.Completion(candidates: all.map { LineEditor.Candidate(text: $0) }) }
        for start in words.indices {
            let typed = words[start...].joined(separator: " ")
            guard line.hasSuffix(typed) else { continue }
            let found = all.filter { Self.name($0.lowercased(), hasPartWith: typed.lowercased()) }
            guard let only = found.first else { continue }
            if found.count > 1 {
                return LineEditor.Completion(candidates: found.map { LineEditor.Candidate(text: $0) })
            }
            return LineEditor.Completion(insertion: only + " ", replaced: typed.unicodeScalars.count)
        }
        return LineEditor.Completion()
    }

    /// Whether a name, or the rest of it behind a space, begins so.
    private static func name(_ name: String, hasPartWith typed: String) -> Bool {
        var rest = name[...]
        while true {
            if rest.hasPrefix(typed) { return true }
            guard let space = rest.firstIndex(of: " ") else { return false }
            rest = rest[rest.index(after: space)...]
        }
    }

    private func files(_ typed: String) -> LineEditor.Completion {
        let found = PathPattern.beginning(with: typed)
        return Self.choose(
            found, for: typed, ending: found.count == 1 && found[0].hasSuffix("/") ? "" : " ", escaping: true)
    }

    /// What is shown of a path: its last part.
    private static func name(_ path: String) -> String {
        guard let slash = path.dropLast().lastIndex(of: "/") else { return path }
        return String(path[path.index(after: slash)...])
    }

    /// The letters that all candidates go on with, and the candidates where these are more than one and go on differently.
    private static func choose(_ candidates: [String], for typed: String, ending: String, escaping: Bool = false)
        -> LineEditor.Completion
    {
        let matching = candidates.filter { $0.hasPrefix(typed) }
        guard let first = matching.first else { return LineEditor.Completion() }
        var common = Substring(first)
        for candidate in matching.dropFirst() { while !candidate.hasPrefix(common) { common = common.dropLast() } }
        var insertion = String(common.dropFirst(typed.count))
        if escaping { insertion = insertion.map { " '\"\\".contains($0) ? "\\\($0)" : String($0) }.joined() }
        if matching.count == 1 { return LineEditor.Completion(insertion: insertion + ending) }
        return LineEditor.Completion(
            insertion: insertion,
            candidates: insertion.isEmpty ? matching.map { LineEditor.Candidate(text: name($0)) } : [])
    }
}
