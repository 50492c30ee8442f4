import Language

/// A predicate of a sentence with its participants, control and coordination resolved.
///
///     Russia wants to push them out. → want(subject: Russia, complement: push), push(subject: Russia, object: them)
struct Clause: Sendable {
    /// The token that heads the clause: a verb, or an adjective or noun with a copula.
    var head: Int
    /// Lemma, with its particle.
    var predicate: String
    var isPassive = false
    /// Heads of the noun phrases; a relative pronoun is replaced by what it stands for.
    var subject: Int?
    var object: Int?
    var indirectObject: Int?
    /// The agent of a passive: "by Russia".
    var passiveAgent: Int?
    /// A clause or infinitive as object: the head of what is said or wanted.
    var complement: Int?
    var obliques: [Oblique] = []
    /// Adverbial clauses with their conjunction.
    var adverbials: [Oblique] = []
    /// Adverbs.
    var adverbs: [Int] = []
    var polarity: Polarity = .affirmed
    var modality: Modality = .asserted
    /// From the first auxiliary to the verb.
    var cue: Range<Int>

    struct Oblique: Sendable {
        var head: Int
        /// The preposition or conjunction, lower-cased, "because of" as one; empty for none.
        var marker: String
    }
}

/// Reads clauses off a tree.
struct ClauseReader: Sendable {
    let tree: DependencyTree
    let lexicon: Lexicon
    var document: Document { tree.document }

    /// All clauses of the document, by their head's position; subjects are found top-down, so heads come before what they control.
    func clauses() -> [Int: Clause] {
        var clauses: [Int: Clause] = [:]
        for sentence in document.sentences {
            var pending = sentence.tokens.filter { tree.head(of: $0) == nil }
            while let token = pending.popLast() {
                if isPredicate(token) { clauses[token] = clause(token, above: clauses) }
                pending.append(contentsOf: tree.children(of: token))
            }
        }
        return clauses
    }

    func isPredicate(_ token: Int) -> Bool {
        switch document.upos[token] {
        case .verb:
            return ![.amod, .compound, .case, .mark, .auxPassive, .aux, .cop, .fixed].contains(tree.relation(token))
        case .aux:
            return [.root, .ccomp, .conj, .parataxis, .advcl, .aclRelative, .xcomp].contains(tree.relation(token))
        default:
            return tree.child(of: token, .cop) != nil || tree.child(of: token, .nsubj, .nsubjPassive) != nil
        }
    }

    private func clause(_ head: Int, above: [Int: Clause]) -> Clause {
        var clause = Clause(head: head, predicate: predicate(head), cue: cue(head))
        clause.isPassive =
            tree.child(of: head, .auxPassive, .nsubjPassive) != nil || isBareParticiple(head) || isBehindGet(head)
            || isPassiveOfHeadline(head)
        for child in tree.children(of: head) {
            switch tree.relation(child) {
            case .nsubj, .nsubjPassive, .nsubjOuter:
                // Of two that the parser found, the one beside the verb is it.
                if clause.subject == nil || child < head { clause.subject = child }
            case .obj:
                // "got in through a skylight": what has a preposition is no object.
                if child > head, let mark = tree.child(of: child, .case), mark < child, document.upos[mark] == .adp {
                    clause.obliques.append(Clause.Oblique(head: child, marker: marker(of: child)))
                } else {
                    clause.object = clause.object ?? child
                }
            case .iobj: clause.indirectObject = clause.indirectObject ?? child
            case .ccomp, .xcomp: if clause.complement == nil { clause.complement = child }
            case .csubj, .csubjPassive: if clause.subject == nil { clause.subject = child }
            case .oblAgent: clause.passiveAgent = child
            case .obl, .oblUnmarked, .nmod, .nmodUnmarked:
                guard isAdverbial(child, of: head) else { break }
                let marker = marker(of: child)
                if marker == "by", clause.isPassive, clause.passiveAgent == nil {
                    clause.passiveAgent = child
                } else {
                    clause.obliques.append(Clause.Oblique(head: child, marker: marker))
                }
            case .expl:
                // "It is demanding that ...": who demands is somebody, whatever the parser says.
                if child < head, clause.subject == nil, document.xpos[head] != .vbn, document.norm(child) == "it",
                    isOfPeople(clause.predicate)
                {
                    clause.subject = child
                }
            case .parataxis:
                // "left because, she said, it was late"
                if let mark = tree.child(of: child, .mark), lexicon.words[.reason].contains(document.norm(mark)),
                    mark > head
                {
                    clause.adverbials.append(
                        Clause.Oblique(head: tree.child(of: child, .ccomp) ?? child, marker: document.norm(mark)))
                }
            case .advcl, .advclRelative:
                clause.adverbials.append(Clause.Oblique(head: child, marker: marker(of: child)))
            case .advmod:
                clause.adverbs.append(child)
                // "centred 20 kilometres west of Havn": the whole tells where.
                if isPosition(child) {
                    clause.obliques.append(Clause.Oblique(head: child, marker: ""))
                    continue
                }
                // "flying back to Havn"
                for oblique in tree.children(of: child, .obl, .nmod) {
                    clause.obliques.append(Clause.Oblique(head: oblique, marker: marker(of: oblique)))
                }
            default: break
            }
        }
        // "he's sought help": "has" as the parser does not see it.
        if clause.isPassive, clause.object != nil, let auxiliary = tree.child(of: head, .auxPassive),
            ["'s", "’s"].contains(document.norm(auxiliary))
        {
            clause.isPassive = false
        }
        resolveRelative(&clause)
        if clause.subject == nil { clause.subject = inheritedSubject(of: head, above: above) }
        shareObject(&clause, above: above)
        (clause.polarity, clause.modality) = stating(head, above: above)
        return clause
    }

