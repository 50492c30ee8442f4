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
    private var words: WordInputs
    /// Row by row of the batch: where its word stands in `words`.
    private var rows = NumberBuffer<Int32>()
    private var gates = NumberBuffer<Float>()
    private var cells = NumberBuffer<Float>()
    private var first = NumberBuffer<UInt8>()
    private var second = NumberBuffer<UInt8>()

    init(_ network: Network) {
        self.network = network
        words = WordInputs(network)
    }

    /// The states of the batch's words, whose sentences are given as token ranges: `2 * shape.cells` numbers a row, valid
    /// until the next call.
    mutating func encode(_ batch: PackedBatch, _ sentences: [Range<Int>], _ features: WordFeatures) -> ByteRows {
        let width = network.shape.cells
        rows.reserve(batch.count)
        first.reserve(batch.count * 2 * width)
        second.reserve(batch.count * 2 * width)
        gates.reserve(batch.count * 3 * width)
        cells.reserve(batch.count * width)
        words.begin(batch.count)
        for (place, index) in batch.order.enumerated() {
            for (word, token) in sentences[index].enumerated() {
                rows.values[batch.row(place, word)] = words.row(of: token, features)
            }
        }
        words.compute()
        for (direction, layer) in network.blocks.layers[0].enumerated() {
            words.copy(rows.values, batch.count, direction: direction, to: gates.values)
            recur(batch, isReversed: direction == 1, layer, first.values + direction * width)
        }
        let lower = ByteRows(values: first.values, stride: 2 * width, scales: nil)
        for (direction, layer) in network.blocks.layers[1].enumerated() {
            network.multiply(batch.count, lower, layer.input, bias: layer.bias, into: gates.values)
            recur(batch, isReversed: direction == 1, layer, second.values + direction * width)
        }
        return ByteRows(values: second.values, stride: 2 * width, scales: nil)
    }

    /// Runs the cells of one direction over a batch; `gates` holds what the inputs give them.
    private func recur(
        _ batch: PackedBatch, isReversed: Bool, _ layer: NetworkShape.Layer, _ outputs: UnsafeMutablePointer<UInt8>
    ) {
        let width = network.shape.cells
        let steps = batch.active.count
        var recurrent = network.bytes(of: layer.recurrent)
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
