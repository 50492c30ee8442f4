/// Makes the entities of a document agree with each other and with the gazetteer.
///
/// The model decides word by word; over a whole document names repeat, and a name means the same thing each time:
/// "Alexander Grushko" once makes every "Grushko" a person.
struct EntityConsistency {
    private let document: Document
    private let words: [Word]
    private let gazetteer: Gazetteer

    init(_ document: Document, _ words: WordColumn, _ gazetteer: Gazetteer) {
        self.document = document
        self.words = words.words
        self.gazetteer = gazetteer
    }

    func apply(to entities: inout [NamedEntity]) {
        entities = daysBeforeMonths(entities.compactMap(trimmed))
        let found = Self.tokens(of: entities, document.count)
        entities = entities.map { NameBoundary(document).mended($0, taken: found) }
        var taken = Self.tokens(of: entities, document.count)
        applyGazetteer(&entities, &taken)
        applyAcronyms(&entities, &taken)
        repeatNames(&entities, &taken)
        placesByContext(&entities)
        entities.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
    }

    /// Index of the entity that holds each token, or -1.
    private static func tokens(of entities: [NamedEntity], _ count: Int) -> [Int32] {
        var taken = [Int32](repeating: -1, count: count)
        for (index, entity) in entities.enumerated() {
            for token in entity.tokens { taken[token] = Int32(index) }
        }
        return taken
    }

    /// Takes titles and quotation marks off the beginning, possessives and marks off the end.
    private func trimmed(_ entity: NamedEntity) -> NamedEntity? {
        var tokens = entity.tokens
        while let last = tokens.last, document.xpos[last] == .pos || isMark(last) { tokens.removeLast() }
        while let first = tokens.first, isMark(first) { tokens.removeFirst() }
        if let first = tokens.first, tokens.count > 1, document.xpos[first] == .dt, document.norm(first) == "the",
            !isListed(tokens)
        {
            tokens.removeFirst()  // but "The Hague"
        }
        if entity.kind == .person {
            while tokens.count > 1, isTitle(tokens.lowerBound, in: tokens) { tokens.removeFirst() }
        }
        return tokens.isEmpty ? nil : NamedEntity(tokens: tokens, kind: entity.kind)
    }

    /// "3 March", "the 3rd of March": the day belongs to the date.
    private func daysBeforeMonths(_ entities: [NamedEntity]) -> [NamedEntity] {
        var dates: [Range<Int>] = []
        for entity in entities where entity.kind == .date {
            let month = entity.tokens.lowerBound
            var day = month - 1
            guard gazetteer.classes(of: words[month...month]).contains(.month) else { continue }
            if day > 0, document.norm(day) == "of" { day -= 1 }
            guard day >= 0, document.sentence(of: day) == document.sentence(of: month), isDayOfMonth(document.norm(day))
            else { continue }
            dates.append(day..<entity.tokens.upperBound)
        }
        guard !dates.isEmpty else { return entities }
        return entities.filter { entity in !dates.contains { $0.overlaps(entity.tokens) } }
            + dates.map { NamedEntity(tokens: $0, kind: .date) }
    }

    /// "3", "3rd".
    private func isDayOfMonth(_ norm: String) -> Bool {
        guard let day = Int(norm.prefix { $0.isASCII && $0.isNumber }), (1...31).contains(day) else { return false }
        return ["", "st", "nd", "rd", "th"].contains(norm.drop { $0.isASCII && $0.isNumber })
    }

    /// A title, but no first name that is one as well ("Dean", "Prince").
    private func isTitle(_ token: Int, in tokens: Range<Int>) -> Bool {
        let classes = gazetteer.classes(of: words[token...token])
        return classes.contains(.title) && !(classes.contains(.firstName) && tokens.count == 2)
    }

    private func isMark(_ token: Int) -> Bool {
        switch document.xpos[token] {
        case .comma, .period, .colon, .openingQuote, .closingQuote, .leftBracket, .rightBracket:
            document.ends[token] - document.starts[token] <= 3
        default: false
        }
    }

