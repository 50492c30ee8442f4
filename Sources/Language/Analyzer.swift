import Articles

/// Analyses text: tokens, sentences, tags, lemmas, trees, names, coreference.
///
///     let document = try Analyzer().analyze(article)
public struct Analyzer: Sendable {
    private let tokenizer = Tokenizer()
    private let splitter = SentenceSplitter()
    private let tagger: Tagger
    private let lemmatizer = Lemmatizer()
    private let parser: Parser
    private let recognizer: EntityRecognizer
    private let resolver = CoreferenceResolver()

    /// Reads the weights that are embedded in the binary.
    ///
    /// - Throws: `ModelError` where weights are missing or were made for other feature templates.
    public init() throws {
        tagger = try Tagger()
        parser = try Parser()
        recognizer = try EntityRecognizer()
    }

    /// Analyses an article: every paragraph by itself, coreference over all of them.
    public func analyze(_ article: Article) -> Document {
        var document = Document(text: article.text)
        for (index, paragraph) in article.paragraphs.enumerated() {
            let first = document.count
            tokenizer.tokenize(paragraph.range, of: &document)
            splitter.split(first..<document.count, paragraph: index, of: &document)
        }
        annotate(&document)
        return document
    }

    /// Analyses a single line, such as a question, as one sentence.
    public func analyze(line: String) -> Document {
        var document = Document(text: Array(line.utf8))
        tokenizer.tokenize(0..<document.text.count, of: &document)
        document.sentences = [Sentence(tokens: 0..<document.count, paragraph: 0)]
        document.sentenceOfToken = Array(repeating: 0, count: document.count)
        annotate(&document)
        return document
    }

    /// The steps after tokens and sentences; each needs what those before it have set.
    private func annotate(_ document: inout Document) {
        let words = WordColumn(document)
        tagger.tag(&document, words)
        lemmatizer.lemmatize(0..<document.count, of: &document)
        parser.parse(&document, words)
        recognizer.recognize(&document, words)
        resolver.resolve(&document)
    }
}
