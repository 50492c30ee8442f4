import ArgumentParser
import Foundation
import Language

/// Trains the network and scores it.
struct NetworkTraining: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "network", abstract: "Trains weights/language.network: tags, trees and names.")

    @Argument(help: "The folder of corpora.") var data: String
    @Argument(help: "The folder that the weights are written to.") var out: String
    @Option(help: "Passes over the treebanks.") var rounds = 20
    @Option(help: "Seed of everything random.") var seed: UInt64 = 1
    @Option(help: "Width of a word's features.") var features = 128
    @Option(help: "Width of a direction's cells.") var cells = 128
    @Option(help: "Width of an arc's ends.") var arcs = 96
    @Option(help: "Width of a relation's hidden layer.") var relations = 96
    @Option(help: "Features that occur less often have no row.") var minimumCount: Int32 = 3
    @Option(help: "Step width at the beginning.") var rate: Float = 0.002
    @Option(help: "Tokens of a batch.") var batch = 1000
    @Option(help: "Silver tokens in the first round, as a share of the gold ones.") var firstSilver = 1.0
    @Option(help: "Silver tokens in the last round, as a share of the gold ones.") var lastSilver = 0.25
    @Option(help: "Write where the training stands to this file after each round, and go on from it where it is there.")
    var checkpoint: String?
    @Option(help: "Score the weights after every so many rounds.") var every = 5

    func run() throws {
        let start = ContinuousClock.now
        func log(_ message: String) {
            let seconds = start.duration(to: .now).components.seconds
            FileHandle.standardError.write(Data("[\(seconds) s] \(message)\n".utf8))
        }
        let corpus = Corpus(folder: data)
        var settings = NetworkTrainer.Settings()
        settings.shape = NetworkShape(features: features, cells: cells, arcs: arcs, relations: relations)
        settings.rounds = rounds
        settings.seed = seed
        settings.minimumCount = minimumCount
        settings.rate = rate
        settings.batch = batch
        settings.firstSilver = firstSilver
        settings.lastSilver = lastSilver
        let sentences = try TrainingSentences(corpus, seed: seed, minimumCount: minimumCount)
        log(
            "\(sentences.gold.count) gold sentences, \(sentences.gold.reduce(0) { $0 + $1.count }) tokens; "
                + "\(sentences.silver.count) silver, \(sentences.silver.reduce(0) { $0 + $1.count }) tokens; "
                + "\(sentences.vocabulary.keys.count) features, \(sentences.silverRelations.count) silver relations")
        let trainer = NetworkTrainer(sentences, settings)
        let dev = try ["ewt", "gum"].map { ($0, try corpus.treebank($0, .dev)) }
        var done = 0
        if let checkpoint, FileManager.default.fileExists(atPath: checkpoint) {
            done = try trainer.resume(from: Data(contentsOf: URL(fileURLWithPath: checkpoint)))
            log("going on after round \(done)")
        }
        for number in 1...max(rounds, 1) where number > done {
            let loss = trainer.round(number)
            let tokens = Double(max(loss.tokens, 1))
            log(
                String(
                    format: "round %d: arcs %.3f relations %.3f xpos %.3f upos %.3f entities %.3f attributions %.3f",
                    number, loss.arcs / tokens,
                    loss.relations / tokens, loss.xpos / tokens, loss.upos / tokens, loss.entities / tokens,
                    loss.attributions / tokens))
            if let checkpoint {
                try trainer.checkpoint(after: number).data.write(to: URL(fileURLWithPath: checkpoint), options: .atomic)
            }
            guard number % every == 0 || number == rounds else { continue }
            let file = trainer.parameters.file(keys: sentences.vocabulary.keys)
            try Data(file).write(to: URL(fileURLWithPath: out + "/language.network"))
            let analyzer = SentenceAnalyzer(try Network(file))
            for (name, documents) in dev {
                var score = TreeScore()
                for document in documents {
                    var predicted = document
                    analyzer.analyze(&predicted, WordColumn(predicted), .trees)
                    score.add(predicted, gold: document) { document.isQuestion($0) }
                }
                log("\(name) dev: \(score.summary)")
            }
        }
    }
}
