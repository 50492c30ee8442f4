import Facts
import Questions

/// How well the predicates of the store's facts fit a question's verb; each is compared once a question, by its numbers.
struct PredicateFits {
    struct Fit: Sendable, Equatable {
        var score: Double
        /// Whether the predicate states the opposite of the question's.
        var isOpposite = false
        /// Whether a predicate that does not fit may stand before another form of the question's verb: "take a decision".
        var mayHaveOtherForm = false
    }

    /// What a predicate is to the question's, as an index into `fits`; kept by sense in one byte.
    enum Relation: UInt8, CaseIterable {
        case notCompared, none, mayHaveOtherForm, same, sameVerb, part, opposite, near, wider, derived, synonym
        /// Where no verb is asked for: what somebody is, and the rest.
        case isWhereAnyIs, notBeing

        var fit: Fit {
            switch self {
            case .notCompared, .none: Fit(score: 0)
            case .mayHaveOtherForm: Fit(score: 0, mayHaveOtherForm: true)
            case .same: Fit(score: 1)
            case .sameVerb, .part, .isWhereAnyIs: Fit(score: 0.9)
            case .opposite: Fit(score: 0.85, isOpposite: true)
            case .derived: Fit(score: 0.8)
            case .near, .synonym: Fit(score: 0.75)
            case .wider, .notBeing: Fit(score: 0.6)
            }
        }
    }

    private static let fits = Relation.allCases.map(\.fit)

    /// What the lexicon tells of a predicate beside the question's verb.
    private struct WordMarks: OptionSet {
        let rawValue: UInt8

        static let same = WordMarks(rawValue: 1 << 0)
        static let derived = WordMarks(rawValue: 1 << 1)
        static let synonym = WordMarks(rawValue: 1 << 2)
        static let mayHaveOtherForm = WordMarks(rawValue: 1 << 3)
    }

    /// What a class is to those of the question's verb.
    private struct ClassMarks: OptionSet {
        let rawValue: UInt8

        static let part = ClassMarks(rawValue: 1 << 0)
        static let against = ClassMarks(rawValue: 1 << 1)
        static let near = ClassMarks(rawValue: 1 << 2)
        static let wider = ClassMarks(rawValue: 1 << 3)
        static let say = ClassMarks(rawValue: 1 << 4)
    }

    private let senses: [PredicateSense]
    private let predicates: PredicateTable
    private let predicate: Predicate
    private let be: PredicateTable.Number?
    /// By the numbers of predicates; empty where no verb is asked for.
    private var wordMarks: [WordMarks] = []
    /// By the indices of classes.
    private var classMarks: [ClassMarks] = []
    private var firstWord: PredicateTable.Number?
    private var mayAllHaveOtherForm = false
    /// Whether the classes of the question's verb tell no more than that something is said.
    private var isOfSaying = false
    /// Whether who says it may be who does it: not who praises or criticizes.
    private var takesWider = false
    private var known: [Relation]

    /// - Parameters:
    ///   - spellings: The verb in British or American spelling.
    ///   - asksWho: Whether who did it is asked for: who said it may be who announced it, but not all that
    ///     somebody said is what he announced.
    init(store: FactStore, predicate: Predicate, spellings: [String] = [], asksWho: Bool, opposites: Bool) {
        senses = store.senses
        predicates = store.predicates
        self.predicate = predicate
        be = predicates.number(of: "be")
        known = Array(repeating: .notCompared, count: senses.count)
        guard case .verb(let lemma, let classes) = predicate else { return }
        wordMarks = Self.wordMarks(of: lemma, spellings, classes, store)
        firstWord = predicates.number(of: String(PredicateTable.firstWord(of: lemma)))
        mayAllHaveOtherForm = lemma == "have"
        let verbs = store.lexicon.verbs
        isOfSaying = !asksWho && classes.allSatisfy { verbs[$0].parent.map { verbs[$0].name } == "say" }
        let judgements = store.lexicon.words[.classesNotMerelySaid]
        takesWider = asksWho && !classes.contains { judgements.contains(verbs[$0].name) }
        classMarks = verbs.ids.map { id in
            var marks: ClassMarks = verbs[id].name == "say" ? .say : []
            for asked in classes {
                if verbs.isPart(id, of: asked) { marks.insert(.part) }
                if verbs.isPart(asked, of: id) { marks.insert(.wider) }
                if opposites, verbs[asked].against.contains(id) { marks.insert(.against) }
                if verbs[asked].near.contains(id) { marks.insert(.near) }
            }
            return marks
        }
    }

    private static func wordMarks(
        of lemma: String, _ spellings: [String], _ classes: [VerbClasses.ID], _ store: FactStore
    ) -> [WordMarks] {
        let predicates = store.predicates
        var marks = [WordMarks](repeating: [], count: predicates.count)
        func note(_ words: some Sequence<String>, _ mark: WordMarks) {
            for word in words {
                if let number = predicates.number(of: word) { marks[Int(number)].insert(mark) }
            }
        }
        note(CollectionOfOne(lemma), .same)
        note(spellings, .same)
        note(store.lexicon.words[.linking], .mayHaveOtherForm)
        note(store.lexicon.words[.light], .mayHaveOtherForm)
        // The classes of `grammar/` tell better what a verb stands for, where it is in one.
        if classes.allSatisfy({ !isStance($0, store) }) {
            let related = store.lexicon.related.words(of: lemma)
            note(related.derived, .derived)
            note(related.synonyms, .synonym)
        }
        return marks
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
    mutating func fit(of sense: Int) -> Fit { Self.fits[Int(relation(of: sense).rawValue)] }

    /// What a sense is to the question's verb.
    mutating func relation(of sense: Int) -> Relation {
        let known = known[sense]
        if known != .notCompared { return known }
        let relation = compared(sense)
        self.known[sense] = relation
        return relation
    }

    private func compared(_ sense: Int) -> Relation {
        let number = predicates.predicate(ofSense: sense)
        switch predicate {
        case .any: return number == be ? .isWhereAnyIs : .same
        case .be: return number == be ? .same : .notBeing
        case .verb: break
        }
        let word = wordMarks[Int(number)]
        if word.contains(.same) { return .same }
        // "call_for" is to call, with or without its preposition.
        if predicates.firstWord(of: number) == firstWord { return .sameVerb }
        var marks: ClassMarks = []
        var isOnlySaid = true
        let classes = senses[sense].classes
        for id in classes {
            marks.formUnion(classMarks[id.index])
            if !classMarks[id.index].contains(.say) { isOnlySaid = false }
        }
        if marks.contains(.part) { return .part }
        if marks.contains(.against) { return .opposite }
        if marks.contains(.near), !(isOfSaying && isOnlySaid) { return .near }
        // Who says something of a thing does not praise or criticize it.
        if takesWider, marks.contains(.wider) { return .wider }
        if word.contains(.derived) { return .derived }
        if word.contains(.synonym) { return .synonym }
        return mayAllHaveOtherForm || word.contains(.mayHaveOtherForm) ? .mayHaveOtherForm : .none
    }
}
