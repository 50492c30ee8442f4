import ArgumentParser
import Facts
import Foundation
import Language

/// Trains the choice of attributions.
struct Attributions: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Trains weights/attributions.model on PolNeAR.",
        discussion:
            "With --predictions the attributions of the development set are written, as hearsay analyze --attributions writes them."
    )

    @Argument(help: "The folder of corpora.") var data: String
    @Argument(help: "The folder of the weights.") var weights: String
    @Option(help: "Passes over the examples.") var rounds = 6
    @Option(help: "Seed of everything random.") var seed: UInt64 = 1
    @Option(help: "How far a right choice has to lead, in units of a weight.") var distance: Int32 = 80
    @Option(help: "Learn from every n-th article only.") var every = 1
    @Option(help: "Write the development set's attributions to this file, one a margin.") var predictions: String?
    @Option(help: "Margins for --predictions.") var margin: [Int32] = [AttributionFinder.margin]

    func run() throws {
        let lexicon = try Facts.Lexicon.embedded()
        let corpus = Corpus(folder: data)
        var trainer = AttributionTrainer(lexicon: lexicon)
        for (index, article) in try AttributedArticles(corpus, .train).articles.enumerated() where index % every == 0 {
            trainer.add(article.document, article.attributions)
        }
        let reachable = trainer.reachable()
        print("candidates have \(reachable.found) of \(reachable.all) attributions")
        let model = trainer.train(rounds: rounds, seed: seed, distance: distance) { round, wrong, features in
            print("round \(round): \(percent(wrong)) wrong, \(features) features")
        }
        try Data(model).write(to: URL(fileURLWithPath: weights + "/attributions.model"))
        print("wrote attributions.model, \(model.count / 1024) KB")
        guard let predictions else { return }
        let articles = try AttributedArticles(corpus, .dev).articles
        for margin in margin {
            let finder = try AttributionFinder(lexicon: lexicon, model: model, margin: margin)
            var lines = ""
            for article in articles {
                for attribution in finder.attributions(in: article.document) {
                    lines += line(attribution, article) + "\n"
                }
            }
            try lines.write(toFile: "\(predictions).\(margin)", atomically: false, encoding: .utf8)
        }
    }

    private func line(_ attribution: Attribution, _ article: AttributedArticles.Article) -> String {
        func spans(_ ranges: [Range<Int>]) -> String {
            let pairs = ranges.map { range in
                let bytes = article.document.byteRange(range)
                return "[\(bytes.lowerBound), \(bytes.upperBound)]"
            }
            return "[" + pairs.joined(separator: ", ") + "]"
        }
        return
            "{\"article\": \"\(article.name)\", \"source\": \(spans(attribution.source)), \"cue\": \(spans(attribution.cue)), \"content\": \(spans(attribution.content))}"
    }
}
