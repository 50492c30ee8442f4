import Language
import Testing

@testable import hearsay_train

/// The gradient that a pass computes must be the slope of the loss that it reports.
@Suite struct NetworkPassTests {
    let shape = NetworkShape(features: 16, cells: 16, arcs: 16, relations: 16)

    /// Sentences of 4, 1 and 3 words with some of everything known.
    static func sentences(silver: Bool) -> [TrainingSentence] {
        func sentence(_ heads: [Int16], _ firstRow: Int32) -> TrainingSentence {
            var rows = [Int32](repeating: 0, count: heads.count * WordFeatures.capacity)
            for word in heads.indices {
                rows[word * WordFeatures.capacity] = firstRow + Int32(word)
                rows[word * WordFeatures.capacity + 3] = 1
            }
            return TrainingSentence(
                rows: rows, heads: heads, relations: heads.map { $0 < 0 ? 0 : 1 << UInt64($0 + 2) },
                xpos: heads.indices.map { 1 << UInt64($0) }, upos: heads.indices.map { 1 << UInt64($0 + 1) },
                entities: heads.indices.map { $0 == 0 ? 0b1011 : 1 << UInt64($0) },
                cues: heads.indices.map { 1 << UInt64($0 % 3) }, sources: [],
                contents: heads.indices.map { 1 << UInt64(($0 + 1) % 3) }, isName: heads.map { _ in false },
                isSilver: silver)
        }
        return [sentence([2, 0, 2, 3], 2), sentence([0], 3), sentence([-1, 0, 1], 4)]
    }

    @Test(arguments: [false, true])
    func gradientIsTheSlopeOfTheLoss(_ silver: Bool) {
        let parameters = NetworkParameters(shape, rowCount: 6, silverRelations: 10, seed: 3)
        let none = NetworkPass.Dropout(word: 0, name: 0, feature: 0, input: 0, state: 0, head: 0)
        let pass = NetworkPass(parameters, none)
        let sentences = Self.sentences(silver: silver)
        func loss() -> Double {
            pass.clear()
            parameters.pack()
            let loss = pass.add(sentences, scale: 1, seed: 1)
            return loss.arcs + loss.relations + loss.xpos + 0.5 * loss.upos + loss.entities + 0.5 * loss.attributions
        }
        _ = loss()
        let gradient = Array(UnsafeBufferPointer(start: pass.gradient, count: parameters.count))
        let rowGradient = Array(UnsafeBufferPointer(start: pass.rowGradient, count: 6 * shape.features))
        func check(_ values: UnsafeMutablePointer<Float>, _ index: Int, _ expected: Float, _ name: String) {
            let before = values[index]
            let step: Float = 2e-4
            values[index] = before + step
            let above = loss()
            values[index] = before - step
            let below = loss()
            values[index] = before
            let slope = Float((above - below) / Double(2 * step))
            #expect(abs(slope - expected) < 0.02 + 0.03 * abs(slope), "\(name) \(index): \(slope), not \(expected)")
        }
        let tree = silver ? parameters.silverTree : parameters.blocks.tree
        var blocks = parameters.blocks.layers.flatMap { $0.flatMap { [$0.input, $0.recurrent, $0.bias] } } + tree.all
        blocks += [
            silver ? parameters.silverXpos.weights : parameters.blocks.xpos.weights, parameters.blocks.entity.bias,
            parameters.blocks.content.weights,
        ]
        if !silver { blocks.append(parameters.blocks.upos.weights) }
        var random = Language.SplitMix(seed: 8)
        for block in blocks {
            for _ in 0..<4 {
                let index = block.offset + Int.random(in: 0..<block.count, using: &random)
                check(parameters.values, index, gradient[index], "parameter")
            }
        }
        for index in stride(from: 0, to: 6 * shape.features, by: 7) {
            check(parameters.rows, index, rowGradient[index], "row")
        }
    }
}
