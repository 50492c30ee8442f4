import Resources

/// Reads articles: fetches the bytes, decides on the format, and leaves the rest to the format's reader.
///
///     ArticleReader().read(path: "inbox/feed.xml") { outcome in
///         if case .article(let article) = outcome { print(article.title) }
///         return true
///     }
public struct ArticleReader: Sendable {
    /// The largest article, in bytes. Exports of many articles may be larger; each of their articles may not.
    public var limit = 64 << 20
    /// How often the bytes of a `.gz` may be multiplied, once `limit` is passed; a bomb multiplies them by a thousand.
    public var mostUnpacked = 200
    /// The format to read as, whatever the bytes look like.
    public var format: ArticleFormat?
    /// Names of fields in exports.
    public var fields = FieldMap()
    /// Milliseconds that a pipe may say nothing.
    public var patience = 10_000

    public init() {}

    /// What became of an article of a file, or of the file.
    public enum Outcome: Sendable {
        case article(Article)
        case skipped(ArticleError)
    }

    /// Reads the articles of a file, one after the other; those of a large export are never held all at once.
    ///
    /// - Parameter take: Gets each article, and each reason why one was not read; false stops.
    public func read(path: String, take: (Outcome) -> Bool) {
        readStream(name: path, id: Self.fileName(of: path), path: path, take) {
            () throws(ArticleError.Reason) -> ByteSource in
            try ByteSource(path: path, patience: patience)
        }
    }

    /// Reads the articles that come from a file descriptor, such as standard input.
    public func read(descriptor: Int32, id: String, take: (Outcome) -> Bool) {
        readStream(name: id, id: id, path: nil, take) { () throws(ArticleError.Reason) -> ByteSource in
            ByteSource(descriptor: descriptor)
        }
    }

    /// Reads the only article of a file.
    public func read(path: String) throws(ArticleError) -> Article {
        try first { read(path: path, take: $0) }
    }

    /// Makes an article of a file's bytes; of several the first.
    ///
    /// - Parameters:
    ///   - id: The name that answers cite, usually the file's name.
    ///   - path: Where the bytes come from; nil where they come from no file.
    public func read(bytes: [UInt8], id: String, path: String? = nil) throws(ArticleError) -> Article {
        try first { read(bytes: bytes, id: id, path: path, take: $0) }
    }

    /// Makes the articles of a file's bytes.
    public func read(bytes: [UInt8], id: String, path: String? = nil, take: (Outcome) -> Bool) {
        readStream(name: path ?? id, id: id, path: path, take) { () throws(ArticleError.Reason) -> ByteSource in
            ByteSource(bytes: bytes)
        }
    }

    /// The article that is built in, with which the shell starts where none is named.
    public func readSeed() throws(ArticleError) -> Article {
        let name = "seeds/trump-putin-call.txt"
        guard let resource = Resource.named(name) else { throw ArticleError(name: name, reason: .missing) }
        return try read(bytes: Array(resource.bytes), id: Self.fileName(of: name))
    }

    private func first(_ read: ((Outcome) -> Bool) -> Void) throws(ArticleError) -> Article {
        var found: Outcome?
        read { outcome in
            found = outcome
            return false
        }
        switch found {
        case .article(let article): return article
        case .skipped(let error): throw error
        case nil: throw ArticleError(name: "", reason: .empty)
        }
    }

    static func fileName(of path: String) -> String {
        let parts = path.split(separator: "/")
        return parts.last.map(String.init) ?? path
    }

    // MARK: The way of the bytes

    private func readStream(
        name: String, id: String, path: String?, _ take: (Outcome) -> Bool,
        open: () throws(ArticleError.Reason) -> ByteSource
    ) {
        do throws(ArticleError.Reason) {
            var source = try open()
            let failure = withoutActuallyEscaping(take) { take -> ArticleError.Reason? in
                let stamp = source.stamp
                var writer = ArticleWriter(name: name, id: id, path: path) { outcome in
                    guard let stamp, case .article(var article) = outcome else { return take(outcome) }
                    article.stamp = stamp
                    return take(.article(article))
                }
                do throws(ArticleError.Reason) {
                    try read(&source, &writer)
                    return nil
                } catch {
                    return error
                }
            }
            if let failure { throw failure }
        } catch {
            _ = take(.skipped(ArticleError(name: name, reason: error)))
        }
    }

    private func read(_ source: inout ByteSource, _ writer: inout ArticleWriter) throws(ArticleError.Reason) {
        source.unpacking = ByteSource.Unpacking(free: limit, most: mostUnpacked)
        let head = try source.peek(64 << 10)
        guard !head.isEmpty else { throw .empty }
        if let foreign = ForeignFormat(of: head) { throw foreign.reason }
        let hasMark = head.starts(with: [0xEF, 0xBB, 0xBF])
        let isWide = head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF])
        // What is in UTF-16 is recognised in UTF-8.
        let start =
            isWide ? DecodedText(Array(head.prefix(head.count & ~1))).text[...] : head.dropFirst(hasMark ? 3 : 0)
        let format = format ?? ArticleFormat.recognized(start, name: writer.name)
        if format.isStreamed, !isWide {
            if hasMark { try source.skip(3) }
            try RecordStream(format: format, fields: fields, limit: limit).read(&source, &writer)
        } else {
            let bytes = try source.rest(limit: limit)
            try FormatReader(format: format, fields: fields).read(bytes, &writer)
        }
        try source.checkUnchanged()
    }
}

/// Hands articles on, and gives those of one file names of their own.
struct ArticleWriter {
    let name: String
    let id: String
    let path: String?
    /// Articles and reasons so far.
    private(set) var count = 0
    private(set) var isStopped = false
    private var ids: Set<String> = []
    private let take: (ArticleReader.Outcome) -> Bool

    init(name: String, id: String, path: String?, take: @escaping (ArticleReader.Outcome) -> Bool) {
        self.name = name
        self.id = id
        self.path = path
        self.take = take
    }

    /// Hands an article on that is the whole file; false stops.
    mutating func write(_ article: Article) {
        count += 1
        if !take(.article(article)) { isStopped = true }
    }

    /// Hands a story on that is one of several in the file.
    ///
    /// - Parameter isOnly: Whether it is the only one, and has the file's name.
    mutating func write(_ story: Story, format: ArticleFormat, isOnly: Bool = false) {
        count += 1
        do throws(ArticleError.Reason) {
            let article = try story.article(id: isOnly ? id : ownID(of: story), path: path, format: format)
            if !take(.article(article)) { isStopped = true }
        } catch {
            skip(error, counted: true, isOnly: isOnly)
        }
    }

    /// Says why one of several was not read.
    mutating func skip(_ reason: ArticleError.Reason, counted: Bool = false, isOnly: Bool = false) {
        if !counted { count += 1 }
        if !take(.skipped(ArticleError(name: isOnly ? name : "\(name)#\(count)", reason: reason))) { isStopped = true }
    }

    /// "feed.xml#7", or with the name that the file gives it where that is short: "export.jsonl#a-12".
    private mutating func ownID(of story: Story) -> String {
        if let own = story.id, own.utf8.count <= 24, !own.contains(where: \.isWhitespace), !own.contains("/"),
            !own.isEmpty,
            ids.count < 1_000_000, ids.insert(own).inserted
        {
            return "\(id)#\(own)"
        }
        return "\(id)#\(count)"
    }
}
