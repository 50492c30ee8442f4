import Language

/// Noun phrases, clauses and prepositional phrases as roles.
extension Reading {
    /// A participant: the noun phrase with what it is coordinated with.
    ///
    ///     Britain and France → tokens "Britain and France", conjuncts Britain, France
    func participant(_ kind: Role.Kind, _ head: Int, marker: String = "") -> Role {
        var range = tree.nounPhrase(head)
        var heads = [head]
        var pending = tree.children(of: head, .conj).filter { $0 > head && isNominal($0) }
        while let conjunct = pending.popLast() {
            heads.append(conjunct)
            range = range.lowerBound..<max(range.upperBound, tree.nounPhrase(conjunct).upperBound)
            // "two brothers, Josiah and Amos": a chain as well as a row.
            pending += tree.children(of: conjunct, .conj).filter { $0 > conjunct && isNominal($0) }
        }
        heads.sort()
        // "two brothers, Josiah and Amos Calder"
        for name in tree.children(of: head, .appos) where range.contains(name) {
            for other in tree.children(of: name, .conj)
            where other >= range.upperBound && document.upos[other] == .propn {
                range = range.lowerBound..<tree.nounPhrase(other).upperBound
            }
        }
        var conjuncts = heads.flatMap { head in titledName(head, in: range).map { [$0] } ?? namesBeside(head) }
        if let members = members(of: head) {
            if members.start > head { range = .span(range.lowerBound, min(range.upperBound, members.start)) }
            conjuncts += members.heads
        }
        return Role(kind: kind, marker: marker, tokens: range, head: head, conjuncts: conjuncts)
    }

    /// The person whose title heads a phrase: Ada Berg for "Rep. Ada Berg (Havn)", whatever word the parser took for the head.
    private func titledName(_ head: Int, in phrase: Range<Int>) -> Int? {
        let kind = entity(at: head)?.kind
        guard kind != .person else { return nil }
        for name in document.entities(in: phrase)
        where name.kind == .person && phrase.contains(name.tokens.lowerBound) && name.tokens.lowerBound > head {
            // "Last week Ada Berg": a day is not who does it.
            let isTitled = Titles.title(before: name.tokens, in: self)?.contains(head) ?? false
            guard isTitled || kind == .date || kind == .time else { continue }
            return name.tokens.first { tree.head(of: $0).map { !name.tokens.contains($0) } ?? true }
                ?? name.tokens.lowerBound
        }
        return nil
    }

    /// The names that stand beside a description: Ada Berg for "the union's chief, Ada Berg"; the head itself where there are none.
    private func namesBeside(_ head: Int) -> [Int] {
        if document.upos[head] == .noun, isRole(head), let name = nameBehindComma(tree.nounPhrase(head).upperBound) {
            return [name]
        }
        guard document.upos[head] == .noun,
            let name = tree.children(of: head, .appos).first(where: {
                document.upos[$0] == .propn && [.person, .organization].contains(entity(at: $0)?.kind ?? .person)
            })
        else { return nameInDescription(of: head).map { [$0] } ?? [head] }
        return [name] + tree.children(of: name, .conj).filter { entity(at: $0)?.kind == .person }
    }

    /// "his partner, the builder Ada Berg": the name that a second description goes before.
    private func nameInDescription(of head: Int) -> Int? {
        guard document.upos[head] == .noun,
            let description = tree.children(of: head, .appos).first(where: { $0 > head && document.upos[$0] == .noun }),
            case let phrase = tree.subtree(of: description),
            let name = entity(at: description + 1), name.kind == .person,
            name.tokens.lowerBound == description + 1, name.tokens.upperBound <= phrase.upperBound
        else { return nil }
        return self.head(of: name.tokens)
    }

    /// "the leader of the council, Ada Berg, said": the person between commas, whatever the tree makes of it.
    private func nameBehindComma(_ comma: Int) -> Int? {
        guard comma + 1 < document.count, document.norm(comma) == ",", let name = entity(at: comma + 1),
            name.kind == .person,
            name.tokens.lowerBound == comma + 1, name.tokens.upperBound < document.count,
            document.norm(name.tokens.upperBound) == ","
                || [.verb, .aux].contains(document.upos[name.tokens.upperBound])
        else { return nil }
        return name.tokens.first { tree.head(of: $0).map { !name.tokens.contains($0) } ?? true }
            ?? name.tokens.lowerBound
    }

