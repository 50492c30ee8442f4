/// What the words beside a name tell of its kind, over the whole document.
///
///     Velmark's prime minister → a place        Velmarkian, Velmark → a place        shares in Velocor → an organization        Mill Lane → a place
///
/// The network takes many a name that it has never seen for a person; the document tells more than a sentence does.
struct NameClues {
    private let document: Document
    private let gazetteer: Gazetteer
    private let words = NameClueWords.embedded
    private let nouns = NounLexicon.embedded
    private var votes: [String: Votes] = [:]

    private struct Votes {
        var place = 0
        var body = 0
        var person = 0
        /// "X, who ...": told of people mostly, and of clubs and countries now and then.
        var perhapsPerson = 0
    }

    init(_ document: Document, _ gazetteer: Gazetteer) {
        self.document = document
        self.gazetteer = gazetteer
    }

    /// Gives names that the network took for persons, or for nothing in particular, the kind that the document tells.
    mutating func apply(to entities: inout [NamedEntity]) {
        let full = fullNames(among: entities)
        for entity in entities where isOpen(entity) { count(entity, full) }
        let homes = homes(among: entities, full)
        let called = Set(entities.filter(isCalledPlace).map { document.string($0.tokens) })
        for index in entities.indices {
            if entities[index].tokens.count == 1, let kind = homes[document.norm(entities[index].tokens.lowerBound)] {
                entities[index].kind = kind
            } else if entities[index].kind == .organization, called.contains(document.string(entities[index].tokens)) {
                entities[index].kind = .place
            } else if isOpen(entities[index]) {
                entities[index].kind = kind(of: entities[index], full) ?? entities[index].kind
            }
        }
    }

    /// "the capital, Port Lune", "the town of Port Lune".
    private func isCalledPlace(_ entity: NamedEntity) -> Bool {
        let start = entity.tokens.lowerBound
        guard entity.kind == .organization, let before = norm(start - 1, of: start), [",", "of"].contains(before),
            let noun = norm(start - 2, of: start), words["place-noun"].contains(noun),
            let article = norm(start - 3, of: start)
        else { return false }
        return article == "the" && lastWordKind(entity) == nil
    }

    /// Places that the text also has an adjective of, and those adjectives, where no list knows them.
    private func homes(among entities: [NamedEntity], _ full: FullNames) -> [String: NamedEntity.Kind] {
        var adjectives: Set<String> = []
        for token in 0..<document.count
        where [.adj, .propn].contains(document.upos[token]) && document.form(token).first?.isUppercase == true {
            adjectives.insert(document.norm(token))
        }
        var homes: [String: NamedEntity.Kind] = [:]
        for entity in entities
        where entity.tokens.count == 1 && [.person, .organization, .place, .other].contains(entity.kind) {
            let name = document.norm(entity.tokens.lowerBound)
            guard homes[name] == nil, gazetteer.classes(of: name).isEmpty, full.surnames[name] == nil,
                votes[name]?.person ?? 0 == 0
            else { continue }
            let forms = Demonym.forms(of: name).filter { adjectives.contains($0) && gazetteer.classes(of: $0).isEmpty }
            guard !forms.isEmpty else { continue }
            homes[name] = .place
            for form in forms { homes[form] = .nationality }
        }
        return homes
    }

    /// Persons are always open; what has no kind of its own is where it is one word.
    private func isOpen(_ entity: NamedEntity) -> Bool {
        entity.kind == .person || entity.kind == .other && entity.tokens.count == 1
    }

    private static let firstNames: Gazetteer.Classes = [.firstName, .maleName, .femaleName]

    // MARK: Persons for sure.

    private struct FullNames {
        /// Where persons of several words are named first, by their surnames.
        var surnames: [String: Int] = [:]
        /// Where bodies of several words are named first, by their first words.
        var bodies: [String: Int] = [:]
        /// The first words of persons of several words.
        var firstNames: Set<String> = []
        /// Bodies that one word names.
        var shortBodies: Set<String> = []
    }

