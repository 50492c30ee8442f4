import Articles
import Facts

/// Writes articles into the tables.
struct ArticleWriting {
    private let article: Statement
    private let analysis: Statement
    private let sentence: Statement
    private let mention: Statement
    private let fact: Statement
    private let role: Statement

    init(_ database: Database) throws(DatabaseError) {
        article = try database.prepare("INSERT INTO articles VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        analysis = try database.prepare("INSERT INTO analyses VALUES (?, ?, ?, ?, ?, ?, ?)")
        sentence = try database.prepare("INSERT INTO sentences VALUES (?, ?, ?, ?)")
        mention = try database.prepare("INSERT OR IGNORE INTO mentions VALUES (?, ?, ?, ?)")
        fact = try database.prepare("INSERT INTO facts VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        role = try database.prepare("INSERT INTO roles VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
    }

    func write(_ store: FactStore, _ index: Int) throws(DatabaseError) {
        let stored = store.articles[index]
        let number = index + 1
        let source = stored.article
        try article.run(
            .integer(number), .text(source.id), .text(source.title), .optional(source.byline),
            .optional(source.publisher),
            .optional(source.date), .optional(source.published), .optional(source.url), .optional(source.language),
            .text(source.format.rawValue), .optional(source.path), source.stamp.map { .integer($0.size) } ?? .null,
            source.stamp.map { .integer($0.time) } ?? .null, .utf8(source.text))
        let packed = PackedArticle(stored)
        let layout = ArticleLayout.bytes(of: source)
        try analysis.run(
            .integer(number), .blob(layout), .blob(packed.document.bytes), .blob(packed.facts.bytes),
            .blob(packed.entities),
            .blob(packed.words), .integer(Self.checksum(source.text, layout, packed)))
        try writeTables(store, stored, number)
    }

    static func checksum(_ text: [UInt8], _ layout: [UInt8], _ packed: PackedArticle) -> Int {
        Checksum.of([text, layout, packed.document.bytes, packed.facts.bytes, packed.entities, packed.words])
    }

    /// What people query.
    private func writeTables(_ store: FactStore, _ stored: StoredArticle, _ number: Int) throws(DatabaseError) {
        let document = stored.document
        func span(_ tokens: Range<Int>) -> (Statement.Value, Statement.Value) {
            let bytes = document.byteRange(tokens)
            return (.integer(bytes.lowerBound), .integer(bytes.count))
        }
        for (index, value) in document.sentences.enumerated() {
            let (start, length) = span(value.tokens)
            try sentence.run(.integer(number), .integer(index + 1), start, length)
        }
        for run in stored.entityRuns {
            let (start, length) = span(run.tokens)
            try mention.run(.integer(number), start, length, .integer(Int(run.entity)))
        }
        for (index, id) in stored.facts.enumerated() {
            let value = store.facts[id].fact
            let (start, length) = span(value.cue)
            try fact.run(
                .integer(number), .integer(index + 1), .integer(value.sentence + 1), .text(value.predicate),
                .integer(Self.code(value.rule)), .integer(Self.code(value.polarity)),
                .integer(Self.code(value.modality)),
                .integer(value.isAttribution ? 1 : 0), value.within.map { .integer($0 + 1) } ?? .null, start, length)
            for (position, part) in value.roles.enumerated() {
                let (start, length) = span(part.tokens)
                let entity = stored.entityOfToken[part.head]
                try role.run(
                    .integer(number), .integer(index + 1), .integer(position), .integer(Self.code(part.kind)),
                    part.marker.isEmpty ? .null : .text(part.marker), start, length,
                    entity >= 0 ? .integer(Int(entity)) : .null)
            }
        }
    }

    private static func code<Value: CaseIterable & Equatable>(_ value: Value) -> Int {
        for (code, other) in Value.allCases.enumerated() where other == value { return code }
        return 0
    }
}
