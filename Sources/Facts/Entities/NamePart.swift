/// Words that may be a name or a part of one.
public struct NamePart {
    private let words: [UInt8]

    /// - Parameter words: In lower case.
    public init(_ words: [String]) {
        self.words = Array(words.joined(separator: " ").utf8)
    }

    /// Whether some form of an entity's name has the words.
    public func isPart(of id: Entity.ID, in entities: EntityTable) -> Bool {
        let kind = entities.kind(of: id)
        return entities.aliases(of: id).contains { isPart(of: $0, kind: kind) }
    }

    /// Whether the words are the whole, the beginning or the end of a person's name, or stand anywhere in one of another kind.
    public func isPart(of alias: String, kind: Entity.Kind) -> Bool {
        var alias = alias
        return alias.withUTF8 { name in
            guard !words.isEmpty, words.count <= name.count else { return false }
            for start in 0...name.count - words.count {
                let end = start + words.count
                let isWhole = (start == 0 || name[start - 1] == 32) && (end == name.count || name[end] == 32)
                guard isWhole, kind != .person || start == 0 || end == name.count else { continue }
                if words.elementsEqual(name[start..<end]) { return true }
            }
            return false
        }
    }
}
