import Facts
import Questions

/// "profile of the mayor": who it is, what it says, wants and does, and what others say of it.
struct ProfileResponder {
    let store: FactStore
    let responder: Responder
    private static let most = 6

    func answers(to question: Question) -> [Answer] {
        guard
            let name = question.arguments.lazy.compactMap({
                if case .name(let phrase) = $0.filling { phrase } else { nil }
            }).first
        else { return [] }
        var identity = question
        identity.use = .identity
        func asked(_ predicate: String?, _ hole: String, kind: String? = nil) -> Question {
            var asked = Question(
                shape: question.shape, use: .list, predicate: .any, arguments: [], source: question.source)
            if let predicate {
                asked.predicate = .verb(predicate, store.lexicon.verbs.id(named: predicate).map { [$0] } ?? [])
            }
            asked.arguments = [
                Argument(label: "agent", slots: [.role(.agent)], filling: .name(name)),
                Argument(label: hole, slots: [.role(.theme)], filling: .hole(kind: kind, noun: nil)),
            ]
            asked.filters = question.filters
            return asked
        }
        var others = Question(
            shape: question.shape, use: .list,
            predicate: .verb("say", store.lexicon.verbs.id(named: "say").map { [$0] } ?? []), arguments: [])
        others.arguments = [
            Argument(label: "content", slots: [.role(.theme)], filling: .hole(kind: nil, noun: nil)),
            Argument(label: "content", slots: [.role(.theme)], filling: .words(name)),
        ]
        others.filters = question.filters
        let words = store.lexicon.words
        func wishes(_ isOne: (String) -> Bool) -> [Answer] {
            words[.classesWanting].sorted().filter(isOne).flatMap { responder.answers(to: asked($0, "theme")) }
                .sorted { $0.score > $1.score }
        }
        var parts: [(String, [Answer])] = [
            ("Who", responder.answers(to: identity)), ("Says", responder.answers(to: asked("say", "content"))),
            ("Wants", wishes { !words[.classesAgainst].contains($0) }),
            ("Rejects", wishes { words[.classesAgainst].contains($0) }),
            ("Does", responder.answers(to: asked(nil, "theme", kind: "action")).filter { $0.source == nil }),
            ("Others say", responder.answers(to: others)),
        ]
        // What stands under one heading is not said again under the next.
        var seen: Set<[Int]> = []
        for index in parts.indices {
            parts[index].1.removeAll { answer in
                guard let place = answer.evidence.first else { return true }
                return !seen.insert([place.articleNumber, place.start, place.end]).inserted
            }
        }
        return parts.flatMap { heading, answers in
            answers.prefix(Self.most).map { answer in
                var answer = answer
                answer.section = heading
                return answer
            }
        }
    }
}
