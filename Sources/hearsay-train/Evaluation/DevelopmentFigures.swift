import Foundation
import Language
import Resources

/// All figures on the development sets, as `hearsay-train evaluate DATA` prints them.
struct DevelopmentFigures {
    private let analyzer: Analyzer
    private let ewt: TreebankEvaluation
    private let gum: TreebankEvaluation
    private let gumNews: TreebankEvaluation
    private let silver: SilverEvaluation
    private let universal: [EntityExample]
    private let documents: [Document]
    private let questions: TreeScore

    init(_ corpus: Corpus, _ analyzer: Analyzer) throws {
        self.analyzer = analyzer
        let ewt = try Treebank(conllu: corpus.read("ud/ewt-dev.conllu.gz"))
        let gum = try Treebank(conllu: corpus.read("ud/gum-dev.conllu.gz"))
        self.ewt = TreebankEvaluation(ewt, analyzer)
        self.gum = TreebankEvaluation(gum, analyzer)
        gumNews = TreebankEvaluation(gum, analyzer) { $0.genre == "news" }
        silver = try SilverEvaluation(corpus, .dev, analyzer)
        universal = try UniversalEntities.examples(corpus)
        documents = (ewt.items + gum.items).map(\.gold)
        questions = try OwnQuestions.documents(.eval).reduce(into: TreeScore()) { score, gold in
            var predicted = gold
            analyzer.annotate(&predicted)
            score.add(predicted, gold: gold) { _ in true }
        }
    }

    func report() {
        print(table.markdown)
        print("")
        for (name, evaluation) in [("EWT dev", ewt), ("GUM dev", gum)] { print("\(name): \(evaluation.trees.summary)") }
        var both = ewt.trees
        both.add(gum.trees)
        print("both: \(both.summary)")
        print(
            "F1 of labelled arcs, both: "
                + both.byRelation(Relation.allCases.filter { both.f1ByRelation[$0.name] != nil }))
        for recasing in [Recasing.lower, .upper, .title] {
            print(
                "\(recasing) case, \(recasing == .lower ? "questions" : "all") without final mark: \(recased(recasing).summary)"
            )
        }
        for (name, evaluation) in [("GUM dev", gum.coreference), ("GUM dev news", gumNews.coreference)] {
            print(
                "coreference, \(name), by heads: \(evaluation.heads.summary); by exact spans: mean \(percent(evaluation.exact.mean))"
            )
            print("  pronouns: \(evaluation.pronouns.summary)")
        }
        print("PolNeAR dev, silver chains: pronouns: \(silver.coreference.pronouns.summary)")
        print("  coreference by heads: \(silver.coreference.heads.summary)")
        print(
            "coreference: \(Int(Double(silver.tokens) / max(silver.coreferenceSeconds, 1e-9))) tokens/s (PolNeAR dev)")
    }

