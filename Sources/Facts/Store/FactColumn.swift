import Packing

/// The facts of all articles, in order; those of an article are unpacked when the first of them is wanted.
public struct FactColumn: RandomAccessCollection, Sendable {
    private var articles: [Lazily<[StoredFact]>] = []
    /// Each article's first fact.
    private var starts: [Int] = []
    private var articleOfFact: [Int32] = []

    public var startIndex: Int { 0 }
    public var endIndex: Int { articleOfFact.count }

    public subscript(id: FactStore.ID) -> StoredFact {
        let article = Int(articleOfFact[id])
        return articles[article].value[id - starts[article]]
    }

    /// The facts of an article, unpacked.
    public func facts(ofArticle article: Int) -> [StoredFact] { articles[article].value }

    /// The facts of an article, for one who goes through many articles: they are not kept unpacked for him.
    public func passing(article: Int) -> [StoredFact] { articles[article].passing }

    mutating func settle() {
        articles = articles.shrunk
        starts = starts.shrunk
        articleOfFact = articleOfFact.shrunk
    }

    /// The article that a fact stands in, without unpacking it.
    public func article(of id: FactStore.ID) -> Int { Int(articleOfFact[id]) }

    /// Adds the facts of the next article.
    mutating func append(
        _ packed: PackedFacts, tokens: Int, sentences: Range<FactStore.SentenceID>, classes: Int
    ) {
        let article = articles.count
        let first = endIndex
        starts.append(first)
        articleOfFact.append(contentsOf: repeatElement(Int32(article), count: packed.count))
        articles.append(
            Lazily {
                let blank = Fact(predicate: "", rule: .clause, cue: 0..<0, sentence: 0)
                let facts =
                    (try? packed.facts(tokens: tokens, sentences: sentences.count, classes: classes))
                    ?? Array(repeating: blank, count: packed.count)
                return facts.map {
                    StoredFact(article: article, fact: $0, first: first, firstSentence: sentences.lowerBound)
                }
            })
    }
}

/// A fact with the article it stands in.
///
/// A class only so that coming to a fact copies nothing; it never changes.
public final class StoredFact: Sendable {
    /// Index in `FactStore.articles`.
    public let article: Int
    public let fact: Fact
    /// The first role of a kind, as in `Fact`; copies no more than that.
    public func role(_ kind: Role.Kind) -> Role? {
        for index in fact.roles.indices where fact.roles[index].kind == kind { return fact.roles[index] }
        return nil
    }

    /// -1 for none.
    private let outer: Int32
    /// The fact (in the store) whose content this one stands in: who says so.
    public var within: FactStore.ID? { outer < 0 ? nil : Int(outer) }
    /// The sentence of the store that it stands in.
    public let sentence: FactStore.SentenceID

    init(article: Int, fact: Fact, first: FactStore.ID, firstSentence: FactStore.SentenceID) {
        self.article = article
        self.fact = fact
        sentence = firstSentence + FactStore.SentenceID(fact.sentence)
        outer = fact.within.map { Int32(first + $0) } ?? -1
    }
}
