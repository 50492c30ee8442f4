/// Parses sentences to dependency trees: greedy, arc-hybrid, in time linear in the sentence's length.
///
/// Needs `xpos`, `upos` and `sentences`; sets `heads` and `relations`. Trained with a dynamic oracle and exploration
/// (Goldberg & Nivre 2012, 2013) on features after Zhang & Nivre (2011).
package struct Parser: Sendable {
    static let file = "weights/parser.model"

    private let model: LinearModel

    /// Reads the embedded weights.
    init() throws(ModelError) {
        try self.init(model: LinearModel(resource: Self.file, templates: ParserFeatures.templates))
    }

    /// Reads weights that were just trained.
    package init(model: [UInt8]) throws(ModelError) {
        try self.init(model: LinearModel(model, name: Self.file, templates: ParserFeatures.templates))
    }

    private init(model: LinearModel) throws(ModelError) {
        guard model.classes == Transition.names else { throw ModelError(model: Self.file, reason: .classes) }
        self.model = model
    }

    /// Gives every token of the document a head and a relation: one tree a sentence, its root's head -1.
    package func parse(_ document: inout Document, _ column: WordColumn) {
        document.heads = Array(repeating: -1, count: document.count)
        document.relations = Array(repeating: .root, count: document.count)
        var features = FeatureBuffer(capacity: ParserFeatures.capacity)
        var scores = Scores(count: Transition.count)
        var state = ParserState()
        var atoms: [ParserFeatures.Atom] = []
        for tokens in document.sentences.lazy.map(\.tokens) where !tokens.isEmpty {
            atoms.removeAll(keepingCapacity: true)
            for token in tokens {
                atoms.append(.init(column.words[token], xpos: document.xpos[token], upos: document.upos[token]))
            }
            atoms.append(.outside)
            state.begin(count: tokens.count)
            while !state.isFinal {
                ParserFeatures.extract(state, atoms, into: &features)
                model.score(features, into: &scores)
                state.apply(Transition(classIndex: state.best(scores)))
            }
            state.write(to: &document, tokens)
        }
    }
}

extension ParserState {
    /// The class of the highest score among the transitions that are possible here.
    func best(_ scores: borrowing Scores) -> Int {
        precondition(!isFinal)
        var best = -1
        var highest = Int32.min
        func look(at classes: Range<Int>) {
            for index in classes where best < 0 || scores[index] > highest {
                best = index
                highest = scores[index]
            }
        }
        if canShift { look(at: Transition.shiftClass..<Transition.shiftClass + 1) }
        if canArcLeft { look(at: Transition.leftClasses) }
        if canArcRight { look(at: Transition.rightClasses) }
        return best
    }

    /// Writes the arcs of a finished sentence.
    func write(to document: inout Document, _ tokens: Range<Int>) {
        for (index, token) in tokens.enumerated() {
            let node = nodes[index]
            guard node.head >= 0 else { continue }
            document.heads[token] = Int32(tokens.lowerBound) + node.head
            document.relations[token] = Relation(rawValue: node.relation) ?? .dep
        }
    }
}