    /// Whether the token is written as names are; where a whole line is in one case, that tells nothing.
    private func looksLikeName(_ token: Int) -> Bool {
        words[token].isCapitalized || (words[token].casing == .upper && words[token].hasUppercase)
    }

    // MARK: The gazetteer.

    /// Names that mean one thing only: countries, their people, and well-known bodies.
    private func applyGazetteer(_ entities: inout [NamedEntity], _ taken: inout [Int32]) {
        for sentence in document.sentences {
            var found: [(tokens: Range<Int>, classes: Gazetteer.Classes)] = []
            gazetteer.forEachMatch(sentence.tokens, words) { tokens, classes in
                if let last = found.last, last.tokens.lowerBound == tokens.lowerBound { found.removeLast() }
                found.append((tokens, classes))
            }
            for (tokens, classes) in found where tokens.allSatisfy({ looksLikeName($0) || tokens.count > 2 }) {
                let kind: NamedEntity.Kind
                if classes == .organization {
                    kind = .organization
                } else if classes.contains(.country), classes.isDisjoint(with: [.state, .firstName]),
                    words[tokens.lowerBound].casing != .upper
                {
                    kind = .place
                } else if classes.contains(.demonym), !classes.contains(.firstName) {
                    kind = .nationality
                } else {
                    continue
                }
                set(tokens, kind, &entities, &taken)
            }
        }
    }

    /// Makes a span an entity unless a longer one holds it, or one reaches out of it.
    private func set(
        _ tokens: Range<Int>, _ kind: NamedEntity.Kind, _ entities: inout [NamedEntity], _ taken: inout [Int32]
    ) {
        for token in tokens where taken[token] >= 0 {
            let other = entities[Int(taken[token])].tokens
            if other != tokens, other.lowerBound < tokens.lowerBound || other.upperBound > tokens.upperBound { return }
        }
        if taken[tokens.lowerBound] >= 0, entities[Int(taken[tokens.lowerBound])].tokens == tokens {
            entities[Int(taken[tokens.lowerBound])].kind = kind
            return
        }
        entities.removeAll { $0.tokens.overlaps(tokens) }
        entities.append(NamedEntity(tokens: tokens, kind: kind))
        taken = Self.tokens(of: entities, document.count)
    }

    // MARK: The document.

    /// "Freedonian Grain Union (FGU)": what stands in the brackets is an organization too.
    private func applyAcronyms(_ entities: inout [NamedEntity], _ taken: inout [Int32]) {
        for entity in entities where entity.kind == .organization && entity.tokens.count > 1 {
            let acronym = entity.tokens.upperBound + 1
            guard acronym + 1 < document.count, document.xpos[acronym - 1] == .leftBracket,
                document.xpos[acronym + 1] == .rightBracket,
                words[acronym].hasUppercase, !words[acronym].hasLowercase
            else { continue }
            set(acronym..<acronym + 1, .organization, &entities, &taken)
        }
    }

    /// Gives a name that was found in one place the same kind in all others, and surnames the kind of their bearers.
    private func repeatNames(_ entities: inout [NamedEntity], _ taken: inout [Int32]) {
        var counts: [UInt64: [Int]] = [:]
        var surnames: [UInt64: Int] = [:]
        var lengths: [UInt64: Int] = [:]
        for entity in entities where isName(entity.kind) {
            // Short sentences full of names look like headlines; of whole lines in one case nothing is learnt.
            let casing = words[entity.tokens.lowerBound].casing
            guard casing == .ordinary || casing == .title else { continue }
            let key = hash(entity.tokens)
            lengths[key] = entity.tokens.count
            counts[key, default: Array(repeating: 0, count: NamedEntity.Kind.allCases.count)][
                Int(entity.kind.rawValue)] += 1
            if entity.kind == .person, entity.tokens.count > 1, let last = entity.tokens.last, words[last].isCapitalized
            {
                surnames[words[last].norm, default: 0] += 1
            }
        }
        for index in entities.indices where isName(entities[index].kind) {
            let entity = entities[index]
            if entity.tokens.count == 1, surnames[words[entity.tokens.lowerBound].norm] != nil, !isListed(entity.tokens)
            {
                entities[index].kind = .person
            } else if let kind = majority(counts[hash(entity.tokens)]) {
                entities[index].kind = kind
            }
        }
        for token in 0..<document.count where taken[token] < 0 && looksLikeName(token) {
            let isSurname = surnames[words[token].norm] != nil
            guard isProper(token) || (isSurname && isContentWord(token)) else { continue }
            let span = token..<token + 1
            let isWithin =
                isNameToken(token - 1, taken, sameSentenceAs: token)
                || isNameToken(token + 1, taken, sameSentenceAs: token)
            guard !isWithin, !isListed(span) else { continue }
            let kind = isSurname ? .person : majority(counts[hash(span)])
            if let kind, lengths[hash(span)] == 1 || kind == .person {
                entities.append(NamedEntity(tokens: span, kind: kind))
            }
        }
    }

