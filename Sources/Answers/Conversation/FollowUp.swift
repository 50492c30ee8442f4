import Facts
import Questions

/// Puts what a follow-up names into the last question.
struct FollowUp {
    let last: Question
    let knowledge: StoreKnowledge

    func merged(_ next: Question) -> Question {
        var merged = last
        merged.leavesOutGiven = next.leavesOutGiven
        merged.filters.merge(next.filters)
        if let source = next.source { merged.source = source }
        for argument in next.arguments {
            switch argument.filling {
            case .hole(let kind, _) where next.leavesOutGiven || argument.label == "any" && kind == nil: break
            case .hole: ask(argument, &merged)
            case .name(let phrase): name(argument, phrase, &merged)
            case .words, .choice: topic(argument, &merged)
            }
        }
        return merged
    }

    /// "why", "when": another hole for the same fact.
    private func ask(_ hole: Argument, _ merged: inout Question) {
        let hadHole = merged.hole != nil
        merged.arguments = merged.arguments.map { old in
            guard case .hole = old.filling else { return old }
            return hole
        }
        merged.asksForName = hole.slots == [.role(.agent)]
        if merged.use != .list || !hadHole {
            merged.use = .list
            if merged.hole == nil { merged.arguments.append(hole) }
        }
        if merged.isFollowedByAny { merged.predicate = .any }
    }

    /// "and Ukraine", "and the mayor", "what about peacekeepers": a name of the articles, or a person by what he does, takes the place
    /// of the name, other words that of the topic.
    private func name(_ argument: Argument, _ phrase: Phrase, _ merged: inout Question) {
        let index = merged.arguments.firstIndex { if case .name = $0.filling { true } else { false } }
        let isKnown =
            knowledge.isName(phrase.words.map(\.norm))
            || phrase.parts.contains { knowledge.isName($0.words.map(\.norm)) } || knowledge.isPersonByRole(phrase)
        if let index, isKnown || !merged.arguments.contains(where: isTopic) && !acceptsTopic(merged) {
            merged.arguments[index].filling = argument.filling
        } else if index != nil || merged.arguments.contains(where: isTopic) {
            topic(Argument(label: "topic", slots: [.other], filling: .words(phrase)), &merged)
        } else {
            merged.arguments.append(argument)
        }
    }

    /// Whether the last question could have had a topic: "what did he say".
    private func acceptsTopic(_ question: Question) -> Bool { question.hole?.label == "content" }

    private func isTopic(_ argument: Argument) -> Bool {
        switch argument.filling {
        case .words, .choice: true
        case .name, .hole: false
        }
    }

    private func topic(_ argument: Argument, _ merged: inout Question) {
        let old = merged.arguments.first(where: isTopic)
        merged.arguments.removeAll(where: isTopic)
        var new = argument
        if let old {
            (new.label, new.slots) = (old.label, old.slots)
        } else {
            (new.label, new.slots) = ("topic", [.other])
        }
        merged.arguments.append(new)
    }
}
