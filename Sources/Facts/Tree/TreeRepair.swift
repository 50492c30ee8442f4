import Language

/// Mends attachments that a greedy parser often gets wrong and that English news leaves little doubt about.
///
/// Reads the document's tree and gives the mended columns; the document stays as it is.
struct TreeRepair {
    private let document: Document
    private let lexicon: Lexicon
    private(set) var heads: [Int32]
    private(set) var relations: [Relation]
    private var isPerson: [Bool]
    private var isDate: [Bool]

    init(_ document: Document, lexicon: Lexicon) {
        self.document = document
        self.lexicon = lexicon
        heads = document.heads
        relations = document.relations
        isPerson = Array(repeating: false, count: document.count)
        isDate = isPerson
        for entity in document.entities {
            for token in entity.tokens {
                isPerson[token] = entity.kind == .person
                isDate[token] = entity.kind == .date
            }
        }
        for entity in document.entities where entity.kind == .person {
            keepWordsOfName(entity.tokens)
            raiseTitledName(entity.tokens)
        }
        for token in 0..<document.count {
            makeApposition(token)
            lowerBracket(token)
        }
        for token in 0..<document.count { raiseVerbAfterApposition(token) }
        for token in 0..<document.count {
            raiseSpeechParticiple(token)
            raiseContrast(token)
            giveThemeToAccusation(token)
            raiseContent(token)
            giveLetterToSender(token)
            giveContentToVerb(token)
            giveInfinitiveToWish(token)
            raiseTime(token)
            giveDayToSpeech(token)
            freeTimeObject(token)
            raiseApposition(token)
        }
        for token in 0..<document.count {
            giveSpeakerToVerb(token)
            makeSubjectOfNextVerb(token)
            makeDescriptionOfSubject(token)
            moveDescriptionToLastName(token)
            joinNameToDescription(token)
            raiseStatement(token)
            raiseFiniteVerb(token)
            giveGroundToJudgement(token)
            raiseFromName(token)
        }
    }

    /// "Ada {May} said": no auxiliary is the last word of a name.
    private mutating func keepWordsOfName(_ name: Range<Int>) {
        for token in name.dropFirst() where relations[token] == .aux {
            attach(token, to: name.lowerBound)
            relations[token] = .flat
        }
    }

    /// "the head of CEI ({Italian Episcopal Conference})": what stands in brackets explains the noun before them.
    private mutating func lowerBracket(_ token: Int) {
        guard relations[token] == .appos, let noun = head(token), noun < token,
            let bracket = (noun..<token).last(where: { document.xpos[$0] == .leftBracket }), bracket - 1 > noun,
            (bracket + 1..<token).allSatisfy({ document.upos[$0] != .punct && heads[$0] >= bracket })
        else { return }
        var before = bracket - 1
        while [.flat, .compound].contains(relations[before]), let above = head(before), above > noun, above < bracket {
            before = above
        }
        guard [.noun, .propn].contains(document.upos[before]), relations[before] == .nmod else { return }
        attach(token, to: before)
    }

