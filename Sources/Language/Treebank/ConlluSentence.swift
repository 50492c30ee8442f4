/// One sentence of a CoNLL-U file, as read: words with their annotation, before offsets are known.
struct ConlluSentence {
    struct Word {
        var form: String
        var lemma: String
        var upos: UniversalTag
        var xpos: PennTag
        /// Index of the head in the sentence, -1 for the root.
        var head: Int
        var relation: Relation
        /// The value of `NE=` in MISC: "B-person", "I-person".
        var entity: String?
        /// The value of `Entity=` in MISC: mentions that open and close here.
        var brackets: String?
        /// Line number in the file, from 1.
        var line: Int
    }

    /// What stands in the text between two spaces or not: a word, or the words of a contraction.
    struct Surface {
        var form: String
        var words: Range<Int>
        var spaceAfter: Bool
    }

    var words: [Word] = []
    var surfaces: [Surface] = []
    var startsParagraph = false
    var startsDocument = false
    /// The value of `# global.Entity`, where it stands before the sentence.
    var entityFormat: String?
}
