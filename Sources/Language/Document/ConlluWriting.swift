extension Document {
    /// The document as CoNLL-U: `# newdoc`, `# newpar`, `# text`, contractions as ranges (`1-2 don't`), `SpaceAfter=No`.
    ///
    /// Names, dates and numbers stand in MISC as `NE=B-person`, coreference as GUM has it: `Entity=(3-person-2` opens a mention of
    /// chain 3 whose second word is its head, `3)` closes it; a name that nothing else refers to has a number of its own.
    /// `Document(conllu:)` reads all of it.
    ///
    /// - Parameter id: names the document in `# newdoc` and the sentences in `# sent_id`.
    public func conllu(id: String? = nil) -> String {
        let kinds = kindMarks
        let brackets = EntityBrackets(self)
        var lines = ""
        if let id = id?.split(whereSeparator: \.isWhitespace).joined(separator: "_") {
            lines += "# newdoc id = \(id)\n"
        }
        lines += "# global.Entity = \(EntityBrackets.format)\n"
        var paragraph = -1
        for (index, sentence) in sentences.enumerated() where !sentence.tokens.isEmpty {
            if sentence.paragraph != paragraph {
                lines += "# newpar\n"
                paragraph = sentence.paragraph
            }
            let number =
                id.map { $0.split(whereSeparator: \.isWhitespace).joined(separator: "_") + "-\(index + 1)" }
                ?? "\(index + 1)"
            lines += "# sent_id = \(number)\n# text = \(textLine(sentence.tokens))\n"
            var contractionEnd = sentence.tokens.lowerBound
            for token in sentence.tokens {
                let place = token - sentence.tokens.lowerBound + 1
                let end = endOfContraction(from: token, in: sentence.tokens)
                if token >= contractionEnd, end > token + 1 {
                    contractionEnd = end
                    let misc = isAttached(end) ? "SpaceAfter=No" : "_"
                    let range = "\(place)-\(end - sentence.tokens.lowerBound)"
                    lines += "\(range)\t\(string(token..<end))\t_\t_\t_\t_\t_\t_\t_\t\(misc)\n"
                }
                let head = heads[token] < 0 ? 0 : Int(heads[token]) - sentence.tokens.lowerBound + 1
                var misc: [String] = []
                if let entity = brackets[token] { misc.append("Entity=\(entity)") }
                if let kind = kinds[token] { misc.append("NE=\(kind)") }
                if token >= contractionEnd, isAttached(token + 1) { misc.append("SpaceAfter=No") }
                let columns = [
                    "\(place)", form(token), lemma(token), upos[token].name, xpos[token].name, "_", "\(head)",
                    relations[token].name, "_",
                    misc.isEmpty ? "_" : misc.joined(separator: "|"),
                ]
                lines += columns.joined(separator: "\t") + "\n"
            }
            lines += "\n"
        }
        return lines
    }

    /// "B-person", "I-person" of the tokens of entities.
    private var kindMarks: [String?] {
        var marks = [String?](repeating: nil, count: count)
        for entity in entities {
            for token in entity.tokens {
                marks[token] = (token == entity.tokens.lowerBound ? "B-" : "I-") + "\(entity.kind)"
            }
        }
        return marks
    }

    /// Whether a token stands in the same paragraph as the one before, without a space between them.
    private func isAttached(_ token: Int) -> Bool {
        token > 0 && token < count && starts[token] == ends[token - 1]
            && sentences[sentence(of: token)].paragraph == sentences[sentence(of: token - 1)].paragraph
    }

    /// The tokens with one space where there is any white space between them.
    private func textLine(_ tokens: Range<Int>) -> String {
        var line = ""
        for token in tokens {
            if token > tokens.lowerBound, starts[token] != ends[token - 1] { line += " " }
            line += form(token)
        }
        return line
    }

    /// Where the contraction ends that begins with a token; the next token where none does.
    private func endOfContraction(from token: Int, in sentence: Range<Int>) -> Int {
        var end = token + 1
        while end < sentence.upperBound, starts[end] == ends[end - 1], isClitic(end) { end += 1 }
        return end
    }

    /// Whether a token is the second part of a contraction or possessive: "n't", "'s", "not" in "cannot".
    private func isClitic(_ token: Int) -> Bool {
        guard let last = text[Int(starts[token - 1])..<Int(ends[token - 1])].last, let first = norm(token).utf8.first
        else { return false }
        guard upos[token - 1] != .punct else { return false }
        if first == UInt8(ascii: "'") { return norm(token).utf8.count > 1 || xpos[token] == .pos }
        return TokenScanner.isLetter(last) && TokenScanner.isLetter(first)
    }
}
