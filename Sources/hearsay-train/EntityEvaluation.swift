import Foundation
import Language

/// Scores the entity recogniser against gold (Universal NER) and silver (CoreNLP on PolNeAR) annotation.
struct EntityEvaluation {
    private let corpus: Corpus
    private let tagger: Tagger
    private let recognizer: EntityRecognizer

    init(_ corpus: Corpus, _ tagger: Tagger, _ recognizer: EntityRecognizer) {
        self.corpus = corpus
        self.tagger = tagger
        self.recognizer = recognizer
    }

    func report(errors: Bool) throws {
        report("UNER EWT dev, gold", try UniversalEntities.examples(corpus), [.person, .organization, .place], errors)
        let silver = try SilverEntities(corpus, .dev).examples
        report("PolNeAR dev, silver", silver, NamedEntity.Kind.allCases, false)
        let tagged = silver.map { example in
            var example = example
            tagger.tag(&example.document, WordColumn(example.document))
            return example
        }
        let cleaning = SilverCleaning(tagged)
        report(
            "PolNeAR dev, silver with its names made consistent", tagged.map(cleaning.cleaned),
            NamedEntity.Kind.allCases, errors)
        let gum = try GumEntities(corpus, .dev).examples
        report("GUM dev", gum, [.person, .organization, .place], errors)
        let lower = try UniversalEntities.examples(corpus).map {
            EntityTrainer.Example($0.document.lowercased(), $0.entities)
        }
        report("UNER EWT dev in small letters", lower, [.person, .organization, .place], false)
    }

    private struct Key: Hashable {
        var document: Int
        var tokens: Range<Int>
        var kind: NamedEntity.Kind
    }

    private func report(
        _ name: String, _ examples: [EntityTrainer.Example], _ kinds: [NamedEntity.Kind], _ errors: Bool
    ) {
        var scores: [NamedEntity.Kind: SpanScore] = [:]
        var all = SpanScore()
        var names = SpanScore()
        var wrong: [String: Int] = [:]
        var seconds = 0.0
        var tokens = 0
        for (index, example) in examples.enumerated() {
            var document = example.document
            let words = WordColumn(document)
            tagger.tag(&document, words)
            let start = Date()
            recognizer.recognize(&document, words)
            seconds += Date().timeIntervalSince(start)
            tokens += document.count
            func keys(_ entities: [NamedEntity], _ kinds: [NamedEntity.Kind]) -> Set<Key> {
                Set(
                    entities.lazy.filter { kinds.contains($0.kind) }.map {
                        Key(document: index, tokens: $0.tokens, kind: $0.kind)
                    })
            }
            for kind in kinds {
                scores[kind, default: SpanScore()].add(
                    gold: keys(example.entities, [kind]), found: keys(document.entities, [kind]))
            }
            let gold = keys(example.entities, kinds)
            let found = keys(document.entities, kinds)
            all.add(gold: gold, found: found)
            let proper: [NamedEntity.Kind] = [.person, .organization, .place]
            names.add(gold: keys(example.entities, proper), found: keys(document.entities, proper))
            if errors {
                for key in gold.subtracting(found) {
                    wrong["- \(key.kind) \(document.string(key.tokens))", default: 0] += 1
                }
                for key in found.subtracting(gold) {
                    wrong["+ \(key.kind) \(document.string(key.tokens))", default: 0] += 1
                }
            }
        }
        print(
            "\(name): all \(all.summary); person, organization, place \(names.summary); \(Int(Double(tokens) / max(seconds, 1e-6))) tokens/s"
        )
        for kind in kinds { if let score = scores[kind] { print("  \(kind): \(score.summary)") } }
        for (error, count) in wrong.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }).prefix(100) {
            print("  \(count) \(error)")
        }
    }
}
