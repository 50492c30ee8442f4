extension Document {
    /// Splits a plain text into tokens and sentences; each line is a paragraph. Without trees. For training.
    package init(plainText: [UInt8]) {
        self.init(text: plainText)
        let tokenizer = Tokenizer()
        let splitter = SentenceSplitter()
        var start = 0
        var paragraph = 0
        while start < plainText.count {
            let end = plainText[start...].firstIndex(of: 10) ?? plainText.count
            let first = count
            tokenizer.tokenize(start..<end, of: &self)
            splitter.split(first..<count, paragraph: paragraph, of: &self)
            paragraph += 1
            start = end + 1
        }
        heads = Array(repeating: -1, count: count)
        relations = Array(repeating: .dep, count: count)
    }

    /// The same document in small letters, without tags. For evaluation.
    package func lowercased() -> Document {
        var copy = Document(text: text.map { TokenScanner.isUpper($0) ? $0 | 0x20 : $0 })
        (copy.starts, copy.ends, copy.sentences, copy.sentenceOfToken) = (starts, ends, sentences, sentenceOfToken)
        copy.symbols = symbols
        (copy.forms, copy.norms) = (norms, norms)
        return copy
    }
    /// Sets `forms` and `norms` from the text, for a document that was built of offsets alone. For evaluation.
    package mutating func readWords() {
        forms.removeAll()
        norms.removeAll()
        for token in 0..<count {
            let form = string(token..<token + 1)
            forms.append(symbols.intern(form))
            norms.append(symbols.intern(Tokenizer.norm(of: form)))
        }
    }
}
