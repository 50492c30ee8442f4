import Articles
import Foundation
import Testing

@testable import Facts
@testable import Storage

/// Files of earlier versions, with their tables as they were.
@Suite struct UpgradeTests {
    @Test func `a file of version 2 keeps its articles, to be analysed again`() throws {
        let scratch = try Scratch()
        let path = scratch.file("old.hearsay")
        let store = try Sample.store()
        _ = try SessionFile.create(path, store: store, copies: [])
        // Its tables are those of today, but for the state.
        try Database(path: path, mode: .readWrite).execute(
            """
            DROP TABLE state;
            CREATE TABLE state (name TEXT PRIMARY KEY, size INTEGER NOT NULL, value BLOB NOT NULL, checksum INTEGER NOT NULL);
            PRAGMA user_version = 2
            """)
        let contents = try SessionFile(opening: path).read(lexicon: try Sample.lexicon.get())
        #expect(contents.state == .stale && contents.articles == store.articles.map(\.article))
    }

    @Test func `a file of version 1 keeps its articles, to be analysed again`() throws {
        let scratch = try Scratch()
        let path = scratch.file("old.hearsay")
        let articles = try Sample.store().articles.map(\.article)
        try Self.writeVersion1(articles, to: path)
        let file = try SessionFile(opening: path)
        let contents = try file.read(lexicon: try Sample.lexicon.get())
        #expect(contents.state == .stale && contents.articles == articles)
        #expect(contents.copies == [SessionFile.Copy(article: 1, id: "copy", publisher: nil, path: nil)])
        let store = try Sample.store()
        try file.replace(by: store, copies: [])
        expectSame(try SessionFile(opening: path).read(lexicon: try Sample.lexicon.get()).store, store)
        let version = try Database(path: path, mode: .readOnly).number("PRAGMA user_version")
        #expect(version == Schema.version)
    }

