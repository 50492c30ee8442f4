import Articles
import Facts
import Language
import Packing

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A session on disk: the articles with their analyses and facts, in an SQLite database that opens without analysing again.
///
///     let file = try SessionFile(opening: "talks.hearsay")
///     let contents = try file.read(lexicon: lexicon)
///     try file.append(articlesOf: store, from: contents.store.articles.count)
public final class SessionFile {
    /// The file, as it was named.
    public let path: String
    /// Whether articles can be added.
    public private(set) var isWritable: Bool
    private let database: Database
    /// Goes up with each change, so that one by another program is noticed.
    private var generation = 0

    // MARK: Opening

    /// Opens a file that is there.
    public init(opening path: String) throws(SessionFileError) {
        self.path = path
        guard access(path, F_OK) == 0 else { throw SessionFileError(path: path, reason: .missing) }
        let canWrite = access(path, W_OK) == 0
        do throws(DatabaseError) {
            database = try Database(path: path, mode: canWrite ? .readWrite : .readOnly)
            isWritable = canWrite
            let id = try database.number("PRAGMA application_id")
            let version = try database.number("PRAGMA user_version")
            guard id == Schema.applicationID else { throw DatabaseError(code: 26, message: "") }
            if version > Schema.version { throw DatabaseError(code: -1, message: String(version)) }
            if version < Schema.version {
                guard canWrite else { throw DatabaseError(code: -3, message: String(version)) }
                try upgrade()
            }
            generation = try database.number("SELECT value FROM properties WHERE name = 'generation'")
        } catch {
            if error.code == -1 { throw SessionFileError(path: path, reason: .newer(Int(error.message) ?? 0)) }
            if error.code == -3 { throw SessionFileError(path: path, reason: .older(Int(error.message) ?? 0)) }
            throw SessionFileError(path: path, error)
        }
    }

    private func upgrade() throws(DatabaseError) {
        try database.transaction { () throws(DatabaseError) in
            try self.database.execute(Schema.upgrade)
            try self.writeNames()
        }
    }

    /// Makes a new file, under another name first, so that it is there whole or not at all.
    public static func create(_ path: String, store: FactStore, copies: [Copy]) throws(SessionFileError) -> SessionFile
    {
        let part = path + ".part-\(getpid())"
        unlink(part)
        do {
            let file = try SessionFile(creating: part)
            try file.append(articlesOf: store, from: 0, copies: copies)
            try file.finish()
        } catch {
            unlink(part)
            var error = error
            error.path = path
            throw error
        }
        guard rename(part, path) == 0 else {
            let why = String(cString: strerror(errno))
            unlink(part)
            throw SessionFileError(path: path, reason: .unreadable(why))
        }
        synchronizeFolder(of: path)
        return try SessionFile(opening: path)
    }

    private init(creating path: String) throws(SessionFileError) {
        self.path = path
        isWritable = true
        do throws(DatabaseError) {
            database = try Database(path: path, mode: .create)
            // Whoever is interrupted leaves a file that is thrown away.
            try database.execute("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA page_size = 65536")
            try database.execute("BEGIN")
            try database.execute(Schema.tables)
            try database.execute(Schema.views)
            try database.execute(
                "PRAGMA application_id = \(Schema.applicationID); PRAGMA user_version = \(Schema.version)")
            try database.execute("INSERT INTO properties VALUES ('generation', '0')")
            try writeNames()
            try database.execute("COMMIT")
        } catch {
            throw SessionFileError(path: path, error)
        }
    }

    /// Makes what was written last, and lets several programs use it.
    private func finish() throws(SessionFileError) {
        do throws(DatabaseError) {
            try database.execute("PRAGMA journal_mode = WAL; PRAGMA wal_checkpoint(TRUNCATE)")
        } catch {
            throw SessionFileError(path: path, error)
        }
        let descriptor = systemOpen(path)
        if descriptor >= 0 {
            fsync(descriptor)
            close(descriptor)
        }
    }

    private static func synchronizeFolder(of path: String) {
        let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
        let descriptor = systemOpen(folder)
        guard descriptor >= 0 else { return }
        fsync(descriptor)
        close(descriptor)
    }

    // MARK: Writing

    /// Another outlet that printed an article.
    public struct Copy: Sendable, Equatable {
        /// The number of the article that is loaded.
        public var article: Int
        public var id: String
        public var publisher: String?
        public var path: String?

        public init(article: Int, id: String, publisher: String?, path: String?) {
            self.article = article
            self.id = id
            self.publisher = publisher
            self.path = path
        }
    }

    /// Adds the articles of a store from an index on, in one transaction.
    public func append(articlesOf store: FactStore, from start: Int, copies: [Copy]) throws(SessionFileError) {
        try write { () throws(DatabaseError) in
            try self.insert(store, from: start, copies)
        }
    }

    /// Puts the articles of a store in place of those in the file, in one transaction.
    public func replace(by store: FactStore, copies: [Copy]) throws(SessionFileError) {
        try write { () throws(DatabaseError) in
            for table in Schema.articleTables { try self.database.execute("DELETE FROM \(table)") }
            try self.insert(store, from: 0, copies)
        }
    }

