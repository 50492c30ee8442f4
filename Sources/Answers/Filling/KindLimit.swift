import Facts
import Questions

/// What may fill the hole of "which countries ...", "which schools ...".
struct KindLimit: Sendable {
    enum Kind: Sendable { case person, country, organization, place }

    let kind: Kind?
    /// The lemma of the noun where it is no kind of its own: "school".
    let lemma: String?

    init(noun: Phrase?, words: WordLists) {
        let lemma = noun?.words.last { $0.upos != .adp && $0.upos != .punct }?.lemma
        self.kind = lemma.flatMap { Self.kind(of: $0, words) }
        self.lemma = lemma
    }

    static func kind(of lemma: String, _ words: WordLists) -> Kind? {
        if words[.kindPerson].contains(lemma) { return .person }
        if words[.kindCountry].contains(lemma) { return .country }
        if words[.kindOrganization].contains(lemma) { return .organization }
        if words[.kindPlace].contains(lemma) { return .place }
        return nil
    }

}

extension HoleFiller {
    /// 1 where the filling is of the kind that is asked for, less where it may be, 0 where it is not.
    func kindFit(_ filling: Filling, _ stored: StoredFact) -> Double {
        guard let lemma = limit.lemma else { return 1 }
        let article = store.articles[stored.article]
        let id = filling.entity ?? filling.tokens.map { article.entityOfToken[$0] }.first { $0 >= 0 }
        if let kind = limit.kind, let id {
            switch (kind, store.entities[id].kind) {
            case (.person, .person), (.organization, .organization), (.place, .place), (.person, .unnamed),
                (.person, .nationality):
                return 1
            case (.country, _):
                return store.entities[id].group.map { store.lexicon.names.groups[$0.id].kind == "country" } ?? false
                    ? 1 : 0.6
            case (_, .person): return 0
            // "which officials": no newspaper.
            case (.person, _): return 0.5
            default: return 0.7
            }
        }
        if filling.tokens.contains(where: { article.document.lemma($0).lowercased() == lemma }) { return 1 }
        // "a policy" is no country.
        return limit.kind == .country ? 0.5 : 0.75
    }
}
