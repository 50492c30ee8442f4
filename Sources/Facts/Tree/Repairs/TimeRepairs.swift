import Language

/// Days and amounts: they tell when and for how much something was done, not which thing.
extension TreeRepair {
    /// "rejected the plan on {Monday}": a day tells when it was rejected, not which plan.
    mutating func raiseTime(_ token: Int) {
        guard [.nmod, .nmodUnmarked].contains(relations[token]), let noun = head(token), noun < token,
            [.obj, .obl].contains(relations[noun]),
            let verb = head(noun), verb < noun, document.upos[verb] == .verb,
            lexicon.words[.time].contains(document.lemma(token).lowercased())
        else { return }
        if relations[token] == .nmod,
            child(of: token, where: { relations[$0] == .case && ["on", "in", "at"].contains(document.norm($0)) }) == nil
        {
            return
        }
        attach(token, to: verb)
        relations[token] = relations[token] == .nmod ? .obl : .oblUnmarked
    }

    /// "said on {Tuesday} its profit fell", "said {Tuesday} that ...": the day right behind the verb tells when it was said.
    mutating func giveDayToSpeech(_ token: Int) {
        guard isDate[token], [.obl, .oblUnmarked, .nmodUnmarked].contains(relations[token]), let clause = head(token),
            token < clause,
            relations[clause] == .ccomp, let verb = head(clause), verb < token, isSpeech(document.lemma(verb)),
            let subject = child(of: clause, where: { [.nsubj, .nsubjPassive, .expl].contains(relations[$0]) }),
            token < subject,
            !(verb + 1..<subject).contains(where: {
                document.upos[$0] == .punct && document.xpos[$0] != .hyph || document.upos[$0] == .sconj && $0 < token
            }),
            token - verb <= 4
        else { return }
        attach(token, to: verb)
    }

    /// "argued this morning that the roof {leaks}": a morning does not tell that.
    mutating func raiseContentFromTime(_ token: Int) {
        guard [.acl, .aclRelative, .ccomp].contains(relations[token]), let time = head(token), time < token,
            [.obl, .oblUnmarked, .nmodUnmarked, .obj].contains(relations[time]),
            isDate[time] || lexicon.words[.time].contains(document.lemma(time).lowercased()),
            let verb = head(time), verb < time, isSpeech(document.lemma(verb)),
            child(of: token, where: { document.norm($0) == "that" && relations[$0] == .mark && $0 > time }) != nil,
            child(of: verb, where: { [.ccomp, .xcomp].contains(relations[$0]) }) == nil
        else { return }
        attach(token, to: verb)
        relations[token] = .ccomp
    }

    /// "voted {Thursday} to leave": the day is no object, and leaving is what was voted for.
    mutating func freeTimeObject(_ token: Int) {
        guard relations[token] == .obj, isDate[token], let verb = head(token), verb < token else { return }
        relations[token] = .oblUnmarked
        guard
            let infinitive = child(
                of: token, where: { [.acl, .advcl].contains(relations[$0]) && document.xpos[$0] == .vb }),
            child(of: verb, where: { [.ccomp, .xcomp].contains(relations[$0]) }) == nil
        else { return }
        attach(infinitive, to: verb)
        relations[infinitive] = .xcomp
    }

    /// "prosecutors in April charged": people are of no month.
    private func isPersonBefore(_ noun: Int, _ verb: Int) -> Bool {
        let lemma = document.lemma(noun).lowercased()
        return noun < verb && relations[noun] == .nsubj
            && (lexicon.words[.role].contains(lemma) || lexicon.words[.kindPerson].contains(lemma))
    }

    /// "sold it to Linden Estates in {May} for {£5}": when and for how much belongs to the verb, not to the name.
    mutating func raiseFromName(_ token: Int) {
        guard relations[token] == .nmod, let name = head(token), name < token,
            [.obj, .obl, .nsubj].contains(relations[name]), let verb = head(name),
            document.upos[verb] == .verb, verb < name && document.upos[name] == .propn || isPersonBefore(name, verb),
            let kind = document.entity(at: token)?.kind,
            [.date, .money, .time].contains(kind),
            child(
                of: token, where: { relations[$0] == .case && ["in", "on", "for", "at"].contains(document.norm($0)) })
                != nil
        else { return }
        attach(token, to: verb)
        relations[token] = .obl
    }
}
