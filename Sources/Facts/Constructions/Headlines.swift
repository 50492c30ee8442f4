import Language

/// A headline that ends in who says it.
///
///     Bridge to Open in June, Says Mayor → say(agent: Mayor, theme: Bridge to Open in June)
enum Headlines {
    /// "Dravo's coach, Ada Berg, blamed the referee" stands in this order too, but in no headline.
    private static func isHeadline(_ sentence: Range<Int>, in reading: Reading) -> Bool {
        sentence.lowerBound == 0 && reading.document.norm(sentence.upperBound - 1) != "."
    }

    /// "Berg: Bridge must close", "Poll: Most voters want a bridge": who says it stands before the colon.
    static func announced(in reading: Reading) -> [Fact] {
        let document = reading.document
        guard let sentence = document.sentences.first?.tokens, sentence.count > 4,
            let say = reading.lexicon.verbs.frame(ofVerb: "say"),
            let colon = sentence.dropFirst().prefix(4).first(where: { document.norm($0) == ":" }),
            case let source = sentence.lowerBound..<colon,
            case let content = reading.tree.trimmed(colon + 1..<sentence.upperBound), content.count > 2,
            content.contains(where: { reading.clauses[$0] != nil })
        else { return [] }
        let isNamed = document.entities.contains {
            $0.tokens == source && [.person, .organization].contains($0.kind)
        }
        let last = document.lemma(colon - 1).lowercased()
        guard isNamed || reading.isRole(colon - 1) || reading.lexicon.words[.outlet].contains(last) else { return [] }
        return [
            Fact(
                predicate: "say", classes: say.classes, rule: .attribution, cue: colon..<colon + 1,
                roles: [
                    Role(kind: .agent, tokens: source, head: colon - 1),
                    Role(kind: .theme, tokens: content, head: reading.head(of: content)),
                ], sentence: 0, isAttribution: true)
        ]
    }

    /// The fact of a clause that stands in this order; nil for any other.
    static func fact(of clause: Clause, in reading: Reading) -> Fact? {
        let document = reading.document
        let sentence = document.sentences[document.sentence(of: clause.head)].tokens
        guard clause.head > sentence.lowerBound + 2, document.norm(clause.head - 1) == ",",
            document.xpos[clause.head] != .vbg,
            isHeadline(sentence, in: reading) || reading.lexicon.words[.genericSpeech].contains(clause.predicate),
            reading.isInClass(clause.predicate, "say"), reading.quotation(at: clause.head) == nil,
            clause.complement.map({ $0 < clause.head }) ?? true
        else { return nil }
        let rest = reading.tree.trimmed(.span(clause.head + 1, sentence.upperBound))
        guard (1...6).contains(rest.count),
            rest.allSatisfy({ [.noun, .propn, .adj, .det, .adp, .part].contains(document.upos[$0]) })
        else { return nil }
        let content = reading.tree.trimmed(sentence.lowerBound..<clause.head)
        guard content.count > 2, reading.quotations.overlapping(content).isEmpty else {
            return nil
        }
        let speaker = rest.last { [.noun, .propn].contains(document.upos[$0]) } ?? rest.upperBound - 1
        return Fact(
            predicate: clause.predicate, classes: reading.lexicon.verbs.frame(ofVerb: clause.predicate)?.classes ?? [],
            rule: .attribution,
            cue: clause.head..<clause.head + 1,
            roles: [
                Role(kind: .agent, tokens: rest, head: speaker),
                Role(
                    kind: .theme, tokens: content,
                    head: content.first { reading.clauses[$0] != nil } ?? content.lowerBound),
            ],
            sentence: document.sentence(of: clause.head), isAttribution: true)
    }
}
