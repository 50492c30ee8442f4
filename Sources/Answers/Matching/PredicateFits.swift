import Facts
import Questions

/// How well the predicates of the store's facts fit a question's verb; each predicate is compared once a question.
struct PredicateFits {
    struct Fit: Sendable, Equatable {
        var score: Double
        /// Whether the predicate states the opposite of the question's.
        var isOpposite = false
        /// Whether a predicate that does not fit may stand before another form of the question's verb: "take a decision".
        var mayHaveOtherForm = false
    }

    private let store: FactStore
    private let predicate: Predicate
    /// The verb in British or American spelling.
    private let spellings: [String]
    private let asksWho: Bool
    private let opposites: Bool
    private var known: [Fit?]
    /// What the lexicon relates to the question's verb.
    private let synonyms: Set<String>
    private let derived: Set<String>
    private let linking: Set<String>
    private let light: Set<String>

    /// - Parameter asksWho: Whether who did it is asked for: who said it may be who announced it, but not all that
    ///   somebody said is what he announced.
    init(store: FactStore, predicate: Predicate, spellings: [String] = [], asksWho: Bool, opposites: Bool) {
        self.store = store
        self.predicate = predicate
        self.spellings = spellings
        self.asksWho = asksWho
        self.opposites = opposites
        known = Array(repeating: nil, count: store.senses.count)
        (linking, light) = (store.lexicon.words[.linking], store.lexicon.words[.light])
        // The classes of `grammar/` tell better what a verb stands for, where it is in one.
        if case .verb(let lemma, let classes) = predicate, classes.allSatisfy({ !Self.isStance($0, store) }) {
            let entry = store.lexicon.related.words(of: lemma)
            synonyms = Set(entry.synonyms)
            derived = Set(entry.derived)
        } else {
            (synonyms, derived) = ([], [])
        }
    }

    /// Of what people say, think and want the classes tell more than WordNet; of what happens WordNet knows more.
    private static func isStance(_ id: VerbClasses.ID, _ store: FactStore) -> Bool {
        let verbs = store.lexicon.verbs
        return [
            "say", "think", "want", "know", "expect", "fear", "hope", "reject", "accept", "support", "oppose", "plan",
            "have", "meet", "control",
        ]
        .contains { name in verbs.id(named: name).map { verbs.isPart(id, of: $0) } ?? false }
    }

    /// The fit of a sense of the store (an index into `FactStore.senses`); 0 for one that does not fit.
    mutating func fit(of sense: Int) -> Fit {
        if let fit = known[sense] { return fit }
        var fit = compared(store.senses[sense])
        fit.mayHaveOtherForm = fit.score == 0 && mayHaveOtherForm(store.senses[sense].predicate)
        known[sense] = fit
        return fit
    }

    private func mayHaveOtherForm(_ stated: String) -> Bool {
        if case .verb("have", _) = predicate { return true }
        return linking.contains(stated) || light.contains(stated)
    }

    private func compared(_ sense: PredicateSense) -> Fit {
        switch predicate {
        case .any: return Fit(score: sense.predicate == "be" ? 0.9 : 1)
        case .be: return Fit(score: sense.predicate == "be" ? 1 : 0.6)
        case .verb(let lemma, let classes): return compared(sense, lemma, classes)
        }
    }

    private func compared(_ sense: PredicateSense, _ lemma: String, _ classes: [VerbClasses.ID]) -> Fit {
        let verbs = store.lexicon.verbs
        func isAny(_ relates: (VerbClasses.ID, VerbClasses.ID) -> Bool) -> Bool {
            sense.classes.contains { stated in classes.contains { relates(stated, $0) } }
        }
        if sense.predicate == lemma || spellings.contains(sense.predicate) { return Fit(score: 1) }
        if isSameVerb(sense.predicate, lemma) { return Fit(score: 0.9) }
        if isAny({ verbs.isPart($0, of: $1) }) { return Fit(score: 0.9) }
        if opposites, isAny({ verbs[$1].against.contains($0) }) { return Fit(score: 0.85, isOpposite: true) }
        let isGeneral =
            !asksWho && isOnlySaid(sense) && classes.allSatisfy { verbs[$0].parent.map { verbs[$0].name } == "say" }
        if isAny({ verbs[$1].near.contains($0) }), !isGeneral { return Fit(score: 0.75) }
        // Who says something of a thing does not praise or criticize it.
        if asksWho, !classes.contains(where: isJudgement), isAny({ verbs.isPart($1, of: $0) }) {
            return Fit(score: 0.6)
        }
        if derived.contains(sense.predicate) { return Fit(score: 0.8) }
        if synonyms.contains(sense.predicate) { return Fit(score: 0.75) }
        return Fit(score: 0)
    }

    private func isJudgement(_ id: VerbClasses.ID) -> Bool {
        store.lexicon.words[.classesNotMerelySaid].contains(store.lexicon.verbs[id].name)
    }

    /// "call_for" is to call, with or without its preposition.
    private func isSameVerb(_ first: String, _ second: String) -> Bool {
        let underscore = UInt8(ascii: "_")
        let (a, b) = (first.utf8, second.utf8)
        guard a.first == b.first else { return false }
        return a.prefix { $0 != underscore }.elementsEqual(b.prefix { $0 != underscore })
    }

    /// Whether a predicate tells no more than that something is said.
    private func isOnlySaid(_ sense: PredicateSense) -> Bool {
        sense.classes.allSatisfy { store.lexicon.verbs[$0].name == "say" } && !sense.classes.isEmpty
    }
}
