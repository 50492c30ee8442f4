import CKernels
import Language

/// Products forwards and backwards, and what is left out at random.
extension NetworkPass {
    func multiply(
        _ count: Int, _ states: UnsafePointer<Float>, _ weights: NetworkShape.Block, bias: NetworkShape.Block?,
        into result: UnsafeMutablePointer<Float>
    ) {
        if let bias {
            for row in 0..<count {
                (result + row * weights.columns).update(from: parameters.values + bias.offset, count: weights.columns)
            }
        }
        hearsay_multiply(
            count, weights.columns, weights.rows, states, weights.rows, 1, parameters.packed + weights.offset, result,
            weights.columns, bias == nil ? 0 : 1)
    }

    func backwards(
        _ classifier: NetworkShape.Classifier, _ count: Int, _ states: UnsafePointer<Float>,
        _ dResult: UnsafePointer<Float>, into dStates: UnsafeMutablePointer<Float>
    ) {
        backwards(classifier.weights, classifier.bias, count, states, dResult, into: dStates)
    }

    func backwards(
        _ weights: NetworkShape.Block, _ bias: NetworkShape.Block?, _ count: Int, _ states: UnsafePointer<Float>,
        _ dResult: UnsafePointer<Float>, into dStates: UnsafeMutablePointer<Float>
    ) {
        addProduct(weights, count, states, dResult)
        if let bias { addColumns(bias, count, dResult) }
        hearsay_multiply(
            count, weights.rows, weights.columns, dResult, weights.columns, 1, parameters.transposed + weights.offset,
            dStates,
            weights.rows, 1)
    }

    /// gradient += leftᵀ right, over `count` rows.
    func addProduct(
        _ block: NetworkShape.Block, _ count: Int, _ left: UnsafePointer<Float>, _ right: UnsafePointer<Float>
    ) {
        let panel = scratch.reserve(count * block.columns)
        hearsay_pack(count, block.columns, right, block.columns, 1, panel)
        hearsay_multiply(
            block.rows, block.columns, count, left, 1, block.rows, panel, gradient + block.offset, block.columns, 1)
    }

    func addColumns(_ block: NetworkShape.Block, _ count: Int, _ rows: UnsafePointer<Float>) {
        for row in 0..<count { hearsay_add(block.columns, rows + row * block.columns, 1, gradient + block.offset) }
    }

    func rectifyBackwards(
        _ d: UnsafeMutablePointer<Float>, _ values: UnsafePointer<Float>, _ mask: UnsafePointer<Float>, _ count: Int
    ) {
        for index in 0..<count { d[index] *= (values[index] < 0 ? 0.1 : 1) * mask[index] }
    }

    /// Sets some values to 0 and the others higher, and writes down the factors.
    func drop(
        _ values: UnsafeMutablePointer<Float>, _ mask: UnsafeMutablePointer<Float>, _ count: Int, _ share: Float
    ) {
        guard share > 0 else {
            mask.update(repeating: 1, count: count)
            return
        }
        let limit = UInt8(share * 256)
        let kept = 1 / (1 - Float(limit) / 256)
        var index = 0
        while index < count {
            var bits = random.next()
            for at in index..<min(index + 8, count) {
                mask[at] = UInt8(truncatingIfNeeded: bits) < limit ? 0 : kept
                bits >>= 8
                values[at] *= mask[at]
            }
            index += 8
        }
    }
}

/// A buffer that several places may hold.
final class Room {
    private var buffer = NumberBuffer<Float>()

    var values: UnsafeMutablePointer<Float> { buffer.values }

    @discardableResult
    func reserve(_ count: Int) -> UnsafeMutablePointer<Float> {
        buffer.reserve(count)
        return buffer.values
    }

    func zero(_ count: Int) { buffer.zero(count) }
}
