/// What a noun phrase refers to as far as its words tell: a name, a gender, a number.
struct MentionClassifier {
    private let document: Document
    private let gazetteer: Gazetteer
    private let nouns: NounLexicon
    private var entityOfToken: [Int32]

    init(_ document: Document, _ gazetteer: Gazetteer, _ nouns: NounLexicon) {
        self.document = document
        self.gazetteer = gazetteer
        self.nouns = nouns
        entityOfToken = Array(repeating: -1, count: document.count)
        for (index, entity) in document.entities.enumerated() {
            for token in entity.tokens { entityOfToken[token] = Int32(index) }
        }
    }

    func entity(at token: Int) -> NamedEntity? {
        entityOfToken[token] < 0 ? nil : document.entities[Int(entityOfToken[token])]
    }

    /// The name of a phrase: around its head, or behind a title that the parser took for the head.
    func name(for head: Int) -> NamedEntity? {
        if let entity = entity(at: head) { return entity }
        let isTitle =
            gazetteer.classes(of: document.norm(head)).contains(.title)
            || nouns[document.lemma(head).lowercased()] != nil
        guard isTitle else { return nil }
        // "Secretary of State Ann Dow": at most a few words on, and no comma between.
        var token = head + 1
        while token < min(head + 6, document.count), document.upos[token] != .punct {
            if let entity = entity(at: token), entity.kind == .person {
                // "a spokesman for Osto" is another.
                if document.upos[token - 1] == .adp { return nil }
                let hangsHere = entity.tokens.contains {
                    document.heads[$0] == Int32(head)
                        && [.flat, .appos, .compound, .nmodDescription, .nmod].contains(document.relations[$0])
                }
                return hangsHere ? entity : nil
            }
            token += 1
        }
        return nil
    }

    func agreement(_ head: Int, _ entity: NamedEntity?, _ tokens: Range<Int>) -> Agreement {
        let isPlural = document.xpos[head] == .nns || document.xpos[head] == .nnps
        if let entity {
            switch entity.kind {
            case .person: return Agreement(gender: gender(ofPerson: entity.tokens, in: tokens), number: .singular)
            case .organization: return Agreement(gender: .neuter, number: .any)
            case .place: return Agreement(gender: .neuter, number: .singular)
            default: return Agreement(gender: isPlural ? .any : .neuter, number: isPlural ? .plural : .any)
            }
        }
        let number: Agreement.Number = isPlural ? .plural : .singular
        switch nouns[document.lemma(head).lowercased()] {
        case .man: return Agreement(gender: .male, number: number)
        case .woman: return Agreement(gender: .female, number: number)
        case .person: return Agreement(gender: .person, number: number)
        case .group: return Agreement(gender: isPlural ? .any : .neuter, number: isPlural ? .plural : .any)
        case nil: return Agreement(gender: isPlural ? .any : .neuter, number: number)
        }
    }

    /// From a title ("Mrs."), a noun ("spokesman"), or the first name.
    private func gender(ofPerson name: Range<Int>, in tokens: Range<Int>) -> Agreement.Gender {
        var start = min(tokens.lowerBound, name.lowerBound)
        if start == name.lowerBound, start > 0, document.sentenceOfToken[start - 1] == document.sentenceOfToken[start] {
            start -= 1
        }
        for token in max(start, name.lowerBound - 4)..<name.lowerBound {
            let classes = gazetteer.classes(of: document.norm(token))
            if classes.contains(.maleTitle) { return .male }
            if classes.contains(.femaleTitle) { return .female }
            switch nouns[document.lemma(token).lowercased()] {
            case .man: return .male
            case .woman: return .female
            default: break
            }
        }
        guard name.count > 1 else { return .person }
        let classes = gazetteer.classes(of: document.norm(name.lowerBound))
        switch (classes.contains(.maleName), classes.contains(.femaleName)) {
        case (true, false): return .male
        case (false, true): return .female
        default: return .person
        }
    }
}
