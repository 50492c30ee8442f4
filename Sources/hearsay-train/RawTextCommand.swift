import ArgumentParser
import Language

/// Scores tokens and sentences found in the treebanks' running text.
struct RawTextScores: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "raw-text", abstract: "Scores tokens and sentences found in running text.")

    @Argument(help: "The folder of corpora.") var data: String
    @Option(help: "The part of the treebanks: train or dev.") var split = "dev"
    @Flag(help: "Shows the sentences that were not found.") var errors = false

    func run() throws {
        let corpus = Corpus(folder: data)
        for (name, treebank, genre) in [("EWT", "ewt", ""), ("GUM", "gum", ""), ("GUM news", "gum", "GUM_news")] {
            let text = String(decoding: try corpus.read("ud/\(treebank)-\(split).conllu.gz"), as: UTF8.self)
            let evaluation = RawTextEvaluation(RawText(conllu: text) { $0.hasPrefix(genre) })
            print("\(name) \(split): tokens \(evaluation.words.summary), sentences \(evaluation.sentences.summary)")
            if errors { for sentence in evaluation.missedSentences { print("- \(sentence)") } }
        }
    }
}
