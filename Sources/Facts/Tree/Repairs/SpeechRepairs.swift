import Language

/// Speech acts that hang on a noun or on another clause than their speaker's.
extension TreeRepair {
    /// ", {saying} ..." at the end of a sentence is said by the sentence's subject, not by that of the clause before it.
    ///
    ///     He questioned whether they should leave, {saying} talks must be based on facts.
    mutating func raiseSpeechParticiple(_ token: Int) {
        guard relations[token] == .advcl, document.xpos[token] == .vbg, token > 0, document.norm(token - 1) == ",",
            isSpeechAct(predicate(token)), var governor = head(token), governor < token
        else { return }
        while let above = head(governor), above < governor,
            [.ccomp, .xcomp, .advcl, .acl, .aclRelative].contains(relations[governor])
        {
            // A speaker of its own keeps the participle: "she said he left, adding ..." belongs to "said".
            governor = above
        }
        // "launched a petition that has many names, asking ...": a petition asks nothing.
        if document.upos[governor] == .noun, [.obj, .obl].contains(relations[governor]), let verb = head(governor),
            verb < governor
        {
            governor = verb
        }
        attach(token, to: governor)
    }

    /// "The nations {agreed} in Paris that others should pay": what "that" begins is what was agreed, whatever heads the sentence.
    mutating func raiseContent(_ token: Int) {
        guard relations[token] == .acl, [.vbn, .vbd].contains(document.xpos[token]), isSpeechAct(predicate(token)),
            let subject = head(token),
            subject < token, relations[subject] == .nsubj, let content = head(subject), content > token,
            let that = child(of: content, where: { relations[$0] == .mark && document.norm($0) == "that" }),
            that > token
        else { return }
        heads[token] = heads[content]
        relations[token] = relations[content]
        attach(subject, to: token)
        attach(content, to: token)
        relations[content] = .ccomp
    }

    /// "sent a letter to the leaders {opposing} the plan": who sent it opposes.
    mutating func giveLetterToSender(_ token: Int) {
        guard relations[token] == .acl, document.xpos[token] == .vbg, isSpeechAct(predicate(token)),
            let noun = head(token), noun < token,
            child(of: token, where: { [.mark, .case].contains(relations[$0]) }) == nil
        else { return }
        var verb = noun
        while [.obj, .obl, .nmod, .iobj].contains(relations[verb]), let above = head(verb), above < verb {
            verb = above
        }
        guard document.upos[verb] == .verb, let letter = child(of: verb, where: { relations[$0] == .obj }),
            lexicon.words[.outlet].contains(document.lemma(letter).lowercased()),
            isBelow(noun, letter) || noun == letter || heads[noun] == Int32(verb)
        else { return }
        attach(token, to: verb)
        relations[token] = .advcl
    }
}
