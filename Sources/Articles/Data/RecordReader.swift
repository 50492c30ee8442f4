/// Makes articles of the records of an export: JSON objects, rows of a table.
struct RecordReader {
    var fields = FieldMap()

    /// The story of a row.
    ///
    /// - Throws: `.noTextField` where no column holds the text.
    func story(_ row: [String], columns: [String]) throws(ArticleError.Reason) -> Story {
        func value(_ field: ArticleField) -> String? {
            guard let index = fields.index(of: field, among: columns), index < row.count else { return nil }
            let value = row[index].trimmingSpace
            return value.isEmpty ? nil : value
        }
        guard fields.index(of: .text, among: columns) != nil else { throw .noTextField(columns) }
        var story = Story(
            id: value(.id), title: value(.title), byline: value(.byline), publisher: value(.publisher),
            date: value(.date),
            url: value(.url), language: value(.language))
        story.append(textOrHTML: value(.text) ?? "")
        return story
    }

    /// The story of a JSON object.
    func story(_ record: JSONInput) throws(ArticleError.Reason) -> Story {
        guard case .object(let members) = Self.flat(record, fields) else {
            throw .malformed("JSON", "an article is an object: {\"title\": ..., \"text\": ...}")
        }
        let names = members.map(\.key)
        func value(_ field: ArticleField) -> JSONInput? {
            guard let index = fields.index(of: field, among: names), members[index].value != .null else { return nil }
            return members[index].value
        }
        func name(_ field: ArticleField) -> String? {
            guard let value = value(field) else { return nil }
            if let text = value.text { return text.isEmpty ? nil : text }
            let names = value.names
            return names.isEmpty ? nil : names.joined(separator: ", ")
        }
        /// A title may have entities of HTML where its object says that it was rendered.
        func title() -> String? {
            guard let text = name(.title), value(.title)?["rendered"] != nil else { return name(.title) }
            return HTMLFragment.paragraphs(of: text).map(\.text).joined(separator: " ")
        }
        guard let text = value(.text) else {
            guard fields.index(of: .text, among: names) == nil else { throw .empty }
            throw .noTextField(names)
        }
        var story = Story(
            id: name(.id), title: title(), byline: name(.byline), publisher: name(.publisher), date: name(.date),
            url: name(.url), language: name(.language))
        // A list holds a paragraph each.
        let paragraphs = text.texts
        if paragraphs.isEmpty, let inner = text["html"] ?? text["text"] ?? text["value"] ?? text["rendered"],
            let text = inner.text
        {
            story.append(textOrHTML: text)
        }
        for paragraph in paragraphs { story.append(textOrHTML: paragraph) }
        return story
    }

    /// A record of which the text stands one level deeper, with what stands there beside the rest: Elasticsearch's `_source`,
    /// the Guardian's `fields`.
    private static func flat(_ record: JSONInput, _ fields: FieldMap) -> JSONInput {
        guard case .object(let members) = record, fields.index(of: .text, among: members.map(\.key)) == nil else {
            return record
        }
        for name in ["_source", "fields", "attributes", "article"] {
            guard case .object(let inner)? = record[name], fields.index(of: .text, among: inner.map(\.key)) != nil
            else {
                continue
            }
            return .object(inner + members.filter { $0.key != name })
        }
        return record
    }

    /// The records in a JSON file: the value itself, a list, or the list that stands under one of its keys.
    static func records(of value: JSONInput) -> [JSONInput] {
        switch value {
        case .array(let elements): return elements
        case .object(let members):
            if members.contains(where: { FieldMap.field(named: $0.key) == .text }) { return [value] }
            for name in [
                "articles", "items", "results", "docs", "data", "stories", "news", "entries", "posts", "records",
                "documents",
            ] {
                if let list = value[name] {
                    if case .array(let elements) = list { return elements }
                    if case .object = list { return records(of: list) }
                }
            }
            // Solr, the Guardian's: {"response": {"docs": [...]}}; Elasticsearch: {"hits": {"hits": [{"_source": ...}]}}.
            if let response = value["response"] { return records(of: response) }
            if let hits = value["hits"] {
                if case .array(let elements) = hits { return elements.map { $0["_source"] ?? $0 } }
                return records(of: hits)
            }
            return [value]
        default: return [value]
        }
    }
}
