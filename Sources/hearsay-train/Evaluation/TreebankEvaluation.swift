import Language

/// All that a treebank can tell of an analyser.
struct TreebankEvaluation {
    /// Found in running text.
    var words = SpanScore()
    var sentences = SpanScore()
    /// On gold tokens and sentences, everything else predicted.
    var trees = TreeScore()
    /// With gold tags.
    var lemmas = LemmaEvaluation()
    /// Names (person, organization, place) and coreference in running text; empty where the treebank has no `Entity=`.
    var entities = SpanScore()
    var coreference = CoreferenceEvaluation()
    /// Time of everything but coreference, from running text, and the tokens found in that time.
    var seconds = 0.0
    var tokens = 0

    init() {}

    init(_ treebank: Treebank, _ analyzer: Analyzer, isIncluded: (Treebank.Item) -> Bool = { _ in true }) {
        for item in treebank.items where isIncluded(item) { add(item, analyzer) }
    }

    mutating func add(_ item: Treebank.Item, _ analyzer: Analyzer) {
        let gold = item.gold
        var predicted = gold
        analyzer.annotate(&predicted)
        trees.add(predicted, gold: gold) { gold.isQuestion($0) }
        lemmas.add(gold)

        let start = ProcessorTime.now
        var raw = gold.analyzed(from: analyzer)
        seconds += ProcessorTime.now - start
        tokens += raw.count
        words.add(gold: Set(gold.tokenRanges), found: Set(raw.tokenRanges))
        sentences.add(
            gold: Set(gold.sentences.map { gold.byteRange($0.tokens) }),
            found: Set(raw.sentences.map { raw.byteRange($0.tokens) }))
        guard !item.mentions.isEmpty else { return }
        let names = GumEntities.example(gold, item.mentions)
        entities.add(gold: EntitySpan.all(in: gold, names.entities), found: EntitySpan.all(in: raw, raw.entities))
        analyzer.resolveCoreference(of: &raw)
        coreference.add(raw, ReferenceChains(item))
    }
}

/// A name as bytes of its text, so that it can be compared whatever the tokens.
struct EntitySpan: Hashable {
    var start: Int
    var end: Int
    var kind: NamedEntity.Kind

    /// The persons, organizations and places among entities.
    static func all(in document: Document, _ entities: [NamedEntity]) -> Set<EntitySpan> {
        Set(
            entities.lazy.filter { [.person, .organization, .place].contains($0.kind) }.map { entity in
                let bytes = document.byteRange(entity.tokens)
                return EntitySpan(start: bytes.lowerBound, end: bytes.upperBound, kind: entity.kind)
            })
    }
}
