import Language

/// GUM's documents with their named persons, places and organizations, cut out of the mentions in `Entity=`.
struct GumEntities {
    private(set) var examples: [EntityExample] = []

    struct Mention {
        /// Tokens of the document.
        var tokens: Range<Int>
        var chain: Substring
        var type: Substring
    }

    init(_ corpus: Corpus, _ split: Corpus.Split) throws {
        let bytes = try corpus.read("ud/gum-\(split.rawValue).conllu.gz")
        let documents = try Document.documents(ofConllu: bytes)
        for (document, mentions) in zip(documents, Self.mentions(String(decoding: bytes, as: UTF8.self))) {
            examples.append(Self.example(document, mentions))
        }
    }

    /// The document with the names among its mentions.
    static func example(_ document: Document, _ mentions: [Mention]) -> EntityExample {
        var names = mentions.compactMap { name(of: $0, in: document) }
        // Of overlapping names the longest.
        names.sort { ($1.tokens.count, $0.tokens.lowerBound) < ($0.tokens.count, $1.tokens.lowerBound) }
        var taken = Set<Int>()
        var entities: [NamedEntity] = []
        for name in names where taken.isDisjoint(with: name.tokens) {
            taken.formUnion(name.tokens)
            entities.append(name)
        }
        entities.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
        return EntityExample(document, entities, marked: [.person, .organization, .place])
    }

    /// The mentions of each document.
    static func mentions(_ conllu: String) -> [[Mention]] {
        var readers: [EntityBrackets.Reader] = []
        var token = 0
        for line in conllu.split(separator: "\n") {
            if line.hasPrefix("# newdoc") {
                readers.append(EntityBrackets.Reader())
                token = 0
            }
            guard !readers.isEmpty else { continue }
            if line.hasPrefix("# global.Entity = ") { readers[readers.count - 1].read(format: line.dropFirst(18)) }
            guard let first = line.first, first.isNumber else { continue }
            let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
            guard columns.count == 10, Int(columns[0]) != nil else { continue }
            if let field = columns[9].split(separator: "|").first(where: { $0.hasPrefix("Entity=") }) {
                readers[readers.count - 1].read(field.dropFirst(7), at: token)
            }
            token += 1
        }
        return readers.map { $0.mentions.map { Mention(tokens: $0.tokens, chain: $0.group, type: $0.type) } }
    }

    /// The name that a mention's head is part of: "the late mayor [Ann Dow], who ..." without its title.
    private static func name(of mention: Mention, in document: Document) -> NamedEntity? {
        let kind: NamedEntity.Kind
        switch mention.type {
        case "person": kind = .person
        case "place": kind = .place
        case "organization": kind = .organization
        default: return nil
        }
        func isName(_ token: Int) -> Bool { document.xpos[token] == .nnp || document.xpos[token] == .nnps }
        let heads = mention.tokens.filter { token in
            document.head(of: token).map { !mention.tokens.contains($0) } ?? true
        }
        guard let head = heads.first, isName(head) else { return nil }
        var start = head
        while start > mention.tokens.lowerBound,
            isName(start - 1) || (kind != .person && document.xpos[start - 1] == .hyph)
        { start -= 1 }
        while start < head, document.xpos[start] == .hyph { start += 1 }
        var end = head + 1
        while end < mention.tokens.upperBound {
            if isName(end) {
                end += 1
                continue
            }
            guard kind != .person else { break }
            // "Ministry of the Interior": through a preposition or conjunction to the next name.
            var next = end
            while next < mention.tokens.upperBound, next < end + 2, joins.contains(document.norm(next)) { next += 1 }
            guard next > end, next < mention.tokens.upperBound, isName(next) else { break }
            end = next
        }
        if kind == .person {
            while start + 1 < end, Gazetteer.embedded.classes(of: document.norm(start)).contains(.title) { start += 1 }
        }
        let listed = Gazetteer.embedded.classes(ofPhrase: document, start..<end)
        if !listed.isDisjoint(with: [.demonym, .title]), listed.isDisjoint(with: .place) { return nil }
        let capitals = (start..<end).contains { document.forms[$0] != document.norms[$0] }
        return capitals ? NamedEntity(tokens: start..<end, kind: kind) : nil
    }

    private static let joins: Set<String> = ["of", "for", "the", "and", "&", "-", "de", "del", "in"]
}
