import Articles
import Language
import Packing

/// An article with its analysis and its part of the store.
///
/// A class only so that coming to a fact's article copies nothing; it never changes.
public final class StoredArticle: Sendable {
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
    /// The article's sentences in the store.
    public let sentences: Range<FactStore.SentenceID>
    private let unpacked: Lazily<Document>

    /// The analysis; unpacked when it is first wanted.
    public var document: Document { unpacked.value }
    /// How many sentences it has, without unpacking it.
    public var sentenceCount: Int { packedDocument.sentenceCount }

    init(
        article: Article, document: PackedDocument, packedFacts: PackedFacts, entityOfToken: [Entity.ID],
        words: SentenceWords, facts: Range<FactStore.ID>, firstSentence: FactStore.SentenceID
    ) {
        var article = article
        article.text = article.text.shrunk
        article.paragraphs = article.paragraphs.shrunk
        self.article = article
        packedDocument = document
        self.packedFacts = packedFacts
        self.entityOfToken = entityOfToken
        self.words = words.shrunk
        self.facts = facts
        sentences = firstSentence..<firstSentence + FactStore.SentenceID(words.count)
        unpacked = Lazily { [text = article.text] in document.document(text: text) }
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

    /// The words of a token span.
    public func words(in tokens: Range<Int>) -> ArraySlice<StoredArticle.Word> {
        let first = index(of: tokens.lowerBound)
        let end = words[first...].firstIndex { $0.token >= tokens.upperBound } ?? words.endIndex
        return words[first..<end]
    }

    /// The first word at a token or behind it.
    private func index(of token: Int) -> Int {
        var low = 0
        var high = words.count
        while low < high {
            let middle = (low + high) / 2
            if words[middle].token < token { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// How many sentences there are.
    public var count: Int { ends.count }

    /// The same in no more memory than it needs.
    var shrunk: SentenceWords {
        var copy = self
        copy.words = words.shrunk
        copy.ends = ends.shrunk
        return copy
    }

    mutating func append(_ sentence: [StoredArticle.Word]) {
        words += sentence
        ends.append(Int32(words.count))
    }
}
