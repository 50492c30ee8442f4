import Language

/// How well tokens and sentences are found in running text, against a treebank.
struct RawTextEvaluation {
    var words = SpanScore()
    var sentences = SpanScore()
    /// Gold words that were not found, each with the text there, for reading.
    var missedWords: [String] = []
    /// Gold sentences that were not found.
    var missedSentences: [String] = []

    init(_ raw: RawText) {
        var document = Document(text: raw.text)
        let tokenizer = Tokenizer()
        let splitter = SentenceSplitter()
        for (index, range) in raw.paragraphs.enumerated() {
            let first = document.count
            tokenizer.tokenize(range, of: &document)
            splitter.split(first..<document.count, paragraph: index, of: &document)
        }
        let found = Set((0..<document.count).map { document.byteRange($0..<$0 + 1) })
        let foundSentences = Set(document.sentences.map { document.byteRange($0.tokens) })
        words.add(gold: Set(raw.words), found: found)
        sentences.add(gold: Set(raw.sentences), found: foundSentences)
        missedWords = raw.words.filter { !found.contains($0) }.map { document.string(bytes: $0) }
        missedSentences = raw.sentences.filter { !foundSentences.contains($0) }.map { document.string(bytes: $0) }
    }
}

/// Precision and recall of spans.
struct SpanScore {
    private(set) var gold = 0
    private(set) var found = 0
    private(set) var correct = 0

    mutating func add<Span: Hashable>(gold: Set<Span>, found: Set<Span>) {
        self.gold += gold.count
        self.found += found.count
        correct += gold.intersection(found).count
    }

    /// Between 0 and 1.
    var precision: Double { found == 0 ? 0 : Double(correct) / Double(found) }
    /// Between 0 and 1.
    var recall: Double { gold == 0 ? 0 : Double(correct) / Double(gold) }
    /// The harmonic mean of precision and recall.
    var f1: Double { gold + found == 0 ? 0 : 2 * Double(correct) / Double(gold + found) }
}