    /// "west of Havn", "20 kilometres away from the coast"
    private func isPosition(_ adverb: Int) -> Bool {
        lexicon.words[.direction].contains(document.norm(adverb)) && tree.child(of: adverb, .obl, .nmod) != nil
    }

    /// A noun phrase below a predicate noun belongs to the clause only where it could not belong to the noun.
    private func isAdverbial(_ child: Int, of head: Int) -> Bool {
        switch tree.relation(child) {
        case .nmod, .nmodUnmarked: document.upos[head] == .verb
        default: true
        }
    }

    /// Whether only somebody can do what a verb says: say, demand, want.
    private func isOfPeople(_ predicate: String) -> Bool {
        guard let frame = lexicon.verbs.frame(ofVerb: predicate) else { return false }
        return frame.classes.contains { id in
            lexicon.words[.classesOfPeople].contains { name in
                lexicon.verbs.id(named: name).map { lexicon.verbs.isPart(id, of: $0) } ?? false
            }
        }
    }

    // MARK: Participants

    /// Relative pronouns stand for the noun that the clause is attached to.
    private func resolveRelative(_ clause: inout Clause) {
        let isRelative = tree.relation(clause.head) == .aclRelative
        // A "who" or "which" that is no question stands for what is named before it, whatever the clause was attached to.
        let isLoose = [clause.subject, clause.object].contains { token in
            token.map {
                [.wdt, .wp].contains(document.xpos[$0]) && document.norm($0) != "what"
                    && document.norm($0) != "whatever"
            } ?? false
        }
        guard
            isRelative || isLoose || tree.relation(clause.head) == .advclRelative
                || tree.relation(clause.head) == .advcl,
            let noun = antecedent(of: clause)
        else { return }
        var resolved = false
        func resolve(_ token: Int?) -> Int? {
            guard let token else { return nil }
            guard [.wdt, .wp].contains(document.xpos[token]) || isRelative && document.norm(token) == "that",
                document.norm(token) != "what"
            else { return token }
            resolved = true
            return noun
        }
        clause.subject = resolve(clause.subject)
        clause.object = resolve(clause.object)
        for index in clause.obliques.indices {
            clause.obliques[index].head = resolve(clause.obliques[index].head) ?? noun
        }
        // "which they agreed to": the preposition left behind marks what the pronoun stands for.
        if resolved, clause.object == noun,
            let stranded = clause.obliques.firstIndex(where: { document.upos[$0.head] == .adp })
        {
            clause.obliques[stranded] = Clause.Oblique(
                head: noun, marker: document.norm(clause.obliques[stranded].head))
            clause.object = nil
        }
        if resolved || !isRelative { return }
        // "talks it abandoned": no pronoun, the noun is the object; "the town where ..." is a place.
        if clause.adverbs.contains(where: { document.xpos[$0] == .wrb }) { return }
        if clause.subject == nil {
            clause.subject = noun
        } else if clause.object == nil, clause.complement.map({ tree.relation($0) == .xcomp }) ?? true {
            clause.object = noun
        }
    }

