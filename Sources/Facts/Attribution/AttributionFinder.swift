import Language

/// Finds who says what: constructions of English give the candidates, a linear model chooses among them.
///
///     let attributions = try AttributionFinder(lexicon: lexicon).attributions(in: document)
public struct AttributionFinder: Sendable {
    static let file = "weights/attributions.model"
    static let classes = ["no", "yes"]
    /// How far "yes" may lie behind "no", in the model's units: what is not found costs as much as what is found wrongly.
    package static let margin: Int32 = 3000

    private let lexicon: Lexicon
    private let model: LinearModel
    private let margin: Int32

    /// Reads the embedded weights.
    ///
    /// - Throws: `ModelError` where weights are missing or were made for other features.
    public init(lexicon: Lexicon) throws {
        self.lexicon = lexicon
        model = try LinearModel(resource: Self.file, templates: AttributionFeatures.templates)
        margin = Self.margin
    }

    /// Reads weights that were just trained.
    package init(lexicon: Lexicon, model: [UInt8], margin: Int32 = AttributionFinder.margin) throws {
        self.lexicon = lexicon
        self.model = try LinearModel(model, name: Self.file, templates: AttributionFeatures.templates)
        self.margin = margin
    }

    /// The attributions of a document in the order of their cues.
    ///
    /// - Precondition: the document comes from the `Analyzer`, asked for evidence; one that was stored meanwhile has lost it.
    public func attributions(in document: Document) -> [Attribution] {
        precondition(
            document.attributionEvidence.count == document.count, "a document without evidence of attributions")
        let reading = Reading(document, lexicon: lexicon)
        let features = AttributionFeatures(reading: reading, fields: .embedded)
        var buffer = FeatureBuffer(capacity: AttributionFeatures.capacity)
        var scores = Scores(count: Self.classes.count)
        var chosen: [(candidate: AttributionCandidate, score: Int32)] = []
        for group in Self.candidates(in: reading) {
            var best: (candidate: AttributionCandidate, score: Int32)?
            for candidate in group {
                features.fill(&buffer, candidate, among: group)
                model.score(buffer, into: &scores)
                let score = scores[1] - scores[0]
                if score > -margin, score > best?.score ?? Int32.min { best = (candidate, score) }
            }
            if let best { chosen.append(best) }
        }
        return Self.withoutRepetitions(chosen).map {
            Attribution(source: $0.sourceSpans, cue: [$0.cue], content: $0.content)
        }
    }

    /// All candidates, one group a cue, in textual order.
    static func candidates(in reading: Reading) -> [[AttributionCandidate]] {
        let predicates = PredicateCandidates(reading: reading)
        let nouns = NounCandidates(reading: reading)
        let according = AccordingCandidates(reading: reading)
        let tagged = TaggedCandidates(reading: reading)
        return (0..<reading.document.count).compactMap { token in
            let group =
                predicates.candidates(at: token) + nouns.candidates(at: token) + according.candidates(at: token)
                + tagged.candidates(at: token)
            return group.isEmpty ? nil : group
        }
    }

    /// Of cues that have the same content only the surest stays: "issued a statement saying that ..." is one attribution.
    private static func withoutRepetitions(_ chosen: [(candidate: AttributionCandidate, score: Int32)])
        -> [AttributionCandidate]
    {
        var kept: [AttributionCandidate] = []
        for index in chosen.indices {
            let (candidate, score) = chosen[index]
            let isRepeated = chosen.indices.contains { other in
                guard other != index, chosen[other].score > score || chosen[other].score == score && other < index
                else { return false }
                return chosen[other].candidate.overlap(candidate.content) > 0.8
            }
            if !isRepeated { kept.append(candidate) }
        }
        return kept
    }
}
