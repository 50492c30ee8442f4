import Language

/// The entities of all articles. One person over several articles is one entity where the full names agree.
public struct EntityTable: Sendable {
    /// All entities, by their IDs.
    public private(set) var entities = EntityColumn()
    /// Entities by alias.
    private(set) var byAlias = NameIndex()
    /// Entities by the words of their aliases.
    private(set) var byWord = NameIndex()
    private(set) var byGroup: [NameGroups.ID: [Entity.ID]] = [:]
    /// Entities by those that they are affiliated with.
    private(set) var bySpokenFor = Postings()
    private let names: NameGroups

    init(names: NameGroups) {
        self.names = names
    }

    /// The entity with this ID, which must be one of the table's.
    public subscript(id: Entity.ID) -> Entity {
        _read { yield entities[Int(id)] }
    }

    /// What an entity is; costs less than the entity.
    public func kind(of id: Entity.ID) -> Entity.Kind { entities.kind(Int(id)) }

    // MARK: As in `Entity`; each costs less than the entity.

    /// The fullest form of an entity's name.
    public func name(of id: Entity.ID) -> String { entities.name(Int(id)) }

    /// The forms of an entity's name.
    public func aliases(of id: Entity.ID) -> [String] { entities.aliases(Int(id)) }

    /// What an entity is said to be.
    public func descriptions(of id: Entity.ID) -> [Entity.Description] { entities.descriptions(Int(id)) }

    /// Whom an entity speaks for.
    public func affiliations(of id: Entity.ID) -> [Entity.ID] { entities.affiliations(Int(id)) }

    /// Where an entity is named.
    public func mentions(of id: Entity.ID) -> [Entity.Place] { entities.mentions(Int(id)) }

    // MARK: Finding

    /// Who speaks for this entity.
    public func speakers(for id: Entity.ID) -> [Entity.ID] { Array(bySpokenFor[Int(id)]) }

    /// Entities that have this form of the name (lower case, without article).
    public func entities(named alias: String) -> [Entity.ID] { byAlias[alias] }

    /// Entities of which a name has this lower-cased word.
    public func entities(withNameWord word: String) -> [Entity.ID] { byWord[word] }

    /// Entities of which the name has all of these lower-cased words, in some form of it or in several.
    public func entities(withNameWords words: [String]) -> [Entity.ID] {
        guard let first = words.first else { return [] }
        var found = byWord[first]
        for word in words.dropFirst() where !found.isEmpty {
            let others = Set(byWord[word])
            found.removeAll { !others.contains($0) }
        }
        return found
    }

    /// Whether the name of a person has all of these lower-cased words one behind the other, at its beginning or its end.
    public func hasPerson(withNameWords words: [String]) -> Bool {
        guard let rarest = words.map({ byWord.slice($0) }).min(by: { $0.count < $1.count }) else { return false }
        let name = NamePart(words)
        return rarest.contains { kind(of: $0) == .person && name.isPart(of: $0, in: self) }
    }

    /// Whether any name has this lower-cased word.
    public func hasNameWord(_ word: String) -> Bool { byWord.contains(word) }

    /// Whether an entity has this form of a name (lower case, without article).
    public func hasName(_ alias: String) -> Bool { byAlias.contains(alias) }

    /// All words of names, lower-cased, in no order.
    public var nameWords: some Collection<String> { byWord.names }

    /// Entities of a group of names, whatever their part.
    public func entities(of group: NameGroups.ID) -> [Entity.ID] { byGroup[group] ?? [] }

    mutating func restore(
        _ entities: EntityColumn, byAlias: NameIndex, byWord: NameIndex, byGroup: [NameGroups.ID: [Entity.ID]],
        bySpokenFor: Postings
    ) {
        self.entities = entities
        self.byAlias = byAlias
        self.byWord = byWord
        self.byGroup = byGroup
        self.bySpokenFor = bySpokenFor
    }

    mutating func settle() { bySpokenFor.settle() }

    // MARK: Building

