import Language

/// Trains the choice among candidates on documents whose attributions were marked by hand.
package struct AttributionTrainer {
    private struct Sample {
        var document: Document
        var gold: [Attribution]
    }

    private let lexicon: Lexicon
    private var samples: [Sample] = []

    package init(lexicon: Lexicon) {
        self.lexicon = lexicon
    }

    /// Adds a document with all its attributions.
    package mutating func add(_ document: Document, _ gold: [Attribution]) {
        samples.append(Sample(document: document, gold: gold))
    }

    /// Trains on everything added, in random order, and returns the model's file.
    package func train(rounds: Int, seed: UInt64, distance: Int32 = 0, progress: (Int, Double, Int) -> Void) -> [UInt8]
    {
        let trainer = PerceptronTrainer(classes: AttributionFinder.classes)
        var buffer = FeatureBuffer(capacity: AttributionFeatures.capacity)
        var scores = Scores(count: AttributionFinder.classes.count)
        var random = SplitMix(seed: seed)
        for round in 0..<rounds {
            let (steps, mistakes) = (trainer.steps, trainer.mistakes)
            for index in samples.indices.shuffled(using: &random) {
                let reading = Reading(samples[index].document, lexicon: lexicon)
                let features = AttributionFeatures(reading: reading, fields: .embedded)
                let groups = AttributionFinder.candidates(in: reading)
                let truth = Self.truth(groups, samples[index].gold)
                for (group, truths) in zip(groups, truth) {
                    var right: (index: Int, score: Int32)?
                    var wrong: (index: Int, score: Int32)?
                    for index in group.indices {
                        guard let truth = truths[index] else { continue }
                        features.fill(&buffer, group[index], among: group)
                        trainer.score(buffer, into: &scores)
                        let score = scores[1] - scores[0]
                        if truth, score > right?.score ?? Int32.min { right = (index, score) }
                        if !truth, score > wrong?.score ?? Int32.min { wrong = (index, score) }
                    }
                    // The best wrong reading has to stay behind the right one, and behind "no" where none is right.
                    if let right {
                        features.fill(&buffer, group[right.index], among: group)
                        trainer.update(buffer, truth: 1, guess: right.score > distance ? 1 : 0)
                    }
                    if let wrong {
                        let limit = right.map { min($0.score, 0) } ?? 0
                        features.fill(&buffer, group[wrong.index], among: group)
                        trainer.update(buffer, truth: 0, guess: wrong.score > limit - distance ? 1 : 0)
                    }
                }
            }
            progress(
                round + 1, Double(trainer.mistakes - mistakes) / Double(max(trainer.steps - steps, 1)),
                trainer.featureCount)
        }
        return trainer.freeze(templates: AttributionFeatures.templates, minimumUpdates: 3)
    }

    /// Whether each candidate is right; nil where it is too near to a right one to learn from.
    static func truth(_ groups: [[AttributionCandidate]], _ gold: [Attribution]) -> [[Bool?]] {
        var truth: [[Bool?]] = groups.map { $0.map { _ in false } }
        for attribution in gold {
            var best: (group: Int, candidate: Int, overlap: Double, source: Bool)?
            var near: [(group: Int, candidate: Int, overlap: Double, source: Bool)] = []
            for (index, group) in groups.enumerated() {
                guard attribution.cue.contains(where: { $0.contains(group[0].head) }) else { continue }
                for (place, candidate) in group.enumerated() {
                    let overlap = candidate.overlap(attribution.content)
                    guard overlap >= 0.5 else { continue }
                    let source = hasSource(candidate, attribution)
                    near.append((index, place, overlap, source))
                    if overlap + (source ? 1 : 0) > best.map({ $0.overlap + ($0.source ? 1 : 0) }) ?? 0 {
                        best = (index, place, overlap, source)
                    }
                }
            }
            guard let best else { continue }
            // With a wrong source or a much worse span it is wrong where the right one could be had.
            for other in near where truth[other.group][other.candidate] == false && other.source == best.source {
                if other.group != best.group || other.overlap > best.overlap - 0.15 {
                    truth[other.group][other.candidate] = nil
                }
            }
            truth[best.group][best.candidate] = true
        }
        return truth
    }

    private static func hasSource(_ candidate: AttributionCandidate, _ attribution: Attribution) -> Bool {
        guard let source = candidate.source else { return attribution.source.isEmpty }
        return attribution.source.contains { $0.contains(source) }
    }

    /// How many of the marked attributions any candidate has: the most that a choice could find.
    package func reachable() -> (found: Int, all: Int) {
        var found = 0
        var all = 0
        for sample in samples {
            let truth = Self.truth(
                AttributionFinder.candidates(in: Reading(sample.document, lexicon: lexicon)), sample.gold)
            found += truth.reduce(0) { $0 + $1.filter { $0 == true }.count }
            all += sample.gold.count
        }
        return (found, all)
    }
}
