import Facts
import Language
import Questions

/// How well a fact matches a question.
struct FactMatch: Sendable {
    /// What matched, for `.why`.
    enum Part: Sendable {
        case predicate
        /// A given slot, the context: as it is shown.
        case slot(String)
    }

    var id: FactStore.ID
    /// From 0 to 1.
    var score: Double
    /// How each part matched, for `.why`.
    var parts: [(part: Part, score: Double)]
    /// Whether the fact states the opposite of what was asked (`against` classes).
    var isOpposite = false
}

/// Matches the facts of the store with a question's pattern.
///
/// The score is the predicate's fit times the given slots' fit; a slot that does not fit rules the fact out.
///
/// A class, since it keeps what it reads of the sentence that it looks at; it is made for one question, so that nothing need be
/// checked at each access.
final class FactMatcher {
    let store: FactStore
    let plan: Plan
    private let interruption: Interruption?
    /// The least that a slot must fit.
    static let slotThreshold = 0.5
    /// The least score of an answer; chosen over articles, see `docs/errors.md`.
    static let threshold = 0.44

    private let numbers: FactNumbers
    private let isFiltered: Bool
    @exclusivity(unchecked) private(set) var view = View()
    /// Of the fact that is looked at; kept for its memory.
    @exclusivity(unchecked) private var slotFits: [Double] = []
    @exclusivity(unchecked) private var notes: [(part: FactMatch.Part, score: Double)] = []
    /// By the class's index: whether it is one of denying; the preposition of the other party where both may change places.
    private let denies: [Bool]
    /// By the class's index: whether its theme is what somebody is for or against.
    private let aims: [Bool]
    let symmetricMarkers: [String?]
    /// Whether the question's verb tells no more than that somebody speaks.
    private let asksWhoSpeaks: Bool
    /// Whether it asks for a name: "what did she call it".
    private let asksForName: Bool

    init(store: FactStore, plan: Plan, interruption: Interruption? = nil) {
        self.store = store
        self.interruption = interruption
        self.plan = plan
        numbers = store.numbers
        isFiltered = plan.isFiltered
        denies = store.lexicon.verbs.classes.map { ["deny", "reject"].contains($0.name) }
        let withAim = store.lexicon.words[.classesWithAim]
        aims = store.lexicon.verbs.classes.map { withAim.contains($0.name) }
        symmetricMarkers = store.lexicon.verbs.classes.map(\.symmetricMarker)
        if case .verb(let lemma, _) = plan.question.predicate {
            asksWhoSpeaks = store.lexicon.words[.genericSpeech].contains(lemma)
            asksForName = store.lexicon.words[.calling].contains(lemma)
        } else {
            (asksWhoSpeaks, asksForName) = (false, false)
        }
    }

    /// The matching facts, best first; ties in the order of the articles. Those found so far, where the search is interrupted.
    func matches(opposites: Bool = false) -> [FactMatch] {
        var fits = PredicateFits(
            store: store, predicate: plan.question.predicate, spellings: plan.predicateSpellings,
            asksWho: plan.asksWho, opposites: opposites)
        var found: [FactMatch] = []
        // Most of the time that a question takes is spent here: an article after the other.
        for (index, id) in candidates(&fits).enumerated() {
            if index % 64 == 63, interruption?.stops() == true { break }
            if let match = match(Int(id), &fits) { found.append(match) }
        }
        return found.sorted { $0.score != $1.score ? $0.score > $1.score : $0.id < $1.id }
    }

    /// Facts of the sentences where the given parts stand; without any, all whose predicate fits.
    private func candidates(_ fits: inout PredicateFits) -> [Int32] {
        var ids: [Int32] = []
        if let sentences = Candidates(store: store).sentences(for: plan) {
            let numbers = numbers
            sentences.visit { sentence in
                var hasOtherForm: Bool?
                for id in numbers.facts(ofSentence: sentence) {
                    switch fits.relation(of: numbers.sense(of: id)) {
                    case .none, .notCompared: continue
                    case .mayHaveOtherForm:
                        // Told without unpacking the fact.
                        let isThere = hasOtherForm ?? mayHaveOtherForm(in: sentence)
                        hasOtherForm = isThere
                        if isThere || numbers.goesBeyondSentence(id) { ids.append(Int32(id)) }
                    default: ids.append(Int32(id))
                    }
                }
            }
            return ids
        }
        guard case .verb = plan.question.predicate else { return store.facts.indices.map(Int32.init) }
        for sense in store.senses.indices where fits.fit(of: sense).score > 0 { ids += store.facts(withSense: sense) }
        return ids.sorted()
    }

