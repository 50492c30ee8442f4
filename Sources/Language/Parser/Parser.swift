/// Parses sentences to dependency trees: greedy, arc-hybrid, in time linear in the sentence's length.
///
/// Needs `xpos`, `upos` and `sentences`; sets `heads` and `relations`. Trained with a dynamic oracle and exploration
/// (Goldberg & Nivre 2012, 2013) on features after Zhang & Nivre (2011).
package struct Parser: Sendable {
    static let stepsFile = "weights/parser-steps.model"
    static let relationsFile = "weights/parser-relations.model"

    private let steps: LinearModel
    private let relations: LinearModel

    /// Reads the embedded weights.
    init() throws(ModelError) {
        try self.init(
            LinearModel(resource: Self.stepsFile, templates: ParserFeatures.templates),
            LinearModel(resource: Self.relationsFile, templates: RelationFeatures.templates))
    }

    /// Reads weights that were just trained.
    package init(steps: [UInt8], relations: [UInt8]) throws(ModelError) {
        try self.init(
            LinearModel(steps, name: Self.stepsFile, templates: ParserFeatures.templates),
            LinearModel(relations, name: Self.relationsFile, templates: RelationFeatures.templates))
    }

    private init(_ steps: LinearModel, _ relations: LinearModel) throws(ModelError) {
        guard steps.classes == Transition.names else { throw ModelError(model: Self.stepsFile, reason: .classes) }
        guard relations.classes == Relation.allCases.map(\.name) else {
            throw ModelError(model: Self.relationsFile, reason: .classes)
        }
        self.steps = steps
        self.relations = relations
    }

    /// Gives every token of the document a head and a relation: one tree a sentence, its root's head -1.
    package func parse(_ document: inout Document, _ column: WordColumn) {
        document.heads = Array(repeating: -1, count: document.count)
        document.relations = Array(repeating: .root, count: document.count)
        var features = FeatureBuffer(capacity: ParserFeatures.capacity)
        var stepScores = Scores(count: Transition.all.count)
        var relationScores = Scores(count: Relation.allCases.count)
        var state = ParserState()
        var atoms: [ParserAtom] = []
        for tokens in document.sentences.lazy.map(\.tokens) where !tokens.isEmpty {
            ParserAtom.read(document, tokens, column, into: &atoms)
            state.begin(count: tokens.count)
            while !state.isFinal {
                ParserFeatures.extract(state, atoms, into: &features)
                steps.score(features, into: &stepScores)
                let transition = Transition.all[state.best(stepScores)]
                var relation = Relation.dep
                if transition.step != .shift {
                    RelationFeatures.extract(state, transition.step, atoms, into: &features)
                    relations.score(features, into: &relationScores)
                    relation = Relation(rawValue: UInt8(relationScores.best(among: transition.kind.relations))) ?? .dep
                }
                state.apply(transition.step, relation)
            }
            state.write(to: &document, tokens)
        }
    }
}

extension ParserState {
    /// The transition's class of the highest score among those that are possible here.
    func best(_ scores: borrowing Scores) -> Int {
        precondition(!isFinal)
        var best = -1
        func look(at classes: Range<Int>) {
            for index in classes where best < 0 || scores[index] > scores[best] { best = index }
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
