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

    /// What the tables hold.
    struct Rows: Sendable {
        struct Row: Sendable {
            var article: Article
            /// From 1.
            var number: Int
            /// Nil for an analysis that is damaged.
            var packed: PackedArticle?
        }

        var analysis: String?
        var facts: String?
        var expected: Int
        var copies: [SessionFile.Copy]
        var snapshot: StoreSnapshot?
        /// In order.
        var rows: [Row] = []
        /// Whether rows after the last are lost.
        var isCutShort = false
    }

    func rows() throws(DatabaseError) -> Rows {
        var rows = Rows(
            analysis: try property("analysis"), facts: try property("facts"),
            expected: try database.number("SELECT count(*) FROM articles"), copies: try copies(), snapshot: nil)
        guard rows.expected > 0 else { return rows }
        rows.snapshot = try snapshot()
        rows.rows.reserveCapacity(rows.expected)
        do throws(DatabaseError) {
            try forEachArticle { rows.rows.append($0) }
        } catch {
            // What comes after the damage is lost.
            guard error.isDamage else { throw error }
            rows.isCutShort = true
        }
        return rows
    }

    private func property(_ name: String) throws(DatabaseError) -> String? {
        let statement = try database.prepare("SELECT value FROM properties WHERE name = ?")
        try statement.bind(.text(name), at: 1)
        return try statement.step() ? statement.text(0) : nil
    }

    private func snapshot() throws(DatabaseError) -> StoreSnapshot? {
        func value(_ name: String) throws(DatabaseError) -> [UInt8]? {
            let statement = try database.prepare("SELECT value, checksum FROM state WHERE name = ?")
            try statement.bind(.text(name), at: 1)
            guard try statement.step() else { return nil }
            let bytes = statement.bytes(0)
            return Checksum.of([bytes]) == statement.integer(1) ? bytes : nil
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

    /// Goes through the articles in order.
    private func forEachArticle(_ body: (Rows.Row) -> Void) throws(DatabaseError) {
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
            body(Rows.Row(article: article, number: statement.integer(0), packed: isGood && isLaidOut ? packed : nil))
        }
    }
}

extension ArticleReading.Rows {
    /// What they say, as a store.
    func contents(_ lexicon: Lexicon) -> SessionFile.Contents {
        var contents = SessionFile.Contents(store: FactStore(lexicon: lexicon), state: .whole)
        contents.copies = copies
        guard expected > 0 else { return contents }
        if analysis != PackedDocument.signature {
            contents.state = rows.count < expected ? .damaged(lost: expected - rows.count, of: expected) : .stale
            contents.articles = rows.map(\.article)
            return contents
        }
        let isCurrent = facts == PackedFacts.signature(lexicon)
        if isCurrent, !isCutShort, let snapshot, let articles = whole,
            let store = try? FactStore(lexicon: lexicon, snapshot: snapshot, articles: articles)
        {
            contents.store = store
            return contents
        }
        return renewed(contents, isCurrent: isCurrent)
    }

    /// The articles, where none is lost: that would move the numbers of those after it, and with them what entities refer to.
    private var whole: [(article: Article, packed: PackedArticle)]? {
        var articles: [(article: Article, packed: PackedArticle)] = []
        articles.reserveCapacity(expected)
        for row in rows {
            guard let packed = row.packed, row.number == articles.count + 1 else { return nil }
            articles.append((row.article, packed))
        }
        return articles.count == expected ? articles : nil
    }

    /// From the analyses alone: where the grammar changed, or where part of the file is damaged.
    private func renewed(_ contents: SessionFile.Contents, isCurrent: Bool) -> SessionFile.Contents {
        var contents = contents
        var read = 0
        for row in rows {
            guard let document = try? row.packed?.document.unpacked(text: row.article.text) else { continue }
            contents.store.add(row.article, document: document)
            read += 1
        }
        contents.state = read == expected && !isCurrent ? .factsRenewed : .damaged(lost: expected - read, of: expected)
        return contents
    }
}
