/// Why something was not read as an article: what, where, and what to do about it.
///
///     missing.txt: no such file
///     photo.jpg: not a text: a JPEG picture
public struct ArticleError: Error, Equatable, Sendable, CustomStringConvertible {
    public enum Reason: Error, Equatable, Sendable {
        case missing
        case folder
        /// The operating system's words: "Permission denied".
        case unreadable(String)
        /// A device, or a pipe that gives nothing: what it is.
        case noFile(String)
        /// No bytes, or only white space.
        case empty
        /// A file of articles in which there are none: its format.
        case noArticles(String)
        /// Bytes that no text has; what and where the first of them is.
        case binary(String)
        /// Several files in one: "a ZIP archive or office document".
        case archive(String)
        /// A format that is known but not read: "RTF".
        case unsupported(String)
        /// What a page is made of beside its text: "a style sheet".
        case notAnArticle(String)
        /// A format, and what is wrong with the file.
        case malformed(String, String)
        /// Columns or keys of an export among which none holds the text.
        case noTextField([String])
        /// Limit in bytes.
        case tooLarge(limit: Int)
        /// Packed bytes that unpack to more than the limit, in bytes.
        case unpacksTooLarge(limit: Int)
        /// A line too long to be a paragraph: its number, from 1, and its length in bytes.
        case endlessLine(number: Int, count: Int)
        /// Its size or time changed before it was read to its end.
        case changed
        /// The language it is in, or seems to be in: "German".
        case notEnglish(String)
        /// The user stopped reading here.
        case interrupted
        /// The same text as an article that is loaded already: its id and number.
        case duplicate(of: String, number: Int)
        /// Nearly the same text as an article that is loaded already: its id, its number, the part that is the same in per cent.
        case nearDuplicate(of: String, number: Int, percent: Int)
    }

    /// The path as it was given, or another name of the input ("standard input"); with "#7" the seventh article in it.
    public var name: String
    public var reason: Reason

    public init(name: String, reason: Reason) {
        self.name = name
        self.reason = reason
    }

    /// One line for people.
    public var description: String { "\(name): \(explanation)" }

    /// What is wrong, without the name.
    public var explanation: String {
        switch reason {
        case .missing: "no such file"
        case .folder: "a folder, not a file"
        case .unreadable(let why): "cannot be read: \(why)"
        case .noFile(let what): "\(what), not a file"
        case .empty: "empty, there is nothing to read in it"
        case .noArticles(let format): "no article in it (read as \(format); --input-format says otherwise)"
        case .binary(let what): "not a text: \(what)"
        case .archive(let what): "\(what): unpack it and load the folder"
        case .unsupported(let format): "\(format) is not read; save it as plain text"
        case .notAnArticle(let what): "\(what), not an article"
        case .malformed(let format, let why): "not good \(format): \(why)"
        case .noTextField(let names): Self.missingField(names)
        case .tooLarge(let limit): "larger than \(limit >> 20) MB; split it into articles"
        case .unpacksTooLarge(let limit): "unpacks to more than \(limit >> 20) MB; unpack it yourself if that is right"
        case .endlessLine(let number, let count):
            "line \(number) has \(count >> 20) MB, no article has such a paragraph; break it into paragraphs, one a line"
        case .changed: "changed while it was read; .load it again when it is complete"
        case .notEnglish(let language): "not English, but \(language); Hearsay reads English"
        case .interrupted: "interrupted; this and what comes after it are not read"
        case .duplicate(let id, let number): "the same text as article \(number), \(id); not loaded again"
        case .nearDuplicate(let id, let number, let percent):
            "\(percent) % the same text as article \(number), \(id); counted as a copy of it"
        }
    }

    /// The reason in a word or two, as summaries count them: "6 duplicates".
    public var kind: Kind {
        switch reason {
        case .missing: .missing
        case .folder, .unreadable, .noFile: .unreadable
        case .empty, .noArticles: .empty
        case .binary, .archive, .unsupported, .notAnArticle: .notText
        case .malformed, .noTextField: .malformed
        case .tooLarge, .unpacksTooLarge, .endlessLine: .tooLarge
        case .changed: .changed
        case .notEnglish: .notEnglish
        case .interrupted: .interrupted
        case .duplicate: .duplicate
        case .nearDuplicate: .nearDuplicate
        }
    }

    public enum Kind: Int, Sendable, CaseIterable {
        case duplicate, nearDuplicate, notEnglish, empty, notText, malformed, tooLarge, missing, unreadable, changed,
            interrupted
    }

    private static func missingField(_ names: [String]) -> String {
        let list = names.prefix(12).joined(separator: ", ") + (names.count > 12 ? ", ..." : "")
        let found = names.isEmpty ? "it has no names" : "it has \(list)"
        return "no field holds the text of an article; \(found). Say which: --map text=\(names.first ?? "NAME")"
    }
}
