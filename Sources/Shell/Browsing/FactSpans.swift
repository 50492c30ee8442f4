import Facts

/// Where the facts of an article stand: the words that state them.
struct FactSpans {
    /// Byte ranges of the article's text, in order, not overlapping.
    let spans: [Range<Int>]

    init(_ store: FactStore, article: Int) {
        guard store.articles.indices.contains(article) else {
            spans = []
            return
        }
        let stored = store.articles[article]
        var found = stored.facts.lazy.map { store.facts[$0].fact }
            .filter { ![.title, .apposition, .modifier].contains($0.rule) && !$0.cue.isEmpty }
            .map { stored.document.byteRange($0.cue) }
            .sorted { $0.lowerBound < $1.lowerBound }
        var end = 0
        found = found.filter { span in
            defer { end = max(end, span.upperBound) }
            return span.lowerBound >= end
        }
        spans = found
    }
}