    /// What counts something planned or possible where what happened is asked for.
    private static let unreal = 0.75

    /// "who did he meet": whom he plans to meet is told after whom he met.
    private func isUnreal(_ stored: StoredFact) -> Bool {
        stored.fact.modality != .asserted && !stored.fact.isAttribution && stored.fact.rule == .clause
            && plan.question.use == .list && plan.question.modality == .asserted && !plan.asksCircumstance
    }

    /// What counts somebody's praise, refusal ... where all that he said is asked for.
    private static let noStatement = 0.8

    /// What a predicate must fit where it is all that the question tells.
    private static let barePredicate = 0.8

    /// What counts that somebody says that something must be done.
    private static let necessary = 0.99

    /// What counts a headline, and one that tells why, where or when: the story tells it more fully.
    private static let (headline, circumstanceOfHeadline) = (0.97, 0.8)

    /// "rejected the criticism", "denied rumours": tells what was denied, and nothing that was said.
    private func isThingDenied(_ stored: StoredFact) -> Bool {
        guard stored.fact.classes.contains(where: { denies[$0.index] }), let theme = stored.fact.role(.theme),
            stored.fact.role(.attribute) == nil
        else { return false }
        let document = store.articles[stored.article].document
        return [.noun, .propn, .pron].contains(document.upos[theme.head])
            && !theme.tokens.contains {
                document.norm($0) == "\"" || [.openingQuote, .closingQuote].contains(document.xpos[$0])
            }
    }

    /// "when will the plant close" is not answered by when one closed.
    private func isOfThePast(_ stored: StoredFact) -> Bool {
        guard plan.question.modality == .planned, stored.fact.modality == .asserted, stored.within == nil,
            stored.fact.rule == .clause,
            case .verb(let lemma, _) = plan.question.predicate, lemma == stored.fact.predicate || plan.asksCircumstance
        else { return false }
        let document = store.articles[stored.article].document
        return stored.fact.cue.contains { document.xpos[$0] == .vbd }
    }

    /// "who supports the schools" is not answered by who supports a ban on them.
    private func isForTheContrary(_ stored: StoredFact) -> Bool {
        guard plan.asksWho || plan.hole == nil, let theme = stored.fact.role(.theme),
            stored.fact.classes.contains(where: { aims[$0.index] })
        else { return false }
        let document = store.articles[stored.article].document
        let hindrances = store.lexicon.words[.hindrance]
        return hindrances.contains(document.lemma(theme.head).lowercased())
            && !plan.given.contains { $0.phrase.phrase.words.contains { hindrances.contains($0.lemma) } }
    }

    // MARK: One fact

