import Articles

/// Analyses text: tokens, sentences, tags, lemmas, trees, names, coreference.
///
///     let document = try Analyzer().analyze(article)
public struct Analyzer: Sendable {
    private let tokenizer = Tokenizer()
    private let splitter = SentenceSplitter()
    private let sentences: SentenceAnalyzer
    private let lemmatizer = Lemmatizer()
    /// Nil only where weights are trained.
    private let resolver: CoreferenceResolver?

    /// Reads the weights that are embedded in the binary.
    ///
    /// - Throws: `ModelError` where weights are missing or were made for other feature templates.
    public init() throws {
        try self.init(Network(), CoreferenceResolver())
    }

    /// Analyses with weights that were just trained; without a resolver chains are left empty.
    package init(_ network: Network, _ resolver: CoreferenceResolver? = nil) {
        sentences = SentenceAnalyzer(network)
        self.resolver = resolver
    }

    /// Analyses an article: every paragraph by itself, coreference over all of them.
    ///
    /// - Parameter withEvidence: Whether `attributionEvidence` is wanted too.
    public func analyze(_ article: Article, withEvidence: Bool = false) -> Document {
        var document = Document(text: article.text)
        analyze(article, into: &document, withEvidence ? .evidence : .trees) { false }
        return document
    }

    /// Analyses an article; nil where that was stopped, as may be wanted of an article of many megabytes.
    ///
    /// - Parameter isStopped: Asked between steps, and every few hundred words while the network reads.
    public func analyze(_ article: Article, unless isStopped: () -> Bool) -> Document? {
        var document = Document(text: article.text)
        return analyze(article, into: &document, .trees, unless: isStopped) ? document : nil
    }

    /// False where it was stopped.
    @discardableResult
    private func analyze(
        _ article: Article, into document: inout Document, _ depth: ReadingDepth, unless isStopped: () -> Bool
    ) -> Bool {
        divide(article.paragraphs.lazy.map(\.range), of: &document)
        guard !isStopped(), annotate(&document, depth, unless: isStopped), !isStopped() else { return false }
        resolveCoreference(of: &document)
        return !isStopped()
    }

    /// Tags a single line, such as a question, as one sentence: tokens, `xpos`, `upos` and lemmas.
    ///
    /// A question is read by the shapes of the grammar, which ask for no tree and no names: no name is looked for, and all words
    /// hang on the first.
    public func analyze(line: String) -> Document {
        var document = Document(text: Array(line.utf8))
        tokenizer.tokenize(0..<document.text.count, of: &document)
        document.sentences = [Sentence(tokens: 0..<document.count, paragraph: 0)]
        document.sentenceOfToken = Array(repeating: 0, count: document.count)
        sentences.analyze(&document, WordColumn(document), .tags)
        for token in 1..<max(1, document.count) { (document.heads[token], document.relations[token]) = (0, .dep) }
        lemmatizer.lemmatize(0..<document.count, of: &document)
        return document
    }

    // MARK: The steps, each of which needs what those before it have set.

    /// Tokens and sentences of paragraphs, given as UTF-8 byte ranges.
    package func divide(_ paragraphs: some Sequence<Range<Int>>, of document: inout Document) {
        for (index, range) in paragraphs.enumerated() {
            let first = document.count
            tokenizer.tokenize(range, of: &document)
            splitter.split(first..<document.count, paragraph: index, of: &document)
        }
    }

    /// Tags, lemmas, trees and entities of the document's tokens and sentences.
    ///
    /// - Returns: False where it was stopped amid it.
    @discardableResult
    package func annotate(
        _ document: inout Document, _ depth: ReadingDepth = .trees, unless isStopped: () -> Bool = { false }
    ) -> Bool {
        let words = WordColumn(document)
        guard sentences.analyze(&document, words, depth, unless: isStopped) else { return false }
        lemmatizer.lemmatize(0..<document.count, of: &document)
        guard !isStopped() else { return false }
        EntityConsistency(document, words, .embedded).apply(to: &document.entities)
        return true
    }

    /// The entities that the network alone finds in a document, before rules make them agree.
    package func entitiesOfNetwork(in document: Document) -> [NamedEntity] {
        var document = document
        sentences.analyze(&document, WordColumn(document), .trees)
        return document.entities
    }

    /// Who and what is the same in an annotated document.
    package func resolveCoreference(of document: inout Document) {
        resolver?.resolve(&document)
    }
}
