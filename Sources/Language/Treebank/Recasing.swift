/// How a copy of a training sentence is written, so that headlines and typed questions are learnt too.
package enum Recasing: CaseIterable, Sendable {
    case asWritten
    /// "who said the war would end?"
    case lower
    /// "LEADERS AGREE ON TRUCE"
    case upper
    /// "Leaders Agree on Truce"
    case title
}

extension Document {
    /// One sentence as a document of its own, in another case; forms, norms and lemmas are left out.
    ///
    /// - Parameter withoutFinalPunctuation: leaves the last token out where it is punctuation without dependents, as in
    ///   headlines and in questions typed in a hurry.
    package func copy(ofSentence index: Int, _ recasing: Recasing, withoutFinalPunctuation: Bool = false) -> Document {
        var tokens = sentences[index].tokens
        if withoutFinalPunctuation, tokens.count > 1, let last = tokens.last, upos[last] == .punct,
            heads[last] >= 0, !heads[tokens].contains(Int32(last))
        {
            tokens.removeLast()
        }
        let bytes = byteRange(tokens)
        var copy = Document(text: Array(text[bytes]))
        copy.starts = starts[tokens].map { $0 - Int32(bytes.lowerBound) }
        copy.ends = ends[tokens].map { $0 - Int32(bytes.lowerBound) }
        copy.xpos = Array(xpos[tokens])
        copy.upos = Array(upos[tokens])
        copy.heads = heads[tokens].map { $0 < 0 ? -1 : $0 - Int32(tokens.lowerBound) }
        copy.relations = Array(relations[tokens])
        copy.sentenceOfToken = Array(repeating: 0, count: tokens.count)
        copy.sentences = [Sentence(tokens: 0..<tokens.count, paragraph: 0)]
        copy.recase(recasing)
        return copy
    }

    /// The same document with other tags.
    package func tagged(xpos: [PennTag], upos: [UniversalTag]) -> Document {
        precondition(xpos.count == count && upos.count == count)
        var copy = self
        copy.xpos = xpos
        copy.upos = upos
        return copy
    }

    private mutating func recase(_ recasing: Recasing) {
        var bytes = text
        switch recasing {
        case .asWritten: return
        case .lower: for index in bytes.indices { bytes[index] = bytes[index].asciiLower }
        case .upper: for index in bytes.indices { bytes[index] = bytes[index].asciiUpper }
        case .title:
            for token in starts.indices {
                let start = Int(starts[token])
                let joined = start > 0 && bytes[start - 1] != 32
                // Style guides leave short prepositions, articles and conjunctions small inside a headline.
                let isSmall =
                    token > 0 && ends[token] - starts[token] < 4
                    && [.in, .to, .dt, .cc].contains(xpos[token])
                if !joined && !isSmall { bytes[start] = bytes[start].asciiUpper }
            }
        }
        self = replacing(text: bytes)
    }

    /// The same columns over another text that is as long or longer.
    func replacing(text: [UInt8]) -> Document {
        precondition(text.count >= self.text.count)
        var copy = Document(text: text)
        (copy.starts, copy.ends, copy.xpos, copy.upos) = (starts, ends, xpos, upos)
        (copy.heads, copy.relations, copy.sentenceOfToken) = (heads, relations, sentenceOfToken)
        copy.sentences = sentences
        return copy
    }
}

extension UInt8 {
    fileprivate var asciiLower: UInt8 { (0x41...0x5A).contains(self) ? self | 0x20 : self }
    fileprivate var asciiUpper: UInt8 { (0x61...0x7A).contains(self) ? self & 0xDF : self }
}
