extension Document {
    /// The document as CoNLL-U: `# newpar`, `# text`, `SpaceAfter=No`; names in MISC as `NE=B-person`.
    public func conllu() -> String {
        var kinds = [String?](repeating: nil, count: count)
        for entity in entities {
            for token in entity.tokens { kinds[token] = (token == entity.tokens.lowerBound ? "B-" : "I-") + "\(entity.kind)" }
        }
        var lines = ""
        var paragraph = -1
        for (index, sentence) in sentences.enumerated() where !sentence.tokens.isEmpty {
            if sentence.paragraph != paragraph {
                lines += "# newpar\n"
                paragraph = sentence.paragraph
            }
            lines += "# sent_id = \(index + 1)\n# text = \(string(sentence.tokens).split(whereSeparator: \.isNewline).joined(separator: " "))\n"
            for token in sentence.tokens {
                let head = heads[token] < 0 ? 0 : Int(heads[token]) - sentence.tokens.lowerBound + 1
                var misc: [String] = []
                if let kind = kinds[token] { misc.append("NE=\(kind)") }
                if token + 1 < sentence.tokens.upperBound, starts[token + 1] == ends[token] { misc.append("SpaceAfter=No") }
                let columns = [
                    "\(token - sentence.tokens.lowerBound + 1)", form(token), lemma(token), upos[token].name, xpos[token].name, "_", "\(head)",
                    relations[token].name, "_", misc.isEmpty ? "_" : misc.joined(separator: "|"),
                ]
                lines += columns.joined(separator: "\t") + "\n"
            }
            lines += "\n"
        }
        return lines
    }
}
