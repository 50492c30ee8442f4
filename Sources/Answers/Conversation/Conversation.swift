import Facts
import Language
import Questions

/// What was asked and answered last, for follow-ups: "and Ukraine?", "why?", "what else did she say".
struct Conversation: Sendable {
    private(set) var question: Question?
    /// Has the words that refer back.
    var grammar: QuestionGrammar?
    private var given: [Answer] = []
    private var referents = Referents()
    /// The texts of the last answers, in their order: "the first one".
    private var answers: [String] = []

    /// A question that was completed.
    struct Completion {
        var question: Question
        /// A word of it that refers back, but to nothing that was named.
        var unknown: (word: String, reference: Reference)?
    }

    /// The question with what it takes from the last ones: pronouns, and the pattern for "and ..."; nil where none was asked before.
    ///
    /// - Parameter phrase: analyses the text of an answer.
    func completed(
        _ next: Question, knowing knowledge: StoreKnowledge, traits: TraitsReader,
        phrase: @escaping (String) -> Phrase
    ) -> Completion? {
        var next = next
        let unknown = resolve(&next, traits, phrase)
        switch next.use {
        case .again:
            guard let question else { return nil }
            next = FollowUp(last: question, knowledge: knowledge).merged(next)
        case .againCount, .more:
            guard var question else { return nil }
            question.filters.merge(next.filters)
            next = question
        default: break
        }
        return Completion(question: next, unknown: unknown)
    }

    /// Puts who or what is meant in place of pronouns, and the answer of that number in place of "the second one".
    ///
    /// - Returns: The first word that refers to nothing that was named.
    private func resolve(_ question: inout Question, _ traits: TraitsReader, _ analyze: @escaping (String) -> Phrase)
        -> (word: String, reference: Reference)?
    {
        guard let grammar else { return nil }
        let phrases = question.phrases
        // "did he accuse him" are two, "why did he leave his party" is one.
        var words: [String] = []
        var references: [Reference] = []
        for phrase in phrases {
            guard let reference = grammar.reference(phrase), !words.contains(phrase.text.lowercased()) else { continue }
            words.append(phrase.text.lowercased())
            references.append(question.names(phrase) && reference == .statement ? .thing : reference)
        }
        for owner in phrases.compactMap({ grammar.owned($0)?.owner }) where !references.contains(owner) {
            references.append(owner)
        }
        let named = phrases.filter { grammar.reference($0) == nil && grammar.owned($0) == nil }
        guard !references.isEmpty || phrases.contains(where: { grammar.answerNumber($0) != nil }) else { return nil }
        let isWords = phrases.contains { grammar.reference($0) == .thing && !question.names($0) }
        let meant = referents.phrases(
            for: references, besides: named, orWhatWasSaid: isWords, traits, analyze)
        var unknown: (word: String, reference: Reference)?
        question.mapPhrases { phrase in
            if let number = grammar.answerNumber(phrase) {
                let index = number < 0 ? answers.count - 1 : number - 1
                return answers.indices.contains(index) ? analyze(answers[index]) : phrase
            }
            if let reference = grammar.reference(phrase) {
                if let found = words.firstIndex(of: phrase.text.lowercased()).flatMap({ meant[$0] }) { return found }
                unknown = unknown ?? (phrase.text, reference)
            } else if let (owner, thing) = grammar.owned(phrase) {
                // "what did Lind say about her reports": hers.
                if named.contains(where: { traits.traits(of: $0).allow(owner) }) { return phrase }
                let owners = zip(references, meant).first { $0.0 == owner }
                if let owner = owners?.1 { return analyze("\(owner.text)'s \(thing)") }
            }
            return phrase
        }
        return unknown
    }

    /// The answers that were not given before.
    func new(among answers: [Answer]) -> [Answer] {
        answers.filter { answer in
            !given.contains { old in
                old.text == answer.text
                    || old.evidence.contains { a in
                        answer.evidence.contains { b in
                            a.articleNumber == b.articleNumber && a.start < b.end && b.start < a.end
                        }
                    }
            }
        }
    }

    /// Remembers a question with its answers.
    ///
    /// - Parameter goesOn: whether the answers come after those that were given before.
    mutating func note(_ question: Question, _ answers: [Answer], goesOn: Bool) {
        self.question = question
        self.question?.leavesOutGiven = false
        given = question.leavesOutGiven || goesOn ? given + answers : answers
        self.answers = answers.map(\.text)
        referents.note(question, answers)
    }
}

extension Question {
    /// The phrases of its arguments and of its source, in order.
    fileprivate var phrases: [Phrase] {
        arguments.flatMap { argument -> [Phrase] in
            switch argument.filling {
            case .name(let phrase), .words(let phrase): [phrase]
            case .choice(let phrases): phrases
            case .hole: []
            }
        } + (source.map { [$0] } ?? [])
    }

    /// Whether a phrase is somebody or something that takes part, not what is said.
    fileprivate func names(_ phrase: Phrase) -> Bool { arguments.contains { $0.filling == .name(phrase) } }

    fileprivate mutating func mapPhrases(_ transform: (Phrase) -> Phrase) {
        for index in arguments.indices {
            switch arguments[index].filling {
            case .name(let phrase): arguments[index].filling = .name(transform(phrase))
            case .words(let phrase): arguments[index].filling = .words(transform(phrase))
            case .choice(let phrases): arguments[index].filling = .choice(phrases.map(transform))
            case .hole: break
            }
        }
        source = source.map(transform)
    }
}