    private var table: FigureTable {
        var table = FigureTable()
        var trees = ewt.trees
        trees.add(gum.trees)
        table.add("sentences F1, raw text", "GUM news (dev)", share: gumNews.sentences.f1, bar: 92, aim: 96)
        table.add("sentences F1, raw text", "GUM dev", share: gum.sentences.f1)
        table.add("sentences F1, raw text", "EWT dev", share: ewt.sentences.f1, bar: 78, aim: 82)
        table.add("tokens F1, raw text", "GUM dev", share: gum.words.f1, bar: 99, aim: 99.5)
        table.add("tokens F1, raw text", "EWT dev", share: ewt.words.f1, bar: 99, aim: 99.5)
        for (name, score) in [("EWT dev", ewt.trees), ("GUM dev", gum.trees), ("EWT dev + GUM dev", trees)] {
            let (bars, aims): ([Double?], [Double?]) =
                name.contains("+")
                ? ([95.3, 94.8, 97, 86, 83], [96.5, 96.5, 98.5, 89, 86])
                : ([nil, nil, nil, nil, nil], [nil, nil, nil, nil, nil])
            table.add("UPOS, gold tokens", name, share: score.upos, bar: bars[0], aim: aims[0])
            table.add("XPOS, gold tokens", name, share: score.xpos, bar: bars[1], aim: aims[1])
            table.add("lemma, predicted tags", name, share: score.lemma, bar: bars[2], aim: aims[2])
            table.add("UAS, predicted tags", name, share: score.uas, bar: bars[3], aim: aims[3])
            table.add("LAS, predicted tags", name, share: score.las, bar: bars[4], aim: aims[4])
        }
        let lemmas = (right: ewt.lemmas.right + gum.lemmas.right, all: ewt.lemmas.all + gum.lemmas.all)
        table.add(
            "lemma, gold tags", "EWT dev + GUM dev", share: Double(lemmas.right) / Double(max(lemmas.all, 1)), bar: 97,
            aim: 98.5)
        // The aim is three points over the linear parser of the first model card.
        table.add(
            "LAS of core relations", "EWT dev + GUM dev", share: trees.lasOfCoreRelations,
            aim: Self.firstLasOfCoreRelations + 3)
        table.add("LAS of questions", "EWT dev + GUM dev", share: trees.lasOfQuestions ?? 0)
        table.add("LAS of questions", "50 of our own", share: questions.las)
        addEntities(to: &table)
        table.add("coreference, CoNLL F1", "GUM dev", share: gum.coreference.heads.mean, bar: 45, aim: 55)
        table.add("coreference, CoNLL F1", "GUM news (dev)", share: gumNews.coreference.heads.mean, bar: 45, aim: 55)
        table.add("pronouns, right name", "GUM dev", share: gum.coreference.pronouns.all.share)
        table.add("pronouns, right name", "GUM news (dev)", share: gumNews.coreference.pronouns.all.share)
        table.add("pronouns, right name", "PolNeAR dev (silver)", share: silver.coreference.pronouns.all.share)
        table.add(
            "pronouns, right name", "GUM news + PolNeAR dev",
            share: (gumNews.coreference.pronouns + silver.coreference.pronouns).all.share, bar: 65, aim: 75)
        table.add(
            "tokens/s to entities, one core", "PolNeAR dev texts",
            speed: Double(silver.tokens) / max(silver.seconds, 1e-9), bar: 40_000,
            aim: 120_000)
        let weights = Resource.all.filter { $0.name.hasPrefix("weights/") }.reduce(0) { $0 + $1.bytes.count }
        table.add("weights in the binary, MB", "", size: Double(weights) / 1_000_000, bar: 25, aim: 12)
        return table
    }

    private static let firstLasOfCoreRelations = 76.51

    private func addEntities(to table: inout FigureTable) {
        var goldTokens = SpanScore()
        var raw = SpanScore()
        var model = SpanScore()
        for example in universal {
            let gold = EntitySpan.all(in: example.document, example.entities)
            var annotated = example.document
            analyzer.annotate(&annotated)
            goldTokens.add(gold: gold, found: EntitySpan.all(in: annotated, annotated.entities))
            let document = example.document.analyzed(from: analyzer)
            raw.add(gold: gold, found: EntitySpan.all(in: document, document.entities))
            model.add(gold: gold, found: EntitySpan.all(in: document, analyzer.entitiesOfNetwork(in: document)))
        }
        table.add("entities F1, running text", "UNER EWT dev", share: raw.f1, bar: 65, aim: 75)
        table.add("  gold tokens", "UNER EWT dev", share: goldTokens.f1)
        table.add("  model without rules", "UNER EWT dev", share: model.f1)
        table.add("entities F1, running text", "PolNeAR dev (silver)", share: silver.entities.f1, bar: 86, aim: 90)
        table.add("  silver made consistent", "PolNeAR dev (silver)", share: silver.cleanedEntities.f1)
        table.add("  model without rules", "PolNeAR dev (silver)", share: silver.entitiesOfModel.f1)
        table.add("entities F1, running text", "GUM dev", share: gum.entities.f1)
    }

    /// Tags and trees of the same sentences in other cases, as headlines and typed questions have them.
    private func recased(_ recasing: Recasing) -> TreeScore {
        var score = TreeScore()
        for document in documents {
            for sentence in document.sentences.indices {
                let copy = document.copy(
                    ofSentence: sentence, recasing,
                    withoutFinalPunctuation: recasing != .lower || document.isQuestion(sentence))
                var predicted = copy
                predicted.readWords()
                analyzer.annotate(&predicted)
                score.add(predicted, gold: copy) { _ in document.isQuestion(sentence) }
            }
        }
        return score
    }
}
