/// What the parser's features say of a token.
struct ParserAtom {
    /// The word, its tags (XPOS and UPOS as one), its UPOS, and word and tags as one value.
    var w: UInt64 = 0
    var t: UInt64 = 255
    var u: UInt64 = 255
    var wt: UInt64 = 255
    /// The last three bytes.
    var suffix: UInt64 = 0
    /// Number of commas, brackets, quotes and the like before the token in its sentence.
    var breaksBefore: UInt32 = 0

    /// Stands for "no token".
    static let outside = ParserAtom()

    /// Makes the atoms of a sentence, and `outside` after them.
    static func read(_ document: Document, _ tokens: Range<Int>, _ column: WordColumn, into atoms: inout [ParserAtom]) {
        atoms.removeAll(keepingCapacity: true)
        var breaks: UInt32 = 0
        for token in tokens {
            let word = column.words[token]
            let xpos = document.xpos[token]
            var atom = ParserAtom()
            atom.w = word.norm
            atom.u = UInt64(document.upos[token].rawValue)
            atom.t = UInt64(xpos.rawValue) | atom.u << 8
            atom.wt = FeatureHash.mix(atom.w, atom.t)
            atom.suffix = word.suffix(3)
            atom.breaksBefore = breaks
            atoms.append(atom)
            // A break stands between two tokens when it is after the first and before the second.
            if document.upos[token] == .punct, xpos != .hyph { breaks += 1 }
        }
        atoms.append(.outside)
    }
}