    private func match(_ id: FactStore.ID, _ predicates: inout PredicateFits) -> FactMatch? {
        let predicate = predicates.fit(of: numbers.sense(of: id))
        guard predicate.score > 0 || predicate.mayHaveOtherForm else { return nil }
        let stored = fact(id)
        if isFiltered, !plan.filter.allows(stored) { return nil }
        var score = predicate.score > 0 ? predicate.score : otherFormFit(stored)
        guard score > 0 else { return nil }
        // "who appealed": with nothing else to go by, nearly the same is not enough.
        guard score >= Self.barePredicate || plan.source != nil || !plan.given.isEmpty else { return nil }
        let predicateScore = score
        notes.removeAll(keepingCapacity: true)
        slotFits.removeAll(keepingCapacity: true)
        var sourceFit: Double?
        if let source = plan.source {
            let fit = self.sourceFit(stored, source)
            guard fit >= Self.slotThreshold else { return nil }
            sourceFit = fit
            score *= fit
        }
        var (least, sum, count) = (1.0, 0.0, 0)
        for given in plan.given {
            if given.argument.isExcluded {
                // Only the sentence itself: the headline may name what the sentence does not.
                if sentenceFit(given.phrase, stored) >= 0.7 { return nil }
                if given.others.contains(where: { sentenceFit($0, stored) >= 0.7 }) { return nil }
                continue
            }
            let fit = given.isName ? nameFit(given, stored) : choiceFit(given, stored)
            guard fit >= Self.slotThreshold, !isContrary(given, stored) else { return nil }
            slotFits.append(fit)
            (least, sum, count) = (min(least, fit), sum + fit, count + 1)
        }
        if count > 0 {
            let slots = 0.4 * least + 0.6 * sum / Double(count)
            if count > 1 { notes.append((.slot("all slots (0.4 × the least + 0.6 × their mean)"), slots)) }
            score *= slots
        }
        // Who is asked what he said is asked for clauses and quotations first.
        if plan.asksForStatements, !stored.fact.isAttribution || isThingDenied(stored) {
            if isThingDenied(stored) { return nil }
            if stored.fact.role(.attribute) == nil {
                notes.append((.slot("not plainly said"), Self.noStatement))
                score *= Self.noStatement
            }
        }
        if isOfThePast(stored) || isForTheContrary(stored) { return nil }
        // That something must be done is a demand; what is called one comes before it.
        if stored.fact.rule == .mustStatement {
            notes.append((.slot("said to be necessary"), Self.necessary))
            score *= Self.necessary
        }
        // "how did he describe it": what he called it comes before what else he said of it.
        if plan.asksWhatItIsCalled, stored.fact.role(.attribute) == nil {
            if asksForName { return nil }
            notes.append((.slot("not called anything"), Self.noStatement))
            score *= Self.noStatement
        }
        if isUnreal(stored) {
            notes.append((.slot(stored.fact.modality.rawValue), Self.unreal))
            score *= Self.unreal
        }
        // Headlines are short of words: the story tells the same more fully.
        if stored.fact.sentence == 0 {
            let share = plan.asksHowItWas ? Self.circumstanceOfHeadline : Self.headline
            notes.append((.slot("a headline"), share))
            score *= share
        }
        guard score >= Self.threshold else { return nil }
        var parts: [(part: FactMatch.Part, score: Double)] = [(.predicate, predicateScore)]
        if let sourceFit { parts.append((.slot("according to"), sourceFit)) }
        for (given, fit) in zip(plan.given.filter { !$0.argument.isExcluded }, slotFits) {
            parts.append((.slot(given.account), fit))
        }
        return FactMatch(id: id, score: score, parts: parts + notes, isOpposite: predicate.isOpposite)
    }

    /// "who voted against it" is not who voted for it.
    private func isContrary(_ given: Plan.Given, _ stored: StoredFact) -> Bool {
        guard given.isOnlyOther, let side = given.side else { return false }
        return stored.fact.roles.contains { $0.marker == (side == "for" ? "against" : "for") }
            && !stored.fact.roles.contains { $0.marker == side }
    }

    /// The question's verb may stand in another form: as a noun, or below another verb.
    private func otherFormFit(_ stored: StoredFact) -> Double {
        guard case .verb(let lemma, _) = plan.question.predicate, let word = plan.predicateWord?.occurrences else {
            return 0
        }
        if lemma == "have" { return hasWith(stored) ? 0.75 : 0 }
        var scope = 0.0
        turn(to: stored)
        let isThere = sentencesOfVerb.contains(stored.sentence)
        if isThere { word.turn(to: view.sentence, words: view.words) }
        let roles = stored.fact.roles
        for index in roles.indices where roles[index].kind == .theme || roles[index].kind == .attribute {
            let tokens = roles[index].tokens
            let isWithin = view.tokens.lowerBound <= tokens.lowerBound && tokens.upperBound <= view.tokens.upperBound
            if isWithin, !isThere { continue }
            for hit in isWithin ? word.hits : word.hits(in: words(in: tokens, of: stored))
            where tokens.contains(hit.token) {
                scope = max(scope, hit.score)
            }
        }
        return scope >= 0.7 && !hasOwnFact(lemma, beside: stored) ? 0.55 * scope : 0
    }

