import Language

/// The tree as it is now: what repairs ask of it, and how they change it.
extension TreeRepair {
    func head(_ token: Int) -> Int? { heads[token] < 0 ? nil : Int(heads[token]) }

    func child(of token: Int, where condition: (Int) -> Bool) -> Int? {
        document.sentences[document.sentence(of: token)].tokens.first { heads[$0] == Int32(token) && condition($0) }
    }

    /// Whether a token stands under another one.
    func isBelow(_ token: Int, _ ancestor: Int) -> Bool {
        var current = head(token)
        while let here = current {
            if here == ancestor { return true }
            current = head(here)
        }
        return false
    }

    /// Hangs a token on another head; where that stands below the token itself, everything stays as it is.
    mutating func attach(_ token: Int, to head: Int) {
        guard head != token, !isBelow(head, token) else { return }
        heads[token] = Int32(head)
    }

    func predicate(_ token: Int) -> String {
        let lemma = document.lemma(token).lowercased()
        return child(of: token, where: { relations[$0] == .compoundParticle }).map { lemma + "_" + document.norm($0) }
            ?? lemma
    }

    func isSpeech(_ lemma: String) -> Bool {
        guard let say = lexicon.verbs.id(named: "say"), let frame = lexicon.verbs.frame(ofVerb: lemma.lowercased())
        else { return false }
        return frame.classes.contains { lexicon.verbs.isPart($0, of: say) }
    }

    /// Saying in the wider sense: what somebody does by speaking, such as rejecting.
    func isSpeechAct(_ predicate: String) -> Bool {
        if isSpeech(predicate) { return true }
        guard let frame = lexicon.verbs.frame(ofVerb: predicate) else { return false }
        return frame.classes.contains { lexicon.words[.classesSpeaking].contains(lexicon.verbs[$0].name) }
    }
}