    private func fullNames(among entities: [NamedEntity]) -> FullNames {
        var full = FullNames()
        for entity in entities where entity.tokens.count == 1 && entity.kind == .organization {
            full.shortBodies.insert(document.norm(entity.tokens.lowerBound))
        }
        for entity in entities where entity.tokens.count > 1 {
            let (first, last) = (document.norm(entity.tokens.lowerBound), document.norm(entity.tokens.upperBound - 1))
            if entity.kind == .person, lastWordKind(entity) == nil {
                full.surnames[last] = full.surnames[last] ?? entity.tokens.lowerBound
            }
            if entity.kind == .person { full.firstNames.insert(first) }
            if entity.kind == .organization, gazetteer.classes(of: first).subtracting(Self.firstNames).isEmpty {
                full.bodies[first] = full.bodies[first] ?? entity.tokens.lowerBound
            }
        }
        return full
    }

    private func kind(of entity: NamedEntity, _ full: FullNames) -> NamedEntity.Kind? {
        let name = document.norm(entity.tokens.lowerBound)
        if entity.tokens.count > 1 {
            if let kind = lastWordKind(entity) { return kind }
            if full.shortBodies.contains(name), !gazetteer.classes(of: name).contains(.firstName) {
                return .organization
            }
            return isThing(entity) ? .other : nil
        }
        let votes = votes[name] ?? Votes()
        guard gazetteer.classes(of: name).isDisjoint(with: [.firstName, .country, .demonym, .month, .weekday]) else {
            // "Orrin Foods ... Orrin": the company, where nobody is called so.
            let isBody =
                full.bodies[name] != nil && !full.firstNames.contains(name) && full.surnames[name] == nil
                && votes.person == 0 && votes.perhapsPerson == 0 && votes.place == 0
            return isBody ? .organization : nil
        }
        // "Calder Foods ... Calder": the company, though its founder bore the name.
        if let body = full.bodies[name], votes.person == 0, votes.place == 0,
            full.surnames[name].map({ body < $0 }) ?? true
        {
            return .organization
        }
        guard full.surnames[name] == nil, votes.person == 0 else { return nil }
        if max(votes.place, votes.body) > votes.perhapsPerson {
            return votes.place >= votes.body ? .place : .organization
        }
        guard votes.perhapsPerson == 0 else { return nil }
        if entity.kind == .person,
            words["place-ending"].contains(where: { name.count > $0.count + 2 && name.hasSuffix($0) })
        {
            return .place
        }
        return entity.kind == .person && isThing(entity) ? .other : nil
    }

    /// "Hartwell Foundation", "Mill Lane": the last word tells it, unless a first name stands before it ("Diane Lane").
    private func lastWordKind(_ entity: NamedEntity) -> NamedEntity.Kind? {
        guard entity.tokens.count > 1,
            !gazetteer.classes(of: document.norm(entity.tokens.lowerBound)).contains(.firstName)
        else { return nil }
        let last = document.norm(entity.tokens.upperBound - 1)
        if words["place-last"].contains(last) { return .place }
        return gazetteer.classes(of: last).isDisjoint(with: [.bodyNoun, .companySuffix]) ? nil : .organization
    }

    /// "the Skerra Pride sank": persons have no article, ships and prizes do.
    private func isThing(_ entity: NamedEntity) -> Bool {
        let (start, end) = (entity.tokens.lowerBound, entity.tokens.upperBound)
        return norm(start - 1, of: start) == "the"
            && (norm(end, of: start) == nil || ![.noun, .propn, .adj].contains(document.upos[end]))
            && norm(end, of: start) != "'s" && document.xpos[start] != .nnps
    }

    // MARK: Clues.

