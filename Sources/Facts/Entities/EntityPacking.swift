import Packing

/// Writing the entities of all articles as bytes, and reading them back.
///
/// A test compares the fields of entities and their table with those it knows: a new one has to be written and read here, and
/// `EntityTable.version` raised.
extension EntityTable {
    /// Raised whenever the layout changes.
    public static let version = 5

    func write(to writer: inout PackedWriter) {
        SavedEntities.write(entities, to: &writer)
        byAlias.write(to: &writer)
        byWord.write(to: &writer)
        bySpokenFor.write(to: &writer)
        writer.write(byGroup.count)
        for (group, ids) in byGroup.sorted(by: { $0.key < $1.key }) {
            writer.write(group)
            Self.write(ids, to: &writer)
        }
    }

    init(names: NameGroups, from reader: inout PackedReader) throws(PackedError) {
        self.init(names: names)
        let entities = try SavedEntities(from: &reader, groups: names.groups.count)
        let byAlias = try NameIndex(from: &reader, entities: entities.count)
        let byWord = try NameIndex(from: &reader, entities: entities.count)
        let bySpokenFor = try Postings(from: &reader, keys: entities.count, below: entities.count)
        var byGroup: [NameGroups.ID: [Entity.ID]] = [:]
        for _ in 0..<(try reader.count()) {
            let group = try reader.number(below: names.groups.count)
            byGroup[group] = try Self.ids(from: &reader, entities: entities.count)
        }
        restore(
            EntityColumn(entities), byAlias: byAlias, byWord: byWord, byGroup: byGroup, bySpokenFor: bySpokenFor)
    }

    private static func write(_ ids: [Entity.ID], to writer: inout PackedWriter) {
        writer.write(ids.count)
        for id in ids { writer.write(Int(id)) }
    }

    private static func ids(from reader: inout PackedReader, entities: Int) throws(PackedError) -> [Entity.ID] {
        var ids: [Entity.ID] = []
        for _ in 0..<(try reader.count()) { ids.append(Entity.ID(try reader.number(below: entities))) }
        return ids
    }
}

extension Entity {
    func write(to writer: inout PackedWriter) {
        writer.write(name)
        writer.write(byte: kind.code)
        writer.write(aliases.count)
        for alias in aliases { writer.write(alias) }
        writer.write(forms.count)
        for form in forms {
            // Most have one form, which is the name.
            writer.write(form.text == name ? "" : form.text)
            // Weights are sums of quarters.
            writer.write(Int((form.weight * 4).rounded()))
        }
        writer.write(group.map { $0.id + 1 } ?? 0)
        if let group { writer.write(byte: group.part.code) }
        writer.write(descriptions.count)
        for description in descriptions {
            writer.write(description.text)
            description.place.write(to: &writer)
        }
        writer.write(affiliations.count)
        for id in affiliations { writer.write(Int(id)) }
        writer.write(mentions.count)
        for mention in mentions { mention.write(to: &writer) }
    }

    init(from reader: inout PackedReader, entities: Int, groups: Int) throws(PackedError) {
        let name = try reader.string()
        guard let kind = Kind(code: try reader.byte()) else { throw reader.damage }
        self.init(name: name, kind: kind, aliases: [])
        for _ in 0..<(try reader.count()) { aliases.append(try reader.string()) }
        for _ in 0..<(try reader.count()) {
            let form = try reader.string()
            forms.append(Form(text: form.isEmpty ? name : form, weight: Double(try reader.number()) / 4))
        }
        let group = try reader.number(below: groups + 1)
        if group > 0 {
            guard let part = NameGroups.Part(code: try reader.byte()) else { throw reader.damage }
            self.group = (group - 1, part)
        }
        for _ in 0..<(try reader.count()) {
            let text = try reader.string()
            descriptions.append(Description(text: text, place: try Place(from: &reader)))
        }
        for _ in 0..<(try reader.count()) { affiliations.append(ID(try reader.number(below: entities))) }
        for _ in 0..<(try reader.count()) { mentions.append(try Place(from: &reader)) }
    }
}

extension Entity.Place {
    fileprivate func write(to writer: inout PackedWriter) {
        writer.write(article)
        writer.write(tokens)
    }

    fileprivate init(from reader: inout PackedReader) throws(PackedError) {
        let article = try reader.number(below: 1 << 31)
        self.init(article: article, tokens: try reader.range(upTo: 1 << 31))
    }
}

extension NameGroups.Part {
    fileprivate var code: UInt8 {
        switch self {
        case .name: 0
        case .demonym: 1
        case .seat: 2
        }
    }

    fileprivate init?(code: UInt8) {
        let all: [Self] = [.name, .demonym, .seat]
        guard Int(code) < all.count else { return nil }
        self = all[Int(code)]
    }
}

extension Entity.Kind {
    var code: UInt8 {
        switch self {
        case .person: 0
        case .organization: 1
        case .place: 2
        case .nationality: 3
        case .other: 4
        case .unnamed: 5
        }
    }

    init?(code: UInt8) {
        switch code {
        case 0: self = .person
        case 1: self = .organization
        case 2: self = .place
        case 3: self = .nationality
        case 4: self = .other
        case 5: self = .unnamed
        default: return nil
        }
    }
}
