import Language

/// Verbs that state what another verb states the other way round.
///
///     The dam belongs to Verrinmet. → own(agent: Verrinmet, theme: The dam)
///     The holders lost to the town. → beat(agent: the town, theme: The holders)
enum Converses {
    /// The fact that a clause's fact states beside itself; none for most verbs.
    static func facts(of fact: Fact, in reading: Reading) -> [Fact] {
        reading.lexicon.verbs.converses(ofVerb: fact.predicate).compactMap { converse in
            let kinds: [Role.Kind] = converse.marker.isEmpty ? [.theme] : [.theme, .recipient, .oblique, .place]
            guard let agent = fact.role(.agent),
                let other = fact.roles.first(where: { kinds.contains($0.kind) && $0.marker == converse.marker }),
                let frame = reading.lexicon.verbs.frame(ofVerb: converse.verb)
            else { return nil }
            var stated = fact
            stated.predicate = converse.verb
            stated.classes = frame.classes
            stated.isAttribution = false
            // What is bought stays the theme; who loses is what is beaten.
            let theme = converse.marker.isEmpty ? nil : fact.roles.first { $0.kind == .theme && $0 != other }
            stated.roles = fact.roles.filter { $0 != agent && $0 != other && $0 != theme }
            stated.roles.insert(Role(kind: .agent, tokens: other.tokens, head: other.head, conjuncts: other.conjuncts), at: 0)
            stated.roles.append(
                theme ?? Role(kind: .theme, tokens: agent.tokens, head: agent.head, conjuncts: agent.conjuncts))
            if theme != nil {
                stated.roles.append(Role(kind: .recipient, tokens: agent.tokens, head: agent.head, conjuncts: agent.conjuncts))
            }
            return stated
        }
    }
}
