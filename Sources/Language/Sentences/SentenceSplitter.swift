/// Groups the tokens of a paragraph into sentences.
///
/// Reads `starts`, `ends`, `forms`, `norms`; assigns `sentences` and `sentenceOfToken`.
///
/// A quotation that a sentence leads into stays in that sentence, however many sentences it holds:
///
///     He told reporters, “We can try. Maybe it works.”   →   one sentence
///     “We can try. Maybe it works,” he said.             →   two sentences
struct SentenceSplitter: Sendable {
    private let starters = Lexicon(named: "sentence-starters").words
    private let calendar = Set(Gazetteer.timeNouns)
    private let speechVerbs = Lexicon(named: "speech-verbs").words
    private let lexicon = TokenLexicon.embedded

    init() {}

    /// Longest quotation or bracket, in tokens, that is kept inside one sentence.
    static let longestInset = 120

    /// Appends the sentences of a paragraph whose tokens were appended last.
    func split(_ tokens: Range<Int>, paragraph: Int, of document: inout Document) {
        guard !tokens.isEmpty else { return }
        let insets = Insets(tokens, of: document)
        var start = tokens.lowerBound
        if let end = document.labelEnd(in: tokens) {
            append(start..<end, paragraph, &document)
            start = end
        }
        var token = start
        while token < tokens.upperBound {
            if let end = sentenceEnd(at: token, from: start, tokens, document, insets) {
                append(start..<end, paragraph, &document)
                start = end
                token = end
            } else {
                token += 1
            }
        }
        if start < tokens.upperBound { append(start..<tokens.upperBound, paragraph, &document) }
    }

    private func append(_ tokens: Range<Int>, _ paragraph: Int, _ document: inout Document) {
        let index = Int32(document.sentences.count)
        document.sentences.append(Sentence(tokens: tokens, paragraph: paragraph))
        for _ in tokens { document.sentenceOfToken.append(index) }
    }

    /// Where the sentence ends that `token` closes (exclusive), or nil where it closes none.
    private func sentenceEnd(
        at token: Int, from start: Int, _ tokens: Range<Int>, _ document: Document, _ insets: Insets
    ) -> Int? {
        guard let mark = SentenceMark(document, token, lexicon) else { return nil }
        var end = token + 1
        var closedInset = false
        // Closing marks go with the sentence that they follow.
        while end < tokens.upperBound, insets.closes(end) || SentenceMark(document, end, lexicon)?.isPlain == true {
            closedInset = closedInset || insets.closes(end)
            end += 1
        }
        guard end < tokens.upperBound else { return end }
        if let inset = insets.inset(around: token), end <= inset.close, keeps(inset, from: start) { return nil }
        let next = SentenceOpening(document, end, tokens.upperBound)
        switch mark {
        case .period:
            if token - start == 1, document.isEnumerator(start) { return nil }
            if closedInset, !next.isCapitalized, next.isWord { return nil }
            return next.isAttached || next.isContinuation ? nil : end
        case .question:
            if next.isContinuation || (next.isWord && !next.isCapitalized) { return nil }
            return closedInset && leadsToSpeech(next.word, tokens.upperBound, document) ? nil : end
        case .ellipsis:
            return next.isCapitalized && document.norm(next.word) != "i" ? end : nil
        case .title:
            return nil
        case .initial:
            return next.isCapitalized && starters.contains(document.norm(next.word)) && document.norm(next.word) != "i"
                ? end : nil
        case .abbreviation:
            guard next.isCapitalized else { return nil }
            return next.isQuoted || starters.contains(document.norm(next.word)) ? end : nil
        case .finalAbbreviation:
            return next.isCapitalized && !calendar.contains(document.norm(next.word)) ? end : nil
        }
    }

    /// Whether a quotation or bracket stays in the sentence that begins at `start`.
    private func keeps(_ inset: Insets.Inset, from start: Int) -> Bool {
        inset.open > start && inset.close - inset.open <= Self.longestInset
    }

    /// Whether "Roe asked" or "the minister said" follows: then the question before belongs to that sentence.
    private func leadsToSpeech(_ token: Int, _ end: Int, _ document: Document) -> Bool {
        (token..<min(token + 5, end)).contains { speechVerbs.contains(document.norm($0)) }
    }
}

extension Document {
    /// Whether the token can number a list: "1", "a", "iv".
    func isEnumerator(_ token: Int) -> Bool {
        let bytes = text[Int(starts[token])..<Int(ends[token])]
        guard let first = bytes.first else { return false }
        if TokenScanner.isDigit(first) { return bytes.count <= 2 && bytes.allSatisfy(TokenScanner.isDigit) }
        return bytes.count == 1 && TokenScanner.isLetter(first) && first != UInt8(ascii: "I")
    }
}
