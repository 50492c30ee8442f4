import Facts
import Questions

/// A question made ready for matching: phrases resolved, classes looked up.
struct Plan: Sendable {
    struct Given: Sendable {
        var argument: Argument
        var phrase: ResolvedPhrase
        /// Whether the filling must be named by the phrase; else its words must stand there.
        var isName: Bool
        /// What would do as well: "tolls or ferries".
        var others: [ResolvedPhrase] = []
        /// For `.why`: the slot with the words it wants and what they weigh: "topic ~ ceasefire (3.2) plan (1.1)".
        let account: String

        init(argument: Argument, phrase: ResolvedPhrase, isName: Bool, others: [ResolvedPhrase] = []) {
            (self.argument, self.phrase, self.isName, self.others) = (argument, phrase, isName, others)
            let choices = ([phrase] + others).map { isName && $0.isNamed ? $0.phrase.text : Self.weighed($0) }
            account = argument.label + (isName ? " " : " ~ ") + choices.joined(separator: " or ")
        }

        private static func weighed(_ phrase: ResolvedPhrase) -> String {
            guard !phrase.words.isEmpty, !phrase.phrase.isQuoted else { return "“\(phrase.phrase.text)”" }
            return phrase.words.map { "\($0.text) (\(($0.weight * 10).rounded() / 10))" }.joined(separator: " ")
        }

        /// "who died in the fire": of what the article is about not every sentence speaks.
        var isOccasion: Bool {
            guard argument.label == "other", !isName, phrase.phrase.words.count >= 2,
                let first = phrase.phrase.words.first
            else { return false }
            return ["in", "at", "during", "after", "on"].contains(first.norm)
        }
    }

    var question: Question
    var given: [Given]
    var hole: Argument?
    var source: ResolvedPhrase?
    /// The question's verb as a word, for facts that state it otherwise.
    var predicateWord: ResolvedWord?

    /// The question's verb in British or American spelling: "apologise", "apologize".
    let predicateSpellings: [String]
    let filter: ArticleFilter

    /// "what did he say": all that he said, whatever the verb.
    let asksForStatements: Bool

    init(_ asked: Question, resolver: PhraseResolver) {
        var question = asked
        if case .verb(let lemma, let classes) = asked.predicate {
            question.predicate = .verb(resolver.store.lexicon.verb(lemma), classes)
        }
        self.question = question
        filter = ArticleFilter(question.filters, store: resolver.store)
        if case .verb(let lemma, _) = question.predicate {
            predicateSpellings = Spellings.embedded.variants(of: lemma)
        } else {
            predicateSpellings = []
        }
        hole = question.hole
        given = question.arguments.compactMap { argument in
            switch argument.filling {
            case .hole: nil
            case .name(let phrase): Given(argument: argument, phrase: resolver.resolve(phrase), isName: true)
            case .words(let phrase): Given(argument: argument, phrase: resolver.resolve(phrase), isName: false)
            case .choice(let phrases):
                Given(
                    argument: argument, phrase: resolver.resolve(phrases[0]), isName: false,
                    others: phrases.dropFirst().map(resolver.resolve))
            }
        }
        source = question.source.map(resolver.resolve)
        if case .verb(let lemma, _) = question.predicate {
            asksForStatements =
                question.hole?.label == "content" && resolver.store.lexicon.words[.genericSpeech].contains(lemma)
            let words = lemma.split(separator: "_")
            predicateWord = words.first.map { resolver.resolve(String($0)) }
        } else {
            asksForStatements = false
        }
    }
}