    private static func writeVersion1(_ articles: [Article], to path: String) throws {
        let database = try Database(path: path, mode: .create)
        try database.execute(version1)
        try database.execute("PRAGMA application_id = \(Schema.applicationID); PRAGMA user_version = 1")
        try database.execute(
            "INSERT INTO properties VALUES ('generation', '3'), ('analysis', '2 ...'), ('facts', '1 ...')")
        try database.execute("INSERT INTO copies VALUES (1, 'copy', NULL, NULL)")
        let article = try database.prepare("INSERT INTO articles VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        let analysis = try database.prepare("INSERT INTO analyses VALUES (?, ?, x'07', x'07', x'07', x'07', 0)")
        for (index, value) in articles.enumerated() {
            try article.run(
                .integer(index + 1), .text(value.id), .text(value.title), .optional(value.byline),
                .optional(value.publisher),
                .optional(value.date), .optional(value.published), .optional(value.url), .optional(value.language),
                .text(value.format.rawValue), .optional(value.path), value.stamp.map { .integer($0.size) } ?? .null,
                value.stamp.map { .integer($0.time) } ?? .null, .utf8(value.text))
            try analysis.run(.integer(index + 1), .blob(ArticleLayout.bytes(of: value)))
        }
    }

    private static let version1 = """
        CREATE TABLE properties (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE articles (
            number INTEGER PRIMARY KEY,
            id TEXT NOT NULL,
            title TEXT NOT NULL,
            byline TEXT,
            publisher TEXT,
            date TEXT,
            published TEXT,
            url TEXT,
            language TEXT,
            format TEXT NOT NULL,
            path TEXT,
            file_size INTEGER,
            file_time INTEGER,
            text TEXT NOT NULL
        );
        CREATE TABLE analyses (
            article INTEGER PRIMARY KEY REFERENCES articles (number),
            layout BLOB NOT NULL,
            document BLOB NOT NULL,
            facts BLOB NOT NULL,
            entities BLOB NOT NULL,
            words BLOB NOT NULL,
            checksum INTEGER NOT NULL
        );
        CREATE TABLE state (name TEXT PRIMARY KEY, size INTEGER NOT NULL, value BLOB NOT NULL, checksum INTEGER NOT NULL);
        CREATE TABLE copies (article INTEGER NOT NULL, id TEXT NOT NULL, publisher TEXT, path TEXT);
        CREATE TABLE sentences (
            article INTEGER NOT NULL, number INTEGER NOT NULL, start INTEGER NOT NULL, length INTEGER NOT NULL,
            PRIMARY KEY (article, number)
        ) WITHOUT ROWID;
        CREATE TABLE entities (id INTEGER PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL, description TEXT);
        CREATE TABLE mentions (
            article INTEGER NOT NULL, start INTEGER NOT NULL, length INTEGER NOT NULL, entity INTEGER NOT NULL,
            PRIMARY KEY (article, start)
        ) WITHOUT ROWID;
        CREATE TABLE names (list TEXT, code INTEGER, name TEXT NOT NULL, PRIMARY KEY (list, code)) WITHOUT ROWID;
        CREATE TABLE facts (
            article INTEGER NOT NULL, fact INTEGER NOT NULL,
            sentence INTEGER NOT NULL, predicate TEXT NOT NULL,
            rule INTEGER NOT NULL, polarity INTEGER NOT NULL, modality INTEGER NOT NULL, attribution INTEGER NOT NULL,
            within INTEGER,
            start INTEGER NOT NULL, length INTEGER NOT NULL,
            PRIMARY KEY (article, fact)
        ) WITHOUT ROWID;
        CREATE TABLE roles (
            article INTEGER NOT NULL, fact INTEGER NOT NULL, position INTEGER NOT NULL,
            role INTEGER NOT NULL, marker TEXT, start INTEGER NOT NULL, length INTEGER NOT NULL, entity INTEGER,
            PRIMARY KEY (article, fact, position)
        ) WITHOUT ROWID;
        CREATE VIEW fact_list AS
            SELECT f.article, a.publisher, a.date, f.sentence, f.fact, f.predicate, p.name AS polarity, m.name AS modality,
                f.attribution, f.within, CAST(substr(CAST(a.text AS BLOB), f.start + 1, f.length) AS TEXT) AS cue
            FROM facts f JOIN articles a ON a.number = f.article
                JOIN names p ON p.list = 'polarity' AND p.code = f.polarity
                JOIN names m ON m.list = 'modality' AND m.code = f.modality;
        CREATE VIEW role_list AS
            SELECT r.article, r.fact, n.name AS role, r.marker,
                CAST(substr(CAST(a.text AS BLOB), r.start + 1, r.length) AS TEXT) AS text, e.name AS entity
            FROM roles r JOIN articles a ON a.number = r.article JOIN names n ON n.list = 'role' AND n.code = r.role
                LEFT JOIN entities e ON e.id = r.entity;
        CREATE VIEW statements AS
            SELECT f.article, a.publisher, a.date, f.sentence,
                coalesce(e.name, CAST(substr(CAST(a.text AS BLOB), s.start + 1, s.length) AS TEXT)) AS source,
                CAST(substr(CAST(a.text AS BLOB), f.start + 1, f.length) AS TEXT) AS cue,
                CAST(substr(CAST(a.text AS BLOB), c.start + 1, c.length) AS TEXT) AS content,
                f.fact, f.within
            FROM facts f JOIN articles a ON a.number = f.article
                JOIN roles s ON s.article = f.article AND s.fact = f.fact
                    AND s.role = (SELECT code FROM names WHERE list = 'role' AND name = 'agent')
                JOIN roles c ON c.article = f.article AND c.fact = f.fact
                    AND c.role = (SELECT code FROM names WHERE list = 'role' AND name = 'theme')
                LEFT JOIN entities e ON e.id = s.entity
            WHERE f.attribution = 1;
        CREATE VIEW sentence_list AS
            SELECT s.article, s.number, CAST(substr(CAST(a.text AS BLOB), s.start + 1, s.length) AS TEXT) AS text
            FROM sentences s JOIN articles a ON a.number = s.article;
        CREATE VIEW entity_list AS
            SELECT e.id, e.name, e.kind, e.description, count(m.entity) AS mentions, count(DISTINCT m.article) AS articles
            FROM entities e LEFT JOIN mentions m ON m.entity = e.id
            GROUP BY e.id ORDER BY mentions DESC;
        """
}
