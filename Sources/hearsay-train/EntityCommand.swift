import ArgumentParser
import Foundation
import Language

/// Trains the entity recogniser and scores it.
struct Entities: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Trains weights/entities.model and scores it.")

    @Argument(help: "The folder of corpora.") var data: String
    @Argument(help: "The folder of the weights.") var weights: String
    @Option(help: "Passes over the examples; 0 scores the weights that are there.") var rounds = 6
    @Option(help: "Seed of everything random.") var seed: UInt64 = 1
    @Flag(help: "Shows the most frequent errors.") var errors = false

    func run() throws {
        let corpus = Corpus(folder: data)
        let file = URL(fileURLWithPath: weights + "/entities.model")
        let tagger = try Tagger(
            xpos: Array(Data(contentsOf: URL(fileURLWithPath: weights + "/xpos.model"))),
            upos: Array(Data(contentsOf: URL(fileURLWithPath: weights + "/upos.model"))))
        if rounds > 0 {
            var trainer = EntityTrainer()
            var random = SplitMix(seed: seed)
            let silver = try SilverEntities(corpus, .train).examples.map { tagged($0, tagger) }
            let cleaning = SilverCleaning(silver)
            let gold = try GumEntities(corpus, .train).examples.map { tagged($0, tagger) }
            for example in silver.map(cleaning.cleaned) + gold + gold {
                trainer.add(example)
                for copy in recased(example, &random) { trainer.add(tagged(copy, tagger)) }
            }
            let model = trainer.train(rounds: rounds, seed: seed) { round, wrong, features in
                print("round \(round): \(String(format: "%.2f", 100 * wrong)) wrong, \(features) features")
            }
            try Data(model).write(to: file)
            print("wrote \(file.lastPathComponent), \(model.count / 1024) KB")
        }
        let recognizer = try EntityRecognizer(model: Array(Data(contentsOf: file)))
        try EntityEvaluation(corpus, tagger, recognizer).report(errors: errors)
    }

    /// Some of the sentences in small letters, as questions are typed, or with capitals, as headlines are set.
    private func recased(_ example: EntityTrainer.Example, _ random: inout SplitMix) -> [EntityTrainer.Example] {
        var copies: [EntityTrainer.Example] = []
        for (index, sentence) in example.document.sentences.enumerated() {
            let chance = random.unit()
            let recasing: Recasing? = chance < 0.06 ? .lower : chance < 0.09 ? .title : chance < 0.1 ? .upper : nil
            guard let recasing else { continue }
            let first = sentence.tokens.lowerBound
            let entities = example.entities.filter { sentence.tokens.contains($0.tokens.lowerBound) }.map {
                NamedEntity(tokens: $0.tokens.lowerBound - first..<$0.tokens.upperBound - first, kind: $0.kind)
            }
            let copy = example.document.copy(ofSentence: index, recasing)
            copies.append(EntityTrainer.Example(copy, entities, marked: example.markedKinds))
        }
        return copies
    }

    /// The example with the tags that the tagger gives, as the recogniser will meet them.
    private func tagged(_ example: EntityTrainer.Example, _ tagger: Tagger) -> EntityTrainer.Example {
        var example = example
        tagger.tag(&example.document, WordColumn(example.document))
        return example
    }
}
