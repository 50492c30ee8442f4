import Language

/// Names with the titles and descriptions that belong to them.
extension TreeRepair {
    /// "Ada {May} said": no auxiliary is the last word of a name.
    mutating func keepWordsOfName(_ name: Range<Int>) {
        for token in name.dropFirst() where relations[token] == .aux {
            attach(token, to: name.lowerBound)
            relations[token] = .flat
        }
    }

    /// "{Rep.} Ada Berg": the name heads the phrase, not its title.
    mutating func raiseTitledName(_ name: Range<Int>) {
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

    /// "the head of CEI ({Italian Episcopal Conference})": what stands in brackets explains the noun before them.
    mutating func lowerBracket(_ token: Int) {
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

    /// "Ada Berg, the {mayor} of Havn": without "and" a description is no second person.
    mutating func makeApposition(_ token: Int) {
        guard relations[token] == .conj || relations[token] == .list, let name = head(token), name < token,
            isPerson[name], !isPerson[token],
            [.noun, .propn].contains(document.upos[token]), child(of: token, where: { relations[$0] == .cc }) == nil,
            child(of: name, where: { relations[$0] == .conj && $0 != token }) == nil,
            child(of: token, where: { relations[$0] == .det }) != nil
        else { return }
        relations[token] = .appos
    }

    /// "a lawyer for Nils Holm, {Ada Berg}": one person is not another; the second name belongs to the lawyer.
    mutating func raiseApposition(_ token: Int) {
        guard relations[token] == .appos, isPerson[token], let name = head(token), isPerson[name],
            relations[name] == .nmod,
            let noun = head(name), noun < name, document.upos[noun] == .noun
        else { return }
        attach(token, to: noun)
    }

    /// "the American club {Linden Rovers}", "said council leader {Ada Berg}": a name right behind a noun of the same verb is what the
    /// noun describes.
    mutating func joinNameToDescription(_ token: Int) {
        guard [.obj, .obl, .nsubj].contains(relations[token]), document.upos[token] == .propn, let verb = head(token),
            verb < token || relations[token] == .nsubj,
            let name = document.entity(at: token),
            [.organization, .person].contains(name.kind),
            name.tokens.lowerBound > 0, child(of: token, where: { relations[$0] == .case }) == nil
        else { return }
        let noun = name.tokens.lowerBound - 1
        let lemma = document.lemma(noun).lowercased()
        let isRole =
            name.kind == .person && (lexicon.words[.role].contains(lemma) || NounLexicon.embedded[lemma] != nil)
        guard heads[noun] == Int32(verb), [.obj, .obl, .iobj, .nsubj].contains(relations[noun]),
            (relations[noun] == .nsubj) == (relations[token] == .nsubj), document.upos[noun] == .noun,
            !isDate[noun],
            isRole || child(of: noun, where: { relations[$0] == .det || relations[$0] == .nmodPossessive }) != nil
        else { return }
        attach(token, to: noun)
        relations[token] = .appos
    }

    /// "Ada Berg and Nils Holm, a {baker}": one description belongs to the name before it.
    mutating func moveDescriptionToLastName(_ token: Int) {
        guard relations[token] == .appos, [.nn, .nnp].contains(document.xpos[token]), !isPerson[token],
            let first = head(token), first < token
        else { return }
        // "a baker", "Democrat of Havn": without an article right behind the comma.
        let determiner = child(of: token, where: { relations[$0] == .det }) ?? token
        guard determiner == token || ["a", "an"].contains(document.norm(determiner)),
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

    /// "Hallam's, a {brewery}, has left": of two subjects the second one describes the first.
    mutating func makeDescriptionOfSubject(_ token: Int) {
        guard relations[token] == .nsubj, document.upos[token] == .noun, let verb = head(token), token < verb,
            let name = child(of: verb, where: { relations[$0] == .nsubj && $0 < token }), document.upos[name] == .propn,
            let determiner = child(of: token, where: { relations[$0] == .det }), determiner > 0,
            document.norm(determiner - 1) == ",",
            (name + 1..<determiner - 1).allSatisfy({ [.propn, .part].contains(document.upos[$0]) })
        else { return }
        attach(token, to: name)
        relations[token] = .appos
    }
}
