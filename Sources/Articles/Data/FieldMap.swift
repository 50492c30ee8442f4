/// What an export's field can be.
public enum ArticleField: String, Sendable, CaseIterable {
    case id, title, text, date, byline, publisher, url, language
}

/// Which key or column of an export is which field of an article.
///
///     var fields = FieldMap()
///     try fields.map("text=nachricht")
public struct FieldMap: Sendable, Equatable {
    /// Names that the user gave.
    private var given: [ArticleField: String] = [:]

    public init() {}

    /// Takes over "field=name".
    ///
    /// - Throws: what is wrong with it, for people.
    public mutating func map(_ assignment: String) throws(FieldMapError) {
        let parts = assignment.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[1].isEmpty else {
            throw FieldMapError("expected field=name, such as text=story, not \(assignment)")
        }
        guard let field = ArticleField(rawValue: parts[0].lowercased()) ?? Self.field(named: String(parts[0])) else {
            throw FieldMapError(
                "there is no field \(parts[0]); fields are \(ArticleField.allCases.map(\.rawValue).joined(separator: ", "))"
            )
        }
        given[field] = String(parts[1])
    }

    /// The field that usual exports call so; case, "_", "-" and spaces make no difference.
    static func field(named name: String) -> ArticleField? { usual[key(name)]?.field }

    /// The index of the name that holds a field; of several the usual one comes first.
    func index(of field: ArticleField, among names: [String]) -> Int? {
        if let name = given[field] {
            return names.firstIndex(of: name) ?? names.firstIndex { Self.key($0) == Self.key(name) }
        }
        let ranked = names.enumerated().compactMap { index, name -> (rank: Int, index: Int)? in
            guard let known = Self.usual[Self.key(name)], known.field == field, !given.values.contains(name) else {
                return nil
            }
            return (known.rank, index)
        }
        return ranked.min { ($0.rank, $0.index) < ($1.rank, $1.index) }?.index
    }

    private static func key(_ name: String) -> String {
        String(name.lowercased().filter { !"_- .".contains($0) && !$0.isWhitespace })
    }

    /// Best first.
    private static let names: [ArticleField: [String]] = [
        .id: ["id", "articleid", "docid", "documentid", "guid", "uuid", "newid", "uri"],
        .title: ["title", "headline", "heading", "articletitle", "webtitle", "subject", "hl1"],
        .text: [
            "text", "body", "content", "articlebody", "articletext", "fulltext", "bodytext", "maintext", "contenttext",
            "contenthtml",
            "story", "article", "document", "bodyxhtml", "bodyhtml", "articlecontent", "newstext", "paragraphs",
        ],
        .date: [
            "date", "published", "publishedat", "publishdate", "datepublished", "datepublish", "pubdate",
            "publicationdate",
            "publishedon", "publishedtime", "firstpublicationdate", "webpublicationdate", "timestamp", "created",
            "createdat", "datetime", "dategmt", "publicationdatetime", "articledate", "dateofpublication",
        ],
        .byline: ["byline", "author", "authors", "authorname", "creator", "writer", "by"],
        .publisher: [
            "publisher", "source", "outlet", "publication", "publicationname", "publishername", "sourcename",
            "newspaper",
            "sitename", "provider",
            "sourcedomain", "site",
            "domain",
        ],
        .url: [
            "url", "link", "weburl", "permalink", "sourceurl", "articleurl", "canonical", "canonicalurl", "shorturl",
        ],
        .language: ["language", "lang", "inlanguage"],
    ]

    private static let usual: [String: (field: ArticleField, rank: Int)] = {
        var usual: [String: (field: ArticleField, rank: Int)] = [:]
        for (field, list) in names { for (rank, name) in list.enumerated() { usual[name] = (field, rank) } }
        return usual
    }()
}

/// What is wrong with a `--map`.
public struct FieldMapError: Error, Equatable, Sendable, CustomStringConvertible {
    public let description: String

    init(_ description: String) {
        self.description = description
    }
}
