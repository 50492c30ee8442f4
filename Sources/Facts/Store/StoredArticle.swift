import Articles
import Language
import Packing

/// An article with its analysis and its part of the store.
public struct StoredArticle: Sendable {
    /// A content word at a token.
    public struct Word: Sendable, Equatable {
        public var id: WordID
        public var token: Int32
    }

    public let article: Article
    /// The analysis as it is kept.
    public let packedDocument: PackedDocument
    /// The facts as they are kept.
    public let packedFacts: PackedFacts
    /// Each token's entity, -1 for none: names, and what refers to them.
    public let entityOfToken: [Entity.ID]
    /// The content words of each sentence, in order.
    public let words: SentenceWords
    /// The article's facts in the store.
    public let facts: Range<FactStore.ID>
    private let unpacked: Lazily<Document>

    /// The analysis; unpacked when it is first wanted.
    public var document: Document { unpacked.value }
    /// How many sentences it has, without unpacking it.
    public var sentenceCount: Int { packedDocument.sentenceCount }

    init(
        article: Article, document: PackedDocument, packedFacts: PackedFacts, entityOfToken: [Entity.ID],
        words: SentenceWords,
        facts: Range<FactStore.ID>
    ) {
        self.article = article
        packedDocument = document
        self.packedFacts = packedFacts
        self.entityOfToken = entityOfToken
        self.words = words
        self.facts = facts
        unpacked = Lazily { document.document(text: article.text) }
    }
}

/// The content words of an article, sentence after sentence.
public struct SentenceWords: Sendable, Equatable {
    private var words: [StoredArticle.Word] = []
    private var ends: [Int32] = []

    /// The words of a sentence.
    public subscript(sentence: Int) -> ArraySlice<StoredArticle.Word> {
        words[(sentence == 0 ? 0 : Int(ends[sentence - 1]))..<Int(ends[sentence])]
    }

    /// How many sentences there are.
    public var count: Int { ends.count }

    mutating func append(_ sentence: [StoredArticle.Word]) {
        words += sentence
        ends.append(Int32(words.count))
    }
}
