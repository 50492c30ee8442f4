import Language

/// Tags for every training document, from taggers that have not seen it: as wrong as they will be on new text.
struct PredictedTags {
    /// By fold and document.
    private(set) var xpos: [[[PennTag]]] = []
    private(set) var upos: [[[UniversalTag]]] = []

    init(_ training: TrainingSet, rounds: Int, seed: UInt64) throws {
        for fold in training.folds.indices {
            var trainer = TaggerTrainer()
            for other in training.folds.indices where other != fold {
                for document in training.folds[other] { trainer.add(document) }
            }
            let tagger = try XposTagger(model: trainer.trainXpos(rounds: rounds, seed: seed))
            xpos.append(training.folds[fold].map { document in
                var tagged = document
                tagger.tag(&tagged, WordColumn(tagged))
                return tagged.xpos
            })
        }
        for fold in training.folds.indices {
            var trainer = TaggerTrainer()
            for other in training.folds.indices where other != fold {
                for (document, guessed) in zip(training.folds[other], xpos[other]) { trainer.add(document, guessed: guessed) }
            }
            let tagger = try UposTagger(model: trainer.trainUpos(rounds: rounds, seed: seed))
            upos.append(zip(training.folds[fold], xpos[fold]).map { document, guessed in
                var tagged = document.tagged(xpos: guessed, upos: document.upos)
                tagger.tag(&tagged, WordColumn(tagged))
                return tagged.upos
            })
        }
    }
}
