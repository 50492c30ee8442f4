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
        analysis = try database.prepare("INSERT INTO analyses VALUES (?, ?, ?, ?, ?, ?)")
        sentence = try database.prepare("INSERT INTO sentences VALUES (?, ?, ?, ?, ?)")
        mention = try database.prepare("INSERT INTO mentions VALUES (NULL, ?, ?, ?, ?)")
        fact = try database.prepare("INSERT INTO facts VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        role = try database.prepare("INSERT INTO roles VALUES (?, ?, ?, ?, ?, ?)")
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
        let packed = stored.packed
        let layout = ArticleLayout.bytes(of: source)
        try analysis.run(
            .integer(number), .blob(layout), .blob(packed.document.bytes), .blob(packed.facts.bytes),
            .blob(packed.references.bytes), .integer(Self.checksum(source.text, layout, packed)))
        try writeTables(store, stored, number)
    }

    static func checksum(_ text: [UInt8], _ layout: [UInt8], _ packed: PackedArticle) -> Int {
        Checksum.of([text, layout, packed.document.bytes, packed.facts.bytes, packed.references.bytes])
    }

    /// What people query.
    private func writeTables(_ store: FactStore, _ stored: StoredArticle, _ number: Int) throws(DatabaseError) {
        let (document, entityOfToken) = stored.passing
        func span(_ tokens: Range<Int>) -> (Statement.Value, Statement.Value) {
            let bytes = document.byteRange(tokens)
            return (.integer(bytes.lowerBound), .integer(bytes.count))
        }
        for (index, value) in document.sentences.enumerated() {
            let (start, length) = span(value.tokens)
            let id = Int(stored.sentences.lowerBound) + index + 1
            try sentence.run(.integer(id), .integer(number), .integer(index + 1), start, length)
        }
        for run in References.runs(in: entityOfToken) {
            let (start, length) = span(run.tokens)
            try mention.run(.integer(number), start, length, .integer(Int(run.entity)))
        }
        for (id, fact) in zip(stored.facts, store.facts.passing(article: number - 1)) {
            let (value, within) = (fact.fact, fact.within)
            let (start, length) = span(value.cue)
            try self.fact.run(
                .integer(id + 1), .integer(number), .integer(value.sentence + 1), .text(value.predicate),
                .integer(Self.code(value.rule)), .integer(Self.code(value.polarity)),
                .integer(Self.code(value.modality)),
                .integer(value.isAttribution ? 1 : 0), within.map { .integer($0 + 1) } ?? .null, start, length)
            for (position, part) in value.roles.prefix(Schema.rolesOfFact).enumerated() {
                let (start, length) = span(part.tokens)
                let entity = entityOfToken[part.head]
                try role.run(
                    .integer((id + 1) * Schema.rolesOfFact + position), .integer(Self.code(part.kind)),
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
