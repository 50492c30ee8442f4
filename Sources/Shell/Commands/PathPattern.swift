/// A path that may hold ~, *, ? and [...].
enum PathPattern {
    /// The files that match, in order of their names; the path itself where nothing matches, so that reading it says why.
    static func expand(_ pattern: String) -> [String] {
        // A file that is really called so wins over the pattern.
        if access(pattern, F_OK) == 0 { return [pattern] }
        let path = home(pattern)
        let found = matches(path, flags: 0)
        return found.isEmpty ? [path] : found
    }

    /// The files whose paths begin so, for completion; folders end with a slash.
    static func beginning(with typed: String) -> [String] {
        let path = home(typed)
        let literal = path.map { "*?[\\".contains($0) ? "\\\($0)" : String($0) }.joined()
        return matches(literal + "*", flags: GLOB_MARK).map { typed + $0.dropFirst(path.count) }
    }

    /// The path with ~ as the folder it stands for.
    static func home(_ path: String) -> String {
        guard path == "~" || path.hasPrefix("~/"), let home = getenv("HOME") else { return path }
        return String(cString: home) + path.dropFirst()
    }

    private static func matches(_ pattern: String, flags: Int32) -> [String] {
        var found = glob_t()
        defer { globfree(&found) }
        guard glob(pattern, flags, nil, &found) == 0, let entries = found.gl_pathv else { return [] }
        return (0..<Int(found.gl_pathc)).compactMap { entries[$0].map { String(cString: $0) } }
    }
}
