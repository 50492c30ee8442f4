/// Sieve: a definite description of somebody or something that was named or described before.
///
///     Deputy Minister [Alexander Grushko] ... [the minister]        [Acme Inc.] ... [the company]        [a truce] ... [the truce]
enum RoleNouns {
    static func apply(to state: inout CoreferenceState) {
        for index in state.mentions.indices {
            let mention = state.mentions[index]
            guard mention.form == .nominal, !mention.isCoordination, mention.isDefinite, !mention.isIndefinite else { continue }
            let lemma = state.document.lemma(mention.head).lowercased()
            let match = named(index, lemma, state) ?? described(index, lemma, state) ?? generic(index, lemma, state)
            if let match { state.join(match, index) }
        }
    }

    /// A person in whose title, or an organization in whose name, the noun stands.
    private static func named(_ index: Int, _ lemma: String, _ state: CoreferenceState) -> Int? {
        let wanted = modifiers(index, state)
        return (0..<index).reversed().first { other in
            let mention = state.mentions[other]
            guard let name = mention.name, state.mentions[index].agreement.allows(state.agreement(of: other)) else { return false }
            switch mention.kind {
            case .person:
                let roles = roles(of: other, state)
                return roles.contains(lemma) && wanted.isSubset(of: roles)
            case .organization:
                let words = state.words(name)
                guard words.count > 1, words.last == lemma || words.first == lemma else { return false }
                return wanted.isSubset(of: Set(words))
            default:
                return false
            }
        }
    }

    /// The words before a person's name: "deputy", "foreign", "minister", and the country as a number.
    private static func roles(of mention: Int, _ state: CoreferenceState) -> Set<String> {
        var roles: Set<String> = []
        for member in state.members(of: mention) {
            let mention = state.mentions[member]
            let end = mention.name?.lowerBound ?? (mention.form == .nominal ? mention.head + 1 : mention.tokens.lowerBound)
            for token in mention.tokens.lowerBound..<max(end, mention.tokens.lowerBound) { roles.insert(word(token, state)) }
        }
        return roles
    }

    /// The content words before the head of a description.
    private static func modifiers(_ index: Int, _ state: CoreferenceState) -> Set<String> {
        let mention = state.mentions[index]
        return Set((mention.tokens.lowerBound..<mention.head).compactMap { token in
            switch state.document.upos[token] {
            case .det, .punct, .part, .adp, .pron: nil
            default: word(token, state)
            }
        })
    }

    /// A lemma in lower case; of a country or its people the country.
    private static func word(_ token: Int, _ state: CoreferenceState) -> String {
        if let country = Countries.embedded.country(ofWord: state.document.norm(token)) { return "#\(country)" }
        return state.document.lemma(token).lowercased()
    }

    /// An earlier description with the same noun and all modifiers.
    private static func described(_ index: Int, _ lemma: String, _ state: CoreferenceState) -> Int? {
        let mention = state.mentions[index]
        let wanted = modifiers(index, state)
        // What is described at length is new, unless the very words come again.
        let isPlain = mention.tokens.upperBound == mention.head + 1 && !hasOwner(mention, state)
        let words = state.words(mention.tokens)
        return (0..<index).reversed().first { other in
            let earlier = state.mentions[other]
            guard earlier.form == .nominal, !earlier.isCoordination, earlier.sentence >= mention.sentence - 12,
                earlier.tokens.upperBound <= mention.tokens.lowerBound || earlier.head < mention.tokens.lowerBound,
                state.document.lemma(earlier.head).lowercased() == lemma,
                earlier.agreement.number == mention.agreement.number
            else { return false }
            return isPlain ? wanted.isSubset(of: modifiers(other, state)) : state.words(earlier.tokens) == words
        }
    }

    /// "its decision", "Dow's decision": not the decision of another.
    private static func hasOwner(_ mention: CoreferenceMention, _ state: CoreferenceState) -> Bool {
        (mention.tokens.lowerBound..<mention.head).contains {
            state.document.relations[$0] == .nmodPossessive
        }
    }

    /// "the company", "the country", "the city": the latest one that was named, not far away.
    private static func generic(_ index: Int, _ lemma: String, _ state: CoreferenceState) -> Int? {
        let mention = state.mentions[index]
        guard modifiers(index, state).isEmpty, mention.agreement.number != .plural, mention.tokens.upperBound == mention.head + 1 else { return nil }
        let places = state.nouns.place(lemma)
        let isBody = ["company", "firm", "corporation", "agency", "organization", "organisation", "group", "party", "bank", "union", "network", "newspaper"]
            .contains(lemma)
        guard isBody || !places.isEmpty else { return nil }
        var best: (mention: Int, score: Int)?
        for other in (0..<index).reversed() {
            let earlier = state.mentions[other]
            guard mention.sentence - earlier.sentence <= 2 else { break }
            guard let name = earlier.name else { continue }
            let fits = isBody
                ? earlier.kind == .organization
                : earlier.kind == .place && !state.gazetteer.classes(ofPhrase: state.document, name).isDisjoint(with: places)
            guard fits else { continue }
            let score = earlier.prominence.rawValue - 2 * (mention.sentence - earlier.sentence)
            if best.map({ score > $0.score }) ?? true { best = (other, score) }
        }
        return best?.mention
    }
}
