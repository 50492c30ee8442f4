/// The tables of a session file. They are for people too, with `sqlite3` or Datasette: the views read best.
enum Schema {
    /// "Hear" in ASCII, by which `file` and others tell session files.
    static let applicationID = 0x4865_6172
    /// Raised whenever tables change.
    static let version = 3

    static let tables = """
        -- What the file was written with.
        CREATE TABLE properties (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

        -- An article a row. Offsets everywhere are bytes of its text in UTF-8; a fact's roles and cue are such spans.
        CREATE TABLE articles (
            number INTEGER PRIMARY KEY,   -- as answers cite it, from 1
            id TEXT NOT NULL,
            title TEXT NOT NULL,
            byline TEXT,
            publisher TEXT,
            date TEXT,                    -- 2025-03-18
            published TEXT,               -- 2025-03-18T10:30:00+01:00
            url TEXT,
            language TEXT,
            format TEXT NOT NULL,
            path TEXT,
            file_size INTEGER,
            file_time INTEGER,            -- nanoseconds since 1970
            text TEXT NOT NULL
        );

        -- What only Hearsay reads: where paragraphs stand, tokens as columns, facts, and which entities and words
        -- the tokens are, packed.
        CREATE TABLE analyses (
            article INTEGER PRIMARY KEY REFERENCES articles (number),
            layout BLOB NOT NULL,
            document BLOB NOT NULL,
            facts BLOB NOT NULL,
            refs BLOB NOT NULL,
            checksum INTEGER NOT NULL
        );

        -- The vocabulary, the entities of all articles, and indexes, packed.
        CREATE TABLE state (name TEXT PRIMARY KEY, value BLOB NOT NULL, checksum INTEGER NOT NULL);

        CREATE TABLE copies (article INTEGER NOT NULL, id TEXT NOT NULL, publisher TEXT, path TEXT);

        CREATE TABLE sentences (
            id INTEGER PRIMARY KEY,       -- of all articles, in their order
            article INTEGER NOT NULL, number INTEGER NOT NULL, start INTEGER NOT NULL, length INTEGER NOT NULL
        );

        CREATE TABLE entities (id INTEGER PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL, description TEXT);

        CREATE TABLE mentions (
            id INTEGER PRIMARY KEY,
            article INTEGER NOT NULL, start INTEGER NOT NULL, length INTEGER NOT NULL, entity INTEGER NOT NULL
        );

        -- Names of the small numbers in facts and roles.
        CREATE TABLE names (list TEXT, code INTEGER, name TEXT NOT NULL, PRIMARY KEY (list, code)) WITHOUT ROWID;

        CREATE TABLE facts (
            id INTEGER PRIMARY KEY,                            -- of all articles, in their order
            article INTEGER NOT NULL, sentence INTEGER NOT NULL, predicate TEXT NOT NULL,
            rule INTEGER NOT NULL, polarity INTEGER NOT NULL, modality INTEGER NOT NULL, attribution INTEGER NOT NULL,
            within INTEGER,                                    -- the fact that says it
            start INTEGER NOT NULL, length INTEGER NOT NULL    -- the words that state it
        );

        -- The roles of a fact stand side by side.
        CREATE TABLE roles (
            id INTEGER PRIMARY KEY,                            -- 256 * fact + position
            role INTEGER NOT NULL, marker TEXT, start INTEGER NOT NULL, length INTEGER NOT NULL, entity INTEGER
        );
        """

    static let views = """
        CREATE VIEW fact_list AS
            SELECT f.article, a.publisher, a.date, f.sentence, f.id AS fact, f.predicate, p.name AS polarity, m.name AS modality,
                f.attribution, f.within, CAST(substr(CAST(a.text AS BLOB), f.start + 1, f.length) AS TEXT) AS cue
            FROM facts f JOIN articles a ON a.number = f.article
                JOIN names p ON p.list = 'polarity' AND p.code = f.polarity
                JOIN names m ON m.list = 'modality' AND m.code = f.modality;

        CREATE VIEW role_list AS
            SELECT f.article, f.id AS fact, n.name AS role, r.marker,
                CAST(substr(CAST(a.text AS BLOB), r.start + 1, r.length) AS TEXT) AS text, e.name AS entity
            FROM facts f JOIN articles a ON a.number = f.article
                JOIN roles r ON r.id BETWEEN 256 * f.id AND 256 * f.id + 255
                JOIN names n ON n.list = 'role' AND n.code = r.role
                LEFT JOIN entities e ON e.id = r.entity;

        CREATE VIEW statements AS
            SELECT f.article, a.publisher, a.date, f.sentence,
                coalesce(e.name, CAST(substr(CAST(a.text AS BLOB), s.start + 1, s.length) AS TEXT)) AS source,
                CAST(substr(CAST(a.text AS BLOB), f.start + 1, f.length) AS TEXT) AS cue,
                CAST(substr(CAST(a.text AS BLOB), c.start + 1, c.length) AS TEXT) AS content,
                f.id AS fact, f.within
            FROM facts f JOIN articles a ON a.number = f.article
                JOIN roles s ON s.id BETWEEN 256 * f.id AND 256 * f.id + 255
                    AND s.role = (SELECT code FROM names WHERE list = 'role' AND name = 'agent')
                JOIN roles c ON c.id BETWEEN 256 * f.id AND 256 * f.id + 255
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

    /// Tables of which all rows come from the articles.
    static let articleTables = ["articles", "analyses", "sentences", "mentions", "facts", "roles", "copies"]

    /// How many roles of a fact the tables have room for.
    static let rolesOfFact = 256

    /// Makes tables of an earlier version those of this one. What they said of articles goes: the texts stay, to be
    /// analysed again.
    static let upgrade = """
        DROP VIEW fact_list; DROP VIEW role_list; DROP VIEW statements; DROP VIEW sentence_list; DROP VIEW entity_list;
        DROP TABLE sentences; DROP TABLE mentions; DROP TABLE facts; DROP TABLE roles; DROP TABLE entities;
        ALTER TABLE analyses RENAME TO old_analyses;
        ALTER TABLE articles RENAME TO old_articles;
        ALTER TABLE copies RENAME TO old_copies;
        ALTER TABLE properties RENAME TO old_properties;
        DROP TABLE state; DROP TABLE names;
        \(tables)
        INSERT INTO articles SELECT * FROM old_articles;
        INSERT INTO analyses SELECT article, layout, x'', x'', x'', 0 FROM old_analyses;
        INSERT INTO copies SELECT * FROM old_copies;
        INSERT INTO properties SELECT * FROM old_properties WHERE name = 'generation';
        DROP TABLE old_analyses; DROP TABLE old_articles; DROP TABLE old_copies; DROP TABLE old_properties;
        \(views)
        PRAGMA user_version = \(version);
        """
}
