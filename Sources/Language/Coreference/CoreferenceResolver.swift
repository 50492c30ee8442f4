/// Finds which mentions of a document refer to the same thing.
///
/// Needs trees, lemmas and entities; sets `chains`. Sieves in order of their precision, each joining what the ones before
/// have left apart (Raghunathan et al. 2010; Lee et al. 2013).
package struct CoreferenceResolver: Sendable {
    private let gazetteer = Gazetteer.embedded
    private let nouns = NounLexicon.embedded

    private let weights: PronounWeights

    package init(weights: PronounWeights = PronounWeights()) {
        self.weights = weights
    }

    package func resolve(_ document: inout Document) {
        let mentions = MentionFinder(document, gazetteer, nouns).mentions()
        var state = CoreferenceState(document, mentions, gazetteer, nouns)
        let speakers = Speakers(document)
        ExactNames.apply(to: &state)
        Aliases.apply(to: &state)
        ShortNames.apply(to: &state)
        Appositions.apply(to: &state)
        RoleNouns.apply(to: &state)
        speakers.apply(to: &state)
        Pronouns(speakers, weights).apply(to: &state)
        document.chains = state.chains()
    }
}
