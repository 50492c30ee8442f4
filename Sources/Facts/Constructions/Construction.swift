import Language

/// What the constructions read: the tree, its clauses and quotations, the lexicon.
struct Reading: Sendable {
    let tree: DependencyTree
    let lexicon: Lexicon
    /// By the clause's head.
    let clauses: [Int: Clause]
    let quotations: [Quotation]
    var document: Document { tree.document }

    init(_ document: Document, lexicon: Lexicon) {
        tree = DependencyTree(document, lexicon: lexicon)
        self.lexicon = lexicon
        let quotations = tree.quotations()
        clauses = ClauseReader(tree: tree, lexicon: lexicon).clauses().mapValues {
            Self.withSpeakerOutside($0, quotations, document, lexicon)
        }
        self.quotations = quotations
    }

    /// Who speaks does not stand inside what is quoted: in `"It matters," said the mayor` the mayor is the subject.
    private static func withSpeakerOutside(
        _ clause: Clause, _ quotations: [Quotation], _ document: Document, _ lexicon: Lexicon
    ) -> Clause {
        if clause.subject == nil { return withSpeakerBetween(clause, quotations, document) }
        guard let subject = clause.subject, let quotation = quotations.holding(subject),
            !quotation.tokens.contains(clause.head), quotation.tokens.upperBound <= clause.head, !clause.isPassive,
            isSpoken(quotation, document) || lexicon.verbs.frame(ofVerb: clause.predicate) != nil
        else { return clause }
        var clause = clause
        clause.subject = nil
        clause.polarity = .affirmed
        if let object = clause.object, object > clause.head {
            clause.subject = object
            clause.object = nil
        } else if let name = document.entities(in: clause.head + 1..<clause.head + 6).first(where: {
            $0.tokens.lowerBound > clause.head
        }),
            [.person, .organization, .place].contains(name.kind)
        {
            clause.subject =
                name.tokens.first { document.head(of: $0).map { !name.tokens.contains($0) } ?? true }
                ?? name.tokens.lowerBound
            if let complement = clause.complement, complement > clause.head { clause.complement = nil }
        }
        return clause
    }

    /// Whether a mark ends a quotation, as before who spoke it: not so in `that "a bomb" had gone off`.
    private static func isSpoken(_ quotation: Quotation, _ document: Document) -> Bool {
        document.upos[quotation.tokens.upperBound - 1] == .punct
            || quotation.tokens.upperBound + 1 < document.count && document.norm(quotation.tokens.upperBound + 1) == ","
    }

    /// `"They are not optional," the chairman, Ada Berg, said`: without a subject, who is named between the quotation and the verb.
    private static func withSpeakerBetween(_ clause: Clause, _ quotations: [Quotation], _ document: Document) -> Clause
    {
        guard !clause.isPassive, let content = clause.complement ?? clause.object, content < clause.head,
            let quotation = quotations.holding(content),
            quotation.tokens.upperBound < clause.head,
            let name = document.entities(in: quotation.tokens.upperBound..<clause.head + 1).last(where: {
                $0.tokens.lowerBound >= quotation.tokens.upperBound && $0.tokens.upperBound <= clause.head
                    && [.person, .organization].contains($0.kind)
            })
        else { return clause }
        var clause = clause
        clause.subject =
            name.tokens.first { document.head(of: $0).map { !name.tokens.contains($0) } ?? true }
            ?? name.tokens.lowerBound
        return clause
    }

    /// The clauses in textual order.
    var orderedClauses: [Clause] {
        clauses.keys.sorted().compactMap { clauses[$0] }
    }

    /// The named entity that holds a token.
    func entity(at token: Int) -> NamedEntity? { document.entity(at: token) }

    /// The highest token of a span in the tree.
    func head(of tokens: Range<Int>) -> Int {
        tokens.first { tree.head(of: $0).map { !tokens.contains($0) } ?? true } ?? tokens.lowerBound
    }

    /// The quotation that holds a token.
    func quotation(at token: Int) -> Quotation? { quotations.holding(token) }

    /// Whether a verb's class is `name` or a part of it.
    func isInClass(_ predicate: String, _ name: String) -> Bool {
        lexicon.verbs.isVerb(predicate, inClass: name)
    }
}

/// A construction of English that states facts.
protocol Construction {
    /// The facts that this construction finds, in textual order.
    static func facts(in reading: Reading) -> [Fact]
}
