import Language

/// A printed conversation: whoever has the turn says what stands in it.
///
///     A: We counted 47 last winter. → say(agent: Ada Berg, theme: We counted 47 last winter)
///     BERG: We will not go. → say(agent: BERG, theme: We will not go)
enum Transcripts {
    static func facts(of transcript: Transcript, in reading: Reading) -> [Fact] {
        let document = reading.document
        guard let say = reading.lexicon.verbs.frame(ofVerb: "say") else { return [] }
        return transcript.turns.flatMap { turn -> [Fact] in
            guard let speaker = turn.speaker, let first = turn.tokens.first, let last = turn.tokens.last else {
                return []
            }
            return (document.sentence(of: first)...document.sentence(of: last)).compactMap { sentence in
                let said = document.sentences[sentence].tokens.clamped(to: turn.tokens)
                let tokens = reading.tree.trimmed(said)
                guard tokens.count > 1 else { return nil }
                return Fact(
                    predicate: "say", classes: say.classes, rule: .quotation, cue: turn.label,
                    roles: [
                        Role(kind: .agent, tokens: speaker, head: reading.head(of: speaker)),
                        Role(kind: .theme, tokens: tokens, head: reading.head(of: tokens)),
                    ], sentence: sentence, isAttribution: true)
            }
        }
    }
}
