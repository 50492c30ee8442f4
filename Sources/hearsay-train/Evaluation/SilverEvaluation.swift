import Articles
import Foundation
import Language

/// PolNeAR's articles, analysed as the program does it, against their automatic names and coreference chains.
struct SilverEvaluation {
    /// Persons, organizations and places as CoreNLP has them; the same after `SilverCleaning`.
    var entities = SpanScore()
    var cleanedEntities = SpanScore()
    /// What the model alone finds, before rules make names agree.
    var entitiesOfModel = SpanScore()
    var coreference = CoreferenceEvaluation()
    /// Time of everything but coreference and the tokens found in that time.
    var seconds = 0.0
    var tokens = 0
    var coreferenceSeconds = 0.0

    /// - Parameter resolve: finds coreference; if nil, the analyser does.
    init(
        _ corpus: Corpus, _ split: Corpus.Split, _ analyzer: Analyzer, _ resolve: ((inout Document) -> Void)? = nil
    ) throws {
        let texts = try SilverEntities.texts(corpus, split)
        let articles = try SilverCorpus(corpus, split).articles
        var silver: [(article: SilverCorpus.Article, text: String, example: EntityExample)] = []
        for article in articles {
            guard let text = texts[article.name] else { continue }
            var example = SilverEntities.example(article, text)
            analyzer.annotate(&example.document)
            silver.append((article, text, example))
        }
        let cleaning = SilverCleaning(silver.map(\.example))
        for (article, text, example) in silver {
            let read = try ArticleReader().read(bytes: Array(text.utf8), id: article.name)
            let start = ProcessorTime.now
            var document = Document(text: read.text)
            analyzer.divide(read.paragraphs.lazy.map(\.range), of: &document)
            analyzer.annotate(&document)
            seconds += ProcessorTime.now - start
            tokens += document.count
            let startOfCoreference = ProcessorTime.now
            if let resolve { resolve(&document) } else { analyzer.resolveCoreference(of: &document) }
            coreferenceSeconds += ProcessorTime.now - startOfCoreference

            // Bylines and datelines are not analysed, so no names are expected there.
            let paragraphs = read.paragraphs.map(\.range)
            func inParagraphs(_ spans: Set<EntitySpan>) -> Set<EntitySpan> {
                spans.filter { span in paragraphs.contains { $0.lowerBound <= span.start && span.end <= $0.upperBound }
                }
            }
            let found = EntitySpan.all(in: document, document.entities)
            let gold = inParagraphs(EntitySpan.all(in: example.document, example.entities))
            entities.add(gold: gold, found: found)
            entitiesOfModel.add(
                gold: gold, found: EntitySpan.all(in: document, analyzer.entitiesOfNetwork(in: document)))
            cleanedEntities.add(
                gold: inParagraphs(EntitySpan.all(in: example.document, cleaning.cleaned(example).entities)),
                found: found)
            coreference.add(document, ReferenceChains(article, bytes: SilverEntities.byteOffsets(text)))
        }
    }
}
