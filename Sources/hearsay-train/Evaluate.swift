import ArgumentParser
import Foundation
import Language

struct Evaluate: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Scores weights on the development sets.",
        discussion: "Tokens and sentences are scored on running text; tags and trees on gold tokens and sentences, trees with "
            + "predicted tags; lemmas with gold tags; names against gold (UNER) and silver (PolNeAR) ones.")

    @Argument(help: "The folder of corpora.") var data: String
    @Option(help: "The folder of the weights.") var weights = "Sources/CResources/weights"

    func run() throws {
        func model(_ name: String) throws -> [UInt8] {
            Array(try Data(contentsOf: URL(fileURLWithPath: weights + "/" + name)))
        }
        let xpos = try XposTagger(model: model("xpos.model"))
        let upos = try UposTagger(model: model("upos.model"))
        let parser = try Parser(steps: model("parser-steps.model"), relations: model("parser-relations.model"))
        let recognizer = try EntityRecognizer(model: model("entities.model"))
        let lemmatizer = Lemmatizer()
        let corpus = Corpus(folder: data)
        let gold = ["ewt": try corpus.treebank("ewt", .dev), "gum": try corpus.treebank("gum", .dev)]

        for name in gold.keys.sorted() {
            let raw = RawText(conllu: String(decoding: try corpus.read("ud/\(name)-dev.conllu.gz"), as: UTF8.self))
            let score = RawTextEvaluation(raw)
            print("\(name) dev, raw text: tokens F1 \(percent(score.words.f1)) sentences F1 \(percent(score.sentences.f1))")
        }

        var all = TreeScore()
        var clock = StepClock()
        for name in gold.keys.sorted() {
            var score = TreeScore()
            for document in gold[name] ?? [] {
                var predicted = document
                let words = clock.time("words") { WordColumn(predicted) }
                clock.time("xpos") { xpos.tag(&predicted, words) }
                clock.time("upos") { upos.tag(&predicted, words) }
                clock.time("lemmas") { lemmatizer.lemmatize(0..<predicted.count, of: &predicted) }
                clock.time("parser") { parser.parse(&predicted, words) }
                clock.time("entities") { recognizer.recognize(&predicted, words) }
                score.add(predicted, gold: document) { document.isQuestion($0) }
                clock.tokens += document.count
            }
            print("\(name) dev: \(score.summary), lemmas with gold tags \(percent(LemmaEvaluation(lemmatizer, gold[name] ?? []).accuracy))")
            all.add(score)
        }
        print("both:    \(all.summary)")
        print(all.byRelation([
            .nsubj, .nsubjPassive, .obj, .iobj, .obl, .oblAgent, .ccomp, .xcomp, .advcl, .aclRelative, .acl, .appos, .conj,
            .nmod, .nmodPossessive, .compound, .flat, .parataxis, .cop, .mark, .root,
        ]))
        for recasing in [Recasing.lower, .upper, .title] {
            var score = TreeScore()
            for document in gold.values.joined() {
                for sentence in document.sentences.indices {
                    let copy = document.copy(
                        ofSentence: sentence, recasing,
                        withoutFinalPunctuation: recasing != .lower || document.isQuestion(sentence))
                    var predicted = copy
                    let words = WordColumn(predicted)
                    xpos.tag(&predicted, words)
                    upos.tag(&predicted, words)
                    parser.parse(&predicted, words)
                    score.add(predicted, gold: copy) { _ in document.isQuestion(sentence) }
                }
            }
            print("\(recasing) case, \(recasing == .lower ? "questions" : "all") without final mark: \(score.summary)")
        }
        try EntityEvaluation(corpus, Tagger(xpos: model("xpos.model"), upos: model("upos.model")), recognizer).report(errors: false)
        print(clock.summary)
    }
}

/// Time spent in each step.
struct StepClock {
    var tokens = 0
    private var times: [(step: String, seconds: Double)] = []

    mutating func time<Result>(_ step: String, _ body: () -> Result) -> Result {
        let start = ContinuousClock.now
        let result = body()
        let elapsed = start.duration(to: .now)
        let seconds = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
        if let index = times.firstIndex(where: { $0.step == step }) {
            times[index].seconds += seconds
        } else {
            times.append((step, seconds))
        }
        return result
    }

    /// Tokens a second of each step and of all together.
    var summary: String {
        let all = [("all", times.reduce(0) { $0 + $1.seconds })]
        return "tokens/s: " + (times.map { ($0.step, $0.seconds) } + all)
            .map { "\($0.0) \(Int(Double(tokens) / max($0.1, 1e-9)))" }.joined(separator: ", ")
    }
}
