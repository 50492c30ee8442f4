/// Where a pronoun cannot mean what its clause has beside it (principle B, Chomsky 1981).
enum Binding {
    /// "Berg met Holm and thanked {her}", "Berg hoped to see {her}": the subject of the verb is understood and is somebody else.
    static func isSubject(_ candidate: Int, ofClauseOf pronoun: Int, _ document: Document) -> Bool {
        guard [.obj, .iobj].contains(document.relations[pronoun]), document.relations[candidate] == .nsubj,
            let subjectVerb = document.head(of: candidate), var verb = document.head(of: pronoun)
        else { return false }
        func has(_ relation: Relation, _ verb: Int, before end: Int) -> Bool {
            document.sentences[document.sentence(of: verb)].tokens.contains {
                $0 < end && document.heads[$0] == Int32(verb) && document.relations[$0] == relation
            }
        }
        while verb != subjectVerb {
            guard document.relations[verb] == .conj || document.relations[verb] == .xcomp,
                !has(.nsubj, verb, before: pronoun),
                !has(.nsubjPassive, verb, before: pronoun), let above = document.head(of: verb),
                document.relations[verb] == .conj || !has(.obj, above, before: verb)
            else { return false }
            verb = above
        }
        return true
    }
}
