import Answers

extension Reply {
    /// The reply as one JSON object; the same reply gives the same bytes.
    var json: JSONValue {
        var members: [JSONValue.Member] = [
            .init("question", .string(question)),
            .init("status", .string(status.rawValue)),
            .init("pattern", .optional(pattern)),
            .init("answers", .array(answers.map(\.json))),
            .init("message", .optional(message)),
        ]
        if !isComplete { members.append(.init("complete", .bool(false))) }
        if !readings.isEmpty { members.append(.init("readings", .array(readings.map(JSONValue.string)))) }
        return .object(members)
    }
}

extension Answer {
    fileprivate var json: JSONValue {
        .object(
            [
                JSONValue.Member("text", .string(text)),
                .init("kind", .string(kind.rawValue)),
                .init("source", .optional(source)),
                .init("via", .array(via.map(JSONValue.string))),
                .init("cue", .optional(cue)),
                .init("polarity", .string(polarity.rawValue)),
                .init("modality", .string(modality.rawValue)),
                .init("score", .number(score)),
                .init("evidence", .array(evidence.map(\.json))),
            ] + (glosses.isEmpty ? [] : [.init("glosses", .array(glosses.map(\.json)))])
                + (section.map { [.init("section", .string($0))] } ?? []))
    }
}

extension Gloss {
    fileprivate var json: JSONValue {
        .object([
            .init("start", .integer(range.lowerBound)),
            .init("end", .integer(range.upperBound)),
            .init("meaning", .string(meaning)),
        ])
    }
}

extension Evidence {
    fileprivate var json: JSONValue {
        .object([
            .init("article", .string(article)),
            .init("title", .string(title)),
            .init("number", .integer(number)),
            .init("sentence", .string(sentence)),
            .init("start", .integer(start)),
            .init("end", .integer(end)),
        ])
    }
}
