import CKernels
import Foundation
import Language

/// Trains the network by Adam (Kingma & Ba 2015) on batches of gold and of silver sentences; the same settings give the same
/// weights, whatever else the machine does.
final class NetworkTrainer {
    struct Settings {
        var shape = NetworkShape()
        /// Passes over the gold sentences.
        var rounds = 20
        /// Silver tokens a round, as a share of the gold ones, in the first round; falls to `lastSilver` in the last.
        var firstSilver = 1.0
        var lastSilver = 0.25
        /// Tokens of a batch.
        var batch = 1000
        /// Step width at the beginning; falls to nearly nothing.
        var rate: Float = 0.002
        var dropout = NetworkPass.Dropout()
        var seed: UInt64 = 1
        /// Features that the training sentences hold less often have no row.
        var minimumCount: Int32 = 3
    }

    let parameters: NetworkParameters
    private let sentences: TrainingSentences
    private let settings: Settings
    private let workers: [NetworkPass]
    private var random: SplitMix
    private var step = 0
    private let steps: Int
    private let mean, square, rowMean, rowSquare: UnsafeMutablePointer<Float>

    init(_ sentences: TrainingSentences, _ settings: Settings) {
        self.sentences = sentences
        self.settings = settings
        parameters = NetworkParameters(
            settings.shape, rowCount: sentences.vocabulary.keys.count,
            silverRelations: min(sentences.silverRelations.count, 64), seed: settings.seed)
        workers = (0..<2).map { [parameters] _ in NetworkPass(parameters, settings.dropout) }
        random = SplitMix(seed: settings.seed &+ 1)
        func zeros(_ count: Int) -> UnsafeMutablePointer<Float> {
            let values = UnsafeMutablePointer<Float>.allocate(capacity: count)
            values.initialize(repeating: 0, count: count)
            return values
        }
        mean = zeros(parameters.count)
        square = zeros(parameters.count)
        rowMean = zeros(parameters.rowCount * settings.shape.features)
        rowSquare = zeros(parameters.rowCount * settings.shape.features)
        let tokens = sentences.gold.reduce(0) { $0 + $1.count }
        let share = 1 + (settings.firstSilver + settings.lastSilver) / 2
        steps = Int(Double(tokens * settings.rounds) * share) / settings.batch + 1
    }

    deinit {
        for values in [mean, square, rowMean, rowSquare] { values.deallocate() }
    }

    /// How many numbers each list of a checkpoint has.
    private var counts: [Int] {
        let rows = parameters.rowCount * settings.shape.features
        return [parameters.count, parameters.count, parameters.count, rows, rows, rows]
    }

    private var lists: [UnsafeMutablePointer<Float>] {
        [parameters.values, mean, square, parameters.rows, rowMean, rowSquare]
    }

    private var description: String {
        "\(settings) \(sentences.gold.count) \(sentences.silver.count) \(sentences.vocabulary.keys.count)"
    }

    /// Where the training stands after this round.
    func checkpoint(after round: Int) -> NetworkCheckpoint {
        NetworkCheckpoint(
            description: description, step: step, round: round, random: random.state,
            values: zip(lists, counts).map { Array(UnsafeBufferPointer(start: $0, count: $1)) })
    }

    /// Goes on from a checkpoint of the same settings and corpus.
    ///
    /// - Returns: the last round that was done.
    /// - Throws: `CorpusError` where it is another training's.
    func resume(from data: Data) throws -> Int {
        let checkpoint = try NetworkCheckpoint(data, counts: counts)
        guard checkpoint.description == description else {
            throw CorpusError(description: "the checkpoint is of a training with other settings or another corpus")
        }
        step = checkpoint.step
        random.state = checkpoint.random
        for (list, values) in zip(lists, checkpoint.values) { list.update(from: values, count: values.count) }
        parameters.pack()
        return checkpoint.round
    }