    /// Adds a document's entities and gives the column that tells each token's entity (-1 for none).
    mutating func add(_ document: Document, article: Int) -> [Entity.ID] {
        var column = [Entity.ID](repeating: -1, count: document.count)
        var ofDocument: [String: Entity.ID] = [:]
        for name in document.entities
        where Self.kind(of: name.kind) != nil && name.kind == .person && name.tokens.count > 1 {
            addName(name, of: document, article: article, column: &column, ofDocument: &ofDocument)
        }
        // A surname is the person that its chain names; only one that no chain has is looked up by itself.
        for chain in document.chains { addSurnames(of: chain, in: document, column: &column) }
        for name in document.entities where Self.kind(of: name.kind) != nil && column[name.tokens.lowerBound] < 0 {
            addName(name, of: document, article: article, column: &column, ofDocument: &ofDocument)
        }
        for chain in document.chains { addChain(chain, of: document, article: article, column: &column) }
        for id in Set(column) where id >= 0 {
            entities[Int(id)].mentions.sort { ($0.article, $0.tokens.lowerBound) < ($1.article, $1.tokens.lowerBound) }
        }
        return column
    }

    private mutating func addName(
        _ name: NamedEntity, of document: Document, article: Int, column: inout [Entity.ID],
        ofDocument: inout [String: Entity.ID]
    ) {
        guard let kind = Self.kind(of: name.kind) else { return }
        let text = document.string(name.tokens)
        let alias = Self.alias(text)
        guard !alias.isEmpty else { return }
        // "Calder" the company is not Amos Calder.
        let named = ofDocument[alias].flatMap { kind == .person || entities[Int($0)].kind != .person ? $0 : nil }
        // "Orrin" after "Orrin Foods": the first word of one body of several words.
        let known =
            named ?? (kind == .organization ? ofDocument[Self.short(alias)].flatMap { $0 >= 0 ? $0 : nil } : nil)
        let id = known ?? id(for: alias, text: text, kind: kind, tokens: name.tokens.count)
        ofDocument[alias] = id
        if kind == .person, let surname = alias.split(separator: " ").last, name.tokens.count > 1 {
            if ofDocument[String(surname)] == nil { ofDocument[String(surname)] = id }
        }
        if kind == .organization, name.tokens.count > 1, let first = alias.split(separator: " ").first {
            let short = Self.short(String(first))
            ofDocument[short] = ofDocument[short].map { $0 == id ? id : -1 } ?? id
        }
        // Headlines have capitals where names have none: what only they have is the last choice for a name.
        let isHeadline = document.sentences[document.sentence(of: name.tokens.lowerBound)].paragraph == 0
        record(alias: alias, text: text, for: id, weight: isHeadline ? 0.25 : 1)
        entities[Int(id)].mentions.append(Entity.Place(article: article, tokens: name.tokens))
        for token in name.tokens { column[token] = id }
    }

    /// "Berg" in the chain of "Ada Berg" is Ada Berg, whoever else bears the name.
    private mutating func addSurnames(of chain: [Mention], in document: Document, column: inout [Entity.ID]) {
        guard let full = chain.first(where: { column[$0.head] >= 0 && entities[Int(column[$0.head])].kind == .person })
        else { return }
        let id = column[full.head]
        for mention in chain where column[mention.head] < 0 {
            guard let name = document.entity(at: mention.head), name.kind == .person else { continue }
            for token in name.tokens { column[token] = id }
            record(
                alias: Self.alias(document.string(name.tokens)), text: document.string(name.tokens), for: id, weight: 1)
        }
    }

    private mutating func id(for alias: String, text: String, kind: Entity.Kind, tokens: Int) -> Entity.ID {
        let group = names.group(of: alias)
        if let group, group.part == .name,
            let known = byGroup[group.group]?.first(where: { entities[Int($0)].group?.part == .name })
        {
            return known
        }
        // Surnames alone are not the same person from article to article.
        if kind != .person || tokens > 1,
            let known = byAlias[alias].first(where: {
                entities[Int($0)].kind == kind && entities[Int($0)].kind != .unnamed
            })
        {
            return known
        }
        let id = Entity.ID(entities.count)
        var entity = Entity(name: text, kind: kind, aliases: [])
        if let group {
            entity.group = (group.group, group.part)
            byGroup[group.group, default: []].append(id)
        }
        entities.append(entity)
        return id
    }

