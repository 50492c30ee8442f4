import ArgumentParser
import Foundation
import Language

/// Scores coreference against GUM: gold tokens and sentences, everything else as the program finds it.
struct Coreference: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Scores coreference on GUM.")

    @Argument(help: "The folder of corpora.") var data: String
    @Argument(help: "The folder of the weights.") var weights: String
    @Option(help: "The part of GUM: train or dev.") var split = "dev"
    @Option(help: "Only documents of these genres, such as news; comma-separated.") var genres = ""
    @Flag(help: "Tunes the weights of pronouns instead.") var tune = false
    @Flag(help: "Shows pronouns that went wrong.") var errors = false

    func run() throws {
        func model(_ name: String) throws -> [UInt8] { Array(try Data(contentsOf: URL(fileURLWithPath: weights + "/" + name))) }
        let tagger = try Tagger(xpos: model("xpos.model"), upos: model("upos.model"))
        let parser = try Parser(steps: model("parser-steps.model"), relations: model("parser-relations.model"))
        let recognizer = try EntityRecognizer(model: model("entities.model"))
        let lemmatizer = Lemmatizer()
        let bytes = try Corpus(folder: data).read("ud/gum-\(split).conllu.gz")
        let text = String(decoding: bytes, as: UTF8.self)
        let names = text.split(separator: "\n").filter { $0.hasPrefix("# newdoc id") }
        let wanted = genres.split(separator: ",").map { "GUM_\($0)_" }

        var examples: [(document: Document, gold: [Set<Int>])] = []
        let golds = try Document.documents(ofConllu: bytes)
        for ((gold, mentions), name) in zip(zip(golds, GumEntities.mentions(text)), names) {
            if !wanted.isEmpty, !wanted.contains(where: { name.contains($0) }) { continue }
            var document = gold
            let words = WordColumn(document)
            tagger.tag(&document, words)
            lemmatizer.lemmatize(0..<document.count, of: &document)
            parser.parse(&document, words)
            recognizer.recognize(&document, words)
            examples.append((document, Self.chains(mentions, gold)))
        }
        if tune { self.tune(examples) } else { report(examples) }
    }

    private func report(_ examples: [(document: Document, gold: [Set<Int>])]) {
        var score = CoreferenceScore()
        var pronouns: [String: (right: Int, all: Int)] = [:]
        var seconds = 0.0, tokens = 0
        let resolver = CoreferenceResolver()
        for (document, gold) in examples {
            var document = document
            let start = Date()
            resolver.resolve(&document)
            seconds += Date().timeIntervalSince(start)
            tokens += document.count
            score.add(gold: gold, found: document.chains.map { Set($0.map(\.head)) })
            judgePronouns(document, gold, &pronouns)
        }
        print("GUM \(split) \(genres): \(score.summary); \(Int(Double(tokens) / max(seconds, 1e-6))) tokens/s")
        for (pronoun, count) in pronouns.sorted(by: { $0.key < $1.key }) {
            print("  \(pronoun): \(percent(Double(count.right) / Double(max(count.all, 1)))) of \(count.all)")
        }
    }

    /// Changes one weight after the other as long as more pronouns come out right.
    private func tune(_ examples: [(document: Document, gold: [Set<Int>])]) {
        func right(_ weights: PronounWeights) -> Int {
            let resolver = CoreferenceResolver(weights: weights)
            var pronouns: [String: (right: Int, all: Int)] = [:]
            for (document, gold) in examples {
                var document = document
                resolver.resolve(&document)
                judgePronouns(document, gold, &pronouns)
            }
            return pronouns.values.reduce(0) { $0 + $1.right }
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
            print("step \(step): \(most) right: \(best.values.map { String(format: "%.2f", $0) }.joined(separator: ", "))")
        }
    }

    /// Chains of at least two mentions, as their head tokens.
    private static func chains(_ mentions: [GumEntities.Mention], _ document: Document) -> [Set<Int>] {
        var chains: [Substring: Set<Int>] = [:]
        for mention in mentions {
            let head = mention.tokens.first { token in document.head(of: token).map { !mention.tokens.contains($0) } ?? true }
            if let head { chains[mention.chain, default: []].insert(head) }
        }
        return chains.values.filter { $0.count > 1 }
    }

    /// A pronoun is right where the last mention before it in its chain that is no pronoun is in its gold chain too.
    private func judgePronouns(_ document: Document, _ gold: [Set<Int>], _ counts: inout [String: (right: Int, all: Int)]) {
        let classes = ["he": "he", "him": "he", "his": "he", "she": "she", "her": "she", "it": "it", "its": "it",
                       "they": "they", "them": "they", "their": "they"]
        for token in 0..<document.count {
            guard let name = classes[document.norm(token)], let goldChain = gold.first(where: { $0.contains(token) }) else { continue }
            // Only where the text names what is meant before.
            func isPronoun(_ token: Int) -> Bool { document.xpos[token] == .prp || document.xpos[token] == .prpPossessive }
            guard goldChain.contains(where: { $0 < token && !isPronoun($0) }) else { continue }
            let chain = document.chains.first { $0.contains { $0.head == token } } ?? []
            let antecedent = chain.map(\.head).filter { $0 < token && !isPronoun($0) }.max()
            let isRight = antecedent.map(goldChain.contains) ?? false
            counts[name, default: (0, 0)].all += 1
            if isRight { counts[name, default: (0, 0)].right += 1 }
            if errors, !isRight {
                let sentence = document.string(document.sentences[document.sentence(of: token)].tokens)
                print("- \(document.form(token)): \(antecedent.map(document.form) ?? "nothing"), not \(goldChain.filter { $0 < token && !isPronoun($0) }.max().map(document.form) ?? ""): \(sentence)")
            }
        }
    }
}
