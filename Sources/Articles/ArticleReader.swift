import Resources

/// Reads articles: fetches the bytes, decides on the format, and leaves the rest to the format's reader.
///
///     let article = try ArticleReader().read(path: "inbox/talks.txt")
public struct ArticleReader: Sendable {
    /// The largest file that is read, in bytes.
    public var limit = 64 << 20

    public init() {}

    /// Reads a file.
    public func read(path: String) throws(ArticleError) -> Article {
        let bytes = try FileBytes.read(path: path, limit: limit)
        return try read(bytes: bytes, id: Self.fileName(of: path), path: path)
    }

    /// Makes an article of a file's bytes.
    ///
    /// - Parameters:
    ///   - id: The name that answers cite, usually the file's name.
    ///   - path: Where the bytes come from; nil where they come from no file.
    public func read(bytes: [UInt8], id: String, path: String? = nil) throws(ArticleError) -> Article {
        let name = path ?? id
        guard bytes.count <= limit else { throw ArticleError(name: name, reason: .tooLarge(limit: limit)) }
        if let format = ForeignFormat(of: bytes) {
            throw ArticleError(name: name, reason: format.isText ? .unsupported(format.name) : .binary(format.name))
        }
        let decoded = DecodedText(bytes)
        if let finding = BinaryFinding(in: decoded.text) {
            throw ArticleError(name: name, reason: .binary(finding.description))
        }
        let article: Article
        do {
            article = try PlainTextReader().read(decoded, id: id, path: path)
        } catch {
            throw ArticleError(name: name, reason: error)
        }
        return article
    }

    /// The article that is built in, with which the shell starts where none is named.
    public func readSeed() throws(ArticleError) -> Article {
        let name = "seeds/trump-putin-call.txt"
        guard let resource = Resource.named(name) else { throw ArticleError(name: name, reason: .missing) }
        return try read(bytes: Array(resource.bytes), id: Self.fileName(of: name))
    }

    private static func fileName(of path: String) -> String {
        let parts = path.split(separator: "/")
        return parts.last.map(String.init) ?? path
    }
}
