import CSQLite

/// What SQLite says went wrong.
public struct DatabaseError: Error, Equatable, Sendable {
    /// SQLite's result code.
    public var code: Int32
    public var message: String

    var isBusy: Bool { code & 0xFF == SQLITE_BUSY || code & 0xFF == SQLITE_LOCKED }
    /// Whether the file is no database, or a damaged one.
    var isDamage: Bool { [SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_FORMAT].contains(code & 0xFF) }
    var isFull: Bool { code & 0xFF == SQLITE_FULL }
}

/// A connection to an SQLite database, used by one thread at a time.
final class Database {
    private let handle: OpaquePointer

    enum Mode { case readOnly, readWrite, create }

    init(path: String, mode: Mode) throws(DatabaseError) {
        var handle: OpaquePointer?
        let flags =
            switch mode {
            case .readOnly: SQLITE_OPEN_READONLY
            case .readWrite: SQLITE_OPEN_READWRITE
            case .create: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
            }
        let code = sqlite3_open_v2(path, &handle, flags | SQLITE_OPEN_NOMUTEX, nil)
        guard code == SQLITE_OK, let handle else {
            let message = handle.map { String(cString: sqlite3_errmsg($0)) } ?? "out of memory"
            sqlite3_close_v2(handle)
            throw DatabaseError(code: code, message: message)
        }
        self.handle = handle
        sqlite3_extended_result_codes(handle, 1)
        sqlite3_busy_timeout(handle, 5000)
    }

    deinit {
        sqlite3_close_v2(handle)
    }

    /// Runs statements that give no rows.
    func execute(_ sql: String) throws(DatabaseError) {
        let code = sqlite3_exec(handle, sql, nil, nil, nil)
        guard code == SQLITE_OK || code == SQLITE_ROW || code == SQLITE_DONE else { throw failure(code) }
    }

    func prepare(_ sql: String) throws(DatabaseError) -> Statement {
        var statement: OpaquePointer?
        let code = sqlite3_prepare_v2(handle, sql, -1, &statement, nil)
        guard code == SQLITE_OK, let statement else { throw failure(code) }
        return Statement(statement, of: self)
    }

    /// The first value of the first row, as a number.
    func number(_ sql: String) throws(DatabaseError) -> Int {
        let statement = try prepare(sql)
        return try statement.step() ? statement.integer(0) : 0
    }

    /// Does all of it or nothing.
    func transaction(_ body: () throws(DatabaseError) -> Void) throws(DatabaseError) {
        try execute("BEGIN IMMEDIATE")
        do throws(DatabaseError) {
            try body()
            try execute("COMMIT")
        } catch {
            try? execute("ROLLBACK")
            throw error
        }
    }

    fileprivate func failure(_ code: Int32) -> DatabaseError {
        DatabaseError(code: code, message: String(cString: sqlite3_errmsg(handle)))
    }
}

/// A statement of a database, its values bound by their positions from 1, its columns read by theirs from 0.
final class Statement {
    private let handle: OpaquePointer
    private let database: Database

    fileprivate init(_ handle: OpaquePointer, of database: Database) {
        self.handle = handle
        self.database = database
    }

    deinit {
        sqlite3_finalize(handle)
    }

    /// Goes to the next row; false after the last.
    func step() throws(DatabaseError) -> Bool {
        switch sqlite3_step(handle) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        case let code: throw database.failure(code)
        }
    }

    /// Runs it with these values, and makes it ready for the next.
    func run(_ values: Value...) throws(DatabaseError) {
        for (index, value) in values.enumerated() { try bind(value, at: Int32(index + 1)) }
        _ = try step()
        sqlite3_reset(handle)
        sqlite3_clear_bindings(handle)
    }

    enum Value {
        case null
        case integer(Int)
        case text(String)
        /// UTF-8.
        case utf8([UInt8])
        case blob([UInt8])

        static func optional(_ text: String?) -> Value { text.map(Value.text) ?? .null }
    }

    func bind(_ value: Value, at index: Int32) throws(DatabaseError) {
        // The bytes are copied, for nobody keeps them until the step.
        let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
        let code: Int32 =
            switch value {
            case .null: sqlite3_bind_null(handle, index)
            case .integer(let number): sqlite3_bind_int64(handle, index, Int64(number))
            case .text(let text):
                text.utf8.withContiguousStorageIfAvailable { bytes in
                    bytes.withMemoryRebound(to: CChar.self) {
                        sqlite3_bind_text64(
                            handle, index, $0.baseAddress ?? Self.nothing, UInt64($0.count), copied, UInt8(SQLITE_UTF8))
                    }
                } ?? bind(Array(text.utf8), at: index, copied)
            case .utf8(let bytes): bind(bytes, at: index, copied)
            case .blob(let bytes):
                bytes.withUnsafeBytes {
                    $0.isEmpty
                        ? sqlite3_bind_zeroblob(handle, index, 0)
                        : sqlite3_bind_blob64(handle, index, $0.baseAddress, UInt64($0.count), copied)
                }
            }
        guard code == SQLITE_OK else { throw database.failure(code) }
    }

    private nonisolated(unsafe) static let nothing: UnsafePointer<CChar> = {
        let empty = UnsafeMutablePointer<CChar>.allocate(capacity: 1)
        empty.pointee = 0
        return UnsafePointer(empty)
    }()

    private func bind(_ bytes: [UInt8], at index: Int32, _ copied: sqlite3_destructor_type) -> Int32 {
        bytes.withUnsafeBytes { raw in
            raw.withMemoryRebound(to: CChar.self) {
                sqlite3_bind_text64(
                    handle, index, $0.baseAddress ?? Self.nothing, UInt64($0.count), copied, UInt8(SQLITE_UTF8))
            }
        }
    }

    // MARK: Columns of the row

    func integer(_ column: Int32) -> Int { Int(sqlite3_column_int64(handle, column)) }

    func text(_ column: Int32) -> String? {
        guard sqlite3_column_type(handle, column) != SQLITE_NULL else { return nil }
        guard let start = sqlite3_column_blob(handle, column) else { return "" }
        let bytes = UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column)))
        return String(decoding: bytes, as: UTF8.self)
    }

    func bytes(_ column: Int32) -> [UInt8] {
        // Blobs and texts are read alike; asking for the address first settles the type.
        guard let start = sqlite3_column_blob(handle, column) else { return [] }
        return Array(UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column))))
    }
}
