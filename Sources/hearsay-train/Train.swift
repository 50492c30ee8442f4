import ArgumentParser
import Foundation
import Language

struct Train: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Trains the models and writes their weights.")

    enum Model: String, CaseIterable, ExpressibleByArgument {
        case tagger, parser, entities
    }

    @Argument(help: "The folder of corpora.") var data: String
    @Argument(help: "The folder that the weights are written to.") var out: String
    @Option(help: "Train this model only.") var only: Model?
    @Option(help: "Passes of the tagger over its sentences.") var taggerRounds = 8
    @Option(help: "Passes of the parser over its sentences.") var parserRounds = 12
    @Option(help: "How often mistakes must touch a feature of the parser's steps for it to be kept.") var minimumUpdates = 10
    @Option(help: "Folds for the tags that the parser learns from.") var folds = 4
    @Option(help: "Seed of everything random.") var seed: UInt64 = 1

    func run() throws {
        let clock = ContinuousClock()
        let start = clock.now
        func log(_ message: String) {
            let elapsed = start.duration(to: clock.now)
            FileHandle.standardError.write(Data("[\(elapsed.components.seconds) s] \(message)\n".utf8))
        }

        if only == .entities { return try Entities.parse([data, out, "--seed", String(seed)]).run() }
        let documents = try Corpus(folder: data).treebanks(.train)
        let training = TrainingSet(documents, foldCount: folds, seed: seed)
        log("\(documents.count) documents, \(documents.reduce(0) { $0 + $1.count }) tokens; "
            + "\(training.all.reduce(0) { $0 + $1.count }) with copies")

        let predicted = try PredictedTags(training, rounds: max(taggerRounds - 2, 1), seed: seed)
        log("tagged \(folds) folds, each by taggers that have not seen it")

        if only == nil || only == .tagger {
            var trainer = TaggerTrainer()
            for (fold, guessed) in zip(training.folds, predicted.xpos) {
                for (document, xpos) in zip(fold, guessed) { trainer.add(document, guessed: xpos) }
            }
            let xpos = trainer.trainXpos(rounds: taggerRounds, seed: seed) { round, wrong in
                log("xpos round \(round): \(percent(wrong)) wrong")
            }
            try write(xpos, "xpos.model", log)
            let upos = trainer.trainUpos(rounds: taggerRounds, seed: seed) { round, wrong in
                log("upos round \(round): \(percent(wrong)) wrong")
            }
            try write(upos, "upos.model", log)
        }
        if only == nil || only == .parser {
            var trainer = ParserTrainer()
            for fold in training.folds.indices {
                for (index, document) in training.folds[fold].enumerated() {
                    trainer.add(document.tagged(xpos: predicted.xpos[fold][index], upos: predicted.upos[fold][index]))
                }
            }
            var settings = ParserTrainer.Settings()
            settings.rounds = parserRounds
            settings.minimumStepUpdates = minimumUpdates
            settings.seed = seed
            let models = trainer.train(settings) { round in
                log("parser round \(round.number): \(percent(round.wrongSteps)) of steps and "
                    + "\(percent(round.wrongRelations)) of relations wrong, \(round.features) features")
            }
            try write(models.steps, "parser-steps.model", log)
            try write(models.relations, "parser-relations.model", log)
        }
        if only == nil {
            // They learn from the tags of the weights that are there now.
            try Entities.parse([data, out, "--seed", String(seed)]).run()
        }
    }

    private func write(_ model: [UInt8], _ name: String, _ log: (String) -> Void) throws {
        try Data(model).write(to: URL(fileURLWithPath: out + "/" + name))
        log("wrote \(name), \(model.count / 1024) KB")
    }
}

/// A share as per cent with two digits: "97.31".
func percent(_ share: Double) -> String { String(format: "%.2f", share * 100) }
