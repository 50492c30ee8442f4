/// A news article: its text, and where its parts stand in it.
///
/// All ranges are UTF-8 byte ranges of `text`. `offsetInFile` leads from there to the file.
public struct Article: Sendable, Equatable {
    /// Names the article in answers and on the command line: the file's name.
    public var id: String
    /// The path the article was read from; nil for one that came from elsewhere (standard input, the seed).
    public var path: String?
    /// The whole text, valid UTF-8, line ends as in the file.
    public var text: [UInt8]
    /// What to add to an offset of `text` to get the offset in the file: 3 after a byte order mark, else 0.
    public var offsetInFile: Int
    /// The headline, or the first words where there is none.
    public var title: String
    /// Who wrote it ("By Jane Roe"), without "By".
    public var byline: String?
    /// Who published it, from the byline, dateline or credit line: "Reuters".
    public var publisher: String?
    /// The date of publication as the article gives it, ISO 8601 (2025-03-18) where it could be read.
    public var date: String?
    /// The paragraphs in order, headline included; white space at their ends left out.
    public var paragraphs: [Paragraph]

    public init(
        id: String, path: String? = nil, text: [UInt8], offsetInFile: Int = 0, title: String,
        byline: String? = nil, publisher: String? = nil, date: String? = nil, paragraphs: [Paragraph]
    ) {
        self.id = id
        self.path = path
        self.text = text
        self.offsetInFile = offsetInFile
        self.title = title
        self.byline = byline
        self.publisher = publisher
        self.date = date
        self.paragraphs = paragraphs
    }
}

/// A paragraph of an article, and what it is there for.
public struct Paragraph: Sendable, Equatable {
    public enum Kind: Sendable, Equatable {
        case title
        /// Who wrote it, and when: bylines and date lines before the story.
        case byline
        case body
        /// Who made it, said at its end: "(Reporting by ...; editing by ...)".
        case credit
    }

    /// UTF-8 byte range in the article's text. A dateline ("MOSCOW, March 17 (Reuters) - ") is left out of its paragraph.
    public var range: Range<Int>
    public var kind: Kind

    public init(range: Range<Int>, kind: Kind) {
        self.range = range
        self.kind = kind
    }
}
