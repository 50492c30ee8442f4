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
        entities = withoutHeadlineWords(withoutOpeningNouns(sums(daysBeforeMonths(entities.compactMap(trimmed)))))
        entities = entities.flatMap(membersApart)
        addBodies(to: &entities)
        let found = Self.tokens(of: entities, document.count)
        entities = Self.withoutOverlaps(entities.map { NameBoundary(document).mended($0, taken: found) })
        var taken = Self.tokens(of: entities, document.count)
        applyGazetteer(&entities, &taken)
        applyAcronyms(&entities, &taken)
        applyTitles(&entities, &taken)
        repeatNames(&entities, &taken)
        var clues = NameClues(document, gazetteer)
        clues.apply(to: &entities)
        entities.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
    }

    /// Of names that have grown into each other the longer one.
    private static func withoutOverlaps(_ entities: [NamedEntity]) -> [NamedEntity] {
        var kept: [NamedEntity] = []
        for entity in entities.sorted(by: {
            ($0.tokens.lowerBound, -$0.tokens.count) < ($1.tokens.lowerBound, -$1.tokens.count)
        }) {
            while let last = kept.last, last.tokens.overlaps(entity.tokens), last.tokens.count < entity.tokens.count {
                kept.removeLast()
            }
            if let last = kept.last, last.tokens.overlaps(entity.tokens) { continue }
            kept.append(entity)
        }
        return kept
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

    /// "Kaja Reim of the Left Union" is somebody and a body.
    private func membersApart(_ entity: NamedEntity) -> [NamedEntity] {
        guard entity.kind == .organization,
            let of = entity.tokens.dropFirst(2).first(where: { document.norm($0) == "of" }),
            of + 1 < entity.tokens.upperBound, of - entity.tokens.lowerBound <= 3,
            gazetteer.classes(of: words[entity.tokens.lowerBound...entity.tokens.lowerBound]).contains(.firstName),
            (entity.tokens.lowerBound..<of).allSatisfy({ words[$0].isCapitalized }),
            gazetteer.classes(of: words[of - 1...of - 1]).isDisjoint(with: [.bodyNoun, .companySuffix])
        else { return [entity] }
        let body = document.xpos[of + 1] == .dt ? of + 2 : of + 1
        guard body < entity.tokens.upperBound else { return [entity] }
        return [
            NamedEntity(tokens: entity.tokens.lowerBound..<of, kind: .person),
            NamedEntity(tokens: body..<entity.tokens.upperBound, kind: .organization),
        ]
    }

    /// "the charity {Doctors for All}": behind what a body is a name may have small words in it.
    private func addBodies(to entities: inout [NamedEntity]) {
        let nouns = NameClueWords.embedded["body-noun"]
        for noun in 0..<max(document.count - 3, 0) where nouns.contains(document.form(noun)) {
            let sentence = document.sentence(of: noun)
            func isCapital(_ token: Int) -> Bool {
                token < document.count && document.sentence(of: token) == sentence
                    && document.form(token).first?.isUppercase == true
            }
            var end = noun + 1
            var hasSmallWord = false
            while isCapital(end) {
                end += 1
                if isCapital(end + 1), end > noun + 1,
                    ["for", "of", "against", "without"].contains(document.form(end))
                {
                    hasSmallWord = true
                    end += 1
                }
            }
            let name = noun + 1..<end
            guard hasSmallWord,
                !entities.contains(where: {
                    $0.tokens.overlaps(name) && ($0.kind == .person || $0.tokens.upperBound > end)
                })
            else { continue }
            entities.removeAll { $0.tokens.overlaps(name) }
            entities.append(NamedEntity(tokens: name, kind: .organization))
        }
        entities.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
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

    /// "412 million euros": the number and its currency are a sum; a currency alone is no name.
    private func sums(_ entities: [NamedEntity]) -> [NamedEntity] {
        var entities = entities
        for index in entities.indices where entities[index].kind == .number || entities[index].kind == .money {
            let end = entities[index].tokens.upperBound
            if end + 1 < document.count, document.norm(end) == "per", document.norm(end + 1) == "cent",
                document.sentence(of: end + 1) == document.sentence(of: end - 1)
            {
                entities[index] = NamedEntity(tokens: entities[index].tokens.lowerBound..<end + 2, kind: .percent)
                continue
            }
            let start = entities[index].tokens.lowerBound
            if entities[index].kind == .number, start > 0, ["£", "$", "€", "¥"].contains(document.form(start - 1)),
                document.ends[start - 1] == document.starts[start]
            {
                entities[index] = NamedEntity(tokens: start - 1..<end, kind: .money)
                continue
            }
            guard end < document.count, isCurrency(end), document.sentence(of: end) == document.sentence(of: end - 1)
            else { continue }
            entities[index] = NamedEntity(tokens: entities[index].tokens.lowerBound..<end + 1, kind: .money)
        }
        return entities.filter { entity in
            !(entity.tokens.count == 1 && entity.kind != .money && isCurrency(entity.tokens.lowerBound))
        }
    }

    /// With a small letter: "Real" and "Marks" are names.
    private func isCurrency(_ token: Int) -> Bool {
        document.forms[token] == document.norms[token] && Self.currencies.contains(document.norm(token))
    }

    private static let currencies = Lexicon(named: "currencies").words

    /// "Carmaker Norvane said": a noun with the capital of its sentence is no part of a name that stands elsewhere without it.
    private func withoutOpeningNouns(_ entities: [NamedEntity]) -> [NamedEntity] {
        let names = Set(entities.lazy.map { hash($0.tokens) })
        return entities.map { entity in
            let first = entity.tokens.lowerBound
            guard entity.tokens.count > 1, isName(entity.kind),
                document.sentences[document.sentence(of: first)].tokens.lowerBound == first,
                NounLexicon.embedded[document.norm(first)] != nil,
                names.contains(hash(first + 1..<entity.tokens.upperBound))
            else { return entity }
            return NamedEntity(tokens: first + 1..<entity.tokens.upperBound, kind: entity.kind)
        }
    }

    /// "Storm Forces Ferry Operator To Cancel Crossings": in a headline of capitals what the story has in lower case is no name.
    private func withoutHeadlineWords(_ entities: [NamedEntity]) -> [NamedEntity] {
        guard let headline = document.sentences.first?.tokens, document.sentences.count > 1, !headline.isEmpty,
            words[headline.lowerBound].casing == .title
        else { return entities }
        var plain: Set<String> = []
        var capital: Set<String> = []
        for sentence in document.sentences.dropFirst() {
            for token in sentence.tokens where document.upos[token] != .punct {
                if document.forms[token] == document.norms[token] {
                    plain.insert(document.norm(token))
                    plain.insert(document.lemma(token).lowercased())
                } else if token > sentence.tokens.lowerBound {
                    capital.insert(document.norm(token))
                }
            }
        }
        func isPlain(_ token: Int) -> Bool {
            !capital.contains(document.norm(token))
                && (plain.contains(document.norm(token)) || plain.contains(document.lemma(token).lowercased()))
        }
        return entities.filter { entity in
            !isName(entity.kind) || !headline.contains(entity.tokens.lowerBound) || !entity.tokens.allSatisfy(isPlain)
        }
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

    /// "Secretary General Lin Su-mei": capitals behind a title are a person's name, though the model has passed them over.
    private func applyTitles(_ entities: inout [NamedEntity], _ taken: inout [Int32]) {
        for title in 0..<max(document.count - 1, 0)
        where document.relations[title] == .nmodDescription && looksLikeName(title) {
            let start = title + 1
            guard gazetteer.classes(of: words[title...title]).contains(.title),
                isFree(start, taken, sameSentenceAs: title), document.upos[start] == .propn,
                !gazetteer.classes(of: words[start...start]).contains(.title), words[start].casing == .ordinary
            else { continue }
            var end = start + 1
            while end < document.count, taken[end] < 0,
                document.sentenceOfToken[end] == document.sentenceOfToken[title], end - start < 5
            {
                if document.xpos[end] == .hyph, document.starts[end] == document.ends[end - 1],
                    end + 1 < document.count,
                    document.starts[end + 1] == document.ends[end]
                {
                    end += 2
                } else if isFree(end, taken, sameSentenceAs: title), document.upos[end] == .propn {
                    end += 1
                } else {
                    break
                }
            }
            set(start..<end, .person, &entities, &taken)
        }
    }

    private func isFree(_ token: Int, _ taken: [Int32], sameSentenceAs other: Int) -> Bool {
        taken[token] < 0 && document.sentenceOfToken[token] == document.sentenceOfToken[other]
            && words[token].isCapitalized
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
