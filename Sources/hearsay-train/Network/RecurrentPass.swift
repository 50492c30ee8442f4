import CKernels
import Language

/// Words in, states out, and back: the recurrent layers.
extension NetworkPass {
    /// Room of a batch's layers; the gradients of one direction of one layer at a time.
    struct Layers {
        let inputs = Room(), inputMask = Room()
        /// By level and direction.
        let gates = [[Room(), Room()], [Room(), Room()]], cells = [[Room(), Room()], [Room(), Room()]]
        /// By level: what the cells put out, what is left of it after dropout, and the factors between.
        let states = [Room(), Room()], dropped = [Room(), Room()], masks = [Room(), Room()]
        var dLower = Room()
        let dGates = Room(), dCells = Room(), previous = Room()
        /// The row of each feature that was not left out, counted from 1.
        var used: [Int32] = []
    }

    func read(_ sentences: [TrainingSentence], _ batch: PackedBatch) {
        let width = parameters.shape.features
        let capacity = WordFeatures.capacity
        layers.inputs.zero(batch.count * width)
        layers.used = Array(repeating: 0, count: batch.count * capacity)
        let wordLimit = UInt64(dropout.word * 65536)
        let nameLimit = UInt64(dropout.name * 65536)
        let featureLimit = UInt64(dropout.feature * 65536)
        for (place, index) in batch.order.enumerated() {
            let sentence = sentences[index]
            for word in 0..<sentence.count {
                let row = batch.row(place, word)
                let number = random.next()
                let forgetsWord = number & 0xFFFF < wordLimit
                let forgetsName = sentence.isName[word] && number >> 16 & 0xFFFF < nameLimit
                for feature in 0..<capacity {
                    let from = sentence.rows[word * capacity + feature]
                    if from == 0 || forgetsName && feature != WordFeatures.shapeIndex { continue }
                    if feature < WordFeatures.lexicalCount ? forgetsWord : random.next() & 0xFFFF < featureLimit {
                        continue
                    }
                    layers.used[row * capacity + feature] = from
                    hearsay_add(width, parameters.rows + Int(from - 1) * width, 1, layers.inputs.values + row * width)
                }
            }
        }
        layers.inputMask.reserve(batch.count * width)
        drop(layers.inputs.values, layers.inputMask.values, batch.count * width, dropout.input)
    }

    func encode(_ batch: PackedBatch) {
        let shape = parameters.shape
        var lower = UnsafePointer(layers.inputs.values)
        for (level, layer) in parameters.blocks.layers.enumerated() {
            let count = batch.count * 2 * shape.cells
            let outputs = layers.states[level].reserve(count)
            for (direction, part) in layer.enumerated() {
                let gates = layers.gates[level][direction].reserve(batch.count * 3 * shape.cells)
                multiply(batch.count, lower, part.input, bias: part.bias, into: gates)
                Self.recur(
                    batch, shape.cells, reversed: direction == 1, recurrent: parameters.packed + part.recurrent.offset,
                    gates: gates, cells: layers.cells[level][direction].reserve(batch.count * shape.cells),
                    outputs: outputs + direction * shape.cells)
            }
            let kept = layers.dropped[level].reserve(count)
            kept.update(from: outputs, count: count)
            drop(kept, layers.masks[level].reserve(count), count, dropout.state)
            lower = UnsafePointer(kept)
        }
    }

    /// Runs the cells of one direction over a batch; `gates` holds what the inputs give them, and their activations on return.
    private static func recur(
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

    /// From `dStates` back to the features' rows.
    func decode(_ batch: PackedBatch) {
        let shape = parameters.shape
        let width = 2 * shape.cells
        for level in [1, 0] {
            let count = batch.count * width
            for index in 0..<count { dStates.values[index] *= layers.masks[level].values[index] }
            let below = level == 1 ? layers.dropped[0].values : layers.inputs.values
            let belowWidth = level == 1 ? width : shape.features
            layers.dLower.zero(batch.count * belowWidth)
            for (direction, layer) in parameters.blocks.layers[level].enumerated() {
                recurBackwards(batch, level, direction, layer)
                // The states that each step's gates came from.
                addProduct(layer.input, batch.count, below, layers.dGates.values)
                addProduct(layer.recurrent, batch.count, layers.previous.values, layers.dGates.values)
                addColumns(layer.bias, batch.count, layers.dGates.values)
                hearsay_multiply(
                    batch.count, belowWidth, 3 * shape.cells, layers.dGates.values, 3 * shape.cells, 1,
                    parameters.transposed + layer.input.offset, layers.dLower.values, belowWidth, 1)
            }
            swap(&dStates, &layers.dLower)
        }
        let capacity = WordFeatures.capacity
        for row in 0..<batch.count {
            let dInput = dStates.values + row * shape.features
            for index in 0..<shape.features { dInput[index] *= layers.inputMask.values[row * shape.features + index] }
            for feature in 0..<capacity where layers.used[row * capacity + feature] > 0 {
                let target = layers.used[row * capacity + feature] - 1
                touch(target)
                hearsay_add(shape.features, dInput, 1, rowGradient + Int(target) * shape.features)
            }
        }
    }

    /// Fills `layers.dGates` and `previous` of one direction of one layer.
    private func recurBackwards(_ batch: PackedBatch, _ level: Int, _ direction: Int, _ layer: NetworkShape.Layer) {
        let width = parameters.shape.cells
        let gates = layers.gates[level][direction].values
        let cells = layers.cells[level][direction].values
        let outputs = layers.states[level].values + direction * width
        let dOutputs = dStates.values + direction * width
        layers.dGates.reserve(batch.count * 3 * width)
        layers.previous.zero(batch.count * width)
        layers.dCells.zero((batch.active.first ?? 0) * width)
        let steps = batch.active.count
        for number in 0..<steps {
            // Against the direction of reading.
            let step = direction == 0 ? steps - 1 - number : number
            let before = direction == 0 ? step - 1 : step + 1
            let row = batch.offsets[step]
            let rows = batch.active[step]
            let hasBefore = before >= 0 && before < steps
            let beforeRow = hasBefore ? batch.offsets[before] : 0
            let beforeRows = hasBefore ? min(batch.active[before], rows) : 0
            for place in 0..<beforeRows {
                (layers.previous.values + (row + place) * width).update(
                    from: outputs + (beforeRow + place) * 2 * width, count: width)
            }
            hearsay_cell_gradient(
                rows, width, gates + row * 3 * width, 3 * width, cells + beforeRow * width, beforeRows,
                cells + row * width,
                dOutputs + row * 2 * width, 2 * width, layers.dCells.values, layers.dGates.values + row * 3 * width,
                3 * width)
            if beforeRows > 0 {
                hearsay_multiply(
                    beforeRows, width, 3 * width, layers.dGates.values + row * 3 * width, 3 * width, 1,
                    parameters.transposed + layer.recurrent.offset, dOutputs + beforeRow * 2 * width, 2 * width, 1)
            }
        }
    }
}
