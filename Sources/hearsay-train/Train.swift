import ArgumentParser
import Foundation
import Language

struct Train: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Trains the models and writes their weights.")

    enum Model: String, CaseIterable, ExpressibleByArgument {
        case tagger, parser
    }

    @Argument(help: "The folder of corpora.") var data: String
    @Argument(help: "The folder that the weights are written to.") var out: String
    @Option(help: "Train this model only.") var only: Model?
    @Option(help: "Passes of the tagger over its sentences.") var taggerRounds = 8
    @Option(help: "Passes of the parser over its sentences.") var parserRounds = 12
    @Option(help: "Folds for the tags that the parser learns from.") var folds = 5
    @Option(help: "Seed of everything random.") var seed: UInt64 = 1

    func run() throws {
        let clock = ContinuousClock()
        let start = clock.now
        func log(_ message: String) {
            let elapsed = start.duration(to: clock.now)
            FileHandle.standardError.write(Data("[\(elapsed.components.seconds) s] \(message)\n".utf8))
        }

        let documents = try Corpus(folder: data).treebanks(.train)
        let training = TrainingSet(documents, foldCount: folds, seed: seed)
        log("\(documents.count) documents, \(documents.reduce(0) { $0 + $1.count }) tokens; "
            + "\(training.all.reduce(0) { $0 + $1.count }) with copies")

        if only == nil || only == .tagger {
            let models = try TaggerTrainer(training.all).train(rounds: taggerRounds, seed: seed) { name, round, wrong in
                log("\(name) round \(round): \(percent(wrong)) wrong")
            }
            try write(models.xpos, "xpos.model", log)
            try write(models.upos, "upos.model", log)
        }
        if only == nil || only == .parser {
            var trainer = ParserTrainer()
            for fold in training.folds.indices {
                // Tags as wrong as they will be on new text: from a tagger that has not seen the fold.
                let models = try TaggerTrainer(training.without(fold)).train(rounds: max(taggerRounds - 2, 1), seed: seed)
                let tagger = try Tagger(xpos: models.xpos, upos: models.upos)
                for var document in training.folds[fold] {
                    tagger.tag(&document, WordColumn(document))
                    trainer.add(document)
                }
                log("tagged fold \(fold + 1) of \(training.folds.count)")
            }
            let perceptron = trainer.train(rounds: parserRounds, seed: seed) { round, wrong, features in
                log("parser round \(round): \(percent(wrong)) wrong, \(features) features")
            }
            try write(perceptron.freeze(
                templates: ParserTrainer.templates, minimumUpdates: 6, minimumWeight: 0.2), "parser.model", log)
        }
    }

    private func write(_ model: [UInt8], _ name: String, _ log: (String) -> Void) throws {
        try Data(model).write(to: URL(fileURLWithPath: out + "/" + name))
        log("wrote \(name), \(model.count / 1024) KB")
    }
}

/// A share as per cent with two digits: "97.31".
func percent(_ share: Double) -> String { String(format: "%.2f", share * 100) }