    /// A chain with a name gives its pronouns and descriptions to the name; one without is an entity of its own.
    private mutating func addChain(_ chain: [Mention], of document: Document, article: Int, column: inout [Entity.ID]) {
        let named =
            chain.map { column[$0.head] }.first { $0 >= 0 }
            ?? chain.map { titled($0, document, column) }.first { $0 >= 0 }
        let id: Entity.ID
        if let named {
            id = named
        } else {
            let nominal = chain.filter { document.upos[$0.head] != .pron && document.upos[$0.head] != .det }
            guard let telling = Self.mostTelling(of: nominal, in: document) else { return }
            // "two engineers, Rune Dahl and Elin Ek" are the two engineers.
            let comma = telling.tokens.first { $0 > telling.head && document.norm($0) == "," }
            let isName = comma.map { comma in
                comma + 1 < telling.tokens.upperBound
                    && (document.upos[comma + 1] == .propn || document.xpos[comma + 1] == .wp)
                    && !(telling.head..<comma).contains { document.upos[$0] == .propn }
            }
            let end = isName == true ? comma : nil
            let text = document.string(telling.tokens.lowerBound..<(end ?? telling.tokens.upperBound))
            id = Entity.ID(entities.count)
            entities.append(Entity(name: text, kind: .unnamed, aliases: []))
            entities[Int(id)].mentions = nominal.map { Entity.Place(article: article, tokens: $0.tokens) }
        }
        for mention in chain where column[mention.head] < 0 { column[mention.head] = id }
        merge(names: chain.map { column[$0.head] }, into: id, column: &column)
    }

    /// The longest phrase that is no sentence by itself; what something is said to be ("the city is {the home of many}") does not
    /// name it where there is another, but "those who pay are {small firms}" does.
    private static func mostTelling(of mentions: [Mention], in document: Document) -> Mention? {
        func dependent(of head: Int, _ relation: Relation) -> Int? {
            document.sentences[document.sentence(of: head)].tokens.first {
                document.relations[$0] == relation && document.heads[$0] == Int32(head)
            }
        }
        func isPredicate(_ mention: Mention) -> Bool { dependent(of: mention.head, .cop) != nil }
        func identifies(_ mention: Mention) -> Bool {
            isPredicate(mention)
                && dependent(of: mention.head, .nsubj).map { dependent(of: $0, .aclRelative) != nil } ?? false
        }
        if let identity = mentions.first(where: identifies) { return identity }
        let names = mentions.filter { !isPredicate($0) }
        let open = names.isEmpty ? mentions : names
        return open.filter { $0.tokens.count <= 8 }.max { $0.tokens.count < $1.tokens.count }
            ?? open.min { $0.tokens.count < $1.tokens.count }
    }

    /// "the nominee Ada Berg", "the mining company Norlag": whose name ends the mention.
    private func titled(_ mention: Mention, _ document: Document, _ column: [Entity.ID]) -> Entity.ID {
        guard let last = mention.tokens.last, last > mention.head, column[last] >= 0,
            [.person, .organization].contains(entities[Int(column[last])].kind)
        else { return -1 }
        var start = last
        while start - 1 > mention.head, column[start - 1] == column[last] { start -= 1 }
        // "two engineers, Rune Dahl and Elin Ek" are both.
        if (start...last).contains(where: { document.relations[$0] == .conj }) { return -1 }
        // "the engineer, who teaches at the University of Havn" ends in a name that is not his.
        return entities[Int(column[last])].kind == .person || start == mention.head + 1 ? column[last] : -1
    }

    /// "the Security Council" and "the United Nations Security Council" in one chain are one entity.
    private mutating func merge(names others: [Entity.ID], into id: Entity.ID, column: inout [Entity.ID]) {
        // In one order: what shares a word with the entity may share it with one that was merged before.
        for other in Set(others).sorted() where other >= 0 && other != id {
            guard shareWord(other, id), entities[Int(other)].kind == entities[Int(id)].kind, !areTwoPersons(other, id)
            else { continue }
            let merged = entities[Int(other)]
            for form in merged.forms.sorted(by: { $0.text < $1.text }) {
                record(alias: Self.alias(form.text), text: form.text, for: id, weight: form.weight)
            }
            entities[Int(id)].mentions += merged.mentions
            entities[Int(other)].mentions = []
            for alias in merged.aliases { byAlias.remove(other, from: alias) }
            for token in column.indices where column[token] == other { column[token] = id }
        }
    }

