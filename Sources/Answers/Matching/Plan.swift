import Facts
import Questions

/// A question made ready for matching: phrases resolved, classes looked up.
///
/// A class only so that handing it on copies nothing; it never changes.
final class Plan {
    /// A part that the question gives, for one slot. A class, since every fact is matched with it.
    final class Given {
        let argument: Argument
        let phrase: ResolvedPhrase
        /// Whether the filling must be named by the phrase; else its words must stand there.
        let isName: Bool
        /// What would do as well: "tolls or ferries".
        let others: [ResolvedPhrase]
        /// For `.why`: the slot with the words it wants and what they weigh: "topic ~ ceasefire (3.2) plan (1.1)".
        private(set) lazy var account = Self.account(of: self)
        let isTopic: Bool
        /// Whether it may stand anywhere in the fact.
        let isOnlyOther: Bool
        /// "for" or "against", where the words begin with it.
        let side: String?
        /// "was anyone hurt": whoever it is.
        let isAnybody: Bool
        /// "who died in the fire": of what the article is about not every sentence speaks.
        let isOccasion: Bool

        init(
            argument: Argument, phrase: ResolvedPhrase, isName: Bool, others: [ResolvedPhrase] = [], words: WordLists
        ) {
            (self.argument, self.phrase, self.isName, self.others) = (argument, phrase, isName, others)
            isTopic = argument.label == "topic"
            isOnlyOther = argument.slots == [.other]
            side = phrase.phrase.words.first.flatMap { ["for", "against"].contains($0.norm) ? $0.norm : nil }
            isAnybody = phrase.phrase.words.count == 1 && words[.anybody].contains(phrase.phrase.words[0].norm)
            isOccasion = Self.isOccasion(argument, isName, phrase)
        }

        private static func account(of given: Given) -> String {
            let choices = ([given.phrase] + given.others).map {
                given.isName && $0.isNamed ? $0.phrase.text : weighed($0)
            }
            return given.argument.label + (given.isName ? " " : " ~ ") + choices.joined(separator: " or ")
        }

        private static func weighed(_ phrase: ResolvedPhrase) -> String {
            guard !phrase.words.isEmpty, !phrase.phrase.isQuoted else { return "“\(phrase.phrase.text)”" }
            return phrase.words.map { "\($0.text) (\(($0.weight * 10).rounded() / 10))" }.joined(separator: " ")
        }

        /// Whether one of the choices is an occasion.
        func isOccasion(with phrase: ResolvedPhrase) -> Bool { Self.isOccasion(argument, isName, phrase) }

        private static func isOccasion(_ argument: Argument, _ isName: Bool, _ phrase: ResolvedPhrase) -> Bool {
            guard argument.label == "other", !isName, phrase.phrase.words.count >= 2,
                let first = phrase.phrase.words.first
            else { return false }
            return ["in", "at", "during", "after", "on"].contains(first.norm)
        }
    }

    let question: Question
    let given: [Given]
    let hole: Argument?
    /// Whether who did it is asked for.
    let asksWho: Bool
    let source: ResolvedPhrase?
    /// The question's verb as a word, for facts that state it otherwise.
    let predicateWord: ResolvedPhrase?

    /// The question's verb in British or American spelling: "apologise", "apologize".
    let predicateSpellings: [String]
    let filter: ArticleFilter
    /// Whether the filter leaves anything out.
    let isFiltered: Bool

    /// "what did he say": all that he said, whatever the verb.
    let asksForStatements: Bool
    /// Whether when, where, why or how is asked for, or a kind of thing.
    let asksCircumstance: Bool
    /// Whether when, where, why or how is asked for.
    let asksHowItWas: Bool
    /// "how did he describe it": what it is called, or what else is said of it.
    let asksWhatItIsCalled: Bool

    init(_ asked: Question, resolver: PhraseResolver) {
        var question = asked
        if case .verb(let lemma, let classes) = asked.predicate {
            question.predicate = .verb(resolver.store.lexicon.verb(lemma), classes)
        }
        self.question = question
        filter = ArticleFilter(question.filters, store: resolver.store)
        isFiltered = !question.filters.isEmpty
        if case .verb(let lemma, _) = question.predicate {
            predicateSpellings = Spellings.embedded.variants(of: lemma)
        } else {
            predicateSpellings = []
        }
        hole = question.hole
        asksWho = hole?.slots == [.role(.agent)]
        asksWhatItIsCalled = hole?.slots.first == .role(.attribute) && (hole?.slots.count ?? 0) > 1
        asksHowItWas =
            hole?.slots.contains { [.role(.time), .role(.place), .role(.reason), .role(.manner)].contains($0) } ?? false
        if let hole, case .hole(let kind, _) = hole.filling {
            asksCircumstance = kind != nil || asksHowItWas
        } else {
            asksCircumstance = false
        }
        let words = resolver.store.lexicon.words
        given = question.arguments.compactMap { argument in
            switch argument.filling {
            case .hole: nil
            case .name(let phrase):
                Given(argument: argument, phrase: resolver.resolve(phrase), isName: true, words: words)
            case .words(let phrase):
                Given(argument: argument, phrase: resolver.resolve(phrase), isName: false, words: words)
            case .choice(let phrases):
                Given(
                    argument: argument, phrase: resolver.resolve(phrases[0]), isName: false,
                    others: phrases.dropFirst().map(resolver.resolve), words: words)
            }
        }
        source = question.source.map(resolver.resolve)
        if case .verb(let lemma, _) = question.predicate {
            asksForStatements =
                question.hole?.label == "content" && resolver.store.lexicon.words[.genericSpeech].contains(lemma)
            let words = lemma.split(separator: "_")
            predicateWord = words.first.map { resolver.resolve(verb: String($0)) }
        } else {
            asksForStatements = false
            predicateWord = nil
        }
    }
}
