/// The training of one parser: its two models, and passes over the sentences.
struct ParserTrainingRun {
    let steps = PerceptronTrainer(classes: Transition.names)
    let relations = PerceptronTrainer(classes: Relation.allCases.map(\.name))
    private let settings: ParserTrainer.Settings
    private var random: SplitMix

    init(_ settings: ParserTrainer.Settings) {
        self.settings = settings
        random = SplitMix(seed: settings.seed)
    }

    /// Forgets rare features.
    func close() {
        steps.close(minimumUpdates: settings.minimumStepUpdates)
        relations.close(minimumUpdates: settings.minimumRelationUpdates)
    }

    /// Parses every sentence once, in random order, and learns from the mistakes. Passes count from 1.
    mutating func pass(_ examples: [ParserTrainer.Example], _ number: Int) -> ParserTrainer.Round {
        let before = (steps.mistakes, steps.steps, relations.mistakes, relations.steps)
        var features = FeatureBuffer(capacity: ParserFeatures.capacity)
        var stepScores = Scores(count: Transition.all.count)
        var relationScores = Scores(count: Relation.allCases.count)
        var state = ParserState()
        let exploration = number > 1 ? settings.exploration : 0
        for index in examples.indices.shuffled(using: &random) {
            let example = examples[index]
            state.begin(count: example.atoms.count - 1)
            while !state.isFinal {
                ParserFeatures.extract(state, example.atoms, into: &features)
                features.drop(perCent: settings.corruption, using: &random)
                steps.score(features, into: &stepScores)
                let guess = state.best(stepScores)
                let (truth, rival) = best(stepScores, state, example.oracle)
                learn(steps, features, stepScores, truth, rival)
                let follows = guess == truth || random.unit() < exploration
                let transition = Transition.all[follows ? guess : truth]
                var relation = Relation.dep
                if let (head, dependent) = state.arc(transition.step) {
                    RelationFeatures.extract(state, transition.step, example.atoms, into: &features)
                    features.drop(perCent: settings.corruption, using: &random)
                    relations.score(features, into: &relationScores)
                    let candidates = transition.kind.relations
                    relation = Relation(rawValue: UInt8(relationScores.best(among: candidates))) ?? .dep
                    // An arc that is not in the gold tree has no true relation.
                    let truth = example.oracle.relations[dependent]
                    if example.oracle.heads[dependent] == head, RelationKind(truth) == transition.kind {
                        let rivals = candidates.filter { $0 != Int(truth.rawValue) }
                        let rival = rivals.isEmpty ? nil : relationScores.best(among: rivals)
                        learn(relations, features, relationScores, Int(truth.rawValue), rival)
                    }
                }
                state.apply(transition.step, relation)
            }
        }
        return ParserTrainer.Round(
            number: number, wrongSteps: Double(steps.mistakes - before.0) / Double(max(steps.steps - before.1, 1)),
            wrongRelations: Double(relations.mistakes - before.2) / Double(max(relations.steps - before.3, 1)),
            features: steps.featureCount + relations.featureCount)
    }

    /// Moves the weights where the truth does not score clearly higher than its rival.
    private func learn(
        _ trainer: PerceptronTrainer, _ features: borrowing FeatureBuffer, _ scores: borrowing Scores,
        _ truth: Int, _ rival: Int?
    ) {
        let isClear = rival.map { scores[truth] - scores[$0] > settings.margin } ?? true
        trainer.update(features, truth: truth, guess: isClear ? truth : rival ?? truth)
    }

    /// The classes of the highest score among the best transitions, and among the others that are possible.
    private func best(
        _ scores: borrowing Scores, _ state: borrowing ParserState, _ oracle: ParserOracle
    ) -> (truth: Int, rival: Int?) {
        let costs = oracle.costs(state)
        var truth: Int?
        var rival: Int?
        for (index, transition) in Transition.all.enumerated() where state.allows(transition.step) {
            if oracle.isBest(transition, state, costs) {
                if truth.map({ scores[index] > scores[$0] }) ?? true { truth = index }
            } else {
                if rival.map({ scores[index] > scores[$0] }) ?? true { rival = index }
            }
        }
        return (truth ?? Transition.shiftClass, rival)
    }
}
