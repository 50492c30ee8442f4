import CKernels

/// The recurrent layers at work: words in, states that know the whole sentence out.
package struct SentenceEncoder: ~Copyable {
    private let network: Network
    private var inputs = FloatBuffer()
    private var gates = FloatBuffer()
    private var cells = FloatBuffer()
    private var first = FloatBuffer()
    private var second = FloatBuffer()

    init(_ network: Network) {
        self.network = network
    }

    /// Room for the features of `count` words, all 0; to be filled row by row before `encode`.
    mutating func prepare(_ count: Int) -> UnsafeMutablePointer<Float> {
        inputs.zero(count * network.shape.features)
        return inputs.values
    }

    /// The states of the batch's words: `2 * shape.cells` numbers a row, valid until the next call.
    mutating func encode(_ batch: PackedBatch) -> UnsafePointer<Float> {
        let width = network.shape.cells
        first.reserve(batch.count * 2 * width)
        second.reserve(batch.count * 2 * width)
        gates.reserve(batch.count * 3 * width)
        cells.reserve(batch.count * width)
        run(batch, network.blocks.layers[0], inputs.values, first.values)
        run(batch, network.blocks.layers[1], first.values, second.values)
        return UnsafePointer(second.values)
    }

    private mutating func run(
        _ batch: PackedBatch, _ layer: [NetworkShape.Layer], _ inputs: UnsafePointer<Float>,
        _ outputs: UnsafeMutablePointer<Float>
    ) {
        let width = network.shape.cells
        for (direction, layer) in layer.enumerated() {
            network.multiply(batch.count, inputs, layer.input, bias: layer.bias, into: gates.values)
            Self.recur(
                batch, width, reversed: direction == 1, recurrent: network[layer.recurrent], gates: gates.values,
                cells: cells.values, outputs: outputs + direction * width)
        }
    }

    /// Runs the cells of one direction over a batch; `gates` holds what the inputs give them, and their activations on return.
    package static func recur(
        _ batch: PackedBatch, _ width: Int, reversed: Bool, recurrent: UnsafePointer<Float>,
        gates: UnsafeMutablePointer<Float>, cells: UnsafeMutablePointer<Float>, outputs: UnsafeMutablePointer<Float>
    ) {
        let steps = batch.active.count
        for number in 0..<steps {
            let step = reversed ? steps - 1 - number : number
            let row = batch.offsets[step]
            let rows = batch.active[step]
            // The step before in the direction of reading, and how many of this step's sentences have it.
            let previous = reversed ? step + 1 : step - 1
            let hasPrevious = previous >= 0 && previous < steps
            let previousRow = hasPrevious ? batch.offsets[previous] : 0
            let previousRows = hasPrevious ? min(batch.active[previous], rows) : 0
            if previousRows > 0 {
                hearsay_multiply(
                    previousRows, 3 * width, width, outputs + previousRow * 2 * width, 2 * width, 1, recurrent,
                    gates + row * 3 * width, 3 * width, 1)
            }
            hearsay_cell(
                rows, width, gates + row * 3 * width, 3 * width, cells + previousRow * width, previousRows,
                cells + row * width, outputs + row * 2 * width, 2 * width)
        }
    }
}
