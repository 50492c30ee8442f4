import Facts
import Language
import Questions

/// What was asked and answered last, for follow-ups: "and Ukraine?", "why?", "what else did she say".
struct Conversation: Sendable {
    private(set) var question: Question?
    private var given: [Answer] = []
    private var person: Phrase?
    private var thing: Phrase?

    /// The question with what it takes from the last one: pronouns, and the pattern for "and ...".
    func completed(_ next: Question) -> Question? {
        var next = next
        if next.use == .again {
            guard let question else { return nil }
            next = merged(next, into: question)
        }
        next.arguments = next.arguments.map { argument in
            var argument = argument
            switch argument.filling {
            case .name(let phrase): argument.filling = .name(referent(of: phrase))
            case .words(let phrase): argument.filling = .words(referent(of: phrase))
            case .hole: break
            }
            return argument
        }
        return next
    }

    /// The last question with a new name, topic or hole.
    private func merged(_ next: Question, into last: Question) -> Question {
        var merged = last
        merged.leavesOutGiven = next.leavesOutGiven
        for argument in next.arguments {
            switch argument.filling {
            case .hole where next.leavesOutGiven:
                break
            case .hole:
                merged.arguments = merged.arguments.map { old in
                    guard case .hole = old.filling else { return old }
                    return argument
                }
                if merged.use != .list {
                    merged.use = .list
                    merged.arguments.append(argument)
                }
                // What was asked for before is now one of any roles.
                if merged.shape.hasPrefix("what-want") { merged.predicate = .any }
            case .name:
                if let index = merged.arguments.firstIndex(where: { if case .name = $0.filling { true } else { false } }) {
                    merged.arguments[index].filling = argument.filling
                } else {
                    merged.arguments.append(argument)
                }
            case .words:
                merged.arguments.removeAll { if case .words = $0.filling { true } else { false } }
                merged.arguments.append(Argument(label: "topic", slots: [.other], filling: argument.filling))
            }
        }
        return merged
    }

    /// A pronoun stands for who or what was named last.
    private func referent(of phrase: Phrase) -> Phrase {
        guard phrase.words.count == 1, let word = phrase.words.first else { return phrase }
        switch word.norm {
        case "he", "she", "him", "her", "his": return person ?? phrase
        case "it", "that", "this": return thing ?? person ?? phrase
        case "they", "them": return person ?? thing ?? phrase
        default: return phrase
        }
    }

    /// The answers that were not given before.
    func new(among answers: [Answer]) -> [Answer] {
        answers.filter { answer in
            !given.contains { old in
                old.text == answer.text || old.evidence.contains { a in answer.evidence.contains { b in
                    a.articleNumber == b.articleNumber && a.start < b.end && b.start < a.end
                } }
            }
        }
    }

    /// Remembers a question with its answers.
    mutating func note(_ question: Question, _ answers: [Answer], phrase: (String) -> Phrase) {
        self.question = question
        given = question.leavesOutGiven ? given + answers : answers
        for argument in question.arguments {
            if case .name(let name) = argument.filling { person = name }
        }
        if let first = answers.first {
            switch first.kind {
            case .name: person = phrase(first.text)
            case .span: thing = phrase(first.text)
            case .yesNo, .count: break
            }
        }
    }
}
