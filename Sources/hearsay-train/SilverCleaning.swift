import Language

/// Repairs automatic entities by what the rest of the corpus, the document and the gazetteer say about the same names.
struct SilverCleaning {
    /// How often each name was taken for what, over all documents.
    private var kinds: [String: [NamedEntity.Kind: Int]] = [:]
    private let gazetteer = Gazetteer.embedded

    /// Counts the names of the examples. The documents must be tagged.
    init(_ examples: [EntityExample]) {
        for example in examples {
            let document = example.document
            for entity in example.entities where Self.isName(entity.kind) {
                kinds[document.phrase(entity.tokens), default: [:]][entity.kind, default: 0] += 1
            }
        }
    }

    /// The example with repaired names.
    func cleaned(_ example: EntityExample) -> EntityExample {
        let document = example.document
        var entities = example.entities.map { withoutTitle($0, document) }
        var surnames: Set<String> = []
        var given: Set<String> = []
        for entity in entities where entity.kind == .person && entity.tokens.count > 1 {
            let first = document.norm(entity.tokens.lowerBound)
            guard
                gazetteer.classes(of: first).contains(.firstName)
                    || majority(document.phrase(entity.tokens), atLeast: 3) == .person
            else { continue }
            surnames.insert(document.norm(entity.tokens.upperBound - 1))
            given.formUnion(entity.tokens.dropLast().map { document.norm($0) })
        }
        for run in document.properRuns() {
            if let kind = kind(of: run, document, surnames, given) { Self.replace(run, with: kind, &entities) }
        }
        for token in 0..<document.count where document.forms[token] != document.norms[token] {
            guard gazetteer.classes(of: document.norm(token)).contains(.demonym) else { continue }
            if !entities.contains(where: { $0.tokens.contains(token) && $0.tokens.count > 1 }) {
                Self.replace(token..<token + 1, with: .nationality, &entities)
            }
        }
        entities.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
        return EntityExample(document, entities, marked: example.markedKinds)
    }

    private func withoutTitle(_ entity: NamedEntity, _ document: Document) -> NamedEntity {
        var entity = entity
        while entity.kind == .person, entity.tokens.count > 1,
            gazetteer.classes(of: document.norm(entity.tokens.lowerBound)).contains(.title)
        { entity.tokens.removeFirst() }
        return entity
    }

    /// What a run of proper nouns is, or nil where nothing is known.
    private func kind(of run: Range<Int>, _ document: Document, _ surnames: Set<String>, _ given: Set<String>)
        -> NamedEntity.Kind?
    {
        let last = document.norm(run.upperBound - 1)
        let others = run.dropLast().map { document.norm($0) }
        if surnames.contains(last),
            others.allSatisfy({ given.contains($0) || $0.count <= 2 || gazetteer.classes(of: $0).contains(.firstName) })
        {
            return .person
        }
        let phrase = document.phrase(run)
        let listed = gazetteer.classes(ofPhrase: document, run)
        if listed.contains(.organization), listed.isDisjoint(with: .place) { return .organization }
        if listed.contains(.country), !listed.contains(.state) { return .place }
        if !listed.isDisjoint(with: [.month, .weekday]) { return nil }
        return majority(phrase, atLeast: 4)
    }

    /// What the corpus takes a name for, where most of its occurrences agree.
    private func majority(_ phrase: String, atLeast: Int) -> NamedEntity.Kind? {
        guard let counts = kinds[phrase],
            let best = counts.max(by: { ($0.value, $1.key.rawValue) < ($1.value, $0.key.rawValue) })
        else { return nil }
        let all = counts.values.reduce(0, +)
        return best.value >= atLeast && best.value * 2 > all ? best.key : nil
    }

    private static func isName(_ kind: NamedEntity.Kind) -> Bool {
        switch kind {
        case .person, .organization, .place, .nationality, .other: true
        default: false
        }
    }

    private static func replace(_ tokens: Range<Int>, with kind: NamedEntity.Kind, _ entities: inout [NamedEntity]) {
        // A longer entity around the run knows more than the run.
        if entities.contains(where: {
            $0.tokens.lowerBound <= tokens.lowerBound && $0.tokens.upperBound >= tokens.upperBound
                && $0.tokens != tokens && isName($0.kind)
        }) {
            return
        }
        entities.removeAll { $0.tokens.overlaps(tokens) }
        entities.append(NamedEntity(tokens: tokens, kind: kind))
    }
}

extension Document {
    /// The norms of a span, with spaces.
    func phrase(_ tokens: Range<Int>) -> String { tokens.map { norm($0) }.joined(separator: " ") }

    /// Longest runs of proper nouns with capitals, titles before persons left out.
    func properRuns() -> [Range<Int>] {
        var runs: [Range<Int>] = []
        for sentence in sentences {
            var start: Int?
            for token in sentence.tokens.lowerBound...sentence.tokens.upperBound {
                let isProper =
                    token < sentence.tokens.upperBound && (xpos[token] == .nnp || xpos[token] == .nnps)
                    && forms[token] != norms[token]
                if isProper {
                    start = start ?? token
                } else if var first = start {
                    while first + 1 < token, Gazetteer.embedded.classes(of: norm(first)).contains(.title) { first += 1 }
                    runs.append(first..<token)
                    start = nil
                }
            }
        }
        return runs
    }
}
