/// Trains the parser on trees whose tags a tagger has predicted.
package struct ParserTrainer {
    struct Example {
        var atoms: [ParserAtom]
        var oracle: ParserOracle
    }

    /// What came of one pass.
    package struct Round {
        package var number: Int
        /// Share of steps that lost an arc, and of arcs with a wrong relation.
        package var wrongSteps: Double
        package var wrongRelations: Double
        /// Features of both models.
        package var features: Int
    }

    private var examples: [Example] = []

    package init() {}

    /// Adds every sentence of a document.
    package mutating func add(_ document: Document) {
        let column = WordColumn(document)
        for tokens in document.sentences.lazy.map(\.tokens) where !tokens.isEmpty {
            var atoms: [ParserAtom] = []
            ParserAtom.read(document, tokens, column, into: &atoms)
            let heads = tokens.map { document.heads[$0] < 0 ? -1 : Int(document.heads[$0]) - tokens.lowerBound }
            examples.append(Example(
                atoms: atoms,
                oracle: ParserOracle(
                    heads: ParserOracle.projective(heads), relations: Array(document.relations[tokens]))))
        }
    }

    /// How to train.
    package struct Settings {
        /// Passes over the sentences.
        package var rounds = 12
        /// How often a wrong guess is followed rather than put right, after the first round.
        package var exploration = 0.9
        /// By how much the truth must score higher than its rival; less counts as a mistake.
        package var margin: Int32 = 40
        /// Per cent of the features that are left out of each decision, so that none is relied on alone (Søgaard 2013).
        package var corruption = 8
        /// After this many passes rare features are forgotten for good; see `PerceptronTrainer.close`.
        package var openRounds = 3
        /// How often mistakes must have touched a feature by then, of the steps and of the relations.
        package var minimumStepUpdates = 10
        package var minimumRelationUpdates = 4
        package var seed: UInt64 = 1

        package init() {}
    }

    /// Trains; the same settings give the same weights.
    ///
    /// - Parameter progress: called after each round.
    /// - Returns: the files of the two models.
    package func train(
        _ settings: Settings, progress: (Round) -> Void = { _ in }
    ) -> (steps: [UInt8], relations: [UInt8]) {
        var run = ParserTrainingRun(settings)
        for number in 1...max(settings.rounds, 1) {
            progress(run.pass(examples, number))
            if number == settings.openRounds { run.close() }
        }
        return (
            run.steps.freeze(templates: ParserFeatures.templates, minimumWeight: 0.1),
            run.relations.freeze(templates: RelationFeatures.templates, minimumWeight: 0.1)
        )
    }
}
