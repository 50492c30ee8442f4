/// Makes questions from statements of a treebank, tree and all: treebanks have few questions, and fewer with do-support.
///
///     The minister rejected the plan on Monday.
///     → Who rejected the plan on Monday?  What did the minister reject on Monday?  When did the minister reject the plan?
package struct QuestionSynthesis {
    private let document: Document
    private let tokens: Range<Int>
    private let verb: Int
    private let subject: Int
    /// The auxiliary that goes before the subject in a question; nil where "do" is needed.
    private let auxiliary: Int?
    private let copula: Int?

    /// Nil where the sentence's main clause is no plain statement with a subject.
    package init?(_ document: Document, sentence: Int) {
        self.document = document
        tokens = document.sentences[sentence].tokens
        guard let verb = tokens.first(where: { document.heads[$0] < 0 }) else { return nil }
        self.verb = verb
        var subject: Int?
        var auxiliary: Int?
        var copula: Int?
        for token in tokens where document.heads[token] == Int32(verb) {
            switch document.relations[token] {
            case .nsubj, .nsubjPassive: subject = subject ?? token
            case .aux, .auxPassive: auxiliary = auxiliary ?? token
            case .cop: copula = token
            case .expl, .mark, .csubj, .dislocated, .nsubjOuter: return nil
            default: break
            }
        }
        guard let subject, subject < verb, !document.isQuestionWord(subject) else { return nil }
        if let first = auxiliary ?? copula {
            guard subject < first, document.xpos[first] != .vb, document.xpos[first] != .vbn else { return nil }
        } else {
            guard document.upos[verb] == .verb, [.vbd, .vbz, .vbp].contains(document.xpos[verb]) else { return nil }
        }
        self.subject = subject
        self.auxiliary = auxiliary
        self.copula = copula
        // Subjects that are cut apart by what surrounds them make no question.
        let words = subtree(subject)
        guard let first = words.first, let last = words.last, last - first + 1 == words.count, last < verb else {
            return nil
        }
    }

    /// One question of this statement, chosen at random; nil where the choice does not suit it.
    package func question(_ random: inout SplitMix) -> Document? {
        switch random.next() % 10 {
        case 0, 1: return askSubject(&random)
        case 2: return askYesNo()
        case 3: return copula == nil ? askWhen(&random) : askIdentity(&random)
        case 4, 5: return askWhen(&random)
        default: return askObject(&random)
        }
    }

    private func askSubject(_ random: inout SplitMix) -> Document? {
        var words = QuestionWords(document)
        let person = document.xpos[subject] == .nnp || document.xpos[subject] == .prp || random.next() % 3 == 0
        let nominal = document.upos[subject] == .noun && random.next() % 3 == 0
        if nominal {
            words.add(random.next() % 2 == 0 ? "Which" : "What", .wdt, .det, head: .token(subject), .det)
            words.add(document, subject)
        } else {
            words.add(person ? "Who" : "What", .wp, .pron, head: .token(verb), document.relations[subject])
        }
        for token in clause(without: [subject]) { words.add(document, token) }
        return words.document(endingIn: verb)
    }

    private func askYesNo() -> Document? {
        var words = QuestionWords(document)
        invert(&words, without: [])
        return words.document(endingIn: verb)
    }

    private func askObject(_ random: inout SplitMix) -> Document? {
        let objects = dependents([.obj, .ccomp]).filter { $0 > verb }
        guard copula == nil, objects.count == 1, let object = objects.first else { return nil }
        var words = QuestionWords(document)
        let isClause = document.relations[object] == .ccomp
        if document.upos[object] == .noun, random.next() % 4 == 0 {
            let many = document.xpos[object] == .nns && random.next() % 2 == 0
            if many {
                words.add("How", .wrb, .adv, head: .fresh("many"), .advmod)
                words.add("many", .jj, .adj, head: .token(object), .amod)
            } else {
                words.add(random.next() % 2 == 0 ? "Which" : "What", .wdt, .det, head: .token(object), .det)
            }
            words.add(document, object)
        } else {
            let person = document.xpos[object] == .nnp || document.xpos[object] == .prp
            words.add(person && !isClause ? "Who" : "What", .wp, .pron, head: .token(verb), .obj)
        }
        invert(&words, without: [object])
        return words.document(endingIn: verb)
    }

    private func askWhen(_ random: inout SplitMix) -> Document? {
        let adjuncts = dependents([.obl, .oblUnmarked, .advmod, .advcl]).filter { $0 > verb }
        guard let adjunct = adjuncts.last else { return nil }
        let asked = ["When", "Where", "Why", "How", "When", "Why"][Int(random.next() % 6)]
        var words = QuestionWords(document)
        words.add(asked, .wrb, .adv, head: .token(verb), .advmod)
        invert(&words, without: [adjunct])
        return words.document(endingIn: verb)
    }

    /// "Who is the president of Velia?", from any statement of what the subject is.
    private func askIdentity(_ random: inout SplitMix) -> Document? {
        guard let copula, auxiliary == nil, document.upos[verb] != .adj else { return nil }
        var words = QuestionWords(document)
        let person = document.xpos[subject] == .nnp || random.next() % 2 == 0
        let asked = person ? "Who" : random.next() % 3 == 0 ? "Where" : "What"
        words.add(asked, asked == "Where" ? .wrb : .wp, asked == "Where" ? .adv : .pron, head: .root, .root)
        words.add(document, copula, head: .fresh(asked))
        for token in subtree(subject) {
            words.add(document, token, head: token == subject ? .fresh(asked) : .token(Int(document.heads[token])))
        }
        return words.document(endingIn: .fresh(asked))
    }

    /// Auxiliary or "do", subject, then the rest of the clause.
    private func invert(_ words: inout QuestionWords, without left: [Int]) {
        let first = auxiliary ?? copula
        if let first {
            words.add(document, first)
        } else {
            let (form, tag): (String, PennTag) =
                switch document.xpos[verb] {
                case .vbd: ("did", .vbd)
                case .vbz: ("does", .vbz)
                default: ("do", .vbp)
                }
            words.add(words.isEmpty ? form.capitalizedFirst : form, tag, .aux, head: .token(verb), .aux)
        }
        for token in subtree(subject) { words.add(document, token) }
        for token in clause(without: left + [subject]) where token != first {
            if token == verb, first == nil {
                words.add(document.lemma(verb), .vb, .verb, key: .token(verb), head: .root, .root)
            } else {
                words.add(document, token)
            }
        }
    }

    /// The tokens of the main clause from the subject on, without some subtrees and without what hangs on loosely.
    private func clause(without left: [Int]) -> [Int] {
        let loose: Set<Relation> = [
            .punct, .conj, .cc, .parataxis, .discourse, .vocative, .appos, .list, .dep, .reparandum,
        ]
        var omitted = Set(left.flatMap(subtree))
        for token in tokens where document.heads[token] == Int32(verb) {
            if loose.contains(document.relations[token]) || token < subject { omitted.formUnion(subtree(token)) }
        }
        return tokens.filter { !omitted.contains($0) }
    }

    private func dependents(_ relations: Set<Relation>) -> [Int] {
        tokens.filter { document.heads[$0] == Int32(verb) && relations.contains(document.relations[$0]) }
    }

    private func subtree(_ token: Int) -> [Int] {
        tokens.filter { descendant in
            var at = descendant
            while at >= 0, at != token { at = Int(document.heads[at]) }
            return at == token
        }
    }
}

extension Document {
    fileprivate func isQuestionWord(_ token: Int) -> Bool {
        [.wp, .wdt, .wrb, .wpPossessive, .ex].contains(xpos[token])
    }
}
