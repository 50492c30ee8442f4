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
        clauses = ClauseReader(tree: tree, lexicon: lexicon).clauses()
        quotations = tree.quotations()
    }

    /// The clauses in textual order.
    var orderedClauses: [Clause] {
        clauses.keys.sorted().compactMap { clauses[$0] }
    }

    /// The named entity that holds a token.
    func entity(at token: Int) -> NamedEntity? {
        var low = 0
        var high = document.entities.count
        while low < high {
            let middle = (low + high) / 2
            if document.entities[middle].tokens.upperBound <= token { low = middle + 1 } else { high = middle }
        }
        guard low < document.entities.count, document.entities[low].tokens.contains(token) else { return nil }
        return document.entities[low]
    }

    /// The quotation that holds a token.
    func quotation(at token: Int) -> Quotation? {
        quotations.first { $0.tokens.contains(token) }
    }

    /// Whether a verb's class is `name` or a part of it.
    func isInClass(_ predicate: String, _ name: String) -> Bool {
        guard let frame = lexicon.verbs.frame(ofVerb: predicate), let id = lexicon.verbs.id(named: name) else { return false }
        return frame.classes.contains { lexicon.verbs.isPart($0, of: id) }
    }
}

/// A construction of English that states facts.
protocol Construction {
    /// The facts that this construction finds, in textual order.
    static func facts(in reading: Reading) -> [Fact]
}
