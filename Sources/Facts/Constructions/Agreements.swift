import Language

/// Who disagrees, where the sentence does not say with whom.
///
///     Ada Berg said it was safe. Nils Holm disagreed. → disagree(agent: Nils Holm, with: Ada Berg)
struct Agreements {
    let reading: Reading

    /// Adds who spoke last before.
    ///
    /// - Parameter facts: In order.
    func complete(_ facts: inout [Fact]) {
        let verbs = reading.lexicon.words[.agreement]
        for index in facts.indices where verbs.contains(facts[index].predicate) {
            let fact = facts[index]
            guard fact.rule == .clause || fact.rule == .attribution, let agent = fact.role(.agent),
                !fact.roles.contains(where: { [.recipient, .oblique].contains($0.kind) || isWhat($0, fact) }),
                let speaker = facts[..<index].last(where: { other in
                    other.isAttribution && other.within == nil && other.sentence < fact.sentence
                        && other.sentence + 2 >= fact.sentence && reading.quotation(at: other.cue.lowerBound) == nil
                })?.role(.agent), !isSame(speaker, agent)
            else { continue }
            facts[index].roles.append(
                Role(
                    kind: .recipient, marker: "with", tokens: speaker.tokens, head: speaker.head,
                    conjuncts: speaker.conjuncts))
        }
    }

    /// "agreed to pay", "agreed on it": with whom is another matter; what stands behind a colon is why he disagrees.
    private func isWhat(_ role: Role, _ fact: Fact) -> Bool {
        role.kind == .theme
            && !(fact.cue.upperBound..<max(role.tokens.lowerBound, fact.cue.upperBound)).contains {
                reading.document.norm($0) == ":"
            }
    }

    private func isSame(_ first: Role, _ second: Role) -> Bool {
        let surname = { (role: Role) in
            reading.entity(at: role.conjuncts[0]).map { reading.document.norm($0.tokens.upperBound - 1) }
                ?? reading.document.norm(role.head)
        }
        return surname(first) == surname(second)
    }
}
