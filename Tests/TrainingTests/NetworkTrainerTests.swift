import Foundation
import Language
import Testing

@testable import hearsay_train

@Suite struct NetworkTrainerTests {
    func trainer(seed: UInt64 = 1, rounds: Int = 4) -> NetworkTrainer {
        var settings = NetworkTrainer.Settings()
        settings.shape = NetworkShape(features: 16, cells: 16, arcs: 16, relations: 16)
        settings.rounds = rounds
        settings.batch = 4
        settings.seed = seed
        let sentences = TrainingSentences(
            gold: NetworkPassTests.sentences(silver: false), silver: NetworkPassTests.sentences(silver: true),
            rowCount: 6)
        return NetworkTrainer(sentences, settings)
    }

    func weights(_ trainer: NetworkTrainer) -> [UInt8] { trainer.parameters.file(keys: [1, 2, 3, 4, 5, 6]) }

    @Test func theSameSeedGivesTheSameWeights() {
        let (first, second, other) = (trainer(), trainer(), trainer(seed: 2))
        for round in 1...2 { for trainer in [first, second, other] { _ = trainer.round(round) } }
        #expect(weights(first) == weights(second))
        #expect(weights(first) != weights(other))
    }

    @Test func whatGoesOnFromACheckpointIsAsIfItHadNotStopped() throws {
        let whole = trainer()
        for round in 1...4 { _ = whole.round(round) }
        let broken = trainer()
        for round in 1...2 { _ = broken.round(round) }
        let checkpoint = broken.checkpoint(after: 2).data
        let resumed = trainer()
        #expect(try resumed.resume(from: checkpoint) == 2)
        for round in 3...4 { _ = resumed.round(round) }
        #expect(weights(resumed) == weights(whole))
    }

    @Test func aCheckpointOfAnotherTrainingIsRefused() throws {
        let checkpoint = trainer().checkpoint(after: 1).data
        #expect(throws: CorpusError.self) { try trainer(seed: 2).resume(from: checkpoint) }
        #expect(throws: CorpusError.self) { try trainer().resume(from: checkpoint.prefix(checkpoint.count - 1)) }
        #expect(throws: CorpusError.self) { try trainer().resume(from: Data()) }
    }

    @Test func lossFalls() {
        let trainer = trainer(rounds: 1500)
        let losses = (1...700).map { trainer.round($0).arcs }
        let first: Double = losses.prefix(10).reduce(0, +)
        let last: Double = losses.suffix(10).reduce(0, +)
        #expect(last < 0.8 * first)
    }
}