    private func write(_ body: () throws(DatabaseError) -> Void) throws(SessionFileError) {
        guard isWritable else { throw SessionFileError(path: path, reason: .readOnly) }
        do throws(DatabaseError) {
            try database.transaction { () throws(DatabaseError) in
                guard
                    try self.database.number("SELECT value FROM properties WHERE name = 'generation'")
                        == self.generation
                else {
                    throw DatabaseError(code: -2, message: "")
                }
                try body()
                try self.database.execute(
                    "UPDATE properties SET value = '\(self.generation + 1)' WHERE name = 'generation'")
            }
            generation += 1
        } catch {
            if error.code == -2 { throw SessionFileError(path: path, reason: .changedByOther) }
            throw SessionFileError(path: path, error)
        }
    }

    /// Lets the file grow no further, as on a disk that is full; for tests.
    func limitPages() {
        try? database.execute("PRAGMA max_page_count = 1")
    }

    private func insert(_ store: FactStore, from start: Int, _ copies: [Copy]) throws(DatabaseError) {
        let writer = try ArticleWriting(database)
        for index in store.articles.indices.dropFirst(start) { try writer.write(store, index) }
        try database.execute("DELETE FROM copies; DELETE FROM entities; DELETE FROM state")
        let copy = try database.prepare("INSERT INTO copies VALUES (?, ?, ?, ?)")
        for other in copies {
            try copy.run(.integer(other.article), .text(other.id), .optional(other.publisher), .optional(other.path))
        }
        let entity = try database.prepare("INSERT INTO entities VALUES (?, ?, ?, ?)")
        for (id, value) in store.entities.entities.enumerated() {
            try entity.run(
                .integer(id), .text(value.name), .text(Self.name(value.kind)), .optional(value.descriptions.first?.text)
            )
        }
        let snapshot = store.snapshot
        let state = try database.prepare("INSERT INTO state VALUES (?, ?, ?)")
        let parts = [
            ("vocabulary", snapshot.vocabulary), ("entities", snapshot.entities), ("index", snapshot.index),
        ]
        for (name, bytes) in parts {
            try state.run(.text(name), .blob(bytes), .integer(Checksum.of([bytes])))
        }
        let property = try database.prepare("INSERT OR REPLACE INTO properties VALUES (?, ?)")
        try property.run(.text("analysis"), .text(PackedDocument.signature))
        try property.run(.text("facts"), .text(PackedFacts.signature(store.lexicon)))
    }

    private func writeNames() throws(DatabaseError) {
        let name = try database.prepare("INSERT INTO names VALUES (?, ?, ?)")
        func write(_ list: String, _ names: [String]) throws(DatabaseError) {
            for (code, value) in names.enumerated() { try name.run(.text(list), .integer(code), .text(value)) }
        }
        try write("rule", Rule.allCases.map(\.rawValue))
        try write("polarity", Polarity.allCases.map(\.rawValue))
        try write("modality", Modality.allCases.map(\.rawValue))
        try write("role", Role.Kind.allCases.map(\.rawValue))
    }

    static func name(_ kind: Entity.Kind) -> String {
        switch kind {
        case .person: "person"
        case .organization: "organization"
        case .place: "place"
        case .nationality: "nationality"
        case .other: "other"
        case .unnamed: "unnamed"
        }
    }

    // MARK: Reading

    /// What is in a file.
    public struct Contents: Sendable {
        /// Whether what the file holds can be used as it is.
        public enum State: Equatable, Sendable {
            /// All is there.
            case whole
            /// Facts were extracted anew from the stored analysis, since the grammar or the program changed.
            case factsRenewed
            /// The articles have to be analysed again, since the program changed: `articles` has them.
            case stale
            /// Part of it could not be read: articles that are lost, of how many.
            case damaged(lost: Int, of: Int)
        }

        public var store: FactStore
        /// The articles to be analysed, where the state is `.stale`.
        public var articles: [Article] = []
        public var copies: [Copy] = []
        public var state: State
    }

    /// What the tables hold, before it is made a store.
    public struct Rows: Sendable {
        let reading: ArticleReading.Rows
    }

    /// Reads the tables; a thread of its own can do this while the lexicon is read.
    public func rows() throws(SessionFileError) -> Rows {
        do throws(DatabaseError) {
            return Rows(reading: try ArticleReading(database).rows())
        } catch {
            throw SessionFileError(path: path, error)
        }
    }

    /// Reads the session, without language analysis. A damaged file is read as far as it goes, and cannot be written to any more.
    public func read(lexicon: Lexicon) throws(SessionFileError) -> Contents { read(try rows(), lexicon: lexicon) }

    /// The same of rows that were read before.
    public func read(_ rows: Rows, lexicon: Lexicon) -> Contents {
        let contents = rows.reading.contents(lexicon)
        if case .damaged = contents.state { isWritable = false }
        return contents
    }
}

private func systemOpen(_ path: String) -> Int32 { open(path, O_RDONLY | O_CLOEXEC) }
