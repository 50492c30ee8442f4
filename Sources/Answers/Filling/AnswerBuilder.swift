import Facts
import Language

/// Makes answers out of fillings: source, evidence, explanation.
final class AnswerBuilder: Sendable {
    let store: FactStore
    let interruption: Interruption?
    private let glosses: GlossFinder

    init(store: FactStore, interruption: Interruption? = nil) {
        self.store = store
        self.interruption = interruption
        glosses = GlossFinder(store: store)
    }

    /// The answers that candidates give: those that say the same as one, with the places of all.
    func answers(_ candidates: [AnswerCandidate], holeIsAgent: Bool, threshold: Double = AnswerMerger.relativeThreshold)
        -> [Answer]
    {
        var answers: [Answer] = []
        for group in AnswerMerger.merge(candidates, threshold: threshold) {
            if answers.count >= Interruption.mostAfter, interruption?.stops() == true { break }
            var answer = answer(group[0].filling, group[0].match, holeIsAgent: holeIsAgent)
            for other in group.dropFirst() {
                let stored = store.facts[other.filling.inner ?? other.match.id]
                guard
                    !answer.evidence.contains(where: {
                        $0.articleNumber == other.article + 1 && $0.number == stored.fact.sentence + 1
                    })
                else { continue }
                answer.evidence.append(
                    evidence(other.filling.tokens, sentence: stored.fact.sentence, article: other.article))
            }
            answers.append(answer)
        }
        return answers
    }

    /// The answer that a filling of a matching fact gives.
    private func answer(_ filling: Filling, _ match: FactMatch, holeIsAgent: Bool) -> Answer {
        let stored = store.facts[filling.inner ?? match.id]
        var chain = attributors(of: stored)
        let isStated = stored.fact.isAttribution || stored.fact.rule == .mustStatement
        let agent = isStated ? stored.role(.agent).map { name(of: $0, stored) } : nil
        var source: String?
        if holeIsAgent {
            source = filling.text
        } else if let agent {
            source = agent
        } else if !chain.isEmpty {
            source = chain.removeFirst()
        }
        let document = store.articles[stored.article].document
        // What the explanation needs is no more than this, so that an answer does not keep the store.
        let (statement, fit) = (filling.inner == nil ? stored : store.facts[match.id], filling.fit)
        let article = store.articles[statement.article]
        var answer = Answer(
            text: filling.text, kind: filling.kind, source: source,
            description: description(of: filling.entity, or: agentEntity(stored)),
            via: chain.filter { $0 != source }, cue: document.string(stored.fact.cue), polarity: stored.fact.polarity,
            modality: stored.fact.modality,
            score: match.score * filling.fit,
            evidence: [evidence(filling.tokens, sentence: stored.fact.sentence, article: stored.article)],
            explanation: Self.explanation(match, fit: fit, statement, article))
        if filling.kind == .span, filling.text == document.string(filling.tokens) {
            answer.glosses = glosses.glosses(on: filling.tokens, article: stored.article)
        }
        return answer
    }

    /// Who says what the fact states, the nearest first.
    private func attributors(of stored: StoredFact) -> [String] {
        var names: [String] = []
        var within = stored.within
        while let id = within {
            let outer = store.facts[id]
            if let agent = outer.role(.agent) {
                let name = name(of: agent, outer)
                if !names.contains(name) { names.append(name) }
            }
            within = outer.within
        }
        return names
    }

    /// A participant by its fullest name.
    func name(of role: Role, _ stored: StoredFact) -> String {
        let article = store.articles[stored.article]
        let names = role.conjuncts.map { head -> String? in
            let id = article.entityOfToken[head]
            return id >= 0 ? store.entities.name(of: id) : nil
        }
        if names.count == 1, let name = names[0] { return name }
        // "officials, including Ada Berg": the group, and whom the article names of it.
        let members = zip(role.conjuncts, names).filter { !role.tokens.contains($0.0) }.compactMap(\.1)
        return ([article.document.string(role.tokens)] + members).joined(separator: ", ")
    }

    private func agentEntity(_ stored: StoredFact) -> Entity.ID? {
        guard stored.fact.isAttribution || stored.fact.rule == .mustStatement,
            let head = stored.role(.agent)?.conjuncts.first
        else { return nil }
        let id = store.articles[stored.article].entityOfToken[head]
        return id >= 0 ? id : nil
    }

    private func description(of entity: Entity.ID?, or other: Entity.ID?) -> String? {
        (entity ?? other).flatMap { store.entities.descriptions(of: $0).first?.text }
    }

    /// The place of a span: the whole sentence, and where the span stands in it.
    func evidence(_ tokens: Range<Int>, sentence index: Int, article number: Int) -> Evidence {
        let stored = store.articles[number]
        let document = stored.document
        // An interviewer's question is answered in the next sentence.
        let isElsewhere = tokens.lowerBound >= document.sentences[index].tokens.upperBound
        let index = isElsewhere ? document.sentence(of: tokens.lowerBound) : index
        let range = document.byteRange(document.sentences[index].tokens)
        let span = document.byteRange(tokens)
        let within =
            max(
                span.lowerBound, range.lowerBound)..<max(
                min(span.upperBound, range.upperBound), max(span.lowerBound, range.lowerBound))
        return Evidence(
            article: stored.article.id, articleNumber: number + 1, title: stored.article.title, number: index + 1,
            sentence: document.string(bytes: range), start: stored.article.offset(inFile: span.lowerBound),
            end: stored.article.endInFile(of: span),
            highlight: within.lowerBound - range.lowerBound..<within.upperBound - range.lowerBound)
    }

    private static func explanation(_ match: FactMatch, fit: Double, _ stored: StoredFact, _ article: StoredArticle)
        -> [Explanation]
    {
        let fact = stored.fact
        let document = article.document
        var lines = [
            Explanation(
                depth: 0,
                text:
                    "fact: \(fact.predicate), by the rule \(fact.rule.rawValue), \(fact.polarity.rawValue), \(fact.modality.rawValue)"
            )
        ]
        for role in fact.roles {
            let marker = role.marker.isEmpty ? "" : " (\(role.marker))"
            lines.append(Explanation(depth: 1, text: "\(role.kind.rawValue)\(marker): \(document.string(role.tokens))"))
        }
        let place = "[\(stored.article + 1):\(fact.sentence + 1)]"
        let sentence = document.string(document.sentences[fact.sentence].tokens)
        lines.append(Explanation(depth: 0, text: "from the sentence \(place): \(sentence)"))
        lines.append(Explanation(depth: 0, text: "matched: \(percent(match.score * fit))"))
        for part in match.parts {
            lines.append(Explanation(depth: 1, text: "\(label(of: part.part, fact)): \(percent(part.score))"))
        }
        if fit < 1 {
            lines.append(Explanation(depth: 1, text: "kind of thing asked for: \(percent(fit))"))
        }
        return lines
    }

    private static func label(of part: FactMatch.Part, _ fact: Fact) -> String {
        switch part {
        case .predicate: "predicate \(fact.predicate)"
        case .slot(let label): label
        }
    }

    private static func percent(_ value: Double) -> String { "\(Int((value * 100).rounded())) %" }
}
