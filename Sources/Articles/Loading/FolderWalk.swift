#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Finds the files in folders, and in the folders in them, in order of their names.
///
/// Hidden files and folders are left out; a folder that is reached twice, by a link that leads back, is read once.
public struct FolderWalk: Sendable {
    /// A file, or a folder that cannot be read.
    public enum Entry: Sendable, Equatable {
        case file(String)
        case failure(ArticleError)
    }

    /// Folders that may stand in each other.
    private static let deepest = 100

    public init() {}

    /// Whether a path leads to a folder.
    public static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// Files that belong to web pages and are no articles, by the endings of their names.
    private static let companions: [String: String] = [
        "css": "a style sheet", "js": "a script", "mjs": "a script", "map": "a script's map", "svg": "a picture",
        "ico": "a picture",
        "png": "a picture", "jpg": "a picture", "jpeg": "a picture", "gif": "a picture", "webp": "a picture",
        "avif": "a picture",
        "woff": "a font", "woff2": "a font", "ttf": "a font", "otf": "a font", "mp4": "a film", "mp3": "a recording",
        "hearsay": "a saved session; .open opens it",
    ]

    /// The files below a folder.
    public func entries(below folder: String) -> [Entry] {
        var visited: Set<[UInt64]> = []
        var entries: [Entry] = []
        walk(folder, depth: 0, &visited, &entries)
        return entries
    }

    private func walk(_ folder: String, depth: Int, _ visited: inout Set<[UInt64]>, _ entries: inout [Entry]) {
        var status = stat()
        guard stat(folder, &status) == 0, depth < Self.deepest,
            visited.insert([UInt64(status.st_dev), UInt64(status.st_ino)]).inserted
        else { return }
        guard let stream = opendir(folder) else {
            let why = String(cString: strerror(errno))
            entries.append(.failure(ArticleError(name: folder, reason: .unreadable(why))))
            return
        }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: $0.pointee)) {
                    String(cString: $0)
                }
            }
            if !name.hasPrefix(".") { names.append(name) }
        }
        closedir(stream)
        let base = folder.hasSuffix("/") ? folder : folder + "/"
        for name in names.sorted() {
            let path = base + name
            guard stat(path, &status) == 0 else {
                entries.append(
                    .failure(ArticleError(name: path, reason: .unreadable(String(cString: strerror(errno))))))
                continue
            }
            if status.st_mode & S_IFMT == S_IFDIR {
                walk(path, depth: depth + 1, &visited, &entries)
            } else if let what = Self.companions[ArticleFormat.pathExtension(name)] {
                entries.append(.failure(ArticleError(name: path, reason: .notAnArticle(what))))
            } else if status.st_mode & S_IFMT == S_IFIFO {
                entries.append(.failure(ArticleError(name: path, reason: .noFile("a pipe"))))
            } else {
                entries.append(.file(path))
            }
        }
    }
}
