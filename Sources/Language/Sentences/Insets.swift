/// The quotations and brackets of a paragraph: which mark opens, which closes, and what stands inside.
struct Insets {
    struct Inset {
        /// Token of the opening mark.
        var open: Int
        /// Token of the closing mark.
        var close: Int
        var isQuotation: Bool
    }

    private let first: Int
    /// For each token the outermost inset that it stands in or closes, or -1.
    private var insetOfToken: [Int32]
    private(set) var insets: [Inset] = []
    private var closing: Set<Int> = []

    init(_ tokens: Range<Int>, of document: Document) {
        first = tokens.lowerBound
        insetOfToken = Array(repeating: -1, count: tokens.count)
        var openQuotation: Int?
        var openBrackets: [Int] = []
        for token in tokens
        where document.ends[token] - document.starts[token] <= 3
            && !Tokenizer.isPlain(document.text[Int(document.starts[token])])
        {
            switch document.form(token) {
            case "“", "„", "``", "«":
                openQuotation = openQuotation ?? token
            case "”", "»":
                close(&openQuotation, token)
            case "\"", "''":
                if openQuotation == nil, document.isOpeningMark(token) {
                    openQuotation = token
                } else {
                    close(&openQuotation, token)
                }
            case "’", "'":
                // The end of a quotation in single marks, or the apostrophe of a plural.
                if token > tokens.lowerBound, document.ends[token - 1] == document.starts[token] {
                    closing.insert(token)
                }
            case "(", "[":
                openBrackets.append(token)
            case ")", "]":
                closing.insert(token)
                if let open = openBrackets.popLast() {
                    insets.append(Inset(open: open, close: token, isQuotation: false))
                }
            default: break
            }
        }
        // Longest last, so that the outermost one holds.
        for (index, inset) in insets.enumerated().sorted(by: {
            $0.element.close - $0.element.open < $1.element.close - $1.element.open
        })
        where inset.close - inset.open <= SentenceSplitter.longestInset {
            for token in inset.open...inset.close { insetOfToken[token - first] = Int32(index) }
        }
    }

    private mutating func close(_ open: inout Int?, _ token: Int) {
        closing.insert(token)
        if let start = open { insets.append(Inset(open: start, close: token, isQuotation: true)) }
        open = nil
    }

    /// Whether the token is a closing mark.
    func closes(_ token: Int) -> Bool { closing.contains(token) }

    /// The outermost quotation or bracket that holds the token.
    func inset(around token: Int) -> Inset? {
        let index = insetOfToken[token - first]
        return index < 0 ? nil : insets[Int(index)]
    }
}