    /// Who belongs to a group that does it, and where they begin: "officials, including Ada Berg and Nils Holm".
    private func members(of head: Int) -> (start: Int, heads: [Int])? {
        let subtree = tree.subtree(of: head)
        guard
            let marker = (head + 1..<max(subtree.upperBound, head + 1)).first(where: { token in
                lexicon.words[.inclusion].contains(document.norm(token))
                    && [.adp, .sconj, .verb].contains(document.upos[token])
                    || document.norm(token) == "such" && token + 1 < document.count && document.norm(token + 1) == "as"
            })
        else { return nil }
        let names = document.entities(in: marker + 1..<subtree.upperBound).filter { entity in
            entity.tokens.lowerBound > marker && entity.tokens.upperBound <= subtree.upperBound
                && [.person, .organization, .place].contains(entity.kind)
        }
        guard !names.isEmpty else { return nil }
        let start = document.norm(marker - 1) == "," ? marker - 1 : marker
        return (
            start,
            names.map { name in
                name.tokens.first { tree.head(of: $0).map { !name.tokens.contains($0) } ?? true }
                    ?? name.tokens.lowerBound
            }
        )
    }

    /// An object: the noun phrase with its complements and restrictive clauses.
    func object(_ kind: Role.Kind, _ head: Int, marker: String = "") -> Role {
        var range = tree.fullPhrase(head)
        if range.isEmpty { range = head..<head + 1 }
        // "ran a deficit and lost its rank": a clause is not coordinated with a thing.
        for conjunct in tree.children(of: head, .conj) where conjunct > head && document.upos[conjunct] == .verb {
            let start = tree.subtree(of: conjunct).lowerBound
            if start > head, start < range.upperBound { range = tree.trimmed(.span(range.lowerBound, start)) }
        }
        let conjuncts = tree.children(of: head, .conj).filter { $0 > head && isNominal($0) }
        return Role(kind: kind, marker: marker, tokens: range, head: head, conjuncts: [head] + conjuncts)
    }

    /// What something is said to be, with all that is coordinated: "provocative and destabilizing".
    func predicativePhrase(_ head: Int) -> Range<Int> {
        var range = tree.fullPhrase(head)
        for conjunct in tree.children(of: head, .conj) where conjunct > head {
            range = .span(range.lowerBound, max(range.upperBound, tree.subtree(of: conjunct).upperBound))
        }
        return range.isEmpty ? head..<head + 1 : tree.trimmed(range)
    }

    /// A clause as what is said or wanted.
    func content(_ head: Int) -> Role {
        let mark = tree.child(of: head, .mark).map { document.norm($0) } ?? ""
        return Role(kind: .theme, marker: mark, tokens: withoutComment(tree.clausePhrase(head)), head: head)
    }

    /// "to send teams, an offer that was accepted": what is told of the offer is no part of it.
    private func withoutComment(_ content: Range<Int>) -> Range<Int> {
        for comma in content.dropFirst(2) where document.norm(comma) == "," && comma + 3 < content.upperBound {
            guard ["a", "an"].contains(document.norm(comma + 1)),
                let noun = (comma + 2..<min(comma + 5, content.upperBound - 1)).first(where: {
                    document.upos[$0] == .noun && document.upos[$0 + 1] != .noun
                }),
                noun + 1 < content.upperBound,
                ["that", "which", "he", "she", "they", "it"].contains(document.norm(noun + 1)),
                lexicon.verbs.verb(ofNoun: document.lemma(noun).lowercased()) != nil
                    || lexicon.words[.comment].contains(document.lemma(noun).lowercased()),
                quotations.holding(comma) == nil
            else { continue }
            return tree.trimmed(content.lowerBound..<comma)
        }
        return content
    }

    func isNominal(_ token: Int) -> Bool {
        [.noun, .propn, .pron, .num, .sym, .x].contains(document.upos[token])
            || document.upos[token] == .adj && tree.child(of: token, .det) != nil
    }

    /// A prepositional or bare adverbial phrase.
    func circumstance(_ oblique: Clause.Oblique, of predicate: String) -> Role {
        var range = tree.fullPhrase(oblique.head)
        let kind = circumstanceKind(head: oblique.head, marker: oblique.marker, predicate: predicate)
        // "in front of the bank": without an article the preposition is a part of it.
        if kind == .place, range.lowerBound == oblique.head, isPosition(oblique.head), range.lowerBound > 0,
            document.norm(range.lowerBound - 1) == oblique.marker
        {
            range = range.lowerBound - 1..<range.upperBound
        }
        return Role(
            kind: kind, marker: oblique.marker,
            tokens: range.isEmpty ? oblique.head..<oblique.head + 1 : range, head: oblique.head)
    }

