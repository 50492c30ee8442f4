import Facts
import Language
import Questions

/// What was asked and answered last, for follow-ups: "and Ukraine?", "why?", "what else did she say".
struct Conversation: Sendable {
    private(set) var question: Question?
    /// Has the words that refer back.
    var grammar: QuestionGrammar?
    private var given: [Answer] = []
    private var person: Referent?
    private var place: Referent?
    private var thing: Referent?
    /// Who or what was named last, of whatever kind.
    private var last: Referent?
    /// The texts of the last answers, in their order: "the first one".
    private var answers: [String] = []

    /// Who or what a word may stand for; texts of answers are analysed only when a question refers to them.
    private enum Referent: Sendable {
        case phrase(Phrase)
        case text(String)
    }

    /// The question with what it takes from the last one: pronouns, and the pattern for "and ...".
    ///
    /// - Parameter phrase: analyses the text of an answer.
    func completed(_ next: Question, knowing knowledge: some WordKnowledge, phrase: (String) -> Phrase) -> Question? {
        var next = next
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
        next.arguments = next.arguments.map { argument in
            var argument = argument
            switch argument.filling {
            case .name(let name): argument.filling = .name(referent(of: name, phrase))
            case .words(let words): argument.filling = .words(referent(of: words, phrase))
            case .choice(let choice): argument.filling = .choice(choice.map { referent(of: $0, phrase) })
            case .hole: break
            }
            return argument
        }
        return next
    }

    /// A pronoun stands for who or what was named last, "the second one" for the answer of that number.
    private func referent(of words: Phrase, _ phrase: (String) -> Phrase) -> Phrase {
        guard let grammar else { return words }
        if let number = grammar.answerNumber(words) {
            let index = number < 0 ? answers.count - 1 : number - 1
            return answers.indices.contains(index) ? phrase(answers[index]) : words
        }
        let found: Referent? =
            switch grammar.reference(words) {
            case .person: person ?? last
            case .thing: thing ?? last
            case .several: last
            case .place: place ?? thing
            case nil: nil
            }
        return switch found {
        case .phrase(let other): other
        case .text(let text): phrase(text)
        case nil: words
        }
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
    /// - Parameter isPerson: whether a phrase names a person; nil for one that names nothing known.
    mutating func note(_ question: Question, _ answers: [Answer], goesOn: Bool, isPerson: (Phrase) -> Bool?) {
        self.question = question
        self.question?.leavesOutGiven = false
        given = question.leavesOutGiven || goesOn ? given + answers : answers
        self.answers = answers.map(\.text)
        for argument in question.arguments {
            switch argument.filling {
            case .name(let name): note(.phrase(name), isPerson: isPerson(name))
            case .words(let words) where Self.isNounPhrase(words): thing = .phrase(words)
            case .words, .choice, .hole: break
            }
        }
        guard let first = answers.first else { return }
        switch first.kind {
        case .name:
            note(.text(first.text), isPerson: isPerson(Phrase(text: first.text, words: [], content: [])))
            // "who said the dam is safe", "who denied that claim"
            for case .words(let words) in question.arguments.filter({ $0.label == "content" }).map(\.filling) {
                thing = .phrase(words)
            }
        case .span: thing = .text(first.text)
        case .yesNo, .count: break
        }
        if question.hole?.slots == [.role(.place)] { place = .text(first.text) }
    }

    /// "it" is no person, "she" is no thing; what is not known may be either.
    private mutating func note(_ referent: Referent, isPerson: Bool?) {
        last = referent
        if isPerson != false { person = referent }
        if isPerson != true { thing = referent }
    }

    /// "who owns the dam": what "it" may stand for.
    private static func isNounPhrase(_ words: Phrase) -> Bool {
        guard let last = words.words.last, words.words.count <= 6 else { return false }
        return [.noun, .propn].contains(last.upos) && !words.words.contains { $0.upos == .verb || $0.upos == .aux }
            && words.words.first?.upos != .adp
    }
}
