/// Trains the entity recogniser.
package struct EntityTrainer {
    /// A document and the entities it should have.
    package struct Example {
        package var document: Document
        /// In order of their first token, without overlaps.
        package var entities: [NamedEntity]
        /// Kinds that are marked in this document. A token that is in no marked entity may be of any other kind.
        package var markedKinds: Set<NamedEntity.Kind>

        package init(_ document: Document, _ entities: [NamedEntity], marked: Set<NamedEntity.Kind> = Set(NamedEntity.Kind.allCases)) {
            self.document = document
            self.entities = entities
            markedKinds = marked
        }
    }

    private struct Sample {
        var example: Example
        var words: WordColumn
        var truth: [EntityLabel?]
    }

    private var samples: [Sample] = []

    package init() {}

    package mutating func add(_ example: Example) {
        let isComplete = example.markedKinds.count == NamedEntity.Kind.allCases.count
        var truth: [EntityLabel?] = Array(repeating: isComplete ? .outside : nil, count: example.document.count)
        for entity in example.entities {
            for token in entity.tokens {
                let isFirst = token == entity.tokens.lowerBound
                let isLast = token == entity.tokens.upperBound - 1
                truth[token] = EntityLabel(entity.kind, isFirst ? (isLast ? .unit : .begin) : isLast ? .last : .inside)
            }
        }
        samples.append(Sample(example: example, words: WordColumn(example.document), truth: truth))
    }

    /// Trains on everything added, in random order, and returns the model's file.
    package func train(rounds: Int, seed: UInt64, progress: (Int, Double, Int) -> Void) -> [UInt8] {
        let trainer = PerceptronTrainer(classes: EntityLabel.names)
        var buffer = FeatureBuffer(capacity: EntityFeatures.capacity)
        var scores = Scores(count: EntityLabel.count)
        var random = SplitMix(seed: seed)
        for round in 0..<rounds {
            let (steps, mistakes) = (trainer.steps, trainer.mistakes)
            for index in samples.indices.shuffled(using: &random) {
                learn(samples[index], trainer, &buffer, &scores)
            }
            progress(round + 1, Double(trainer.mistakes - mistakes) / Double(max(trainer.steps - steps, 1)), trainer.featureCount)
        }
        return trainer.freeze(templates: EntityFeatures.templates, minimumUpdates: 3)
    }

    private func learn(_ sample: Sample, _ trainer: PerceptronTrainer, _ buffer: inout FeatureBuffer, _ scores: inout Scores) {
        let document = sample.example.document
        let marked = sample.example.markedKinds
        var features = EntityFeatures(document, sample.words, .embedded)
        for sentence in document.sentences.lazy.map(\.tokens) {
            var last = EntityLabel.outside
            var last2 = EntityLabel.outside
            var start = sentence.lowerBound
            for token in sentence {
                let isLast = token == sentence.upperBound - 1
                features.fill(&buffer, token, in: sentence, last, last2)
                trainer.score(buffer, into: &scores)
                let guess = scores.best { EntityLabel(index: $0).follows(last, isLast: isLast) } ?? 0
                if let truth = sample.truth[token] {
                    trainer.update(buffer, truth: truth.index, guess: guess)
                } else if let kind = EntityLabel(index: guess).kind, marked.contains(kind) {
                    // In no marked entity: it is none of a marked kind, whatever else it is.
                    let allowed = scores.best { label in
                        EntityLabel(index: label).kind.map { !marked.contains($0) } ?? true
                            && EntityLabel(index: label).follows(last, isLast: isLast)
                    }
                    trainer.update(buffer, truth: allowed ?? 0, guess: guess)
                }
                // On with the truth: after a wrong label the true ones that follow might not be allowed.
                let label = sample.truth[token] ?? EntityLabel(index: guess)
                (last, last2) = (label, last)
                if label.position == .begin || label.position == .unit { start = token }
                if let kind = label.kind, !label.isOpen { features.note(kind, start..<token + 1) }
            }
        }
    }
}
