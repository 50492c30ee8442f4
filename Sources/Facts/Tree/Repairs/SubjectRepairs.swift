import Language

/// Verbs that lost their subject to the phrase before them.
extension TreeRepair {
    /// "Ada Berg, the mayor of Havn, {called} ...": the verb behind the description is the sentence's verb, not a part of the description.
    mutating func raiseVerbAfterApposition(_ token: Int) {
        guard [.vbn, .vbd].contains(document.xpos[token]), relations[token] == .acl || relations[token] == .aclRelative,
            token > 0,
            document.norm(token - 1) == ",", let noun = head(token), noun < token,
            child(of: token, where: { [.nsubj, .nsubjPassive, .obl].contains(relations[$0]) && $0 < token }) == nil
        else { return }
        var top = noun
        while relations[top] == .appos || relations[top] == .conj || relations[top] == .nmod || relations[top] == .flat,
            let above = head(top), above < top
        {
            top = above
        }
        // Only where the sentence has no other verb at its top, and a name does.
        guard head(top) == nil, document.upos[top] == .propn || isPerson[top], top < noun else { return }
        heads[token] = -1
        relations[token] = .root
        attach(top, to: token)
        relations[top] = .nsubj
    }

    /// "a crew of nine, {two} of whom were hurt": the two were hurt, not the crew.
    mutating func makeSubjectOfWhom(_ token: Int) {
        guard token + 3 < document.count, document.norm(token + 1) == "of",
            ["whom", "which"].contains(document.norm(token + 2)),
            [.appos, .conj, .nmod, .dep].contains(relations[token]), let noun = head(token), noun < token,
            case let sentence = document.sentences[document.sentence(of: token)].tokens,
            let verb = (token + 3..<max(sentence.upperBound, token + 3)).first(where: {
                heads[$0] == Int32(noun) && relations[$0] == .aclRelative
            }),
            child(of: verb, where: { [.nsubj, .nsubjPassive].contains(relations[$0]) }) == nil
        else { return }
        let isPassive = child(of: verb, where: { relations[$0] == .auxPassive }) != nil
        attach(token, to: verb)
        relations[token] = isPassive ? .nsubjPassive : .nsubj
    }

    /// "that Ada accepted and Nils {turned} down": the name right before a verb without subject is its subject.
    mutating func makeSubjectOfNextVerb(_ token: Int) {
        guard relations[token] == .conj, [.propn, .pron].contains(document.upos[token]), let first = head(token),
            first < token,
            document.upos[first] == .verb, token + 1 < document.count, [.vbd, .vbz].contains(document.xpos[token + 1]),
            document.sentence(of: token + 1) == document.sentence(of: token),
            child(of: token, where: { relations[$0] == .case }) == nil
        else { return }
        let verb = token + 1
        guard !isBelow(verb, token), child(of: verb, where: { [.nsubj, .nsubjPassive].contains(relations[$0]) }) == nil
        else { return }
        attach(token, to: verb)
        relations[token] = .nsubj
    }

    /// A finite verb of speech without a subject takes the noun phrase right before it.
    ///
    ///     In response, the union's chief, Ada Berg, {said} ...
    mutating func giveSpeakerToVerb(_ token: Int) {
        guard [.vbd, .vbz].contains(document.xpos[token]), isSpeech(document.lemma(token)),
            [.root, .conj, .parataxis, .ccomp].contains(relations[token]),
            child(of: token, where: { [.nsubj, .nsubjPassive, .csubj, .auxPassive].contains(relations[$0]) }) == nil
        else { return }
        if relations[token] == .conj, let first = head(token),
            child(of: first, where: { relations[$0] == .nsubj }) != nil
        {
            return
        }
        let sentence = document.sentences[document.sentence(of: token)].tokens
        var before = token - 1
        while before >= sentence.lowerBound,
            document.upos[before] == .punct && document.norm(before) == "," || document.upos[before] == .adv
        {
            before -= 1
        }
        guard before >= sentence.lowerBound, [.noun, .propn, .pron].contains(document.upos[before]) else { return }
        var name = before
        while let above = head(name), above < token,
            [.flat, .compound, .nmodDescription, .nmod, .goeswith].contains(relations[name]),
            above < name || relations[name] != .nmod
        {
            if relations[name] == .nmod, document.upos[name] == .propn, document.norm(max(name - 1, 0)) == "," { break }
            name = above
        }
        guard name != token, !isBelow(token, name),
            child(of: name, where: { relations[$0] == .case && $0 < name }) == nil
        else { return }
        attach(name, to: token)
        relations[name] = .nsubj
        giveDescriptionToSpeaker(name, in: sentence)
    }

    /// "the union's {chief}, Ada Berg": the description before the comma belongs to the speaker's name.
    private mutating func giveDescriptionToSpeaker(_ name: Int, in sentence: Range<Int>) {
        guard name - 2 > sentence.lowerBound, document.upos[name] == .propn, document.norm(name - 1) == "," else {
            return
        }
        let description = name - 2
        guard lexicon.words[.role].contains(document.lemma(description).lowercased()), !isBelow(name, description)
        else { return }
        attach(description, to: name)
        relations[description] = .appos
    }
}