    /// "said the risks were known but {rejected} claims": who rejects is who said it, not the risks.
    ///
    /// Speech acts in the tense of the first verb belong to its speaker where a comma or "but" divides them, or where the clause between
    /// is about no person.
    private mutating func raiseStatement(_ token: Int) {
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

    /// "appealed to both sides to show restraint and {offered} to mediate": no infinitive is coordinated with a past tense.
    private mutating func raiseFiniteVerb(_ token: Int) {
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

    /// "criticised the government for {reacting} too late": the ground belongs to the judgement.
    private mutating func giveGroundToJudgement(_ token: Int) {
        guard document.xpos[token] == .vbg, [.acl, .nmod].contains(relations[token]), let object = head(token),
            object < token,
            relations[object] == .obj, let verb = head(object), lexicon.words[.judgement].contains(predicate(verb)),
            child(of: token, where: { document.norm($0) == "for" && $0 < token }) != nil
        else { return }
        attach(token, to: verb)
        relations[token] = .advcl
    }

    /// Saying in the wider sense: what somebody does by speaking, such as rejecting.
    private func isSpeechAct(_ predicate: String) -> Bool {
        if isSpeech(predicate) { return true }
        guard let frame = lexicon.verbs.frame(ofVerb: predicate) else { return false }
        return frame.classes.contains {
            ["reject", "refuse", "accept", "agree", "support", "oppose"].contains(lexicon.verbs[$0].name)
        }
    }

    private func tenses(_ first: PennTag, _ second: PennTag) -> Bool { (first == .vbz) == (second == .vbz) }

    private func predicate(_ token: Int) -> String {
        let lemma = document.lemma(token).lowercased()
        return child(of: token, where: { relations[$0] == .compoundParticle }).map { lemma + "_" + document.norm($0) }
            ?? lemma
    }

    private func hasPersonalSubject(_ verb: Int) -> Bool {
        guard let subject = child(of: verb, where: { [.nsubj, .nsubjPassive].contains(relations[$0]) }) else {
            return false
        }
        return document.upos[subject] == .propn || ["he", "she", "they"].contains(document.norm(subject))
            || lexicon.words[.role].contains(document.lemma(subject).lowercased())
    }

    /// "that Ada accepted and Nils {turned} down": the name right before a verb without subject is its subject.
    private mutating func makeSubjectOfNextVerb(_ token: Int) {
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

    /// "Hallam's, a brewery, has left": of two subjects the second one describes the first.
    private mutating func makeDescriptionOfSubject(_ token: Int) {
        guard relations[token] == .nsubj, document.upos[token] == .noun, let verb = head(token), token < verb,
            let name = child(of: verb, where: { relations[$0] == .nsubj && $0 < token }), document.upos[name] == .propn,
            let determiner = child(of: token, where: { relations[$0] == .det }), determiner > 0,
            document.norm(determiner - 1) == ",",
            (name + 1..<determiner - 1).allSatisfy({ [.propn, .part].contains(document.upos[$0]) })
        else { return }
        attach(token, to: name)
        relations[token] = .appos
    }

    /// "Ada Berg and Nils Holm, a baker": one description belongs to the name before it.
    private mutating func moveDescriptionToLastName(_ token: Int) {
        guard relations[token] == .appos, document.upos[token] == .noun, document.xpos[token] == .nn,
            let first = head(token), first < token,
            let determiner = child(of: token, where: { relations[$0] == .det }),
            ["a", "an"].contains(document.norm(determiner)),
            document.sentences[document.sentence(of: token)].tokens.contains(determiner - 1),
            document.norm(determiner - 1) == ","
        else { return }
        let last = (first + 1..<determiner).last {
            heads[$0] == Int32(first) && relations[$0] == .conj && document.upos[$0] == .propn
        }
        guard let last, (last + 1..<determiner - 1).allSatisfy({ [.flat, .compound].contains(relations[$0]) }) else {
            return
        }
        attach(token, to: last)
    }

    /// "the American club Linden Rovers": a name right behind a noun of the same verb is what the noun describes.
    private mutating func joinNameToDescription(_ token: Int) {
        guard [.obj, .obl].contains(relations[token]), document.upos[token] == .propn, let verb = head(token),
            verb < token,
            let name = document.entities.first(where: { $0.tokens.contains(token) }),
            [.organization, .person].contains(name.kind),
            name.tokens.lowerBound > 0, child(of: token, where: { relations[$0] == .case }) == nil
        else { return }
        let noun = name.tokens.lowerBound - 1
        guard heads[noun] == Int32(verb), [.obj, .obl, .iobj].contains(relations[noun]), document.upos[noun] == .noun,
            !isDate[noun],
            child(of: noun, where: { relations[$0] == .det || relations[$0] == .nmodPossessive }) != nil
        else { return }
        attach(token, to: noun)
        relations[token] = .appos
    }

    /// "sold it to Linden Estates in May for £5": when and for how much belongs to the verb, not to the name.
    private mutating func raiseFromName(_ token: Int) {
        guard relations[token] == .nmod, let name = head(token), name < token,
            [.obj, .obl, .nsubj].contains(relations[name]), let verb = head(name),
            document.upos[verb] == .verb, verb < name, document.upos[name] == .propn,
            let kind = document.entities.first(where: { $0.tokens.contains(token) })?.kind,
            [.date, .money, .time].contains(kind),
            child(
                of: token, where: { relations[$0] == .case && ["in", "on", "for", "at"].contains(document.norm($0)) })
                != nil
        else { return }
        attach(token, to: verb)
        relations[token] = .obl
    }

    /// ", saying ..." at the end of a sentence is said by the sentence's subject, not by that of the clause before it.
    ///
    ///     He questioned whether they should leave, {saying} talks must be based on facts.
    private mutating func raiseSpeechParticiple(_ token: Int) {
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
    private mutating func raiseContent(_ token: Int) {
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
    private mutating func giveLetterToSender(_ token: Int) {
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

    /// "said they will talk but did not comment": the second verb has the tense of the first speaker's verb.
    private mutating func raiseContrast(_ token: Int) {
        guard relations[token] == .conj, let first = head(token), relations[first] == .ccomp, let matrix = head(first),
            matrix < first, child(of: token, where: { relations[$0] == .nsubj }) == nil,
            child(of: token, where: { relations[$0] == .cc && document.norm($0) == "but" }) != nil,
            child(of: token, where: { relations[$0] == .aux && document.norm($0) == "did" }) != nil,
            child(of: first, where: { relations[$0] == .aux && document.xpos[$0] == .md }) != nil
        else { return }
        attach(token, to: matrix)
    }

    /// "accused each other of risking": what follows "of" belongs to the verb, not to whom it accuses.
    private mutating func giveThemeToAccusation(_ token: Int) {
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

    /// "urged them to leave", "asked whether they left": what stands behind such a verb is what is urged or asked.
    private mutating func giveContentToVerb(_ token: Int) {
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

    /// "wants the border to be closed": what is wanted is not the border but that it is closed.
    ///
    /// "wants a chance to leave" stays as it is: such nouns have infinitives of their own.
    private mutating func giveInfinitiveToWish(_ token: Int) {
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

    /// "rejected the plan on Monday": a day tells when it was rejected, not which plan.
    private mutating func raiseTime(_ token: Int) {
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

    /// "said on Tuesday its profit fell", "said Tuesday that ...": the day right behind the verb tells when it was said.
    private mutating func giveDayToSpeech(_ token: Int) {
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

    /// "Rep. Ada Berg": the name heads the phrase, not its title.
    private mutating func raiseTitledName(_ name: Range<Int>) {
        let title = name.lowerBound - 1
        guard title >= 0, document.norm(title).hasSuffix("."), lexicon.words[.role].contains(document.norm(title)),
            document.sentence(of: title) == document.sentence(of: name.lowerBound), !name.contains(Int(heads[title])),
            let top = name.first(where: { heads[$0] < 0 || !name.contains(Int(heads[$0])) })
        else { return }
        let sentence = document.sentences[document.sentence(of: title)].tokens
        if heads[top] == Int32(title) || heads[top] == heads[title] || relations[top] == .conj, !isBelow(title, top) {
            let (head, relation) = (heads[title], relations[title])
            for child in sentence where heads[child] == Int32(title) && child != top && !isBelow(top, child) {
                attach(child, to: top)
            }
            heads[top] = head
            relations[top] = relation
        }
        guard !isBelow(top, title) else { return }
        attach(title, to: top)
        relations[title] = .nmodDescription
    }

    /// "Ada Berg, the mayor of Havn": without "and" a description is no second person.
    private mutating func makeApposition(_ token: Int) {
        guard relations[token] == .conj || relations[token] == .list, let name = head(token), name < token,
            isPerson[name], !isPerson[token],
            [.noun, .propn].contains(document.upos[token]), child(of: token, where: { relations[$0] == .cc }) == nil,
            child(of: name, where: { relations[$0] == .conj && $0 != token }) == nil,
            child(of: token, where: { relations[$0] == .det }) != nil
        else { return }
        relations[token] = .appos
    }

    /// "voted Thursday to leave": the day is no object, and leaving is what was voted for.
    private mutating func freeTimeObject(_ token: Int) {
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

    /// "a lawyer for Nils Holm, Ada Berg": one person is not another; the second name belongs to the lawyer.
    private mutating func raiseApposition(_ token: Int) {
        guard relations[token] == .appos, isPerson[token], let name = head(token), isPerson[name],
            relations[name] == .nmod,
            let noun = head(name), noun < name, document.upos[noun] == .noun
        else { return }
        attach(token, to: noun)
    }

    /// "Ada Berg, the mayor of Havn, called ...": the verb behind the description is the sentence's verb, not a part of the description.
    private mutating func raiseVerbAfterApposition(_ token: Int) {
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

    /// A finite verb of speech without a subject takes the noun phrase right before it.
    ///
    ///     In response, the union's chief, Ada Berg, {said} ...
    private mutating func giveSpeakerToVerb(_ token: Int) {
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

    /// "the union's chief, Ada Berg": the description before the comma belongs to the speaker's name.
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

    // MARK: The tree as it is now

    private func isSpeech(_ lemma: String) -> Bool {
        guard let say = lexicon.verbs.id(named: "say"), let frame = lexicon.verbs.frame(ofVerb: lemma.lowercased())
        else { return false }
        return frame.classes.contains { lexicon.verbs.isPart($0, of: say) }
    }

    private func head(_ token: Int) -> Int? { heads[token] < 0 ? nil : Int(heads[token]) }

    private func child(of token: Int, where condition: (Int) -> Bool) -> Int? {
        document.sentences[document.sentence(of: token)].tokens.first { heads[$0] == Int32(token) && condition($0) }
    }

    /// Hangs a token on another head; where that stands below the token itself, everything stays as it is.
    private mutating func attach(_ token: Int, to head: Int) {
        guard head != token, !isBelow(head, token) else { return }
        heads[token] = Int32(head)
    }

    /// Whether a token stands under another one.
    private func isBelow(_ token: Int, _ ancestor: Int) -> Bool {
        var current = head(token)
        while let here = current {
            if here == ancestor { return true }
            current = head(here)
        }
        return false
    }
}