    /// Whether the question's verb may stand in a sentence in another form.
    private func mayHaveOtherForm(in sentence: FactStore.SentenceID) -> Bool {
        plan.question.predicate.isHaving || sentencesOfVerb.contains(sentence)
    }

    /// Where the question's verb stands in any form.
    private lazy var sentencesOfVerb: SentenceSet = {
        var found = SentenceSet(count: store.sentenceCount)
        for word in plan.predicateWord?.words ?? [] {
            for id in word.matches.keys { found.insert(store.sentences(withWord: id)) }
        }
        return found
    }()

    /// "how many sapphires does it have": it is set with 31 of them.
    private func hasWith(_ stored: StoredFact) -> Bool {
        guard case .hole("number", let noun?)? = plan.hole?.filling, let lemma = noun.words.last?.lemma else {
            return false
        }
        let document = store.articles[stored.article].document
        return stored.fact.roles.contains { role in
            role.marker == "with" && role.tokens.contains { document.lemma($0).lowercased() == lemma }
        }
    }

    /// Whether another fact of the sentence has the very predicate: then that one is the answer or none.
    private func hasOwnFact(_ lemma: String, beside stored: StoredFact) -> Bool {
        guard let number = store.predicates.number(of: lemma) else { return false }
        return numbers.facts(ofSentence: stored.sentence).contains {
            store.predicates.predicate(ofSense: numbers.sense(of: $0)) == number
        }
    }

    func words(of stored: StoredFact) -> ArraySlice<StoredArticle.Word> {
        store.articles[stored.article].words[stored.fact.sentence]
    }

    func words(in tokens: Range<Int>, of stored: StoredFact) -> ArraySlice<StoredArticle.Word> {
        store.articles[stored.article].words.words(in: tokens)
    }

    // MARK: Roles

    /// Whether a role of a fact may fill a slot.
    func fills(_ kind: Role.Kind, _ slot: Argument.Slot, of fact: Fact) -> Bool {
        switch slot {
        case .role(let wanted): kind == wanted
        case .subject:
            // "did the referee comment": who is blamed does not speak.
            // "what did the mayor do": not what somebody else said of him.
            kind == .agent
                || (kind == .theme || kind == .recipient) && !asksForSpeech(besides: fact)
                    && !(kind == .theme && fact.isAttribution && plan.question.predicate == .any)
        case .other, .of: true
        }
    }

    /// Whether it is asked who speaks, and another verb than that of the question tells it.
    private func asksForSpeech(besides fact: Fact) -> Bool {
        guard asksWhoSpeaks, case .verb(let lemma, _) = plan.question.predicate else { return false }
        return fact.predicate != lemma
    }

    // MARK: The place that is looked at

    /// A fact of the article that is looked at; goes to its article where it is another.
    private func fact(_ id: FactStore.ID) -> StoredFact {
        if !view.article.has(id) { turn(toArticle: store.facts.article(of: id)) }
        return view.article[id]
    }

    private func turn(toArticle article: Int) {
        view.article.turn(to: article, of: store)
        view.sentence = -1
    }

    /// Goes to the sentence of a fact.
    func turn(to stored: StoredFact) {
        guard view.sentence != stored.sentence else { return }
        if view.article.index != stored.article { turn(toArticle: stored.article) }
        view.sentence = stored.sentence
        view.words = view.article.words[stored.fact.sentence]
        view.tokens = view.article.words.tokens(around: stored.fact.sentence)
    }

    /// What is read of an article and a sentence for all of their facts. The analysis is not among it: most facts are told to be
    /// none without it.
    struct View {
        var article = ArticleView()
        /// Of the store, -1 for none.
        var sentence: FactStore.SentenceID = -1
        /// Tokens that have no words but those of the sentence.
        var tokens = 0..<0
        var words: ArraySlice<StoredArticle.Word> = []

        var entityOfToken: [Entity.ID] {
            _read { yield article.entityOfToken }
        }
    }
}

extension Predicate {
    fileprivate var isHaving: Bool {
        if case .verb("have", _) = self { true } else { false }
    }
}
