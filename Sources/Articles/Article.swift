/// A news article: its text, and where its parts stand in it.
///
/// All ranges are UTF-8 byte ranges of `text`. `offset(inFile:)` leads from there to the file.
public struct Article: Sendable, Equatable {
    /// Names the article in answers and on the command line: the file's name; with "#" and a number or name where a file has several.
    public var id: String
    /// The path the article was read from; nil for one that came from elsewhere (standard input, the seed).
    public var path: String?
    /// The whole text, valid UTF-8. Of plain text all there is in the file, line ends as they are; of other formats what was
    /// taken out of them: headline, byline, paragraphs, with an empty line between.
    public var text: [UInt8]
    /// What to add to an offset of `text` to get the offset in the file: 3 after a byte order mark, else 0.
    public var offsetInFile: Int
    /// Where `text` leaves something of the file out, in order; none for text that is as in the file.
    public var gaps: [Gap] = []
    /// The headline, or the first words where there is none.
    public var title: String
    /// Who wrote it ("By Jane Roe"), without "By".
    public var byline: String?
    /// Who published it, from the byline, dateline or credit line: "Reuters".
    public var publisher: String?
    /// The day of publication as the article gives it, ISO 8601 (2025-03-18) where it could be read.
    public var date: String?
    /// Day, time and time zone of publication where the article gives a time: 2025-03-18T10:30:00+01:00.
    public var published: String?
    public var url: String?
    /// The language that it says it is in (BCP 47): "en-GB".
    public var language: String?
    /// The file's size and time when it was read; nil for one that came from elsewhere.
    public var stamp: FileStamp?
    /// How it was read.
    public var format = ArticleFormat.text
    /// The paragraphs in order, headline included; white space at their ends left out.
    public var paragraphs: [Paragraph]

    /// Bytes of the file that the text leaves out.
    public struct Gap: Sendable, Equatable {
        /// The offset in `text` that the gap stands before.
        public var offset: Int
        /// Bytes left out there.
        public var count: Int

        public init(offset: Int, count: Int) {
            self.offset = offset
            self.count = count
        }
    }

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

    /// The offset in the file of an offset in `text`: in the file's own bytes for plain text and Markdown in UTF-8, in the
    /// text that was taken out of it for other formats.
    @inlinable public func offset(inFile offset: Int) -> Int {
        var result = offset + offsetInFile
        for gap in gaps {
            if gap.offset > offset { break }
            result += gap.count
        }
        return result
    }
}

extension Article {
    /// Where a range of `text` ends in the file.
    @inlinable public func endInFile(of range: Range<Int>) -> Int {
        range.isEmpty ? offset(inFile: range.upperBound) : offset(inFile: range.upperBound - 1) + 1
    }
}

/// A paragraph of an article, and what it is there for.
public struct Paragraph: Sendable, Equatable {
    public enum Kind: Sendable, Equatable, CaseIterable {
        case title
        /// Who wrote it, and when: bylines and date lines before the story.
        case byline
        case body
        /// Who made it, said at its end: "(Reporting by ...; editing by ...)".
        case credit
        /// What stands under a picture.
        case caption
    }

    /// UTF-8 byte range in the article's text. A dateline ("MOSCOW, March 17 (Reuters) - ") is left out of its paragraph.
    public var range: Range<Int>
    public var kind: Kind

    public init(range: Range<Int>, kind: Kind) {
        self.range = range
        self.kind = kind
    }
}
