/// Sieve: descriptions of what was named, where the ranker has found no name for them.
///
///     [Velocor] cut its forecast. [The company] blamed the weather.        [Captain Ada Berg] ... [The striker] has scored 19 goals
///     [Velmark]'s parliament ... [The country] has no coast.
///     A former [manager] who locked the exit was jailed on Friday. [Nils Holm], 58, was found guilty in April.
struct Descriptions {
    private let document: Document
    private let words = NameClueWords.embedded
    /// How many sentences back the name may stand that a description goes by, if it is no name that the whole text is about.
    private static let reach = 2

    static func apply(to state: inout CoreferenceState) {
        let sieve = Descriptions(document: state.document)
        sieve.joinLead(&state)
        sieve.joinClients(&state)
        for index in state.mentions.indices where sieve.isDescription(index, state) {
            let noun = state.document.lemma(state.mentions[index].head).lowercased()
            if let body = sieve.body(for: index, noun, state) {
                state.join(body, index)
            } else if let person = sieve.person(for: index, noun, state) {
                state.join(person, index)
            } else if let place = sieve.place(for: index, noun, state) {
                state.join(place, index)
            }
        }
    }

    private init(document: Document) { self.document = document }

    /// "the company", one of a cluster without a name.
    private func isDescription(_ index: Int, _ state: CoreferenceState) -> Bool {
        let mention = state.mentions[index]
        return mention.form == .nominal && document.norm(mention.tokens.lowerBound) == "the"
            && document.xpos[mention.head] == .nn
            && !mention.isCoordination && !state.members(of: index).contains { state.mentions[$0].form == .name }
    }

    // MARK: Bodies.

    private func body(for index: Int, _ noun: String, _ state: CoreferenceState) -> Int? {
        guard words["body-noun"].contains(noun) else { return nil }
        let mention = state.mentions[index]
        let between = mention.tokens.lowerBound + 1..<max(mention.head, mention.tokens.lowerBound + 1)
        // "the metalworkers' union" is told apart from all that were named.
        guard mention.head == mention.tokens.upperBound - 1, between.allSatisfy({ document.xpos[$0] != .pos }) else {
            return nil
        }
        let names = state.mentions.indices.filter {
            state.mentions[$0].kind == .organization && state.mentions[$0].name != nil && $0 != index
        }
        // "the union": the one whose name says so.
        if let named = names.last(where: { $0 < index && lastWord($0, state) == noun }) { return named }
        // A ministry, a union or a bank would be called that.
        let plain = names.filter { !state.gazetteer.classes(of: lastWord($0, state) ?? "").contains(.bodyNoun) }
        guard words["company-noun"].contains(noun) else { return between.isEmpty ? focus(among: plain, state) : nil }
        let near = plain.filter { $0 < index && isNear($0, mention, state) && !isItsSpeaker($0, mention, state) }
        if let subject = near.last(where: { state.mentions[$0].prominence == .subject }) { return subject }
        // "the company" is what the text is about; "the French company" may be told apart from it.
        let isPlain = between.isEmpty || between.contains { document.norm($0).hasSuffix("based") }
        if isPlain, let focus = focus(among: plain, state) { return focus }
        return near.last
    }

    private func lastWord(_ index: Int, _ state: CoreferenceState) -> String? {
        state.mentions[index].name.map { document.norm($0.upperBound - 1) }
    }

    private func isNear(_ other: Int, _ mention: CoreferenceMention, _ state: CoreferenceState) -> Bool {
        (0...Self.reach).contains(mention.sentence - state.mentions[other].sentence)
    }

    /// The name that the first sentences and most others have.
    private func focus(among names: [Int], _ state: CoreferenceState) -> Int? {
        let early = names.filter { state.mentions[$0].sentence < 4 }
        func count(_ index: Int) -> Int { state.members(of: index).count { state.mentions[$0].form == .name } }
        return early.max { (count($0), -$0) < (count($1), -$1) }.flatMap { count($0) >= 2 ? $0 : nil }
    }

    /// Who says what a description did is not who it describes.
    private func isItsSpeaker(_ other: Int, _ mention: CoreferenceMention, _ state: CoreferenceState) -> Bool {
        guard let clause = document.head(of: mention.head) else { return false }
        return document.heads[state.mentions[other].head] >= 0 && document.relations[clause] == .ccomp
            && document.heads[clause] == document.heads[state.mentions[other].head]
    }

    // MARK: Places.

    /// "the country", "the town": the only one of its kind that was named shortly before, or that the text is about.
    private func place(for index: Int, _ noun: String, _ state: CoreferenceState) -> Int? {
        let mention = state.mentions[index]
        let isCountry = words["country-noun"].contains(noun)
        guard isCountry || words["town-noun"].contains(noun), mention.tokens.count == 2 else { return nil }
        let named = state.mentions.indices.filter { other in
            guard other < index, state.mentions[other].kind == .place, let name = state.mentions[other].name else {
                return false
            }
            let classes = state.gazetteer.classes(ofPhrase: document, name)
            return isCountry
                ? classes.contains(.country) || isOwnerOfState(name)
                : classes.isDisjoint(with: [.country, .state, .region]) && !isOwnerOfState(name)
        }
        let near = named.filter { isNear($0, mention, state) }
        if let last = near.last, near.allSatisfy({ state.areJoined($0, last) }) { return last }
        return focus(among: named, state)
    }

