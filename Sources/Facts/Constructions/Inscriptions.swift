import Language

/// Words that stand on something.
///
///     They unfurled a banner reading "Our rivers are not for sale". → say(agent: a banner, theme: Our rivers are not for sale)
enum Inscriptions: Construction {
    static func facts(in reading: Reading) -> [Fact] {
        let document = reading.document
        let verbs = reading.lexicon.words[.inscription]
        guard let say = reading.lexicon.verbs.frame(ofVerb: "say") else { return [] }
        return reading.quotations.compactMap { quotation in
            // The mark stands before the quotation, and before that perhaps a comma or colon.
            var verb = quotation.tokens.lowerBound - 1
            while verb > 0, document.upos[verb] == .punct { verb -= 1 }
            guard verb > 1, verbs.contains(document.norm(verb)),
                document.sentence(of: verb) == document.sentence(of: quotation.tokens.lowerBound)
            else { return nil }
            let isFinite = !document.norm(verb).hasSuffix("ing")
            // "a banner that read", "a banner reading"
            var noun = verb - 1
            if isFinite {
                guard [.wdt, .wp].contains(document.xpos[noun]) || document.norm(noun) == "that" else { return nil }
                noun -= 1
            }
            guard noun >= 0, document.upos[noun] == .noun, !reading.isRole(noun),
                NounLexicon.embedded[document.lemma(noun).lowercased()] == nil
            else { return nil }
            let phrase = reading.tree.nounPhrase(noun)
            var start = min(phrase.lowerBound, noun)
            while start > 0, [.det, .adj].contains(document.upos[start - 1]) { start -= 1 }
            let agent = start..<noun + 1
            let theme = reading.tree.trimmed(quotation.tokens)
            guard !theme.isEmpty, !agent.isEmpty else { return nil }
            return Fact(
                predicate: "say", classes: say.classes, rule: .quotation, cue: verb..<verb + 1,
                roles: [
                    Role(kind: .agent, tokens: agent, head: noun),
                    Role(kind: .theme, tokens: theme, head: reading.head(of: theme)),
                ], sentence: document.sentence(of: verb), isAttribution: true)
        }
    }
}
