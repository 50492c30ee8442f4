import Language

/// Questions of a printed conversation that the next turn answers in a few words; and those that state nothing.
///
///     Q: When will the ferries sail?  A: On Thursday. → sail(agent: the ferries, time: Thursday), said by who answers
///     Q: Will the board raise wages?  A: No.          → raise(agent: the board, theme: wages), negated
struct AnsweredQuestions {
    private let reading: Reading
    private var document: Document { reading.document }
    private var answers: [Answer] = []

    private struct Answer {
        var questionSentence: Int
        var sentence: Int
        var tokens: Range<Int>
        /// The label of who answers: "A".
        var label: Range<Int>
    }

    init(reading: Reading, transcript: Transcript) {
        self.reading = reading
        for (asked, answered) in zip(transcript.turns, transcript.turns.dropFirst()) {
            guard answered.speaker != nil, let last = asked.tokens.last, let first = answered.tokens.first,
                case let question = document.sentence(of: last), endsInQuestionMark(question)
            else { continue }
            let sentence = document.sentence(of: first)
            let tokens = reading.tree.trimmed(document.sentences[sentence].tokens.clamped(to: answered.tokens))
            if tokens.isEmpty { continue }
            answers.append(
                Answer(questionSentence: question, sentence: sentence, tokens: tokens, label: answered.label))
        }
    }

    /// Whether a fact is a question for yes or no that nobody answers so, which states nothing: "Will the board raise wages?"
    func isOpen(_ fact: Fact) -> Bool {
        guard Self.rules.contains(fact.rule), endsInQuestionMark(fact.sentence),
            questionWord(ofSentence: fact.sentence) == nil, let root = root(ofSentence: fact.sentence),
            fact.cue.contains(root), let subject = reading.clauses[root]?.subject,
            let auxiliary = reading.tree.children(of: root, .aux, .auxPassive, .cop).first, auxiliary < subject
        else { return false }
        return !answers.contains { $0.questionSentence == fact.sentence && isYes($0) != nil }
    }

    /// Completes the facts of questions with their answers.
    ///
    /// - Parameter facts: In order and with what they stand in.
    func complete(_ facts: inout [Fact]) {
        for answer in answers {
            guard let index = mainFact(ofSentence: answer.questionSentence, in: facts) else { continue }
            if let word = questionWord(ofSentence: answer.questionSentence) {
                guard let role = role(asked: word, answer) else { continue }
                facts[index].roles.removeAll { $0.head == word || role.kind == .agent && $0.kind == .agent }
                facts[index].roles.append(role)
            } else {
                guard let isYes = isYes(answer) else { continue }
                if !isYes { facts[index].polarity = facts[index].polarity.inverted }
            }
            facts[index].within = facts.firstIndex { $0.rule == .quotation && $0.cue == answer.label }
        }
    }

    private static let rules: Set<Rule> = [.clause, .copula, .attribution]

    private func isYes(_ answer: Answer) -> Bool? {
        switch document.norm(answer.tokens.lowerBound) {
        case "yes": true
        case "no": false
        default: nil
        }
    }

    // MARK: Questions

    private func endsInQuestionMark(_ sentence: Int) -> Bool {
        document.sentences[sentence].tokens.last { ![.closingQuote].contains(document.xpos[$0]) }
            .map { document.norm($0) == "?" } ?? false
    }

    private func root(ofSentence sentence: Int) -> Int? {
        document.sentences[sentence].tokens.first { reading.tree.head(of: $0) == nil }
    }

    private func mainFact(ofSentence sentence: Int, in facts: [Fact]) -> Int? {
        guard let root = root(ofSentence: sentence) else { return nil }
        return facts.firstIndex {
            $0.sentence == sentence && Self.rules.contains($0.rule) && $0.cue.contains(root)
        }
    }

    /// "when" of "And when will the ferries sail": among the first words.
    private func questionWord(ofSentence sentence: Int) -> Int? {
        document.sentences[sentence].tokens.prefix(4).first {
            [.wrb, .wp, .wdt, .wpPossessive].contains(document.xpos[$0])
        }
    }

    // MARK: Answers

    /// What an answer of a few words tells; nil for a sentence, which has facts of its own.
    private func role(asked word: Int, _ answer: Answer) -> Role? {
        let opener = document.norm(answer.tokens.lowerBound)
        var tokens = answer.tokens
        if opener != "because" {
            // "On Thursday, if the weather allows"
            let comma = tokens.dropFirst().first { token in
                document.norm(token) == "," && token + 1 < tokens.upperBound
                    && (document.upos[token + 1] == .sconj || document.upos[token + 1] == .cconj)
            }
            tokens = tokens.lowerBound..<(comma ?? tokens.upperBound)
            guard !tokens.contains(where: { reading.clauses[$0]?.subject != nil }) else { return nil }
        }
        let next = word + 1 < document.count ? document.norm(word + 1) : ""
        let kind: Role.Kind
        switch document.norm(word) {
        case "when": kind = .time
        case "where": kind = .place
        case "why": kind = .reason
        case "how": kind = ["many", "much", "long", "far", "old"].contains(next) ? .quantity : .manner
        case "who": kind = .agent
        case "whom", "what": kind = .theme
        default: return nil
        }
        var marker = ""
        if [.adp, .sconj].contains(document.upos[tokens.lowerBound]), tokens.count > 1, kind != .manner {
            marker = opener
            tokens = tokens.lowerBound + 1..<tokens.upperBound
        }
        return Role(kind: kind, marker: marker, tokens: tokens, head: reading.head(of: tokens))
    }
}