    /// The noun that a relative clause tells of: what it is attached to, or the noun before its comma.
    private func antecedent(of clause: Clause) -> Int? {
        let head = tree.head(of: clause.head) ?? clause.head
        if tree.relation(clause.head) == .aclRelative, [.noun, .propn, .pron, .num].contains(document.upos[head]) {
            return thingBefore(head, of: clause) ?? personAbove(head, of: clause) ?? personNamed(before: head) ?? head
        }
        let pronoun = [clause.subject, clause.object].compactMap { $0 }.first {
            [.wdt, .wp].contains(document.xpos[$0])
        }
        var before = (pronoun ?? tree.subtree(of: clause.head).lowerBound) - 1
        let sentence = document.sentences[document.sentence(of: clause.head)].tokens
        while before >= sentence.lowerBound, [.punct, .num].contains(document.upos[before]) { before -= 1 }
        guard before >= sentence.lowerBound, [.noun, .propn].contains(document.upos[before]) else { return nil }
        return before
    }

    /// "Rosa Quintal, a baker who spent the night on the roof": who is described by it.
    private func personNamed(before head: Int) -> Int? {
        guard tree.relation(head) == .appos, let name = tree.head(of: head), name < head,
            document.entity(at: name)?.kind == .person
        else { return nil }
        return name
    }

    /// "ran a feature Saturday that told": a day tells nothing.
    private func thingBefore(_ head: Int, of clause: Clause) -> Int? {
        guard document.entity(at: head)?.kind == .date,
            let verb = tree.head(of: head),
            let object = tree.child(of: verb, .obj), verb < object, object < head
        else { return nil }
        return object
    }

    /// "a biologist at the institute who was not involved": "who" is a person, and an institute is none.
    private func personAbove(_ head: Int, of clause: Clause) -> Int? {
        guard [clause.subject, clause.object].contains(where: { $0.map { document.norm($0) == "who" } ?? false }),
            document.upos[head] != .pron, !isPerson(head)
        else { return nil }
        guard let kind = document.entity(at: head)?.kind, [.organization, .place].contains(kind) else {
            return personBefore(thing: head)
        }
        var noun = head
        while tree.relation(noun) == .nmod, let above = tree.head(of: noun), above < noun {
            noun = above
            if lexicon.words[.role].contains(document.lemma(noun).lowercased()) { return noun }
        }
        return noun == head || document.upos[noun] != .noun ? nil : noun
    }

    /// "put voters back on the rolls who have died": whom the verb's object names.
    private func personBefore(thing head: Int) -> Int? {
        guard document.upos[head] == .noun, document.entity(at: head) == nil else { return nil }
        var token = tree.head(of: head)
        for _ in 0..<4 {
            guard let current = token else { return nil }
            if document.upos[current] == .noun, isPerson(current), current < head { return current }
            if let object = tree.child(of: current, .obj), object < head, current < object, isPerson(object) {
                return object
            }
            if document.upos[current] == .verb { return nil }
            token = tree.head(of: current)
        }
        return nil
    }

    private func isPerson(_ noun: Int) -> Bool {
        if let entity = document.entity(at: noun) { return entity.kind == .person || entity.kind == .nationality }
        let lemma = document.lemma(noun).lowercased()
        return NounLexicon.embedded[lemma] != nil || lexicon.words[.role].contains(lemma)
            || lexicon.words[.people].contains(lemma) || lexicon.words[.kindPerson].contains(lemma)
    }

    /// "people are getting killed": what is done to the subject of "get".
    private func isBehindGet(_ head: Int) -> Bool {
        guard tree.relation(head) == .xcomp, document.xpos[head] == .vbn, let governor = tree.head(of: head) else {
            return false
        }
        return document.lemma(governor) == "get" && tree.child(of: governor, .obj) == nil
    }

    /// "Ex-mayor {jailed} for bribes": headlines leave out "is".
    private func isPassiveOfHeadline(_ head: Int) -> Bool {
        guard [.vbd, .vbn].contains(document.xpos[head]), tree.relation(head) == .root,
            document.sentence(of: head) == 0, tree.child(of: head, .obj, .ccomp, .xcomp, .aux) == nil,
            lexicon.words[.headlinePassive].contains(document.lemma(head).lowercased()),
            let last = document.sentences[0].tokens.last, document.upos[last] != .punct
        else { return false }
        return true
    }