    /// One pass over the gold sentences and some of the silver ones; rounds count from 1.
    func round(_ number: Int) -> NetworkPass.Loss {
        let progress = settings.rounds > 1 ? Double(number - 1) / Double(settings.rounds - 1) : 0
        let share = settings.firstSilver + (settings.lastSilver - settings.firstSilver) * progress
        let tokens = sentences.gold.reduce(0) { $0 + $1.count }
        var batches =
            batches(sentences.gold, limit: .max) + batches(sentences.silver, limit: Int(Double(tokens) * share))
        batches.shuffle(using: &random)
        var loss = NetworkPass.Loss()
        for batch in batches { loss += learn(batch) }
        return loss
    }

    /// Batches of sentences of like length, in random order, up to `limit` tokens of them.
    private func batches(_ sentences: [TrainingSentence], limit: Int) -> [[TrainingSentence]] {
        var order: [Int] = []
        var tokens = 0
        for index in sentences.indices.shuffled(using: &random) {
            if tokens >= limit { break }
            tokens += sentences[index].count
            order.append(index)
        }
        var batches: [[TrainingSentence]] = []
        for start in stride(from: 0, to: order.count, by: 3000) {
            let pool = order[start..<min(start + 3000, order.count)].sorted {
                (sentences[$0].count, $0) < (sentences[$1].count, $1)
            }
            var batch: [TrainingSentence] = []
            var size = 0
            for index in pool {
                batch.append(sentences[index])
                size += sentences[index].count
                if size >= settings.batch {
                    batches.append(batch)
                    batch = []
                    size = 0
                }
            }
            if !batch.isEmpty { batches.append(batch) }
        }
        return batches
    }

    private func learn(_ batch: [TrainingSentence]) -> NetworkPass.Loss {
        step += 1
        let count = batch.reduce(0) { $0 + $1.count }
        let shares = (0..<workers.count).map { worker in
            batch.indices.filter { $0 % workers.count == worker }.map { batch[$0] }
        }
        let results = Results(workers.count)
        let passes = workers
        let seed = settings.seed &* 0x9E37_79B9 &+ UInt64(step) * UInt64(workers.count)
        DispatchQueue.concurrentPerform(iterations: workers.count) { worker in
            passes[worker].clear()
            results.losses[worker] = passes[worker].add(
                shares[worker], scale: 1 / Float(count), seed: seed + UInt64(worker))
        }
        update()
        return results.losses.reduce(into: NetworkPass.Loss()) { $0 += $1 }
    }

    /// Where workers put their losses, a place each.
    private final class Results: @unchecked Sendable {
        nonisolated(unsafe) let losses: UnsafeMutableBufferPointer<NetworkPass.Loss>

        init(_ count: Int) {
            losses = .allocate(capacity: count)
            losses.initialize(repeating: NetworkPass.Loss())
        }

        deinit { losses.deallocate() }
    }

    private func update() {
        let (beta1, beta2): (Float, Float) = (0.9, 0.98)
        let warmth = min(Float(step) / 400, 1)
        let rate = settings.rate * warmth * max(1 - Float(step) / Float(steps), 0.01)
        let corrected = rate * (1 - pow(beta2, Float(step))).squareRoot() / (1 - pow(beta1, Float(step)))
        let gradient = workers[0].gradient
        for worker in workers.dropFirst() { hearsay_add(parameters.count, worker.gradient, 1, gradient) }
        var norm: Float = 0
        for index in 0..<parameters.count { norm += gradient[index] * gradient[index] }
        let clip = min(1, 2 / max(norm.squareRoot(), 1e-6))
        hearsay_adam(
            parameters.count, parameters.values, gradient, mean, square, corrected, beta1, beta2, 1e-8, clip)
        let width = settings.shape.features
        for worker in workers.dropFirst() {
            for row in worker.touched {
                workers[0].touch(row)
                hearsay_add(width, worker.rowGradient + Int(row) * width, 1, workers[0].rowGradient + Int(row) * width)
            }
        }
        for row in workers[0].touched {
            let at = Int(row) * width
            hearsay_adam(
                width, parameters.rows + at, workers[0].rowGradient + at, rowMean + at, rowSquare + at, corrected,
                beta1, beta2,
                1e-8, clip)
        }
        parameters.pack()
    }
}
