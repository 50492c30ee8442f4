import Foundation
import Language

/// Trains the weights of the antecedents' features.
///
/// The loss is the log-likelihood of all right antecedents together, with costs for kinds of errors added to the scores
/// (Durrett and Klein 2013), minimised by AdaGrad (Duchi et al. 2011). Rare features are left out.
struct AntecedentTrainer {
    struct Settings: Sendable {
        var rounds = 7
        /// How often a feature must occur in the examples.
        var leastCount = 24
        var rate: Float = 0.08
        var regularisation: Float = 0.0005
        /// What it costs to give a mention an antecedent that should have none; none to one that should; a wrong one.
        var falseLink: Float = 0.4
        var falseNew: Float = 1.8
        var wrongLink: Float = 1.0
        var seed: UInt64 = 1

        init() {}
    }

    private let examples: [AntecedentExamples.Example]
    private let features: [UInt64]

    init(_ examples: AntecedentExamples) {
        self.examples = examples.examples
        features = examples.features
    }

    /// Trains and gives the file of the weights.
    func train(_ settings: Settings, log: (String) -> Void = { _ in }) -> [UInt8] {
        // Counts in a table without keys: what collides is counted together, which keeps a few features too many.
        var counts = [UInt16](repeating: 0, count: 1 << 24)
        for feature in features {
            counts[Int(feature >> 20 & 0xFF_FFFF)] &+= counts[Int(feature >> 20 & 0xFF_FFFF)] == .max ? 0 : 1
        }
        var numbers: [UInt64: Int32] = [:]
        var ids = [Int32](repeating: -1, count: features.count)
        for (index, feature) in features.enumerated()
        where counts[Int(feature >> 20 & 0xFF_FFFF)] >= settings.leastCount {
            if let number = numbers[feature] {
                ids[index] = number
            } else {
                ids[index] = Int32(numbers.count)
                numbers[feature] = Int32(numbers.count)
            }
        }
        log("\(examples.count) mentions, \(features.count) features, \(numbers.count) of them different and frequent")
        var weights = [Float](repeating: 0, count: numbers.count)
        var squares = [Float](repeating: 1e-3, count: numbers.count)
        var order = Array(examples.indices)
        var random = SplitMix(seed: settings.seed)
        for round in 1...settings.rounds {
            order.shuffle(using: &random)
            var loss = 0.0
            var wrong = 0
            for index in order {
                let result = Self.step(examples[index], ids, settings, &weights, &squares)
                loss += Double(result.loss)
                if result.isWrong { wrong += 1 }
            }
            log("round \(round): loss \(loss / Double(max(examples.count, 1))), \(wrong) of \(examples.count) wrong")
        }
        return Self.file(numbers, weights)
    }

    private static func step(
        _ example: AntecedentExamples.Example, _ ids: [Int32], _ settings: Settings, _ weights: inout [Float],
        _ squares: inout [Float]
    ) -> (loss: Float, isWrong: Bool) {
        let shouldBeNew = example.isRight[0]
        var scores = [Float](repeating: 0, count: example.choices.count)
        for (choice, range) in example.choices.enumerated() {
            var score: Float = 0
            for index in range where ids[Int(index)] >= 0 { score += weights[Int(ids[Int(index)])] }
            scores[choice] = score
        }
        let best = scores.indices.max { scores[$0] < scores[$1] } ?? 0
        let isWrong = !example.isRight[best]
        for choice in scores.indices where !example.isRight[choice] {
            scores[choice] += shouldBeNew ? settings.falseLink : choice == 0 ? settings.falseNew : settings.wrongLink
        }
        let top = scores.max() ?? 0
        var all: Float = 0
        var right: Float = 0
        for choice in scores.indices {
            scores[choice] = exp(scores[choice] - top)
            all += scores[choice]
            if example.isRight[choice] { right += scores[choice] }
        }
        for (choice, range) in example.choices.enumerated() {
            let gradient = scores[choice] / all - (example.isRight[choice] ? scores[choice] / max(right, 1e-20) : 0)
            if abs(gradient) < 1e-4 { continue }
            for index in range where ids[Int(index)] >= 0 {
                let id = Int(ids[Int(index)])
                let slope = gradient + settings.regularisation * weights[id]
                squares[id] += slope * slope
                weights[id] -= settings.rate * slope / squares[id].squareRoot()
            }
        }
        return (-log(max(right / all, 1e-20)), isWrong)
    }

    /// The features that weigh something, in the unit of the file.
    private static func file(_ numbers: [UInt64: Int32], _ weights: [Float]) -> [UInt8] {
        let largest = weights.reduce(Float(1e-6)) { max($0, abs($1)) }
        let scale = min(2000 / largest, 1000)
        return AntecedentModel.encoded(
            numbers.mapValues { Int16((weights[Int($0)] * scale).rounded()) }.filter { abs($0.value) >= 6 })
    }
}
