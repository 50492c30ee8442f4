import CKernels

/// Rows of bytes that stand for numbers, `(byte - HEARSAY_ZERO)` times the row's scale each.
struct ByteRows {
    var values: UnsafePointer<UInt8>
    /// Bytes from one row to the next.
    var stride: Int
    /// Nil where all rows are states, which lie between -1 and 1.
    var scales: UnsafePointer<Float>?
}

/// The recurrent layers at work: words in, states that know the whole sentence out.
struct SentenceEncoder: ~Copyable {
    private let network: Network
    private var inputs = NumberBuffer<Float>()
    private var inputBytes = NumberBuffer<UInt8>()
    private var inputScales = NumberBuffer<Float>()
    private var gates = NumberBuffer<Float>()
    private var cells = NumberBuffer<Float>()
    private var first = NumberBuffer<UInt8>()
    private var second = NumberBuffer<UInt8>()

    init(_ network: Network) {
        self.network = network
    }

    /// Room for the features of `count` words, all 0; to be filled row by row before `encode`.
    mutating func prepare(_ count: Int) -> UnsafeMutablePointer<Float> {
        inputs.zero(count * network.shape.features)
        return inputs.values
    }

    /// The states of the batch's words: `2 * shape.cells` numbers a row, valid until the next call.
    mutating func encode(_ batch: PackedBatch) -> ByteRows {
        let (features, width) = (network.shape.features, network.shape.cells)
        inputBytes.reserve(batch.count * features)
        inputScales.reserve(batch.count)
        first.reserve(batch.count * 2 * width)
        second.reserve(batch.count * 2 * width)
        gates.reserve(batch.count * 3 * width)
        cells.reserve(batch.count * width)
        for row in 0..<batch.count {
            inputScales.values[row] = hearsay_bytes_of_row(
                features, inputs.values + row * features, inputBytes.values + row * features)
        }
        let words = ByteRows(values: inputBytes.values, stride: features, scales: inputScales.values)
        let lower = run(batch, network.blocks.layers[0], words, first.values)
        return run(batch, network.blocks.layers[1], lower, second.values)
    }

    private func run(
        _ batch: PackedBatch, _ layer: [NetworkShape.Layer], _ inputs: ByteRows, _ outputs: UnsafeMutablePointer<UInt8>
    ) -> ByteRows {
        let width = network.shape.cells
        for (direction, layer) in layer.enumerated() {
            network.multiply(batch.count, inputs, layer.input, bias: layer.bias, into: gates.values)
            recur(batch, isReversed: direction == 1, network.bytes(of: layer.recurrent), outputs + direction * width)
        }
        return ByteRows(values: outputs, stride: 2 * width, scales: nil)
    }

    /// Runs the cells of one direction over a batch; `gates` holds what the inputs give them.
    private func recur(
        _ batch: PackedBatch, isReversed: Bool, _ recurrent: hearsay_bytes, _ outputs: UnsafeMutablePointer<UInt8>
    ) {
        let width = network.shape.cells
        let steps = batch.active.count
        var recurrent = recurrent
        for number in 0..<steps {
            let step = isReversed ? steps - 1 - number : number
            let row = batch.offsets[step]
            let rows = batch.active[step]
            // The step before in the direction of reading, and how many of this step's sentences have it.
            let previous = isReversed ? step + 1 : step - 1
            let hasPrevious = previous >= 0 && previous < steps
            let previousRow = hasPrevious ? batch.offsets[previous] : 0
            let previousRows = hasPrevious ? min(batch.active[previous], rows) : 0
            if previousRows > 0 {
                hearsay_multiply_bytes(
                    previousRows, 3 * width, width, outputs + previousRow * 2 * width, 2 * width, nil, &recurrent, nil,
                    gates.values + row * 3 * width, 3 * width, 1)
            }
            hearsay_cell_bytes(
                rows, width, gates.values + row * 3 * width, 3 * width, cells.values + previousRow * width,
                previousRows,
                cells.values + row * width, outputs + row * 2 * width, 2 * width)
        }
    }
}
