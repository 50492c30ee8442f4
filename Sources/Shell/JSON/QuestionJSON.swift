import Facts
import Questions

extension QuestionReader.Outcome {
    /// How a question was read, as one JSON object.
    func json(_ question: String) -> JSONValue {
        let status: String
        var misreading: QuestionParser.Misreading?
        switch result {
        case .understood: status = "understood"
        case .ambiguous: status = "ambiguous"
        case .misunderstood(let found):
            status = "not-understood"
            misreading = found
        }
        var members: [JSONValue.Member] = [.init("question", .string(question)), .init("status", .string(status))]
        if !corrections.isEmpty { members.append(.init("read", .array(corrections.map { .string($0.read) }))) }
        if let misreading {
            members.append(.init("start", .integer(misreading.range.lowerBound)))
            members.append(.init("end", .integer(misreading.range.upperBound)))
            members.append(.init("expected", .array(misreading.expected.map(JSONValue.string))))
            members.append(.init("suggestions", .array(misreading.suggestions.map(JSONValue.string))))
        }
        members.append(.init("readings", .array(readings.prefix(3).map { $0.question.json })))
        return .object(members)
    }
}

extension Question {
    /// The pattern as one JSON object.
    var json: JSONValue {
        var name: String?
        if case .verb(let lemma, _) = predicate { name = lemma } else if case .be = predicate { name = "be" }
        return .object([
            .init("shape", .string(shape)),
            .init("use", .string(use.rawValue)),
            .init("pattern", .string(description)),
            .init("predicate", .optional(name)),
            .init("arguments", .array(arguments.map(\.json))),
            .init("negated", .bool(isNegated)),
            .init("modality", .string(modality.rawValue)),
            .init("filters", .array(filterDescriptions.map(JSONValue.string))),
        ])
    }
}

extension Argument {
    fileprivate var json: JSONValue {
        let (kind, words): (String, [String]) =
            switch filling {
            case .hole(_, let noun): ("hole", [noun?.text].compactMap { $0 })
            case .name(let phrase): ("name", phrase.parts.isEmpty ? [phrase.text] : phrase.parts.map(\.text))
            case .words(let phrase): ("words", [phrase.text])
            case .choice(let phrases): ("words", phrases.map(\.text))
            }
        var members: [JSONValue.Member] = [
            .init("role", .string(label)), .init("filling", .string(kind)),
            .init("words", .array(words.map(JSONValue.string))),
            .init("excluded", .bool(isExcluded)),
        ]
        if case .hole(let limit?, _) = filling { members.append(.init("kind", .string(limit))) }
        return .object(members)
    }
}
