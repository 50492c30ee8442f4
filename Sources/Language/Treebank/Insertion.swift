/// Words of one sentence that can be put into another, with their arcs.
struct Insertion {
    struct Word {
        var form: [UInt8]
        var xpos: PennTag
        var upos: UniversalTag
        /// Index in the insertion; nil for a word that hangs on the token the insertion is made at.
        var head: Int?
        var relation: Relation
    }

    var words: [Word]

    init(_ words: [Word]) { self.words = words }

    /// The tokens of a document; nil where one of them hangs on a token outside that is not `anchor`.
    init?(_ document: Document, _ tokens: Range<Int>, anchor: Int) {
        words = []
        for token in tokens {
            let head = Int(document.heads[token])
            guard tokens.contains(head) || head == anchor else { return nil }
            words.append(
                Word(
                    form: Array(document.text[Int(document.starts[token])..<Int(document.ends[token])]),
                    xpos: document.xpos[token], upos: document.upos[token],
                    head: head == anchor ? nil : head - tokens.lowerBound, relation: document.relations[token]))
        }
    }

    /// This and then another, both hanging on the same token.
    func followed(by other: Insertion) -> Insertion {
        Insertion(
            words
                + other.words.map { word in
                    var moved = word
                    moved.head = word.head.map { $0 + words.count }
                    return moved
                })
    }

    /// The sentence with these words before token `place`, hanging on token `anchor`; both count in the whole document.
    func inserted(into document: Document, sentence: Int, before place: Int, anchor: Int) -> Document {
        let tokens = document.sentences[sentence].tokens
        let moved = { (token: Int) in token - tokens.lowerBound + (token >= place ? words.count : 0) }
        let at = place - tokens.lowerBound
        var copy = document.copy(ofSentence: sentence, .asWritten)
        var text = copy.text
        copy.heads = tokens.map { document.heads[$0] < 0 ? -1 : Int32(moved(Int(document.heads[$0]))) }
        for (index, word) in words.enumerated() {
            // Their bytes stand at the text's end, where they move nothing.
            copy.starts.insert(Int32(text.count), at: at + index)
            text += word.form
            copy.ends.insert(Int32(text.count), at: at + index)
            copy.xpos.insert(word.xpos, at: at + index)
            copy.upos.insert(word.upos, at: at + index)
            copy.heads.insert(Int32(word.head.map { $0 + at } ?? moved(anchor)), at: at + index)
            copy.relations.insert(word.relation, at: at + index)
            copy.sentenceOfToken.append(0)
        }
        copy.sentences = [Sentence(tokens: 0..<copy.starts.count, paragraph: 0)]
        return copy.replacing(text: text)
    }
}