    /// Full names that differ are two persons, whatever a chain says.
    private func areTwoPersons(_ first: Entity.ID, _ second: Entity.ID) -> Bool {
        guard entities[Int(first)].kind == .person else { return false }
        func full(_ id: Entity.ID) -> Set<String> {
            Set(entities[Int(id)].aliases.lazy.filter { $0.utf8.contains(32) })
        }
        return !full(first).isEmpty && !full(second).isEmpty && full(first).isDisjoint(with: full(second))
    }

    private func shareWord(_ first: Entity.ID, _ second: Entity.ID) -> Bool {
        let words = Set(entities[Int(first)].aliases.flatMap { $0.split(separator: " ") })
        return entities[Int(second)].aliases.contains { $0.split(separator: " ").contains { words.contains($0) } }
    }

    private mutating func record(alias: String, text: String, for id: Entity.ID, weight: Double) {
        if !entities[Int(id)].aliases.contains(alias) {
            entities[Int(id)].aliases.append(alias)
            byAlias.append(id, to: alias)
            for word in alias.split(separator: " ") {
                let word = String(word)
                byWord.append(id, to: word)
            }
        }
        if let known = entities[Int(id)].forms.firstIndex(where: { $0.text == text }) {
            entities[Int(id)].forms[known].weight += weight
        } else {
            entities[Int(id)].forms.append(Entity.Form(text: text, weight: weight))
        }
        entities[Int(id)].name = Self.fullest(entities[Int(id)].forms) ?? text
    }

    /// The form to show: of several words rather than one, frequent rather than rare, long rather than short.
    private static func fullest(_ forms: [Entity.Form]) -> String? {
        func rank(_ form: Entity.Form) -> (Int, Int, Int, String) {
            (form.text.utf8.contains(32) ? 1 : 0, form.weight >= 1 ? 1 : 0, form.text.utf8.count, form.text)
        }
        return forms.max { rank($0) < rank($1) }?.text
    }

    mutating func describe(_ id: Entity.ID, as description: Entity.Description) {
        guard !entities[Int(id)].descriptions.contains(where: { $0.text == description.text }) else { return }
        entities[Int(id)].descriptions.append(description)
    }

    mutating func affiliate(_ id: Entity.ID, with other: Entity.ID) {
        guard id != other, !entities[Int(id)].affiliations.contains(other) else { return }
        entities[Int(id)].affiliations.append(other)
        bySpokenFor.append(id, to: Int(other))
    }

    private static func kind(of kind: NamedEntity.Kind) -> Entity.Kind? {
        switch kind {
        case .person: .person
        case .organization: .organization
        case .place: .place
        case .nationality: .nationality
        case .other: .other
        default: nil
        }
    }

    /// The key of a body's first word among the names of a document, where no name is the same.
    private static func short(_ word: String) -> String { word + " ..." }

    /// The form under which a name is looked up: lower case, straight quotes, no article, no possessive.
    public static func alias(_ text: String) -> String {
        plainAlias(text) ?? anyAlias(text)
    }

    /// Of a text of ASCII letters with single spaces, as most are; nil for another.
    private static func plainAlias(_ text: String) -> String? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        for byte in text.utf8 {
            switch byte {
            case 65...90: bytes.append(byte + 32)
            case 33...126: bytes.append(byte)
            case 32:
                guard let last = bytes.last, last != 32 else { return nil }
                bytes.append(byte)
            default: return nil
            }
        }
        guard let last = bytes.last, last != 32 else { return nil }
        let start = bytes.starts(with: "the ".utf8) ? 4 : 0
        let end = bytes.count - (bytes.suffix(2).elementsEqual("'s".utf8) ? 2 : 0)
        return String(decoding: bytes[min(start, end)..<end], as: UTF8.self)
    }

    private static func anyAlias(_ text: String) -> String {
        var words = text.lowercased().split(whereSeparator: \.isWhitespace).map { word in
            String(word.map { $0 == "’" ? "'" : $0 })
        }
        if words.count > 1, words[0] == "the" { words.removeFirst() }
        if let last = words.last, last.hasSuffix("'s") { words[words.count - 1] = String(last.dropLast(2)) }
        return words.joined(separator: " ")
    }
}
