import Language

/// "According to X, C": X says C.
///
///     According to Reuters, he is pushing for a ceasefire. → say(agent: Reuters, theme: he is pushing for a ceasefire)
///     In her view, the plan has failed. → say(agent: her, theme: the plan has failed)
enum AccordingTo: Construction {
    static func facts(in reading: Reading) -> [Fact] {
        let document = reading.document
        var facts: [Fact] = []
        for token in 0..<document.count
        where document.norm(token) == "according" && token + 1 < document.count && document.norm(token + 1) == "to" {
            let sentence = document.sentences[document.sentence(of: token)].tokens
            let phrase = phrase(from: token, in: sentence, document)
            guard let source = source(in: phrase, after: token, reading) else { continue }
            let role = reading.participant(.agent, source)
            guard let content = content(around: phrase, in: sentence, reading) else { continue }
            facts.append(
                Fact(
                    predicate: "say", classes: reading.lexicon.verbs.frame(ofVerb: "say")?.classes ?? [],
                    rule: .accordingTo,
                    cue: token..<token + 2,
                    roles: [
                        role,
                        Role(kind: .theme, tokens: content, head: head(of: content, in: reading)),
                    ],
                    sentence: document.sentence(of: token), isAttribution: true))
        }
        return facts + views(in: reading)
    }

    /// "in his view", "in the words of the mayor".
    private static func views(in reading: Reading) -> [Fact] {
        let document = reading.document
        let nouns = reading.lexicon.words[.view]
        return (0..<document.count).compactMap { noun in
            guard document.upos[noun] == .noun, nouns.contains(document.norm(noun)),
                let preposition = reading.tree.child(of: noun, .case), document.norm(preposition) == "in",
                noun - preposition < 8
            else { return nil }
            let source =
                reading.tree.child(of: noun, .nmodPossessive)
                ?? reading.tree.children(of: noun, .nmod).first { child in
                    reading.tree.child(of: child, .case).map { document.norm($0) == "of" } ?? false
                }
            let sentence = document.sentences[document.sentence(of: noun)].tokens
            let end = max(noun + 1, source.map { reading.tree.nounPhrase($0).upperBound } ?? noun + 1)
            guard let source, let content = content(around: preposition..<end, in: sentence, reading) else {
                return nil
            }
            return Fact(
                predicate: "say", classes: reading.lexicon.verbs.frame(ofVerb: "think")?.classes ?? [],
                rule: .accordingTo, cue: preposition..<noun + 1,
                roles: [
                    reading.participant(.agent, source),
                    Role(kind: .theme, tokens: content, head: head(of: content, in: reading)),
                ],
                sentence: document.sentence(of: noun), isAttribution: true)
        }
    }

    /// From "according" to the next comma or the sentence's end.
    private static func phrase(from token: Int, in sentence: Range<Int>, _ document: Document) -> Range<Int> {
        let end = (token..<sentence.upperBound).first {
            document.norm($0) == "," || document.upos[$0] == .punct && document.xpos[$0] == .period
        }
        return token..<(end ?? sentence.upperBound)
    }

    /// Who it is according to, for the "according" at a token.
    static func source(after token: Int, in reading: Reading) -> Int? {
        let sentence = reading.document.sentences[reading.document.sentence(of: token)].tokens
        return source(in: phrase(from: token, in: sentence, reading.document), after: token, reading)
    }

    private static func source(in phrase: Range<Int>, after token: Int, _ reading: Reading) -> Int? {
        // "Ambassador to Norland Ada Berg": the person who ends the phrase.
        if let name = reading.entity(at: phrase.upperBound - 1), name.kind == .person,
            name.tokens.upperBound == phrase.upperBound,
            name.tokens.lowerBound == token + 2 || Titles.title(before: name.tokens, in: reading) != nil
        {
            return name.tokens.first { reading.tree.head(of: $0).map { !name.tokens.contains($0) } ?? true }
                ?? name.tokens.lowerBound
        }
        // "According" is the case mark of the source, or its head, as the parser likes it.
        if let head = reading.tree.head(of: token), phrase.contains(head), head > token, reading.isNominal(head) {
            return head
        }
        if let child = reading.tree.children(of: token).first(where: { $0 > token + 1 && reading.isNominal($0) }) {
            return child
        }
        if let head = reading.tree.head(of: token + 1), phrase.contains(head), head > token, reading.isNominal(head) {
            return head
        }
        return phrase.dropFirst(2).last(where: reading.isNominal)
    }

    /// The larger side of the sentence beside the phrase, up to a boundary.
    private static func content(around phrase: Range<Int>, in sentence: Range<Int>, _ reading: Reading) -> Range<Int>? {
        let before = reading.tree.trimmed(sentence.lowerBound..<max(sentence.lowerBound, phrase.lowerBound))
        let after = reading.tree.trimmed(min(phrase.upperBound, sentence.upperBound)..<sentence.upperBound)
        let content = before.count >= 4 || before.count > after.count ? before : after
        return content.isEmpty ? nil : content
    }

    private static func head(of range: Range<Int>, in reading: Reading) -> Int {
        range.first { token in reading.tree.head(of: token).map { !range.contains($0) } ?? true } ?? range.lowerBound
    }
}
