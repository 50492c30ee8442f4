import Answers
import Facts
import Storage

/// What is exported.
public enum ExportContent: String, Sendable, CaseIterable {
    case facts, statements, entities
}

/// How it is written.
public enum ExportFormat: String, Sendable, CaseIterable {
    case jsonl, csv
    /// A session file, with all of it.
    case sqlite
}

/// Writes facts, statements or entities for other programs.
struct Export {
    let store: FactStore

    /// The lines, one after the other.
    func lines(_ content: ExportContent, _ format: ExportFormat) -> some Sequence<String> {
        switch content {
        case .facts: lines(store.facts.indices.map(\.self), format, json: factJSON, Self.factHeader, factRow)
        case .statements:
            lines(
                store.facts.indices.filter(isStatement), format, json: statementJSON, Self.statementHeader, statementRow
            )
        case .entities: lines(entities, format, json: entityJSON, Self.entityHeader, entityRow)
        }
    }

    private func lines(
        _ ids: [Int], _ format: ExportFormat, json: @escaping (Int) -> JSONValue, _ header: [String],
        _ row: @escaping (Int) -> [String]
    ) -> AnySequence<String> {
        if format == .jsonl { return AnySequence(ids.lazy.map { json($0).encoded + "\n" }) }
        return AnySequence([[ReplyTable.csv(header)], ids.map { ReplyTable.csv(row($0)) }].lazy.joined())
    }

    // MARK: Facts

    private func factJSON(_ id: Int) -> JSONValue { FactJSON(store, id).value }

    private static let factHeader = [
        "article", "publisher", "date", "sentence", "fact", "predicate", "polarity", "modality", "cue", "agent",
        "theme", "recipient",
        "topic", "time", "place", "reason", "within",
    ]

    private func factRow(_ id: Int) -> [String] {
        let stored = store.facts[id]
        let article = store.articles[stored.article]
        let kinds: [Role.Kind] = [.agent, .theme, .recipient, .topic, .time, .place, .reason]
        return [
            article.article.id, article.article.publisher ?? "", article.article.date ?? "",
            String(stored.fact.sentence + 1), String(id),
            stored.fact.predicate, stored.fact.polarity.rawValue, stored.fact.modality.rawValue,
            article.document.string(stored.fact.cue),
        ] + kinds.map { kind in stored.fact.role(kind).map { article.document.string($0.tokens) } ?? "" }
            + [stored.within.map(String.init) ?? ""]
    }

    // MARK: Statements

    private func isStatement(_ id: Int) -> Bool {
        let fact = store.facts[id].fact
        return fact.isAttribution && fact.role(.agent) != nil && fact.role(.theme) != nil
    }

    /// Who says it, by the fullest name; the sources that report it, outermost last.
    private func statement(_ id: Int) -> (source: String, via: [String]) {
        var via: [String] = []
        var outer = store.facts[id].within
        while let next = outer, via.count < 16 {
            if let name = source(next) { via.append(name) }
            outer = store.facts[next].within
        }
        return (source(id) ?? "", via)
    }

    private func source(_ id: Int) -> String? {
        let stored = store.facts[id]
        let article = store.articles[stored.article]
        guard let agent = stored.fact.role(.agent) else { return nil }
        let entity = article.entityOfToken[agent.head]
        return entity >= 0 ? store.entities[entity].name : article.document.string(agent.tokens)
    }

    private static let statementHeader = [
        "article", "publisher", "date", "sentence", "fact", "source", "via", "cue", "content", "polarity", "modality",
        "start", "end",
    ]

    private func statementRow(_ id: Int) -> [String] {
        let stored = store.facts[id]
        let article = store.articles[stored.article]
        let (source, via) = statement(id)
        let content = stored.fact.role(.theme)?.tokens ?? 0..<0
        let bytes = article.document.byteRange(content)
        return [
            article.article.id, article.article.publisher ?? "", article.article.date ?? "",
            String(stored.fact.sentence + 1), String(id),
            source, via.joined(separator: "; "), article.document.string(stored.fact.cue),
            article.document.string(content),
            stored.fact.polarity.rawValue, stored.fact.modality.rawValue,
            String(article.article.offset(inFile: bytes.lowerBound)),
            String(article.article.endInFile(of: bytes)),
        ]
    }

    private func statementJSON(_ id: Int) -> JSONValue {
        let stored = store.facts[id]
        let article = store.articles[stored.article]
        let (source, via) = statement(id)
        let content = stored.fact.role(.theme)?.tokens ?? 0..<0
        let bytes = article.document.byteRange(content)
        return .object([
            .init("article", .string(article.article.id)), .init("publisher", .optional(article.article.publisher)),
            .init("date", .optional(article.article.date)), .init("sentence", .integer(stored.fact.sentence + 1)),
            .init("fact", .integer(id)), .init("source", .string(source)),
            .init("via", .array(via.map(JSONValue.string))),
            .init("cue", .string(article.document.string(stored.fact.cue))),
            .init("content", .string(article.document.string(content))),
            .init("polarity", .string(stored.fact.polarity.rawValue)),
            .init("modality", .string(stored.fact.modality.rawValue)),
            .init("start", .integer(article.article.offset(inFile: bytes.lowerBound))),
            .init("end", .integer(article.article.endInFile(of: bytes))),
        ])
    }

    // MARK: Entities

    /// Those that are named, most often named first.
    private var entities: [Int] {
        store.entities.entities.indices.filter { !store.entities.entities[$0].mentions.isEmpty }.sorted {
            let (first, second) = (store.entities.entities[$0], store.entities.entities[$1])
            return (second.mentions.count, $0) < (first.mentions.count, $1)
        }
    }

    private static let entityHeader = [
        "id", "name", "kind", "mentions", "articles", "aliases", "descriptions", "speaks_for",
    ]

    private func entityRow(_ id: Int) -> [String] {
        let entity = store.entities.entities[id]
        return [
            String(id), entity.name, kind(entity), String(entity.mentions.count),
            String(Set(entity.mentions.map(\.article)).count),
            entity.aliases.sorted().joined(separator: "; "), entity.descriptions.map(\.text).joined(separator: "; "),
            entity.affiliations.sorted().map { store.entities[$0].name }.joined(separator: "; "),
        ]
    }

    private func entityJSON(_ id: Int) -> JSONValue {
        let entity = store.entities.entities[id]
        func list(_ texts: [String]) -> JSONValue { .array(texts.map(JSONValue.string)) }
        return .object([
            .init("id", .integer(id)), .init("name", .string(entity.name)), .init("kind", .string(kind(entity))),
            .init("mentions", .integer(entity.mentions.count)),
            .init("articles", .integer(Set(entity.mentions.map(\.article)).count)),
            .init("aliases", list(entity.aliases.sorted())),
            .init("descriptions", list(entity.descriptions.map(\.text))),
            .init("speaks_for", list(entity.affiliations.sorted().map { store.entities[$0].name })),
        ])
    }

    private func kind(_ entity: Entity) -> String {
        switch entity.kind {
        case .person: "person"
        case .organization: "organization"
        case .place: "place"
        case .nationality: "nationality"
        case .other: "other"
        case .unnamed: "unnamed"
        }
    }
}
