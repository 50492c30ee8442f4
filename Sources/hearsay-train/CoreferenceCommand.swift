import ArgumentParser
import Foundation
import Language

/// Scores coreference from running text against GUM and PolNeAR's silver chains.
struct Coreference: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Scores coreference on GUM and PolNeAR.")

    @Argument(help: "The folder of corpora.") var data: String
    @Option(help: "The part: train or dev.") var split = "dev"
    @Option(help: "Only documents of GUM of these genres, such as news; comma-separated.") var genres = ""
    @Flag(help: "Tunes the weights of pronouns instead.") var tune = false
    @Flag(help: "Shows pronouns that went wrong.") var errors = false
    @Flag(help: "Leaves PolNeAR out.") var gumOnly = false

    private struct Example {
        var name: String
        var document: Document
        var reference: ReferenceChains
    }

    func run() throws {
        let analyzer = try Analyzer()
        let corpus = Corpus(folder: data)
        guard let part = Corpus.Split(rawValue: split) else {
            throw ValidationError("The part is train or dev, not \(split).")
        }
        let wanted = Set(genres.split(separator: ","))
        let gum = try Treebank(conllu: corpus.read("ud/gum-\(split).conllu.gz")).items
            .filter { wanted.isEmpty || $0.genre.map(wanted.contains) == true }
            .map {
                Example(
                    name: String($0.name), document: $0.gold.analyzed(from: analyzer), reference: ReferenceChains($0))
            }
        if tune { return self.tune(gum) }
        report("GUM \(split) \(genres)", gum)
        guard !gumOnly else { return }
        let silver = try SilverEvaluation(corpus, part, analyzer).coreference
        print("PolNeAR \(split), silver: \(silver.heads.summary)")
        show(silver.pronouns)
    }

    private func report(_ name: String, _ examples: [Example]) {
        var evaluation = CoreferenceEvaluation()
        var seconds = 0.0
        var tokens = 0
        let resolver = CoreferenceResolver()
        for example in examples {
            var document = example.document
            let start = ProcessorTime.now
            resolver.resolve(&document)
            seconds += ProcessorTime.now - start
            tokens += document.count
            evaluation.add(document, example.reference)
        }
        print(
            "\(name): \(evaluation.heads.summary); exact spans \(percent(evaluation.exact.mean)); "
                + "\(Int(Double(tokens) / max(seconds, 1e-6))) tokens/s")
        show(evaluation.pronouns)
    }

    private func show(_ pronouns: PronounScore) {
        print("  pronouns: \(pronouns.summary)")
        if errors { for error in pronouns.errors { print("- \(error)") } }
    }

    /// Changes one weight after the other as long as more pronouns come out right.
    private func tune(_ examples: [Example]) {
        func right(_ weights: PronounWeights) -> Int {
            let resolver = CoreferenceResolver(weights: weights)
            var pronouns = PronounScore()
            for example in examples {
                var document = example.document
                resolver.resolve(&document)
                pronouns.add(document, example.reference)
            }
            return pronouns.all.right
        }
        var best = PronounWeights()
        var most = right(best)
        for step in [0.8, 0.4, 0.2] {
            for weight in best.values.indices {
                for change in [step, -step] {
                    while true {
                        var other = best
                        other.values[weight] += weight == PronounWeights.Weight.token.rawValue ? change / 40 : change
                        let count = right(other)
                        guard count > most else { break }
                        (best, most) = (other, count)
                    }
                }
            }
            print(
                "step \(step): \(most) right: \(best.values.map { String(format: "%.2f", $0) }.joined(separator: ", "))"
            )
        }
    }
}
