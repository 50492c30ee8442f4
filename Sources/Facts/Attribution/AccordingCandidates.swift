import Language

/// "according to X", and a speaker before a colon.
///
///     The port is safe, {according to} the mayor. The mayor{:} Port is safe
struct AccordingCandidates {
    let reading: Reading
    private var document: Document { reading.document }

    func candidates(at token: Int) -> [AttributionCandidate] {
        if document.norm(token) == ":" { return colon(token) }
        guard document.norm(token) == "according", token + 1 < document.count, document.norm(token + 1) == "to",
            let source = AccordingTo.source(after: token, in: reading)
        else { return [] }
        let sentence = document.sentences[document.sentence(of: token)].tokens
        let spans = reading.sourceSpans(source, cue: token + 1)
        let end = max(spans.last?.upperBound ?? token + 2, token + 2)
        let before = reading.trimmedPunctuation(sentence.lowerBound..<token)
        let after = reading.trimmedPunctuation(min(end, sentence.upperBound)..<sentence.upperBound)
        func candidate(_ shape: AttributionCandidate.Shape, _ content: [Range<Int>]) -> AttributionCandidate? {
            let content = content.filter { !$0.isEmpty }
            guard let first = content.first else { return nil }
            return AttributionCandidate(
                head: token, cue: token..<token + 2, source: source, sourceSpans: spans, shape: shape,
                contentHead: first.lowerBound, content: content)
        }
        return [
            candidate(.accordingBefore, [before]), candidate(.accordingAfter, [after]),
            before.isEmpty || after.isEmpty ? nil : candidate(.accordingAround, [before, after]),
        ].compactMap { $0 }
    }

    private func colon(_ token: Int) -> [AttributionCandidate] {
        let sentence = document.sentences[document.sentence(of: token)].tokens
        let before = reading.trimmedPunctuation(sentence.lowerBound..<token)
        let after = reading.trimmedPunctuation(token + 1..<sentence.upperBound)
        guard (1...8).contains(before.count), !after.isEmpty,
            before.allSatisfy({ [.noun, .propn, .adj, .det, .adp, .part, .num].contains(document.upos[$0]) })
        else { return [] }
        let head = before.last { [.noun, .propn].contains(document.upos[$0]) } ?? before.upperBound - 1
        return [
            AttributionCandidate(
                head: token, cue: token..<token + 1, source: head, sourceSpans: [before], shape: .colon,
                contentHead: after.lowerBound, content: [after])
        ]
    }
}
