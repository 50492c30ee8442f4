import Articles
import Language

/// Reads what adding an article to a store needs. It depends on the article alone.
public struct FactReader: Sendable {
    private let extractor: FactExtractor
    private let contentWords: ContentWords

    init(lexicon: Lexicon) {
        extractor = FactExtractor(lexicon: lexicon)
        contentWords = ContentWords(lexicon: lexicon)
    }

    /// Finds the facts of an analysed article.
    public func reading(of article: Article, document: Document) -> ArticleReading {
        reading(of: article, document: document, facts: extractor.facts(in: document))
    }

    func reading(of article: Article, document: Document, facts: [Fact]) -> ArticleReading {
        ArticleReading(
            article: article, document: document, facts: facts,
            words: document.sentences.map { contentWords.occurrences(in: $0.tokens, of: document) })
    }
}

/// An article with all that is found in it by itself, ready for a store.
public struct ArticleReading: Sendable {
    public let article: Article
    public let document: Document
    public let facts: [Fact]
    /// The content words of each sentence.
    let words: [[ContentWords.Occurrence]]
    let packedDocument: PackedDocument
    let packedFacts: PackedFacts

    init(article: Article, document: Document, facts: [Fact], words: [[ContentWords.Occurrence]]) {
        self.article = article
        self.document = document
        self.facts = facts
        self.words = words
        packedDocument = PackedDocument(document)
        packedFacts = PackedFacts(facts)
    }
}
