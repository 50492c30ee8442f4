/// Trains the two taggers on documents with gold tags.
package struct TaggerTrainer {
    /// One sentence with its gold tags, and the XPOS that a tagger gave it.
    private struct Example {
        var words: [Word]
        var xpos: [UInt8]
        var upos: [UInt8]
        var guessedXpos: [UInt8]
    }

    /// Called after each round with the round and the share of wrong tags in it.
    package typealias Progress = (Int, Double) -> Void

    /// After this many passes features are forgotten that mistakes have touched less often than `minimumUpdates`; see
    /// `PerceptronTrainer.close`.
    package var openRounds = 2
    package var minimumUpdates = 3

    private var examples: [Example] = []

    package init() {}

    /// Adds the sentences of a document.
    ///
    /// - Parameter guessed: the XPOS that a tagger gave which had not seen the document; without it, the gold ones.
    package mutating func add(_ document: Document, guessed: [PennTag]? = nil) {
        let column = WordColumn(document)
        let guessed = guessed ?? document.xpos
        for tokens in document.sentences.lazy.map(\.tokens) where !tokens.isEmpty {
            examples.append(Example(
                words: Array(column.words[tokens]), xpos: document.xpos[tokens].map(\.rawValue),
                upos: document.upos[tokens].map(\.rawValue), guessedXpos: guessed[tokens].map(\.rawValue)))
        }
    }

    /// Trains the XPOS tagger; the same seed gives the same weights.
    package func trainXpos(rounds: Int, seed: UInt64, progress: Progress = { _, _ in }) -> [UInt8] {
        let trainer = PerceptronTrainer(classes: PennTag.allCases.map(\.name))
        run(trainer, rounds, seed, progress) { sentence, example, token, features, guess in
            if let guess {
                // The tags before are the tagger's own, as they will be when it works.
                sentence.xpos[token + 2] = UInt8(guess)
            } else {
                sentence.xposFeatures(token, into: &features)
            }
            return Int(example.xpos[token])
        }
        return trainer.freeze(templates: TaggerFeatures.xposTemplates, minimumWeight: 0.05)
    }

    /// Trains the UPOS tagger on the XPOS that were guessed; the same seed gives the same weights.
    package func trainUpos(rounds: Int, seed: UInt64, progress: Progress = { _, _ in }) -> [UInt8] {
        let trainer = PerceptronTrainer(classes: UniversalTag.allCases.map(\.name))
        run(trainer, rounds, seed, progress) { sentence, example, token, features, guess in
            if let guess {
                sentence.upos[token + 2] = UInt8(guess)
            } else {
                if token == 0 {
                    for index in example.words.indices { sentence.xpos[index + 2] = example.guessedXpos[index] }
                }
                sentence.uposFeatures(token, into: &features)
            }
            return Int(example.upos[token])
        }
        return trainer.freeze(templates: TaggerFeatures.uposTemplates, minimumWeight: 0.05)
    }

    /// Passes over the sentences in random order. `step` is called twice a token: without a guess it makes the features,
    /// with one it writes it down; both times it gives the true class.
    private func run(
        _ trainer: PerceptronTrainer, _ rounds: Int, _ seed: UInt64, _ progress: Progress,
        step: (inout TaggerSentence, Example, Int, inout FeatureBuffer, Int?) -> Int
    ) {
        var random = SplitMix(seed: seed)
        var features = FeatureBuffer(capacity: TaggerFeatures.capacity)
        var scores = Scores(count: trainer.classes.count)
        var sentence = TaggerSentence()
        for round in 1...max(rounds, 1) {
            let before = (trainer.mistakes, trainer.steps)
            for index in examples.indices.shuffled(using: &random) {
                let example = examples[index]
                sentence.read(example.words[...])
                for token in example.words.indices {
                    let truth = step(&sentence, example, token, &features, nil)
                    trainer.score(features, into: &scores)
                    let guess = scores.best
                    trainer.update(features, truth: truth, guess: guess)
                    _ = step(&sentence, example, token, &features, guess)
                }
            }
            if round == min(openRounds, rounds - 1) { trainer.close(minimumUpdates: minimumUpdates) }
            progress(round, Double(trainer.mistakes - before.0) / Double(trainer.steps - before.1))
        }
    }
}