    /// "Velmark's parliament".
    private func isOwnerOfState(_ name: Range<Int>) -> Bool {
        name.upperBound + 1 < document.count && document.xpos[name.upperBound] == .pos
            && words["place-has"].contains(document.norm(name.upperBound + 1))
    }

    // MARK: Persons.

    private func person(for index: Int, _ noun: String, _ state: CoreferenceState) -> Int? {
        if let titled = onlyBearer(of: noun, for: index, state) { return titled }
        let isTried = words["person-tried"].contains(noun)
        guard isTried || words["person-alias"].contains(noun) else { return nil }
        let mention = state.mentions[index]
        let names = state.mentions.indices.filter {
            $0 < index && state.mentions[$0].kind == .person && state.mentions[$0].name != nil
                && !isItsSpeaker($0, mention, state)
                && state.agreement(of: $0).allows(state.agreement(of: index))
        }
        if isTried { return names.first { hasAge($0, state) } }
        return names.last { isNear($0, mention, state) && state.mentions[$0].prominence == .subject }
    }

    /// "the premier", where one person of the text has that title or is described so.
    private func onlyBearer(of noun: String, for index: Int, _ state: CoreferenceState) -> Int? {
        let mention = state.mentions[index]
        guard mention.agreement.gender.isDisjoint(with: .neuter), mention.head == mention.tokens.lowerBound + 1 else {
            return nil
        }
        var bearers: [Int: Int] = [:]
        for other in state.mentions.indices where state.mentions[other].kind == .person {
            guard let name = state.mentions[other].name else { continue }
            let isTitled =
                name.lowerBound > 0 && document.lemma(name.lowerBound - 1).lowercased() == noun
                && document.sentenceOfToken[name.lowerBound - 1] == document.sentenceOfToken[name.lowerBound]
            let isDescribed = state.members(of: other).contains {
                state.mentions[$0].form == .nominal && document.lemma(state.mentions[$0].head).lowercased() == noun
            }
            if isTitled || isDescribed { bearers[state.cluster(other)] = other }
        }
        guard bearers.count == 1, let bearer = bearers.values.first, !isItsSpeaker(bearer, mention, state) else {
            return nil
        }
        return bearer
    }

    /// "Nils Holm, 58, ..."
    private func hasAge(_ index: Int, _ state: CoreferenceState) -> Bool {
        guard let name = state.mentions[index].name, name.upperBound + 1 < document.count else { return false }
        return document.norm(name.upperBound) == "," && document.xpos[name.upperBound + 1] == .cd
            && document.form(name.upperBound + 1).utf8.count <= 2
    }

    /// "Holm's lawyer, Ada Berg, said her client had left.": the client is whose lawyer she is.
    private func joinClients(_ state: inout CoreferenceState) {
        for index in state.mentions.indices {
            let mention = state.mentions[index]
            guard document.norm(mention.head) == "client", mention.form == .nominal,
                document.xpos[mention.tokens.lowerBound] == .prpPossessive,
                !state.members(of: index).contains(where: { state.mentions[$0].form == .name }),
                let lawyer = (max(mention.head - 40, 0)..<mention.head).last(where: {
                    words["counsel"].contains(document.norm($0))
                }),
                let owner = state.mentions.indices.first(where: {
                    state.mentions[$0].tokens.lowerBound < lawyer
                        && document.head(of: state.mentions[$0].head) == lawyer
                        && document.relations[state.mentions[$0].head] == .nmodPossessive
                        && state.kind(of: $0) == .person
                })
            else { continue }
            state.join(owner, index)
        }
    }

    /// A story begins with what somebody is and tells the name, with the age, in the next sentence.
    private func joinLead(_ state: inout CoreferenceState) {
        guard
            let lead = state.mentions.indices.first(where: { index in
                let mention = state.mentions[index]
                return mention.sentence < 5 && mention.form == .nominal && mention.prominence == .subject
                    && document.xpos[mention.head] == .nn
                    && mention.agreement.gender.isDisjoint(with: .neuter)
                    && document.norm(document.sentences[mention.sentence].tokens.upperBound - 1) == "."
            })
        else { return }
        let name = state.mentions.indices.first { index in
            let mention = state.mentions[index]
            return (1...2).contains(mention.sentence - state.mentions[lead].sentence) && mention.kind == .person
                && hasAge(index, state)
                && mention.name?.lowerBound == document.sentences[mention.sentence].tokens.lowerBound
        }
        guard let name, !state.members(of: lead).contains(where: { state.mentions[$0].form == .name }) else { return }
        state.join(name, lead)
    }
}
