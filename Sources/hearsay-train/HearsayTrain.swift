import ArgumentParser

/// Trains and scores the weights that are embedded in `hearsay`.
@main
struct HearsayTrain: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hearsay-train",
        abstract: "Trains and scores the language models of hearsay.",
        subcommands: [Train.self, Evaluate.self, Lemmas.self, Entities.self, NetworkTraining.self, Coreference.self, RawTextScores.self, Attributions.self, NetworkTraining.self])
}
