/// Finds which mentions of a document refer to the same thing.
///
/// Needs trees, lemmas and entities; sets `chains`. Sieves in order of their precision for names, descriptions beside them
/// and first persons (Raghunathan et al. 2010; Lee et al. 2013); then a linear ranker for all the rest,
/// and descriptions that it has left without a name.
package struct CoreferenceResolver: Sendable {
    private let model: AntecedentModel
    private let kept = WorkPool { KeptWeights() }

    /// Reads the embedded weights.
    init() throws(ModelError) { model = try AntecedentModel() }

    /// Takes weights that were just trained.
    package init(_ model: AntecedentModel) { self.model = model }

    package func resolve(_ document: inout Document) {
        var (state, speakers) = Self.afterNames(document)
        let weights = kept.take()
        defer { kept.giveBack(weights) }
        AntecedentRanker(speakers, model, weights).apply(to: &state)
        Descriptions.apply(to: &state)
        document.chains = state.chains()
    }

    /// What the sieves join whose rules are sure.
    static func afterNames(_ document: Document) -> (CoreferenceState, Speakers) {
        let (gazetteer, nouns) = (Gazetteer.embedded, NounLexicon.embedded)
        let mentions = MentionFinder(document, gazetteer, nouns).mentions()
        var state = CoreferenceState(document, mentions, gazetteer, nouns)
        let speakers = Speakers(document)
        ExactNames.apply(to: &state)
        Aliases.apply(to: &state)
        ShortNames.apply(to: &state)
        Appositions.apply(to: &state)
        speakers.apply(to: &state)
        return (state, speakers)
    }
}
