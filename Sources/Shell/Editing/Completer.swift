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
        case .names: return name(typed)
        }
    }

    /// A name of which a word begins so.
    private func name(_ typed: String) -> LineEditor.Completion {
        let wanted = typed.lowercased()
        let found = names().filter { name in
            name.lowercased().hasPrefix(wanted)
                || name.lowercased().split(separator: " ").contains { $0.hasPrefix(wanted) }
        }
        if found.count == 1 {
            return LineEditor.Completion(insertion: found[0] + " ", replaced: typed.unicodeScalars.count)
        }
        return LineEditor.Completion(candidates: found.map { LineEditor.Candidate(text: $0) })
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
