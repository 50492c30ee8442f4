import Facts

/// A fact of the store as JSON, for other programs.
struct FactJSON {
    let value: JSONValue

    init(_ store: FactStore, _ id: FactStore.ID) {
        let article = store.articles[store.facts[id].article]
        self.init(store, id, of: article, article.document)
    }

    /// - Parameters:
    ///   - article: the fact's.
    ///   - document: the article's, unpacked once for all of its facts.
    init(_ store: FactStore, _ id: FactStore.ID, of article: StoredArticle, _ document: StoredDocument) {
        let stored = store.facts[id]
        func span(_ tokens: Range<Int>) -> [JSONValue.Member] {
            let bytes = document.byteRange(tokens)
            return [
                .init("text", .string(document.string(tokens))),
                .init("start", .integer(article.article.offset(inFile: bytes.lowerBound))),
                .init("end", .integer(article.article.endInFile(of: bytes))),
            ]
        }
        let roles = stored.fact.roles.map { role -> JSONValue in
            let entity = article.entityOfToken[role.head]
            return .object(
                [.init("role", .string(role.kind.rawValue)), .init("marker", .string(role.marker))] + span(role.tokens)
                    + [.init("entity", .optional(entity >= 0 ? store.entities[entity].name : nil))])
        }
        value = .object([
            .init("article", .string(article.article.id)), .init("sentence", .integer(stored.fact.sentence + 1)),
            .init("fact", .integer(id)),
            .init("predicate", .string(stored.fact.predicate)),
            .init("classes", .array(stored.fact.classes.map { .string(store.lexicon.verbs[$0].name) })),
            .init("rule", .string(stored.fact.rule.rawValue)),
            .init("polarity", .string(stored.fact.polarity.rawValue)),
            .init("modality", .string(stored.fact.modality.rawValue)), .init("cue", .object(span(stored.fact.cue))),
            .init("roles", .array(roles)), .init("attribution", stored.fact.isAttribution ? .integer(1) : .integer(0)),
            .init("within", stored.within.map(JSONValue.integer) ?? .null),
        ])
    }
}
