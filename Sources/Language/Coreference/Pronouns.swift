/// Sieve: pronouns of the third person, to the most prominent thing nearby that agrees.
///
///     [Trump]'s approach is controversial, as [he] has shifted. [His] meeting with Zelenskiy ended early.
///
/// Prominence, recency and agreement are weighed as in Lappin and Leass (1994).
struct Pronouns {
    private let speakers: [Int?]
    private let quotationOfToken: [Int32]
    /// How many sentences back a pronoun may reach, and how many mentions.
    private let reach = 3
    private let farthest = 150

    private let weights = PronounWeights()

    init(_ speakers: Speakers) {
        self.speakers = speakers.speakers()
        quotationOfToken = speakers.quotationOfToken
    }

    /// The likeliest of the mentions before a pronoun, or nil.
    func antecedent(of index: Int, _ pronoun: Pronoun, _ state: CoreferenceState) -> Int? {
        let mention = state.mentions[index]
        var best: (mention: Int, score: Double)?
        for other in (max(index - farthest, 0)..<index).reversed() {
            let candidate = state.mentions[other]
            if mention.sentence - candidate.sentence > reach { break }
            guard isPossible(candidate, other, for: mention, index, pronoun, state) else { continue }
            let score = score(candidate, other, for: mention, pronoun, state)
            if best.map({ score > $0.score }) ?? true { best = (other, score) }
        }
        let least: PronounWeights.Weight =
            switch pronoun.agreement.gender {
            case .neuter: .leastIt
            case .any: .leastThey
            default: .leastPerson
            }
        guard let best, best.score > weights[least] else { return nil }
        return best.mention
    }

    // MARK: What cannot be.

    private func isPossible(
        _ candidate: CoreferenceMention, _ other: Int, for mention: CoreferenceMention, _ index: Int,
        _ pronoun: Pronoun,
        _ state: CoreferenceState
    ) -> Bool {
        let document = state.document
        if let earlier = candidate.pronoun, earlier.person != .third { return false }
        // A phrase that holds the pronoun, or that begins after it.
        guard candidate.head < mention.head, !candidate.tokens.contains(mention.head) else { return false }
        guard state.agreement(of: other).allows(state.agreement(of: index)) else { return false }
        if candidate.form == .pronoun, candidate.pronoun == nil { return false }
        let gender = pronoun.agreement.gender
        if gender == .male || gender == .female {
            guard state.agreement(of: other).gender.isDisjoint(with: .neuter) else { return false }
        }
        if candidate.form == .nominal,
            isTime(candidate, document) || candidate.isIndefinite && isNegated(candidate, document)
        {
            return false
        }
        let isCoArgument =
            document.head(of: candidate.head) != nil && document.heads[candidate.head] == document.heads[mention.head]
            && isArgument(candidate.head, document) && isArgument(mention.head, document)
        if pronoun.isReflexive { return isCoArgument || candidate.sentence == mention.sentence }
        if isCoArgument || Binding.isSubject(candidate.head, ofClauseOf: mention.head, document) { return false }
        // Nobody speaks of himself as "he" in his own words.
        let quotation = quotationOfToken[mention.head]
        if quotation >= 0, let speaker = speakers[Int(quotation)],
            state.recentMembers(of: other).contains(where: { state.mentions[$0].head == speaker })
        {
            return false
        }
        return true
    }

    private func isArgument(_ token: Int, _ document: Document) -> Bool {
        switch document.relations[token] {
        case .nsubj, .nsubjPassive, .obj, .iobj, .obl, .oblAgent: true
        default: false
        }
    }

    private func isTime(_ mention: CoreferenceMention, _ document: Document) -> Bool {
        document.relations[mention.head] == .oblUnmarked
            || Self.times.contains(document.lemma(mention.head).lowercased())
    }

    private static let times = NounLexicon.embedded.meaningNothing.union(Gazetteer.timeNouns)

    private func isNegated(_ mention: CoreferenceMention, _ document: Document) -> Bool {
        document.norm(mention.tokens.lowerBound) == "no"
    }

    // MARK: What is likely.

    private func score(
        _ candidate: CoreferenceMention, _ other: Int, for mention: CoreferenceMention, _ pronoun: Pronoun,
        _ state: CoreferenceState
    ) -> Double {
        let document = state.document
        let distance = mention.sentence - candidate.sentence
        var score =
            weights[.sentence] * Double(distance) + weights[.token] * Double(min(mention.head - candidate.head, 60))
        if document.sentences[mention.sentence].paragraph != document.sentences[candidate.sentence].paragraph {
            score += weights[.paragraph]
        }
        let place: PronounWeights.Weight =
            switch candidate.prominence {
            case .subject: .subject
            case .embeddedSubject: .embeddedSubject
            case .possessor: .possessor
            case .object: .object
            case .oblique: .oblique
            case .modifier: .modifier
            }
        score += weights[place]
        if candidate.prominence == mention.prominence { score += weights[.parallel] }
        if candidate.form == .pronoun { score += weights[.pronoun] }
        if candidate.isDefinite { score += weights[.definite] }
        if candidate.isIndefinite { score += weights[.indefinite] }
        let recent = state.recentMembers(of: other).count {
            state.mentions[$0].head < mention.head && mention.sentence - state.mentions[$0].sentence <= 4
        }
        score += weights[.recent] * Double(min(recent, 4))
        if quotationOfToken[candidate.head] >= 0, quotationOfToken[mention.head] < 0 { score += weights[.quoted] }

        let agreement = state.agreement(of: other)
        switch pronoun.agreement.gender {
        case .male, .female:
            if candidate.form == .name { score += weights[.personName] }
            if agreement.gender == pronoun.agreement.gender { score += weights[.knownGender] }
        case .neuter:
            if candidate.kind == .organization || candidate.kind == .place { score += weights[.itName] }
            if candidate.isCoordination { score += weights[.itCoordination] }
        default:
            if agreement.number == .plural { score += weights[.theyPlural] }
            if agreement.gender.isDisjoint(with: .neuter) { score += weights[.theyPeople] }
            if candidate.isCoordination { score += weights[.theyCoordination] }
            if isThing(candidate, state) { score += weights[.theyThing] }
        }
        if saysSomething(mention.head, document), isThing(candidate, state) { score += weights[.thingOfPeople] }
        return score
    }

    /// Whether the token is the subject of a verb that only people and bodies can have.
    private func saysSomething(_ token: Int, _ document: Document) -> Bool {
        guard document.relations[token] == .nsubj, let verb = document.head(of: token) else { return false }
        return Self.verbsOfPeople.contains(document.lemma(verb))
    }

    private static let verbsOfPeople = Lexicon(named: "people-verbs").words

    /// Neither person, body nor place.
    private func isThing(_ candidate: CoreferenceMention, _ state: CoreferenceState) -> Bool {
        if candidate.isCoordination { return false }
        if candidate.form == .pronoun { return false }
        if candidate.kind != nil { return candidate.kind == .other }
        return state.nouns[state.document.lemma(candidate.head).lowercased()] == nil
    }
}
