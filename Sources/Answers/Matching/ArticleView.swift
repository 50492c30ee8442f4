import Facts

/// The article that is looked at, with what is read of it for all of its facts: facts are gone through in their order.
struct ArticleView {
    /// Index in the store, -1 for none.
    private(set) var index = -1
    private(set) var article: StoredArticle?
    private var ids: Range<FactStore.ID> = 0..<0
    private var facts: [StoredFact] = []
    private(set) var entityOfToken: [Entity.ID] = []
    private(set) var words = SentenceWords()

    /// A fact; goes to its article where that is another.
    mutating func fact(_ id: FactStore.ID, of store: FactStore) -> StoredFact {
        if !ids.contains(id) { turn(to: store.facts.article(of: id), of: store) }
        return facts[id - ids.lowerBound]
    }

    mutating func turn(to next: Int, of store: FactStore) {
        guard next != index else { return }
        let stored = store.articles[next]
        index = next
        article = stored
        ids = stored.facts
        facts = store.facts.facts(ofArticle: next)
        entityOfToken = stored.entityOfToken
        words = stored.words
    }
}
