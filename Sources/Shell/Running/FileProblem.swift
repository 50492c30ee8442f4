/// Why a file could not be opened, for people: what was wrong, and where.
enum FileProblem {
    /// - Parameter code: What `errno` was.
    static func reading(_ path: String, _ code: Int32) -> String {
        code == ENOENT ? "\(path): no such file" : "\(path): \(String(cString: strerror(code)))"
    }

    static func writing(_ path: String, _ code: Int32) -> String {
        guard code == ENOENT || code == ENOTDIR, let folder = missingFolder(of: path) else {
            return code == EISDIR ? "\(path): a folder; give the name of a file" : reading(path, code)
        }
        return "\(path): there is no folder \(folder)"
    }

    /// The folder that a file would stand in; nil where it is there.
    static func missingFolder(of path: String) -> String? {
        guard let slash = path.lastIndex(of: "/") else { return nil }
        let folder = slash == path.startIndex ? "/" : String(path[..<slash])
        var status = stat()
        return stat(folder, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR ? nil : folder
    }
}
