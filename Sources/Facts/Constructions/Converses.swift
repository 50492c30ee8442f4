import Language

/// Verbs that state what another verb states the other way round.
///
///     The dam belongs to Verrinmet. → own(agent: Verrinmet, theme: The dam)
///     The holders lost to the town. → beat(agent: the town, theme: The holders)
///     The ships were sold to a Norwegian operator. → buy(agent: a Norwegian operator, theme: The ships)
enum Converses {
    /// The fact that a clause's fact states beside itself; none for most verbs.
    static func facts(of fact: Fact, in reading: Reading) -> [Fact] {
        reading.lexicon.verbs.converses(ofVerb: fact.predicate).compactMap { converse in
            let kinds: [Role.Kind] = converse.marker.isEmpty ? [.theme] : [.theme, .recipient, .oblique, .place]
            guard let other = fact.roles.first(where: { kinds.contains($0.kind) && $0.marker == converse.marker }),
                let frame = reading.lexicon.verbs.frame(ofVerb: converse.verb)
            else { return nil }
            let agent = fact.role(.agent)
            // What is bought stays the theme; who loses is what is beaten.
            let theme = converse.marker.isEmpty ? nil : fact.roles.first { $0.kind == .theme && $0 != other }
            guard let what = theme ?? agent else { return nil }
            var stated = fact
            stated.predicate = converse.verb
            stated.classes = frame.classes
            stated.isAttribution = false
            stated.roles = fact.roles.filter { $0 != agent && $0 != other && $0 != theme }
            stated.roles.insert(
                Role(kind: .agent, tokens: other.tokens, head: other.head, conjuncts: other.conjuncts), at: 0)
            stated.roles.append(Role(kind: .theme, tokens: what.tokens, head: what.head, conjuncts: what.conjuncts))
            if theme != nil, let agent {
                stated.roles.append(
                    Role(kind: .recipient, tokens: agent.tokens, head: agent.head, conjuncts: agent.conjuncts))
            }
            return stated
        }
    }
}
