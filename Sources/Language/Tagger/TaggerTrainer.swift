/// Trains the two taggers on documents with gold tags.
package struct TaggerTrainer {
    /// One sentence with its gold tags.
    private struct Example {
        var words: [Word]
        var xpos: [UInt8]
        var upos: [UInt8]
    }

    private var examples: [Example] = []

    /// Takes the sentences of all documents.
    package init(_ documents: [Document]) {
        for document in documents {
            let column = WordColumn(document)
            for tokens in document.sentences.lazy.map(\.tokens) where !tokens.isEmpty {
                examples.append(Example(
                    words: Array(column.words[tokens]), xpos: document.xpos[tokens].map(\.rawValue),
                    upos: document.upos[tokens].map(\.rawValue)))
            }
        }
    }

    /// Trains both taggers; the same seed gives the same weights.
    ///
    /// - Parameter progress: called after each round with the tagger's name, the round and the share of wrong tags in it.
    package func train(
        rounds: Int, seed: UInt64, progress: (String, Int, Double) -> Void = { _, _, _ in }
    ) throws(ModelError) -> (xpos: [UInt8], upos: [UInt8]) {
        let xpos = PerceptronTrainer(classes: PennTag.allCases.map(\.name))
        let upos = PerceptronTrainer(classes: UniversalTag.allCases.map(\.name))
        var random = SplitMix(seed: seed)
        var features = FeatureBuffer(capacity: TaggerFeatures.capacity)
        var scores = Scores(count: xpos.classes.count)
        var sentence = TaggerSentence()

        for round in 1...rounds {
            let before = (xpos.mistakes, xpos.steps)
            for index in examples.indices.shuffled(using: &random) {
                let example = examples[index]
                sentence.read(example.words[...])
                for token in example.words.indices {
                    sentence.xposFeatures(token, into: &features)
                    xpos.score(features, into: &scores)
                    let guess = scores.best
                    xpos.update(features, truth: Int(example.xpos[token]), guess: guess)
                    // The tags before are the tagger's own, as they will be when it works.
                    sentence.xpos[token + 2] = UInt8(guess)
                }
            }
            progress("xpos", round, Double(xpos.mistakes - before.0) / Double(xpos.steps - before.1))
        }

        var uposScores = Scores(count: upos.classes.count)
        for round in 1...max(rounds / 2, 1) {
            let before = (upos.mistakes, upos.steps)
            for index in examples.indices.shuffled(using: &random) {
                let example = examples[index]
                sentence.read(example.words[...])
                for token in example.words.indices { sentence.xpos[token + 2] = example.xpos[token] }
                for token in example.words.indices {
                    sentence.uposFeatures(token, into: &features)
                    upos.score(features, into: &uposScores)
                    let guess = uposScores.best
                    upos.update(features, truth: Int(example.upos[token]), guess: guess)
                    sentence.upos[token + 2] = UInt8(guess)
                }
            }
            progress("upos", round, Double(upos.mistakes - before.0) / Double(upos.steps - before.1))
        }
        return (
            xpos.freeze(templates: TaggerFeatures.xposTemplates), upos.freeze(templates: TaggerFeatures.uposTemplates)
        )
    }
}