    /// The subject of a clause that has none of its own: coordination, control, participles.
    private func inheritedSubject(of head: Int, above: [Int: Clause]) -> Int? {
        guard let governor = tree.head(of: head) else { return nil }
        if let matrix = above[governor] {
            if let addressed = addressed(by: matrix, toDo: head) { return addressed }
            // "a plan that officials say is ready": what is said to be so is not who says it.
            if [.xcomp, .ccomp].contains(tree.relation(head)), isFinite(head),
                lexicon.verbs.isVerb(matrix.predicate, inClass: "say"),
                matrix.subject != nil
            {
                return [.aclRelative, .acl].contains(tree.relation(governor)) ? tree.head(of: governor) : nil
            }
        }
        switch tree.relation(head) {
        case .conj:
            guard let first = above[governor] else { return nil }
            return first.subject
        case .xcomp:
            guard let matrix = above[governor] else { return nil }
            // "announced plans to leave": who announced them does it.
            if let object = matrix.object, !matrix.isPassive,
                lexicon.words[.infinitiveNoun].contains(document.lemma(object).lowercased())
            {
                return tree.child(of: object, .nmodPossessive) ?? matrix.subject
            }
            // "urged Congress to leave": the object does it; "wants to leave": the subject.
            if !matrix.isPassive, let controller = matrix.object ?? matrix.indirectObject { return controller }
            return matrix.subject
        case .advcl, .ccomp, .parataxis:
            let tag = document.xpos[head]
            if tag == .vbg, let matrix = above[governor],
                tree.child(of: head, .mark, .case).map({ document.norm($0) == "as" }) == true
            {
                // "quoted a spokesman as saying", "was quoted as saying"
                return matrix.isPassive ? matrix.subject : matrix.object ?? matrix.subject
            }
            guard tag == .vbg || tag == .vbn || tree.child(of: head, .mark).map({ document.norm($0) == "to" }) == true
            else { return nil }
            // "forced him to admit it": he admits it.
            if tag == .vb, let matrix = above[governor], lexicon.words[.wishVerb].contains(matrix.predicate),
                let object = matrix.object, object > matrix.head,
                !matrix.isPassive
            {
                return object
            }
            if tag == .vbg, document.xpos[governor] == .vbg,
                let main = subjectOfClause(around: head, above: above)
            {
                return main
            }
            return above[governor]?.subject
        case .acl:
            let tag = document.xpos[head]
            let isMarked =
                tree.child(of: head, .mark, .case).map {
                    ["of", "for", "to", "against", "in"].contains(document.norm($0))
                } ?? false
            // "ruled against the state, dealing it a blow": a participle behind a comma tells of the whole clause.
            if tag == .vbg, !isMarked, let main = subjectOfClause(around: head, above: above) { return main }
            if tag == .vbn || tag == .vbg && !isMarked { return governor }
            // "his promise to leave", "has no intention of leaving": the owner of the noun does it, or who has or makes it.
            if let owner = tree.child(of: governor, .nmodPossessive) { return owner }
            guard tag == .vbg || lexicon.words[.infinitiveNoun].contains(document.lemma(governor).lowercased()) else {
                return nil
            }
            guard tree.relation(governor) == .obj, let verb = tree.head(of: governor), let matrix = above[verb] else {
                return nil
            }
            return matrix.subject
        default:
            return nil
        }
    }

    /// "called on the premier to resign", "appealed to them to leave": whom the preposition marks does it.
    func addressed(by matrix: Clause, toDo head: Int) -> Int? {
        guard document.xpos[head] == .vb || tree.child(of: head, .cop, .auxPassive) != nil, matrix.object == nil,
            tree.child(of: head, .mark).map({ document.norm($0) == "to" }) == true,
            lexicon.verbs.isVerb(matrix.predicate, inClass: "urge")
        else { return nil }
        return matrix.obliques.last {
            ["on", "to", "with"].contains($0.marker) && matrix.head < $0.head && $0.head < head
                && document.entity(at: $0.head)?.kind != .date
        }?.head
    }

