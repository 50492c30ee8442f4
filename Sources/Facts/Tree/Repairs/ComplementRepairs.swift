import Language

/// What is urged, wished, said of somebody: clauses that belong to the verb and hang on its object.
extension TreeRepair {
    /// "accused each other of {risking}": what follows "of" belongs to the verb, not to whom it accuses.
    mutating func giveThemeToAccusation(_ token: Int) {
        guard [.nmod, .acl, .advcl].contains(relations[token]), var noun = head(token) else { return }
        while [.appos, .flat, .conj, .nmod].contains(relations[noun]), let above = head(noun), above < noun {
            noun = above
        }
        guard [.obj, .iobj].contains(relations[noun]) || relations[noun] == .obl && isDate[noun], let verb = head(noun),
            verb < noun,
            let frame = lexicon.verbs.frame(ofVerb: document.lemma(verb)),
            let mark = child(of: token, where: { [.case, .mark].contains(relations[$0]) }),
            frame.themeMarkers.contains(document.norm(mark)), frame.addressesObject || document.norm(mark) == "as"
        else { return }
        attach(token, to: verb)
        relations[token] = relations[token] == .nmod ? .obl : .advcl
    }

    /// "an explosion that the mayor {described} as an attack": it is the explosion that is described.
    mutating func makeRelativeOfNaming(_ token: Int) {
        guard relations[token] == .acl, let noun = head(token), noun < token,
            lexicon.words[.naming].contains(document.lemma(token).lowercased()),
            let mark = child(of: token, where: { relations[$0] == .mark && document.norm($0) == "that" }),
            mark > noun,
            child(of: token, where: { relations[$0] == .nsubj }) != nil,
            child(of: token, where: { relations[$0] == .obj }) == nil
        else { return }
        relations[token] = .aclRelative
        relations[mark] = .obj
    }

    /// "called {Berg} a champion": nobody is given a champion, she is called so.
    mutating func makeNamedOfReceiver(_ token: Int) {
        guard relations[token] == .iobj, let verb = head(token), verb < token,
            lexicon.words[.naming].contains(document.lemma(verb).lowercased()),
            document.lemma(verb).lowercased() != "find",
            let name = child(of: verb, where: { relations[$0] == .obj && $0 > token })
        else { return }
        relations[token] = .obj
        relations[name] = .xcomp
    }

    /// "urged them to {leave}", "asked whether they {left}": what stands behind such a verb is what is urged or asked.
    mutating func giveContentToVerb(_ token: Int) {
        guard relations[token] == .advcl, let verb = head(token), verb < token,
            let frame = lexicon.verbs.frame(ofVerb: document.lemma(verb))
        else { return }
        if token == verb + 1, document.xpos[token] == .vbg {
            // "suggested sending help"
            relations[token] = .xcomp
            return
        }
        guard let mark = child(of: token, where: { relations[$0] == .mark }), mark > verb,
            child(of: verb, where: { [.ccomp, .xcomp].contains(relations[$0]) }) == nil
        else { return }
        switch document.norm(mark) {
        case "to" where frame.addressesObject && child(of: verb, where: { relations[$0] == .obj && $0 > verb }) != nil:
            relations[token] = .xcomp
        case "that", "whether": relations[token] = .ccomp
        default: break
        }
    }

    /// "wants the border to be {closed}": what is wanted is not the border but that it is closed.
    ///
    /// "wants a chance to leave" stays as it is: such nouns have infinitives of their own.
    mutating func giveInfinitiveToWish(_ token: Int) {
        guard relations[token] == .acl, let noun = head(token), noun < token, relations[noun] == .obj,
            let verb = head(noun), verb < noun,
            child(of: verb, where: { [.xcomp, .ccomp].contains(relations[$0]) }) == nil,
            lexicon.words[.wishVerb].contains(document.lemma(verb).lowercased()),
            child(of: token, where: { relations[$0] == .mark && document.norm($0) == "to" }) != nil,
            child(of: token, where: { relations[$0] == .auxPassive }) != nil
                || !lexicon.words[.infinitiveNoun].contains(document.lemma(noun).lowercased())
        else { return }
        attach(token, to: verb)
        relations[token] = .xcomp
    }

    /// "criticised the government for {reacting} too late": the ground belongs to the judgement.
    mutating func giveGroundToJudgement(_ token: Int) {
        guard document.xpos[token] == .vbg, [.acl, .nmod].contains(relations[token]), let object = head(token),
            object < token,
            relations[object] == .obj, let verb = head(object), lexicon.words[.judgement].contains(predicate(verb)),
            child(of: token, where: { document.norm($0) == "for" && $0 < token }) != nil
        else { return }
        attach(token, to: verb)
        relations[token] = .advcl
    }

    /// "called {her} deceit “cold”": the deceit is what is called so, and hers.
    mutating func giveOwnerToNamed(_ token: Int) {
        guard document.norm(token) == "her", [.obj, .iobj].contains(relations[token]), let verb = head(token),
            verb < token, lexicon.words[.naming].contains(document.lemma(verb).lowercased()),
            token + 2 < document.count, case let noun = token + 1, [.noun, .adj].contains(document.upos[noun]),
            document.xpos[noun + 1] == .openingQuote, !isBelow(verb, noun)
        else { return }
        attach(noun, to: verb)
        relations[noun] = .obj
        attach(token, to: noun)
        relations[token] = .nmodPossessive
    }
}
