import Language

/// A quotation: the tokens between two quotation marks of a paragraph.
struct Quotation: Sendable, Equatable {
    /// Without the marks.
    var tokens: Range<Int>
    /// Whether the closing mark is missing: the quotation goes on in the next paragraph, or was never closed.
    var isOpen: Bool
}

extension [Quotation] {
    /// The one that holds a token, of those of a document.
    func holding(_ token: Int) -> Quotation? { overlapping(token..<token + 1).first }

    /// Those that share tokens with a span, of those of a document: they stand in order and share none with each other.
    func overlapping(_ tokens: Range<Int>) -> ArraySlice<Quotation> {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if self[middle].tokens.upperBound <= tokens.lowerBound { low = middle + 1 } else { high = middle }
        }
        return self[low...].prefix { $0.tokens.lowerBound < tokens.upperBound }
    }
}

extension DependencyTree {
    /// The quotations of the document in order. Marks pair inside a paragraph; a paragraph's end closes what is open.
    func quotations() -> [Quotation] {
        var quotations: [Quotation] = []
        var opening: Int?
        var paragraph = -1
        for sentence in document.sentences {
            if sentence.paragraph != paragraph {
                if let start = opening, start + 1 < sentence.tokens.lowerBound {
                    quotations.append(Quotation(tokens: start + 1..<sentence.tokens.lowerBound, isOpen: true))
                }
                opening = nil
                paragraph = sentence.paragraph
            }
            for token in sentence.tokens where isQuotationMark(token) {
                if let start = opening {
                    // 'no' inside of "...": a pair of single marks is a part of what double ones hold.
                    if isSingleMark(token), !isSingleMark(start) { continue }
                    if start + 1 < token { quotations.append(Quotation(tokens: start + 1..<token, isOpen: false)) }
                    opening = nil
                } else {
                    opening = token
                }
            }
        }
        if let start = opening, start + 1 < document.count {
            quotations.append(Quotation(tokens: start + 1..<document.count, isOpen: true))
        }
        return quotations
    }
}