    /// The subject of the finite clause that a participle behind a comma stands in; nil for one without a comma.
    private func subjectOfClause(around participle: Int, above: [Int: Clause]) -> Int? {
        let first = tree.subtree(of: participle).lowerBound
        guard let comma = [first, first - 1].first(where: { $0 >= 0 && document.norm($0) == "," }),
            document.sentence(of: comma) == document.sentence(of: participle), comma + 2 >= participle
        else { return nil }
        var token = tree.head(of: participle)
        for _ in 0..<20 {
            guard let current = token else { return nil }
            if let clause = above[current], isFinite(current), clause.cue.lowerBound < comma { return clause.subject }
            token = tree.head(of: current)
        }
        return nil
    }

    /// Whether a verb has a tense of its own or by an auxiliary.
    private func isFinite(_ head: Int) -> Bool {
        [.vbd, .vbz, .vbp].contains(document.xpos[head])
            || tree.children(of: head, .aux, .auxPassive, .cop).contains {
                [.vbd, .vbz, .vbp, .md].contains(document.xpos[$0])
            }
    }

    /// "proposed and defended the plan": the object of the last verb belongs to all.
    private func shareObject(_ clause: inout Clause, above: [Int: Clause]) {
        guard tree.relation(clause.head) == .conj, clause.object == nil, clause.complement == nil,
            clause.obliques.isEmpty,
            let governor = tree.head(of: clause.head), let first = above[governor], let object = first.object,
            object > clause.head
        else { return }
        clause.object = object
    }

    private func isBareParticiple(_ head: Int) -> Bool {
        guard document.xpos[head] == .vbn else { return false }
        switch tree.relation(head) {
        case .acl: return true
        case .advcl: return tree.child(of: head, .aux, .obj) == nil
        case .conj:
            guard let governor = tree.head(of: head), tree.child(of: head, .aux, .nsubj) == nil else { return false }
            return document.xpos[governor] == .vbn && tree.child(of: governor, .auxPassive) != nil
        default: return false
        }
    }

    // MARK: Words

    /// Lemma with particle, or with the preposition that makes another verb of it: "call_for".
    func predicate(_ head: Int) -> String {
        let lemma = lexicon.verb(document.lemma(head).lowercased())
        if let particle = tree.child(of: head, .compoundParticle) { return lemma + "_" + document.norm(particle) }
        let known = lexicon.verbs.particles(ofVerb: lemma)
        if !known.isEmpty {
            for child in tree.children(of: head) where child > head {
                if [.obl, .advcl].contains(tree.relation(child)), let mark = tree.child(of: child, .case, .mark),
                    known.contains(document.norm(mark)), mark - head <= 2
                {
                    return lemma + "_" + document.norm(mark)
                }
                if tree.relation(child) == .advmod, known.contains(document.norm(child)), child == head + 1 {
                    return lemma + "_" + document.norm(child)
                }
            }
        }
        return lemma
    }

    /// The preposition or conjunction of a phrase, lower-cased: "because of".
    func marker(of head: Int) -> String {
        let marks = tree.children(of: head).filter { [.case, .mark].contains(tree.relation($0)) && $0 < head }
        if marks.isEmpty, document.upos[head] == .verb, let conjunction = conjunction(before: head) {
            return document.norm(conjunction)
        }
        if marks.isEmpty, let preposition = tree.leadingPreposition(of: head) { return document.norm(preposition) }
        return marks.map { mark in
            ([mark] + tree.children(of: mark).filter { tree.relation($0) == .fixed }).map(document.norm).joined(
                separator: " ")
        }.joined(separator: " ")
    }

    /// The conjunction that a clause begins with, wherever it was attached: "after at least one shell landed".
    private func conjunction(before head: Int) -> Int? {
        let first = tree.subtree(of: head).lowerBound
        guard first < head, [.adp, .sconj].contains(document.upos[first]),
            lexicon.words[.conjunction].contains(document.norm(first)),
            first == 0 || document.sentence(of: first - 1) != document.sentence(of: first)
                || !tree.isBelow(first - 1, head)
        else { return nil }
        return first
    }

    private func cue(_ head: Int) -> Range<Int> {
        let auxiliaries = tree.children(of: head).filter { child in
            [.aux, .auxPassive, .cop].contains(tree.relation(child)) && child < head
                && (child..<head).allSatisfy {
                    ![.nsubj, .punct].contains(tree.relation($0)) || tree.head(of: $0) != head
                }
        }
        let particle = tree.child(of: head, .compoundParticle) ?? head
        return (auxiliaries.first ?? head)..<max(head, particle) + 1
    }
}
