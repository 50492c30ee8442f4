/// Mentions in the notation of GUM's `Entity=`: `(3-person-2` opens a mention of entity 3, `3)` closes it, `(4-place-1)` does both.
///
/// What stands between the hyphens is told by `# global.Entity`; read are the number of the entity (`GRP`), its type
/// (`etype`) and the place of the head among the words of the mention (`minspan`; the first, where there are several).
package struct EntityBrackets {
    /// The fields that are written.
    static let format = "GRP-etype-minspan"

    // MARK: Writing

    private var opening: [Int: String] = [:]
    private var single: [Int: String] = [:]
    private var closing: [Int: String] = [:]

    /// The value of `Entity=` at a token; nil for none.
    subscript(token: Int) -> String? {
        let (opening, single, closing) = (opening[token] ?? "", single[token] ?? "", closing[token] ?? "")
        let marks = closing.isEmpty ? opening + single : single + closing + opening
        return marks.isEmpty ? nil : marks
    }

    /// The chains of a document, and names that are in none.
    init(_ document: Document) {
        var mentions: [(mention: Mention, group: Int, type: String)] = []
        var named = Set<Int>()
        var number = 0
        let kinds = Dictionary(
            document.entities.flatMap { entity in entity.tokens.map { ($0, entity.kind) } },
            uniquingKeysWith: { first, _ in first })
        for chain in document.chains {
            number += 1
            let type = Self.type(of: chain, in: document, kinds)
            for mention in chain {
                mentions.append((mention, number, type))
                named.formUnion(mention.tokens)
            }
        }
        for entity in document.entities where entity.kind.isNamed && !entity.tokens.contains(where: named.contains) {
            number += 1
            let head = entity.tokens.first { token in
                document.head(of: token).map { !entity.tokens.contains($0) } ?? true
            }
            let mention = Mention(tokens: entity.tokens, head: head ?? entity.tokens.lowerBound)
            mentions.append((mention, number, Self.type(of: entity.kind)))
        }
        mentions.sort {
            ($0.mention.tokens.lowerBound, -$0.mention.tokens.count, $0.group) < (
                $1.mention.tokens.lowerBound, -$1.mention.tokens.count, $1.group
            )
        }
        for (mention, group, type) in mentions {
            let mark = "(\(group)-\(type)-\(mention.head - mention.tokens.lowerBound + 1)"
            if mention.tokens.count == 1 {
                single[mention.tokens.lowerBound, default: ""] += mark + ")"
            } else {
                opening[mention.tokens.lowerBound, default: ""] += mark
            }
        }
        // What was opened last is closed first.
        for (mention, group, _) in mentions.reversed() where mention.tokens.count > 1 {
            closing[mention.tokens.upperBound - 1, default: ""] += "\(group))"
        }
    }

    /// GUM's type of what a chain refers to.
    private static func type(of chain: [Mention], in document: Document, _ kinds: [Int: NamedEntity.Kind]) -> String {
        if let kind = chain.lazy.compactMap({ kinds[$0.head] }).first { return type(of: kind) }
        let isPerson = chain.contains { mention in
            if let pronoun = Pronoun(document.norm(mention.head)), document.xpos[mention.head] != .dt {
                return pronoun.person != .third || pronoun.agreement.gender == .male
                    || pronoun.agreement.gender == .female
            }
            switch NounLexicon.embedded[document.lemma(mention.head).lowercased()] {
            case .man, .woman, .person: return true
            default: return false
            }
        }
        return isPerson ? "person" : "abstract"
    }

    private static func type(of kind: NamedEntity.Kind) -> String {
        switch kind {
        case .person, .nationality: "person"
        case .organization: "organization"
        case .place: "place"
        case .date, .time, .duration: "time"
        case .other, .money, .percent, .number, .ordinal: "abstract"
        }
    }

    // MARK: Reading

    /// A mention as it was read.
    package struct Read {
        /// Token indices.
        package var tokens: Range<Int>
        /// What the mentions of an entity have in common.
        package var group: Substring
        package var type: Substring
        /// The head's place among the tokens, from 1; nil where the format does not tell.
        var head: Int?
    }

    /// Reads the marks of a document's tokens one after another.
    package struct Reader {
        private var fields: [Substring] = ["GRP", "etype"]
        private var open: [(read: Read, start: Int)] = []
        /// In order of their last tokens.
        package private(set) var mentions: [Read] = []

        package init() {}

        /// Takes the value of `# global.Entity`.
        package mutating func read(format: Substring) {
            fields = format.split(separator: "-")
        }

        /// Takes the value of `Entity=` at a token.
        package mutating func read(_ marks: Substring, at token: Int) {
            var rest = marks
            while let mark = rest.first {
                if mark == "(" {
                    let body = rest.dropFirst().prefix { $0 != "(" && $0 != ")" }
                    rest = rest[body.endIndex...]
                    open.append((opened(body), token))
                    if rest.first == ")" {
                        rest = rest.dropFirst()
                        close(open.count - 1, token)
                    }
                } else {
                    let group = rest.prefix { $0 != ")" && $0 != "(" }
                    rest = rest[group.endIndex...].dropFirst()
                    if let index = open.lastIndex(where: { $0.read.group == group }) { close(index, token) }
                }
            }
        }

        private func opened(_ body: Substring) -> Read {
            let values = body.split(separator: "-", omittingEmptySubsequences: false)
            func value(_ field: Substring) -> Substring? {
                fields.firstIndex(of: field).flatMap { values.indices.contains($0) ? values[$0] : nil }
            }
            return Read(
                tokens: 0..<0, group: value("GRP") ?? body, type: value("etype") ?? "",
                head: value("minspan").flatMap { Int($0.prefix { $0 != "," }) })
        }

        private mutating func close(_ index: Int, _ token: Int) {
            var (read, start) = open.remove(at: index)
            read.tokens = start..<token + 1
            mentions.append(read)
        }
    }
}

extension NamedEntity.Kind {
    /// A name of somebody or something.
    var isNamed: Bool {
        switch self {
        case .person, .organization, .place, .nationality, .other: true
        default: false
        }
    }
}
