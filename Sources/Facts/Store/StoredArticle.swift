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
    public let packed: PackedArticle
    /// The article's facts in the store.
    public let facts: Range<FactStore.ID>
    /// The article's sentences in the store.
    public let sentences: Range<FactStore.SentenceID>
    private let unpackedDocument: Lazily<StoredDocument>
    private let unpackedReferences: Lazily<References>

    /// The analysis; unpacked when it is first wanted.
    public var document: StoredDocument { unpackedDocument.value }

    /// Each token's entity, -1 for none: names, and what refers to them; unpacked when it is first wanted.
    public var entityOfToken: [Entity.ID] {
        _read { yield unpackedReferences.value.entityOfToken }
    }

    /// The content words of each sentence, in order; unpacked when they are first wanted.
    public var words: SentenceWords {
        _read { yield unpackedReferences.value.words }
    }

    /// The analysis and the tokens' entities for one who goes through many articles: they are not kept unpacked for him.
    public var passing: (document: Document, entityOfToken: [Entity.ID]) {
        (unpackedDocument.passing.columns, unpackedReferences.passing.entityOfToken)
    }

    /// How many sentences it has, without unpacking it.
    public var sentenceCount: Int { packed.document.sentenceCount }

    /// - Parameters:
    ///   - firstFact: The first of its facts in the store.
    ///   - firstSentence: The first of its sentences in the store.
    ///   - limits: How many entities and words there are for the article to refer to.
    init(
        article: Article, packed: PackedArticle, firstFact: FactStore.ID, firstSentence: FactStore.SentenceID,
        limits: References.Limits
    ) {
        var article = article
        article.text = article.text.shrunk
        article.paragraphs = article.paragraphs.shrunk
        self.article = article
        self.packed = packed
        let document = packed.document
        facts = firstFact..<firstFact + packed.facts.count
        sentences = firstSentence..<firstSentence + FactStore.SentenceID(document.sentenceCount)
        unpackedDocument = Lazily { [text = article.text] in StoredDocument(document.document(text: text)) }
        unpackedReferences = Lazily { [references = packed.references] in
            references.references(tokens: document.tokenCount, sentences: document.sentenceCount, limits: limits)
        }
    }
}

/// The content words of an article, sentence after sentence.
public struct SentenceWords: Sendable, Equatable {
    private var words: [StoredArticle.Word] = []
    private var ends: [Int32] = []

    public init() {}

    /// The words of a sentence.
    public subscript(sentence: Int) -> ArraySlice<StoredArticle.Word> {
        words[(sentence == 0 ? 0 : Int(ends[sentence - 1]))..<Int(ends[sentence])]
    }

    /// The tokens that have no words but those of a sentence: the sentence's own, and what is without words around it.
    public func tokens(around sentence: Int) -> Range<Int> {
        let first = sentence == 0 ? 0 : Int(ends[sentence - 1])
        let end = Int(ends[sentence])
        return
            (first == 0 ? 0 : Int(words[first - 1].token) + 1)..<(end < words.count ? Int(words[end].token) : Int.max)
    }

    /// The words of a token span.
    public func words(in tokens: Range<Int>) -> ArraySlice<StoredArticle.Word> {
        words[
            words.withUnsafeBufferPointer { words in
                let first = Self.index(of: tokens.lowerBound, in: words)
                var end = first
                while end < words.count, words[end].token < tokens.upperBound { end += 1 }
                return first..<end
            }]
    }

    /// The first word at a token or behind it.
    private static func index(of token: Int, in words: UnsafeBufferPointer<StoredArticle.Word>) -> Int {
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

    mutating func append(_ sentence: [StoredArticle.Word]) {
        words += sentence
        ends.append(Int32(words.count))
    }
}
