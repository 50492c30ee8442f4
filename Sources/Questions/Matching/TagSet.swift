import Language

/// Part-of-speech tags as bits: asked for every word of a question.
struct TagSet {
    private let bits: UInt64

    init(_ tags: [UniversalTag]) { bits = tags.reduce(0) { $0 | 1 << UInt64($1.rawValue) } }
    init(_ tags: [PennTag]) { bits = tags.reduce(0) { $0 | 1 << UInt64($1.rawValue) } }

    func contains(_ tag: UniversalTag) -> Bool { bits & 1 << UInt64(tag.rawValue) != 0 }
    func contains(_ tag: PennTag) -> Bool { bits & 1 << UInt64(tag.rawValue) != 0 }
}
