/// Trains the parser on trees whose tags a tagger has predicted.
package struct ParserTrainer {
    private struct Example {
        var atoms: [ParserFeatures.Atom]
        var oracle: ParserOracle
    }

    /// Describes the parser's features, for freezing what `train` gives.
    package static let templates = ParserFeatures.templates
    private var examples: [Example] = []

    package init() {}

    /// Adds every sentence of a document.
    package mutating func add(_ document: Document) {
        let column = WordColumn(document)
        for tokens in document.sentences.lazy.map(\.tokens) where !tokens.isEmpty {
            var atoms = tokens.map {
                ParserFeatures.Atom(column.words[$0], xpos: document.xpos[$0], upos: document.upos[$0])
            }
            atoms.append(.outside)
            let heads = tokens.map { document.heads[$0] < 0 ? -1 : Int(document.heads[$0]) - tokens.lowerBound }
            examples.append(Example(
                atoms: atoms,
                oracle: ParserOracle(
                    heads: ParserOracle.projective(heads), relations: Array(document.relations[tokens]))))
        }
    }

    /// Trains; the same seed gives the same weights.
    ///
    /// - Parameters:
    ///   - rounds: passes over the sentences.
    ///   - exploration: how often a wrong guess is followed rather than put right, after the first round.
    ///   - progress: called after each round with the round, the share of wrong guesses in it, the number of features.
    package func train(
        rounds: Int, exploration: Double = 0.9, seed: UInt64, progress: (Int, Double, Int) -> Void = { _, _, _ in }
    ) -> PerceptronTrainer {
        let trainer = PerceptronTrainer(classes: Transition.names)
        var random = SplitMix(seed: seed)
        var features = FeatureBuffer(capacity: ParserFeatures.capacity)
        var scores = Scores(count: Transition.count)
        var state = ParserState()
        for round in 1...rounds {
            let before = (trainer.mistakes, trainer.steps)
            for index in examples.indices.shuffled(using: &random) {
                let example = examples[index]
                state.begin(count: example.atoms.count - 1)
                while !state.isFinal {
                    ParserFeatures.extract(state, example.atoms, into: &features)
                    trainer.score(features, into: &scores)
                    let costs = example.oracle.costs(state)
                    let guess = state.best(scores)
                    if example.oracle.isBest(classIndex: guess, state, costs) {
                        trainer.update(features, truth: guess, guess: guess)
                        state.apply(Transition(classIndex: guess))
                        continue
                    }
                    let truth = Self.best(scores, state, example.oracle, costs)
                    trainer.update(features, truth: truth, guess: guess)
                    let explores = round > 1 && random.unit() < exploration
                    state.apply(Transition(classIndex: explores ? guess : truth))
                }
            }
            progress(
                round, Double(trainer.mistakes - before.0) / Double(trainer.steps - before.1), trainer.featureCount)
        }
        return trainer
    }

    /// The class of the highest score among those of least cost.
    private static func best(
        _ scores: borrowing Scores, _ state: borrowing ParserState, _ oracle: ParserOracle, _ costs: ParserOracle.Costs
    ) -> Int {
        var best = -1
        for index in 0..<scores.count
        where (best < 0 || scores[index] > scores[best]) && state.isAllowed(classIndex: index)
            && oracle.isBest(classIndex: index, state, costs) {
            best = index
        }
        precondition(best >= 0, "some transition is always best")
        return best
    }
}