    private mutating func count(_ entity: NamedEntity, _ full: FullNames) {
        guard entity.tokens.count == 1 else { return }
        let token = entity.tokens.lowerBound
        var votes = votes[document.norm(token)] ?? Votes()
        countBefore(token, &votes)
        countBehind(token, &votes)
        self.votes[document.norm(token)] = votes
    }

    private func countBefore(_ token: Int, _ votes: inout Votes) {
        guard let before = norm(token - 1, of: token) else { return }
        if gazetteer.classes(of: before).contains(.title) { votes.person += 1 }
        let second = norm(token - 2, of: token) ?? ""
        if before == "," {
            // "the capital, Fredville": what stands before the comma tells it.
            vote(forNoun: second, &votes)
        } else if words["place-before"].contains(before) {
            if words["body-has"].contains(second) {
                votes.body += 1
            } else if !words["trust"].contains(second) {
                votes.place += 1
            }
        } else if ["of", "at", "for", "with"].contains(before) {
            let isOfPlace =
                words["place-noun"].contains(second)
                || before == "of"
                    && (words["place-has"].contains(second) || words["direction"].contains(second)
                        || words["place-role"].contains(second))
            if isOfPlace { votes.place += 1 } else if words["body-has"].contains(second) { votes.body += 1 }
        } else if before == "to" {
            if words["move"].contains(second) { votes.place += 1 }
        } else {
            vote(forNoun: before, &votes)
        }
    }

    private func countBehind(_ token: Int, _ votes: inout Votes) {
        guard let next = norm(token + 1, of: token) else { return }
        switch next {
        case "'s", "’s", "'", "’":
            for other in nounPhrase(from: token + 2, of: token) {
                if words["person-has"].contains(other) { votes.person += 1 }
                if words["place-has"].contains(other) { votes.place += 1 }
                if words["body-has"].contains(other) { votes.body += 1 }
            }
        case ",":
            guard let after = norm(token + 2, of: token) else { return }
            if after == "who" { votes.perhapsPerson += 1 }
            if document.xpos[token + 2] == .cd && after.count <= 2 && norm(token + 3, of: token) == "," {
                votes.person += 1
            }
            if ["a", "an", "the", "one"].contains(after), let noun = nounPhrase(from: token + 3, of: token).last {
                vote(forNoun: noun, &votes)
            }
        default:
            guard document.upos[token + 1] == .noun else { return }
            if words["body-has"].contains(next) { votes.body += 1 }
            if words["place-noun"].contains(next) { votes.place += 1 }
        }
    }

    private func vote(forNoun noun: String, _ votes: inout Votes) {
        if words["place-noun"].contains(noun) {
            votes.place += 1
        } else if words["body-noun"].contains(noun) {
            votes.body += 1
        } else if let kind = nouns[noun], kind != .group {
            votes.perhapsPerson += 1
        }
    }

    /// The words of a noun phrase up to its head noun.
    private func nounPhrase(from start: Int, of name: Int) -> [String] {
        var found: [String] = []
        var token = start
        while let word = norm(token, of: name), token < start + 5,
            [.adj, .noun, .propn, .punct, .verb].contains(document.upos[token]),
            word != ",", document.upos[token] != .verb || document.relations[token] == .amod
        {
            found.append(word)
            token += 1
        }
        return found
    }

    /// The norm of a token of the same sentence.
    private func norm(_ token: Int, of other: Int) -> String? {
        guard token >= 0, token < document.count, document.sentenceOfToken[token] == document.sentenceOfToken[other]
        else { return nil }
        return document.norm(token)
    }
}

/// The word lists of `lexicons/name-clues.txt`.
struct NameClueWords: Sendable {
    static let embedded = NameClueWords()

    private var lists: [String: Set<String>] = [:]

    private init() {
        for line in Lexicon(named: "name-clues").lines {
            lists[String(line[0]), default: []].formUnion(line.dropFirst().map(String.init))
        }
    }

    /// The words of a class; none for one that the file does not have.
    subscript(name: String) -> Set<String> { lists[name] ?? [] }
}
