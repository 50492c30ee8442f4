import ArgumentParser
import Foundation
import Language

/// Trains the ranker of antecedents, or scores coreference from running text against GUM and PolNeAR's silver chains.
struct Coreference: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Trains weights/coreference.model, or scores coreference on GUM and PolNeAR.")

    @Argument(help: "The folder of corpora.") var data: String
    @Option(help: "The part to score: train or dev.") var split = "dev"
    @Option(help: "Only documents of GUM of these genres, such as news; comma-separated.") var genres = ""
    @Flag(help: "Shows pronouns that went wrong.") var errors = false
    @Option(help: ArgumentHelp("Train, write the weights to this folder and score them.", valueName: "folder"))
    var train: String?
    @Option(help: "Passes over the mentions.") var rounds = AntecedentTrainer.Settings().rounds
    @Option(help: "How often a feature must occur.") var leastCount = AntecedentTrainer.Settings().leastCount
    @Option(help: "Articles of PolNeAR whose automatic chains are learned from too.") var silver = 300
    @Option(help: "Seed of everything random.") var seed: UInt64 = 1

    func run() throws {
        let corpus = Corpus(folder: data)
        guard let part = Corpus.Split(rawValue: split) else {
            throw ValidationError("The part is train or dev, not \(split).")
        }
        let analyzer = train == nil ? try Analyzer() : Analyzer(try Network())
        var resolver: CoreferenceResolver?
        if let train {
            let model = try trainedModel(corpus, analyzer)
            try Data(model).write(to: URL(fileURLWithPath: train + "/coreference.model"))
            print("wrote coreference.model, \(model.count / 1024) KB")
            let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: model.count, alignment: 64)
            bytes.copyBytes(from: model)
            resolver = CoreferenceResolver(try AntecedentModel(UnsafeRawBufferPointer(bytes)))
        }
        func resolve(_ document: inout Document) {
            if let resolver { resolver.resolve(&document) } else { analyzer.resolveCoreference(of: &document) }
        }

        let wanted = Set(genres.split(separator: ","))
        var evaluation = CoreferenceEvaluation()
        var news = CoreferenceEvaluation()
        for item in try Treebank(conllu: corpus.read("ud/gum-\(split).conllu.gz")).items
        where wanted.isEmpty || item.genre.map(wanted.contains) == true {
            var document = item.gold.analyzed(from: analyzer)
            resolve(&document)
            evaluation.add(document, ReferenceChains(item))
            if item.genre == "news" { news.add(document, ReferenceChains(item)) }
        }
        show("GUM \(split) \(genres)", evaluation)
        show("GUM \(split) news", news)
        show("PolNeAR \(split), silver", try SilverEvaluation(corpus, part, analyzer, resolve).coreference)
    }

    private func show(_ name: String, _ evaluation: CoreferenceEvaluation) {
        print("\(name): \(evaluation.heads.summary); exact spans \(percent(evaluation.exact.mean))")
        print("  pronouns: \(evaluation.pronouns.summary)")
        if errors { for error in evaluation.pronouns.errors { print("- \(error)") } }
    }

    private func trainedModel(_ corpus: Corpus, _ analyzer: Analyzer) throws -> [UInt8] {
        var examples = AntecedentExamples()
        for item in try Treebank(conllu: corpus.read("ud/gum-train.conllu.gz")).items {
            let document = item.gold.analyzed(from: analyzer)
            examples.add(document, chainOfHead: ReferenceChains(item).chainOfHead(in: document))
        }
        print("GUM: \(examples.examples.count) mentions")
        let texts = try SilverEntities.texts(corpus, .train)
        for article in try SilverCorpus(corpus, .train).articles.prefix(silver) {
            guard let text = texts[article.name] else { continue }
            var document = Document(plainText: Array(text.utf8))
            analyzer.annotate(&document)
            let reference = ReferenceChains(article, bytes: SilverEntities.byteOffsets(text))
            examples.add(document, chainOfHead: reference.chainOfHead(in: document), isSilver: true)
        }
        print("with PolNeAR: \(examples.examples.count) mentions")
        var settings = AntecedentTrainer.Settings()
        settings.rounds = rounds
        settings.leastCount = leastCount
        settings.seed = seed
        return AntecedentTrainer(examples).train(settings) { print($0) }
    }
}

extension ReferenceChains {
    /// The number of the chain of each mention, by the document's token of its head.
    func chainOfHead(in document: Document) -> [CoreferenceKey: Int] {
        var tokenAt: [Int: Int] = [:]
        for token in 0..<document.count { tokenAt[Int(document.starts[token])] = token }
        var chainOfHead: [CoreferenceKey: Int] = [:]
        for (number, chain) in chains.enumerated() {
            for mention in chain {
                guard let token = tokenAt[mention.head.lowerBound] else { continue }
                chainOfHead[CoreferenceKey(head: token, isCoordination: mention.isCoordination)] = number
            }
        }
        return chainOfHead
    }
}