    private func circumstanceKind(head: Int, marker: String, predicate: String) -> Role.Kind {
        let lemma = document.lemma(head).lowercased()
        let kind = entity(at: head)?.kind
        if marker.isEmpty, document.upos[head] == .adv, lexicon.words[.direction].contains(document.norm(head)) {
            return .place
        }
        // "since a clash in 2019" tells when; only a clause behind "since" may tell why.
        if marker == "since" { return .time }
        if lexicon.words[.reason].contains(marker), !isTime(head) { return .reason }
        // "on the grounds that", "in protest at", "on suspicion of"
        if ["on", "in", "out of", "for"].contains(marker), lexicon.words[.reasonNoun].contains(lemma) {
            return .reason
        }
        switch kind {
        case .date, .time, .duration: return .time
        case .money, .percent: return .quantity
        default: break
        }
        if lexicon.words[.time].contains(lemma) || isTime(head) { return .time }
        if marker == "about" || marker == "regarding" || marker == "concerning" { return .topic }
        if marker.isEmpty { return document.xpos[head] == .cd ? .quantity : .oblique }
        if marker == "to", kind == .person || kind == .organization || isRole(head) { return .recipient }
        if kind == .place || lexicon.words[.place].contains(lemma),
            [
                "in", "at", "to", "from", "near", "into", "along", "across", "on", "outside", "inside", "throughout",
                "around", "off", "out of", "through",
            ]
            .contains(marker)
        {
            return .place
        }
        if isPosition(head), ["in", "at", "on", "to", "from"].contains(marker) { return .place }
        if lexicon.words[.means].contains(marker) { return .manner }
        return .oblique
    }

    /// "in front of the bank"
    private func isPosition(_ head: Int) -> Bool {
        lexicon.words[.position].contains(document.lemma(head).lowercased())
            // "on top of the tax" tells of no place.
            && (tree.child(of: head, .det) != nil || document.norm(head) == "front")
            && tree.children(of: head, .nmod).contains { child in
                tree.child(of: child, .case).map { document.norm($0) == "of" } ?? false
            }
    }

    /// Whether a phrase names a time: a date, or a time noun with its determiner.
    func isTime(_ head: Int) -> Bool {
        if let kind = entity(at: head)?.kind, [.date, .time, .duration].contains(kind) { return true }
        return lexicon.words[.time].contains(document.norm(head))
            || lexicon.words[.time].contains(document.lemma(head).lowercased())
    }

    /// Whether a noun stands for a person by what the person does: "minister".
    func isRole(_ head: Int) -> Bool {
        lexicon.words[.role].contains(document.lemma(head).lowercased())
    }

    /// An adverbial clause: reason, purpose, time, manner.
    func adverbial(_ clause: Clause.Oblique) -> Role {
        var range = tree.subtree(of: clause.head)
        for mark in tree.children(of: clause.head, .mark, .case) where mark < clause.head && mark < range.upperBound {
            let end = tree.subtree(of: mark).upperBound
            if end <= clause.head, document.norm(mark) != "to" {
                range = .span(max(range.lowerBound, end), range.upperBound)
            }
        }
        let kind: Role.Kind =
            if clause.marker == "to" || clause.marker.hasSuffix("order to")
                || lexicon.words[.reason].contains(clause.marker)
            {
                .reason
            } else if clause.marker == "as", range.lowerBound > 0, isAfterComma(clause.head) {
                .reason
            } else if ["after", "before", "when", "while", "until", "once", "as"].contains(clause.marker) {
                .time
            } else if clause.marker == "for", document.xpos[clause.head] == .vbg {
                .reason
            } else if clause.marker == "by" || clause.marker == "without" || clause.marker == "through" {
                .manner
            } else {
                .oblique
            }
        return Role(kind: kind, marker: clause.marker, tokens: tree.trimmed(range), head: clause.head)
    }

    private func isAfterComma(_ head: Int) -> Bool {
        let start = tree.subtree(of: head).lowerBound
        return document.norm(start) == "," || start > 0 && document.norm(start - 1) == ","
    }

    /// Places and times that hang on a participant: "held talks in Moscow" is held in Moscow.
    func nestedCircumstances(of head: Int) -> [Role] {
        tree.children(of: head, .nmod, .nmodUnmarked).compactMap { child in
            let marker = ClauseReader(tree: tree, lexicon: lexicon).marker(of: child)
            guard marker != "of" else { return nil }
            let role = circumstance(Clause.Oblique(head: child, marker: marker), of: "")
            return role.kind == .place || role.kind == .time ? role : nil
        }
    }
}
