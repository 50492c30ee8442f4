import Articles
import Facts
import Language
import Packing

/// Reads articles from the tables.
struct ArticleReading {
    private let database: Database

    init(_ database: Database) throws(DatabaseError) {
        self.database = database
    }

    func contents(_ lexicon: Lexicon) throws(DatabaseError) -> SessionFile.Contents {
        let analysis = try property("analysis")
        let facts = try property("facts")
        let expected = try database.number("SELECT count(*) FROM articles")
        var contents = SessionFile.Contents(store: FactStore(lexicon: lexicon), state: .whole)
        contents.copies = try copies()
        guard expected > 0 else { return contents }
        if analysis != PackedDocument.signature {
            contents.state = .stale
            contents.articles = try articles().map(\.article)
            return contents
        }
        let isCurrent = facts == PackedFacts.signature(lexicon)
        if isCurrent, let snapshot = try snapshot() {
            var articles: [(article: Article, packed: PackedArticle)] = []
            articles.reserveCapacity(expected)
            // An article that is lost would move the numbers of those after it, and with them what entities refer to.
            try forEachArticle { article, number, packed in
                if let packed, number == articles.count + 1 { articles.append((article, packed)) }
            }
            if articles.count == expected,
                let store = try? FactStore(lexicon: lexicon, snapshot: snapshot, articles: articles)
            {
                contents.store = store
                return contents
            }
        }
        return try renewed(contents, isCurrent: isCurrent, expected: expected, lexicon)
    }

    /// From the analyses alone: where the grammar changed, or where part of the file is damaged.
    private func renewed(_ contents: SessionFile.Contents, isCurrent: Bool, expected: Int, _ lexicon: Lexicon)
        throws(DatabaseError)
        -> SessionFile.Contents
    {
        var contents = contents
        var store = FactStore(lexicon: lexicon)
        var read = 0
        do throws(DatabaseError) {
            try forEachArticle { article, _, packed in
                guard let document = try? packed?.document.unpacked(text: article.text) else { return }
                store.add(article, document: document)
                read += 1
            }
        } catch {
            // What comes after the damage is lost.
            guard error.isDamage else { throw error }
        }
        contents.store = store
        contents.state = read == expected && !isCurrent ? .factsRenewed : .damaged(lost: expected - read, of: expected)
        return contents
    }

    private func property(_ name: String) throws(DatabaseError) -> String? {
        let statement = try database.prepare("SELECT value FROM properties WHERE name = ?")
        try statement.bind(.text(name), at: 1)
        return try statement.step() ? statement.text(0) : nil
    }

    private func snapshot() throws(DatabaseError) -> StoreSnapshot? {
        func value(_ name: String) throws(DatabaseError) -> [UInt8]? {
            let statement = try database.prepare("SELECT value, checksum, size FROM state WHERE name = ?")
            try statement.bind(.text(name), at: 1)
            guard try statement.step() else { return nil }
            let bytes = statement.bytes(0)
            guard Checksum.of([bytes]) == statement.integer(1) else { return nil }
            return try? Deflate.unpacked(bytes, count: statement.integer(2))
        }
        do throws(DatabaseError) {
            guard let vocabulary = try value("vocabulary"), let entities = try value("entities"),
                let index = try value("index")
            else { return nil }
            return StoreSnapshot(vocabulary: vocabulary, entities: entities, index: index)
        } catch {
            guard error.isDamage else { throw error }
            return nil
        }
    }

    private func copies() throws(DatabaseError) -> [SessionFile.Copy] {
        var copies: [SessionFile.Copy] = []
        let statement = try database.prepare("SELECT article, id, publisher, path FROM copies")
        while try statement.step() {
            copies.append(
                SessionFile.Copy(
                    article: statement.integer(0), id: statement.text(1) ?? "", publisher: statement.text(2),
                    path: statement.text(3)))
        }
        return copies
    }

    private func articles() throws(DatabaseError) -> [(article: Article, number: Int)] {
        var articles: [(Article, Int)] = []
        try forEachArticle { article, number, _ in articles.append((article, number)) }
        return articles
    }

    /// Goes through the articles in order.
    ///
    /// - Parameter body: Gets an article, its number, and its analysis, or nil for an analysis that is damaged.
    private func forEachArticle(_ body: (Article, Int, PackedArticle?) -> Void) throws(DatabaseError) {
        let statement = try database.prepare(
            """
            SELECT number, id, title, byline, publisher, date, published, url, language, format, path, file_size, file_time, text,
                layout, document, facts, refs, checksum
            FROM articles LEFT JOIN analyses ON article = number ORDER BY number
            """)
        while try statement.step() {
            var article = Article(
                id: statement.text(1) ?? "", path: statement.text(10), text: statement.bytes(13),
                title: statement.text(2) ?? "",
                byline: statement.text(3), publisher: statement.text(4), date: statement.text(5), paragraphs: [])
            article.published = statement.text(6)
            article.url = statement.text(7)
            article.language = statement.text(8)
            article.format = statement.text(9).flatMap(ArticleFormat.init) ?? .text
            if statement.text(11) != nil {
                article.stamp = FileStamp(size: statement.integer(11), time: statement.integer(12))
            }
            let layout = statement.bytes(14)
            let packed = try? PackedArticle(
                document: statement.bytes(15), facts: statement.bytes(16), references: statement.bytes(17))
            let isGood =
                packed.map { ArticleWriting.checksum(article.text, layout, $0) == statement.integer(18) } ?? false
            let isLaidOut = (try? ArticleLayout.read(layout, into: &article)) != nil
            body(article, statement.integer(0), isGood && isLaidOut ? packed : nil)
        }
    }
}
