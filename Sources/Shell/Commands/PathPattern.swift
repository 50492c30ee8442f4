#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A path that may hold ~, *, ? and [...].
enum PathPattern {
    /// The files that match, in order of their names; the path itself where nothing matches, so that reading it says why.
    static func expand(_ pattern: String) -> [String] {
        // A file that is really called so wins over the pattern.
        if access(pattern, F_OK) == 0 { return [pattern] }
        var path = pattern
        if path == "~" || path.hasPrefix("~/"), let home = getenv("HOME") { path = String(cString: home) + path.dropFirst() }
        var found = glob_t()
        defer { globfree(&found) }
        guard glob(path, 0, nil, &found) == 0, let entries = found.gl_pathv else { return [path] }
        return (0..<Int(found.gl_pathc)).compactMap { entries[$0].map { String(cString: $0) } }
    }
}
