import Language

/// Everything the network learns from: gold trees with tags and names, and silver ones.
struct TrainingSentences {
    private(set) var gold: [TrainingSentence] = []
    private(set) var silver: [TrainingSentence] = []
    private(set) var vocabulary = FeatureVocabulary()
    /// Relations of the silver trees, which follow an older scheme.
    private(set) var silverRelations: [Substring: Int] = [:]

    /// A sentence before the vocabulary is known.
    private struct Draft {
        var keys: [UInt64]
        var sentence: TrainingSentence
    }

    private var drafts: [Draft] = []

    init(_ corpus: Corpus, seed: UInt64, minimumCount: Int32) throws {
        var random = SplitMix(seed: seed)
        let treebanks = try corpus.treebank("ewt", .train)
        let gum = try GumEntities(corpus, .train).examples
        for document in treebanks { add(document, nil) }
        for example in gum {
            add(example.document, example)
            for copy in Self.recased(example, &random) { add(copy.document, copy) }
        }
        let questions = try OwnQuestions.documents(.train)
        for document in questions + questions { add(document, nil) }
        for copy in SentenceCopies(treebanks + gum.map(\.document) + questions, seed: seed).documents { add(copy, nil) }
        for article in try SilverArticles(corpus, .train).articles {
            add(article)
            for copy in Self.recased(article.example, &random) { add(copy.document, copy, isSilver: true) }
        }
        for draft in drafts { vocabulary.count(draft.keys) }
        vocabulary.close(minimum: minimumCount)
        for draft in drafts {
            var sentence = draft.sentence
            sentence.rows = vocabulary.rows(draft.keys)
            sentence.isName = (0..<sentence.count).map { Self.isName(sentence.xpos[$0], sentence.entities[$0]) }
            if sentence.isSilver { silver.append(sentence) } else { gold.append(sentence) }
        }
        drafts = []
    }

    /// Sentences that are there already, as tests have them; rows count from 1 up to `rowCount`.
    init(gold: [TrainingSentence], silver: [TrainingSentence], rowCount: Int) {
        self.gold = gold
        self.silver = silver
        vocabulary.count((1...UInt64(rowCount)).map { $0 })
        vocabulary.close(minimum: 1)
        silverRelations = Dictionary(uniqueKeysWithValues: (0..<10).map { (Substring("\($0)"), $0) })
    }

    /// A treebank's document, or with `isSilver` one of which only the names are known.
    private mutating func add(_ document: Document, _ names: EntityExample?, isSilver: Bool = false) {
        let features = WordFeatures(document, WordColumn(document), .embedded)
        let labels = names.map(Self.labels)
        for tokens in document.sentences.lazy.map(\.tokens) where !tokens.isEmpty && tokens.count <= 160 {
            let none = [UInt64](repeating: 0, count: tokens.count)
            drafts.append(
                Draft(
                    keys: features.keys(tokens),
                    sentence: TrainingSentence(
                        rows: [],
                        heads: tokens.map {
                            isSilver
                                ? -1
                                : document.heads[$0] < 0 ? 0 : Int16(Int(document.heads[$0]) - tokens.lowerBound + 1)
                        },
                        relations: isSilver ? none : tokens.map { 1 << UInt64(document.relations[$0].rawValue) },
                        xpos: isSilver ? none : tokens.map { 1 << UInt64(document.xpos[$0].rawValue) },
                        upos: isSilver ? none : tokens.map { 1 << UInt64(document.upos[$0].rawValue) },
                        entities: labels.map { Array($0[tokens]) } ?? none, isSilver: isSilver)))
        }
    }

    private mutating func add(_ article: SilverArticles.Article) {
        let document = article.example.document
        let features = WordFeatures(document, WordColumn(document), .embedded)
        let labels = Self.labels(article.example)
        for tokens in document.sentences.lazy.map(\.tokens) where !tokens.isEmpty && tokens.count <= 160 {
            drafts.append(
                Draft(
                    keys: features.keys(tokens),
                    sentence: TrainingSentence(
                        rows: [], heads: tokens.map { article.heads[$0] },
                        relations: tokens.map { token in
                            article.relations[token].isEmpty ? 0 : 1 << UInt64(silverRelation(article.relations[token]))
                        },
                        xpos: tokens.map { article.xpos[$0].map { 1 << UInt64($0.rawValue) } ?? 0 },
                        upos: [UInt64](repeating: 0, count: tokens.count), entities: Array(labels[tokens]),
                        cues: Array(article.cues[tokens]), sources: Array(article.sources[tokens]),
                        contents: Array(article.contents[tokens]), isSilver: true)))
        }
    }

    /// A proper noun by its tag, or where that is not known a person, organization or place by its label.
    private static func isName(_ xpos: UInt64, _ entities: UInt64) -> Bool {
        if xpos != 0 { return xpos & (1 << UInt64(PennTag.nnp.rawValue) | 1 << UInt64(PennTag.nnps.rawValue)) != 0 }
        return entities & 1 == 0 && entities & 0x1FFE != 0
    }

    private mutating func silverRelation(_ name: Substring) -> Int {
        if let known = silverRelations[name] { return known }
        // More relations than bits: the rarest, which come last, are one.
        let number = min(silverRelations.count, 63)
        silverRelations[name] = number
        return number
    }

    /// The labels that each token may have, a bit each.
    private static func labels(_ example: EntityExample) -> [UInt64] {
        var outside: UInt64 = 1
        for kind in NamedEntity.Kind.allCases where !example.markedKinds.contains(kind) {
            for position in 0..<4 { outside |= 1 << UInt64(1 + 4 * Int(kind.rawValue) + position) }
        }
        var labels = [UInt64](repeating: outside, count: example.document.count)
        for entity in example.entities {
            for token in entity.tokens {
                let isFirst = token == entity.tokens.lowerBound
                let isLast = token == entity.tokens.upperBound - 1
                let label = EntityLabel(entity.kind, isFirst ? (isLast ? .unit : .begin) : isLast ? .last : .inside)
                labels[token] = 1 << UInt64(label.index)
            }
        }
        return labels
    }

    /// Some of the sentences in small letters, as questions are typed, or with capitals, as headlines are set.
    private static func recased(_ example: EntityExample, _ random: inout SplitMix) -> [EntityExample] {
        var copies: [EntityExample] = []
        for (index, sentence) in example.document.sentences.enumerated() {
            let chance = random.unit()
            let recasing: Recasing? = chance < 0.06 ? .lower : chance < 0.09 ? .title : chance < 0.1 ? .upper : nil
            guard let recasing else { continue }
            let first = sentence.tokens.lowerBound
            let entities = example.entities.filter { sentence.tokens.contains($0.tokens.lowerBound) }.map {
                NamedEntity(tokens: $0.tokens.lowerBound - first..<$0.tokens.upperBound - first, kind: $0.kind)
            }
            copies.append(
                EntityExample(
                    example.document.copy(ofSentence: index, recasing), entities, marked: example.markedKinds))
        }
        return copies
    }
}
