/// A dependency relation (DEPREL) of Universal Dependencies v2, with the subtypes that the English treebanks use.
public enum Relation: UInt8, Sendable, CaseIterable {
    case acl, aclRelative, advcl, advclRelative, advmod, amod, appos, aux, auxPassive, `case`, cc, ccPreconjunction,
        ccomp,
        compound, compoundParticle, conj, cop, csubj, csubjOuter, csubjPassive, dep, det, detPredeterminer, discourse,
        dislocated, expl, fixed, flat, goeswith, iobj, list, mark, nmod, nmodDescription, nmodPossessive, nmodUnmarked,
        nsubj, nsubjOuter, nsubjPassive, nummod, obj, obl, oblAgent, oblUnmarked, orphan, parataxis, punct, reparandum,
        root, vocative, xcomp

    /// The relation as CoNLL-U writes it: "nsubj:pass".
    public var name: String { Self.names[Int(rawValue)] }

    /// The relation of this CoNLL-U name; nil for a name that is none.
    public init?(name: String) {
        guard let index = Self.names.firstIndex(of: name) else { return nil }
        self.init(rawValue: UInt8(index))
    }

    private static let names = [
        "acl", "acl:relcl", "advcl", "advcl:relcl", "advmod", "amod", "appos", "aux", "aux:pass", "case", "cc",
        "cc:preconj", "ccomp", "compound", "compound:prt", "conj", "cop", "csubj", "csubj:outer", "csubj:pass", "dep",
        "det", "det:predet", "discourse", "dislocated", "expl", "fixed", "flat", "goeswith", "iobj", "list", "mark",
        "nmod", "nmod:desc", "nmod:poss", "nmod:unmarked", "nsubj", "nsubj:outer", "nsubj:pass", "nummod", "obj",
        "obl", "obl:agent", "obl:unmarked", "orphan", "parataxis", "punct", "reparandum", "root", "vocative", "xcomp",
    ]
}
