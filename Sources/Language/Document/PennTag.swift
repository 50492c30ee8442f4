/// A language-specific part of speech (XPOS): the Penn Treebank's tags as the English treebanks of UD use them.
public enum PennTag: UInt8, Sendable, CaseIterable {
    case cc, cd, dt, ex, fw, `in`, jj, jjr, jjs, ls, md, nn, nnp, nnps, nns, pdt, pos, prp, prpPossessive, rb, rbr, rbs,
        rp,
        sym, to, uh, vb, vbd, vbg, vbn, vbp, vbz, wdt, wp, wpPossessive, wrb, add, afx, gw, hyph, nfp, xx,
        leftBracket, rightBracket, comma, period, colon, openingQuote, closingQuote, dollar

    /// The tag as CoNLL-U writes it: "NNP", "PRP$", "-LRB-".
    public var name: String { Self.names[Int(rawValue)] }

    /// The tag of this CoNLL-U name; nil for a name that is none.
    public init?(name: String) {
        guard let index = Self.names.firstIndex(of: name) else { return nil }
        self.init(rawValue: UInt8(index))
    }

    /// Whether this is a form of a verb (`VB...`, without modals).
    public var isVerb: Bool { rawValue >= Self.vb.rawValue && rawValue <= Self.vbz.rawValue }

    private static let names = [
        "CC", "CD", "DT", "EX", "FW", "IN", "JJ", "JJR", "JJS", "LS", "MD", "NN", "NNP", "NNPS", "NNS", "PDT", "POS",
        "PRP", "PRP$", "RB", "RBR", "RBS", "RP", "SYM", "TO", "UH", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "WDT",
        "WP",
        "WP$", "WRB", "ADD", "AFX", "GW", "HYPH", "NFP", "XX", "-LRB-", "-RRB-", ",", ".", ":", "``", "''", "$",
    ]
}
