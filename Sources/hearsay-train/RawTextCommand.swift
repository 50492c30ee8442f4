import ArgumentParser
import Language

/// Scores tokens and sentences found in the treebanks' running text.
struct RawTextScores: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "raw-text", abstract: "Scores tokens and sentences found in running text.")

    @Argument(help: "The folder of corpora.") var data: String
    @Option(help: "The part of the treebanks: train or dev.") var split = "dev"
    @Flag(help: "Shows the sentences that were not found.") var sentences = false
    @Flag(help: "Shows the tokens that were not found, with what was found there.") var tokens = false

    func run() throws {
        let analyzer = try Analyzer()
        for (name, treebank, genre) in [("EWT", "ewt", nil), ("GUM", "gum", nil), ("GUM news", "gum", "news")] {
            var words = SpanScore()
            var sentenceScore = SpanScore()
            var missed: [String] = []
            for item in try Treebank(conllu: Corpus(folder: data).read("ud/\(treebank)-\(split).conllu.gz")).items
            where genre == nil || item.genre.map(String.init) == genre {
                let gold = item.gold
                var found = Document(text: gold.text)
                analyzer.divide(gold.paragraphRanges, of: &found)
                words.add(gold: Set(gold.tokenRanges), found: Set(found.tokenRanges))
                let foundSentences = Set(found.sentences.map { found.byteRange($0.tokens) })
                let goldSentences = gold.sentences.map { gold.byteRange($0.tokens) }
                sentenceScore.add(gold: Set(goldSentences), found: foundSentences)
                if sentences {
                    missed += goldSentences.filter { !foundSentences.contains($0) }.map { gold.string(bytes: $0) }
                }
                if tokens { missed += Self.differences(gold, found) }
            }
            print("\(name) \(split): tokens \(words.summary), sentences \(sentenceScore.summary)")
            for line in missed { print("- \(line)") }
        }
    }

    /// "can not → cannot" for each place where tokens differ: the gold ones, those found.
    private static func differences(_ gold: Document, _ found: Document) -> [String] {
        var differences: [String] = []
        var (g, f) = (0, 0)
        while g < gold.count, f < found.count {
            let (firstG, firstF) = (g, f)
            (g, f) = (g + 1, f + 1)
            // On to where both end a token at the same byte.
            while gold.ends[g - 1] != found.ends[f - 1] {
                if gold.ends[g - 1] < found.ends[f - 1], g < gold.count {
                    g += 1
                } else if f < found.count {
                    f += 1
                } else {
                    break
                }
            }
            guard (g - firstG, f - firstF) != (1, 1) || gold.starts[firstG] != found.starts[firstF] else { continue }
            let before = gold.string(max(firstG - 2, 0)..<firstG)
            let after = gold.string(g..<min(g + 2, gold.count))
            differences.append(
                (firstG..<g).map(gold.form).joined(separator: " ") + "   →   "
                    + (firstF..<f).map(found.form).joined(separator: " ")
                    + "      in: \(before) _ \(after)")
        }
        return differences
    }
}
