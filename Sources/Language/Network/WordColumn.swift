/// The words of a document, one a token, as the tagger and the parser see them.
package struct WordColumn {
    package private(set) var words: [Word] = []

    private static let period = FeatureHash.hash(".".utf8)

    /// Reads the tokens of all sentences from the document's text.
    package init(_ document: Document) {
        words.reserveCapacity(document.count)
        document.text.withUnsafeBufferPointer { text in
            for token in 0..<document.count {
                let range = Int(document.starts[token])..<Int(document.ends[token])
                words.append(Word(UnsafeBufferPointer(rebasing: text[range])))
            }
        }
        for sentence in document.sentences { note(sentence.tokens) }
    }

    /// Finds out how a sentence uses capitals and tells its words.
    private mutating func note(_ tokens: Range<Int>) {
        var capitalized = 0
        var lower = 0
        var upper = 0
        var longLower = 0
        for token in tokens {
            let word = words[token]
            guard word.hasLowercase || word.hasUppercase else { continue }
            if word.hasUppercase && !word.hasLowercase { upper += 1 }
            if word.isCapitalized { capitalized += 1 } else { lower += 1 }
            // Short words (of, to, and, with) are often small in headlines, long ones are not.
            if !word.isCapitalized && word.head > 0xFF_FFFF { longLower += 1 }
        }
        let count = capitalized + lower
        let casing: Word.Casing
        if count >= 2, upper == capitalized, upper * 10 >= count * 8, upper >= 2 {
            casing = .upper
        } else if capitalized == 0 {
            casing = .lower
        } else if count >= 4, capitalized * 10 >= count * 6, longLower * 5 <= capitalized,
            let last = tokens.last, words[last].norm != Self.period
        {
            // Headlines end without a period; a sentence full of names does not.
            casing = .title
        } else {
            return
        }
        for token in tokens {
            words[token].casing = casing
            if casing == .upper {
                words[token].form = words[token].norm
                words[token].isCapitalized = false
            }
        }
    }
}
