import Facts

/// The article that is looked at, with what is read of it for all of its facts: facts are gone through in their order.
struct ArticleView {
    /// Index in the store, -1 for none.
    private(set) var index = -1
    private(set) var stored: StoredArticle?
    private(set) var entityOfToken: [Entity.ID] = []
    private(set) var words = SentenceWords()
    private var ids: Range<FactStore.ID> = 0..<0
    private var facts: [StoredFact] = []

    /// Whether a fact is one of the article.
    func has(_ id: FactStore.ID) -> Bool { ids.contains(id) }

    /// A fact of the article.
    subscript(id: FactStore.ID) -> StoredFact { facts[id - ids.lowerBound] }

    /// Goes to another article.
    mutating func turn(to next: Int, of store: FactStore) {
        let stored = store.articles[next]
        index = next
        self.stored = stored
        ids = stored.facts
        facts = store.facts.facts(ofArticle: next)
        entityOfToken = stored.entityOfToken
        words = stored.words
    }
}
