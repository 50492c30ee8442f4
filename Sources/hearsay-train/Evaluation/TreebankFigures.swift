import Foundation

/// The figures of a treebank as one JSON object; shares in per cent, nil for what the treebank does not mark.
struct TreebankFigures: Encodable {
    var documents: Int
    var tokens: Int
    var tokensF1, sentencesF1: Double
    var upos, xpos, lemma, lemmaWithGoldTags, uas, las: Double
    /// LAS of `TreeScore.coreRelations`.
    var lasOfCoreRelations: Double
    var lasOfQuestions: Double?
    /// F1 of labelled arcs, by relation.
    var relations: [String: Double]
    /// F1 of persons, organizations and places, from running text.
    var entitiesF1: Double?
    var coreference: Coreference?
    var pronounsWithRightName: [String: Double]?
    /// From running text to entities, on one core.
    var tokensPerSecond: Int

    struct Coreference: Encodable {
        var muc, bCubed, ceafe, conll, conllOfExactSpans: Double
    }

    init(_ evaluation: TreebankEvaluation, documents: Int) {
        func round(_ share: Double) -> Double { (share * 10_000).rounded() / 100 }
        let trees = evaluation.trees
        self.documents = documents
        tokens = trees.tokens
        tokensF1 = round(evaluation.words.f1)
        sentencesF1 = round(evaluation.sentences.f1)
        upos = round(trees.upos)
        xpos = round(trees.xpos)
        lemma = round(trees.lemma)
        lemmaWithGoldTags = round(evaluation.lemmas.accuracy)
        uas = round(trees.uas)
        las = round(trees.las)
        lasOfCoreRelations = round(trees.lasOfCoreRelations)
        lasOfQuestions = trees.lasOfQuestions.map(round)
        relations = trees.f1ByRelation.mapValues(round)
        tokensPerSecond = Int(Double(evaluation.tokens) / max(evaluation.seconds, 1e-9))
        guard evaluation.coreference.documents > 0 else { return }
        entitiesF1 = round(evaluation.entities.f1)
        let heads = evaluation.coreference.heads
        coreference = Coreference(
            muc: round(heads.mucF1), bCubed: round(heads.bCubedF1), ceafe: round(heads.ceafeF1),
            conll: round(heads.mean),
            conllOfExactSpans: round(evaluation.coreference.exact.mean))
        pronounsWithRightName = evaluation.coreference.pronouns.counts.mapValues { round($0.share) }
        pronounsWithRightName?["all"] = round(evaluation.coreference.pronouns.all.share)
    }

    func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
}
