/// Why something could not be read as an article: what, where, and what to do about it.
///
///     missing.txt: no such file
///     photo.jpg: not a text: a NUL byte at byte 4; Hearsay reads plain text
public struct ArticleError: Error, Equatable, Sendable, CustomStringConvertible {
    public enum Reason: Error, Equatable, Sendable {
        case missing
        case folder
        /// The operating system's words: "Permission denied".
        case unreadable(String)
        /// No bytes, or only white space.
        case empty
        /// Bytes that no text has; what and where the first of them is.
        case binary(String)
        /// A format that is known but not read: "HTML".
        case unsupported(String)
        /// Limit in bytes.
        case tooLarge(limit: Int)
        /// A line too long to be a paragraph: its number, from 1, and its length in bytes.
        case endlessLine(number: Int, count: Int)
        /// The user stopped reading here.
        case interrupted
        /// The same text as an article that is loaded already: its id and number.
        case duplicate(of: String, number: Int)
    }

    /// The path as it was given, or another name of the input ("standard input").
    public var name: String
    public var reason: Reason

    public init(name: String, reason: Reason) {
        self.name = name
        self.reason = reason
    }

    /// One line for people.
    public var description: String {
        let explanation =
            switch reason {
            case .missing: "no such file"
            case .folder: "a folder; name the files in it, such as \(name.hasSuffix("/") ? name : name + "/")*.txt"
            case .unreadable(let why): "cannot be read: \(why)"
            case .empty: "empty, there is nothing to read in it"
            case .binary(let what): "not a text: \(what); Hearsay reads plain text"
            case .unsupported(let format): "\(format) is not read yet; save it as plain text"
            case .tooLarge(let limit): "larger than \(limit >> 20) MB; split it into articles"
            case .endlessLine(let number, let count):
                "line \(number) has \(count >> 20) MB, no article has such a paragraph; break it into paragraphs, one a line"
            case .interrupted: "interrupted; this file and those after it are not read"
            case .duplicate(let id, let number): "the same text as article \(number), \(id); not loaded again"
            }
        return "\(name): \(explanation)"
    }
}