    /// A name of one word that is always that of a person, though nobody's full name has it, is a place where its context
    /// says so and nothing says that it speaks or acts.
    private func placesByContext(_ entities: inout [NamedEntity]) {
        let context = PlaceContext(document)
        var partsOfNames: Set<UInt64> = []
        var isPlace: [UInt64: Bool] = [:]
        for entity in entities where entity.kind == .person {
            let key = hash(entity.tokens)
            if entity.tokens.count > 1 {
                for token in entity.tokens { partsOfNames.insert(hash(token..<token + 1)) }
            } else if acts(entity.tokens.lowerBound) {
                isPlace[key] = false
            } else if isPlace[key] != false, context.isPlace(entity.tokens) {
                isPlace[key] = true
            }
        }
        for index in entities.indices where entities[index].kind == .person {
            let key = hash(entities[index].tokens)
            if isPlace[key] == true, !partsOfNames.contains(key) { entities[index].kind = .place }
        }
    }

    /// Whether a name is the subject of a verb of people: "Berg said".
    private func acts(_ token: Int) -> Bool {
        guard document.relations[token] == .nsubj, let verb = document.head(of: token) else { return false }
        return Self.verbsOfPeople.contains(document.lemma(verb).lowercased())
    }

    private static let verbsOfPeople = Lexicon(named: "people-verbs").words

    private func isName(_ kind: NamedEntity.Kind) -> Bool { kind.rawValue <= NamedEntity.Kind.other.rawValue }

    private func isProper(_ token: Int) -> Bool {
        document.xpos[token] == .nnp || document.xpos[token] == .nnps || document.xpos[token] == .nn
    }

    /// At the beginning of a sentence taggers take surnames for all kinds of words, but not for those every text has.
    private func isContentWord(_ token: Int) -> Bool {
        switch document.xpos[token] {
        case .nns, .jj, .jjr, .jjs, .vb, .vbd, .vbg, .vbn, .vbp, .vbz, .rb, .fw, .uh, .add, .afx, .gw, .xx: true
        default: false
        }
    }

    /// An unlabelled proper noun: part of the same name as its neighbour.
    private func isNameToken(_ token: Int, _ taken: [Int32], sameSentenceAs other: Int) -> Bool {
        guard token >= 0, token < document.count, document.sentenceOfToken[token] == document.sentenceOfToken[other]
        else { return false }
        guard looksLikeName(token), words[token].casing == .ordinary else { return false }
        return taken[token] < 0 && document.xpos[token] == .nnp
            && !gazetteer.classes(of: words[token...token]).contains(.title)
    }

    private func isListed(_ tokens: Range<Int>) -> Bool {
        let classes = gazetteer.classes(of: words[tokens])
        return !classes.isDisjoint(with: [.country, .capital, .demonym, .organization, .month, .weekday])
    }

    private func hash(_ tokens: Range<Int>) -> UInt64 { words[tokens].reduce(7) { FeatureHash.mix($0, $1.norm) } }

    /// The kind that more than half of the occurrences have.
    private func majority(_ counts: [Int]?) -> NamedEntity.Kind? {
        guard let counts, let best = counts.indices.max(by: { counts[$0] < counts[$1] }) else { return nil }
        return counts[best] * 2 > counts.reduce(0, +) ? NamedEntity.Kind(rawValue: UInt8(best)) : nil
    }
}
