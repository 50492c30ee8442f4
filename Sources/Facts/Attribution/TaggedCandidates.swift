import Language

/// Contents and sources as the network marks them word by word, where a cue is likely: readings that no construction has.
///
///     In Torrin the {cue:talk} is of {content:a new tax}.
struct TaggedCandidates {
    let reading: Reading
    private var document: Document { reading.document }

    /// From how much a token counts, in units of 1/255.
    private static let least: UInt8 = 110
    private static let leastCue: UInt8 = 60

    func candidates(at head: Int) -> [AttributionCandidate] {
        let evidence = document.attributionEvidence
        guard evidence.count == document.count, evidence[head].cue >= Self.leastCue else { return [] }
        let sentence = document.sentences[document.sentence(of: head)].tokens
        let cue = run(around: head, in: sentence) { evidence[$0].cue >= Self.leastCue }
        // One word of a cue decides for all of it: the one that hangs on a word outside.
        guard cue.first(where: { reading.tree.head(of: $0).map { !cue.contains($0) } ?? true }) == head else {
            return []
        }
        let contents = runs(in: sentence) { evidence[$0].content >= Self.least && !cue.contains($0) }
        guard !contents.isEmpty else { return [] }
        let sources = runs(in: sentence) { evidence[$0].source >= Self.least && !cue.contains($0) }
        func distance(_ range: Range<Int>) -> Int {
            range.lowerBound >= cue.upperBound ? range.lowerBound - cue.upperBound : cue.lowerBound - range.upperBound
        }
        let source = sources.min { distance($0) < distance($1) }
        let nearest = contents.min { distance($0) < distance($1) }
        var found: [AttributionCandidate] = []
        func add(_ shape: AttributionCandidate.Shape, _ content: [Range<Int>]) {
            let content = content.map(reading.trimmedPunctuation).filter { !$0.isEmpty }
            guard let first = content.first, !found.contains(where: { $0.content == content }) else { return }
            found.append(
                AttributionCandidate(
                    head: head, cue: cue, source: source.map(headWord), sourceSpans: source.map { [$0] } ?? [],
                    shape: shape,
                    contentHead: headWord(first), content: content))
        }
        if let nearest { add(.taggedRun, [nearest]) }
        if contents.count > 1 {
            add(.taggedAround, contents.filter { distance($0) <= 12 })
            let after = contents.filter { $0.lowerBound >= cue.upperBound }
            if let first = after.first, let last = after.last { add(.taggedSpan, [first.lowerBound..<last.upperBound]) }
        }
        return found
    }

    /// The word of a span that hangs on one outside it.
    private func headWord(_ span: Range<Int>) -> Int {
        span.first { reading.tree.head(of: $0).map { !span.contains($0) } ?? true } ?? span.lowerBound
    }

    private func run(around token: Int, in sentence: Range<Int>, _ belongs: (Int) -> Bool) -> Range<Int> {
        var range = token..<token + 1
        while range.lowerBound > sentence.lowerBound, belongs(range.lowerBound - 1) {
            range = range.lowerBound - 1..<range.upperBound
        }
        while range.upperBound < sentence.upperBound, belongs(range.upperBound) {
            range = range.lowerBound..<range.upperBound + 1
        }
        return range
    }

    private func runs(in sentence: Range<Int>, _ belongs: (Int) -> Bool) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        for token in sentence where belongs(token) {
            if let last = runs.last, last.upperBound == token {
                runs[runs.count - 1] = last.lowerBound..<token + 1
            } else {
                runs.append(token..<token + 1)
            }
        }
        return runs
    }
}
