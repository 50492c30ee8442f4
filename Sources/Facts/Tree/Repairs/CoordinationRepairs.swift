import Language

/// Verbs that "and" or "but" joins to another verb than the one they stand beside.
extension TreeRepair {
    /// "said they will talk but did not {comment}": the second verb has the tense of the first speaker's verb.
    mutating func raiseContrast(_ token: Int) {
        guard relations[token] == .conj, let first = head(token), relations[first] == .ccomp, let matrix = head(first),
            matrix < first, child(of: token, where: { relations[$0] == .nsubj }) == nil,
            child(of: token, where: { relations[$0] == .cc && document.norm($0) == "but" }) != nil,
            child(of: token, where: { relations[$0] == .aux && document.norm($0) == "did" }) != nil,
            child(of: first, where: { relations[$0] == .aux && document.xpos[$0] == .md }) != nil
        else { return }
        attach(token, to: matrix)
    }

    /// "appealed to both sides to show restraint and {offered} to mediate": no infinitive is coordinated with a past tense.
    mutating func raiseFiniteVerb(_ token: Int) {
        guard relations[token] == .conj, [.vbd, .vbz].contains(document.xpos[token]), let first = head(token),
            document.xpos[first] == .vb, child(of: first, where: { document.norm($0) == "to" && $0 < first }) != nil,
            child(of: token, where: { [.nsubj, .nsubjPassive, .aux, .auxPassive, .expl].contains(relations[$0]) })
                == nil
        else { return }
        var above = head(first)
        while let verb = above, verb < first {
            if [.vbd, .vbz].contains(document.xpos[verb]) {
                if tenses(document.xpos[verb], document.xpos[token]) { attach(token, to: verb) }
                return
            }
            above = head(verb)
        }
    }

    /// "said the risks were known but {rejected} claims": who rejects is who said it, not the risks.
    ///
    /// Speech acts in the tense of the first verb belong to its speaker where a comma or "but" divides them, or where the clause between
    /// is about no person.
    mutating func raiseStatement(_ token: Int) {
        guard relations[token] == .conj, [.vbd, .vbz, .vbn].contains(document.xpos[token]), var first = head(token),
            first < token,
            isSpeechAct(predicate(token)),
            child(of: token, where: { [.nsubj, .nsubjPassive, .aux, .auxPassive, .expl].contains(relations[$0]) })
                == nil
        else { return }
        let conjunction = child(of: token, where: { relations[$0] == .cc })
        guard let conjunction, conjunction > 0, ["and", "but"].contains(document.norm(conjunction)) else { return }
        let isDivided = document.norm(conjunction) == "but" || document.norm(conjunction - 1) == ","
        while let matrix = head(first), matrix < first,
            [.ccomp, .xcomp, .advcl, .acl, .conj].contains(relations[first])
        {
            if relations[first] == .ccomp, [.vbd, .vbz].contains(document.xpos[matrix]), isSpeech(predicate(matrix)),
                isDivided || !hasPersonalSubject(first), tenses(document.xpos[matrix], document.xpos[token])
            {
                attach(token, to: matrix)
                return
            }
            // "had ordered them to leave and {warned} them": an infinitive is not coordinated with a past tense.
            if relations[first] == .xcomp, document.xpos[first] == .vb, [.vbd, .vbn].contains(document.xpos[matrix]) {
                attach(token, to: matrix)
                if !isDivided { return }
            }
            first = matrix
        }
    }

    private func tenses(_ first: PennTag, _ second: PennTag) -> Bool { (first == .vbz) == (second == .vbz) }

    private func hasPersonalSubject(_ verb: Int) -> Bool {
        guard let subject = child(of: verb, where: { [.nsubj, .nsubjPassive].contains(relations[$0]) }) else {
            return false
        }
        return document.upos[subject] == .propn || ["he", "she", "they"].contains(document.norm(subject))
            || lexicon.words[.role].contains(document.lemma(subject).lowercased())
    }
}
