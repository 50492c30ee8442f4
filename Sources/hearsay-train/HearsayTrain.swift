import ArgumentParser

/// Trains and scores the weights that are embedded in `hearsay`.
@main
struct HearsayTrain: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hearsay-train",
        abstract: "Trains and scores the language models of hearsay.",
        subcommands: [
            Evaluate.self, NetworkTraining.self, Attributions.self, Lemmas.self, Names.self, Coreference.self,
            RawTextScores.self, RelatedWords.self, Linearity.self,
        ])
}
