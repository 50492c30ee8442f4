import CKernels
import Foundation
import Language

/// One worker's passes through the network, forwards and backwards: gradients of a batch of sentences.
final class NetworkPass: @unchecked Sendable {
    /// How much is left out at random, so that nothing is relied on alone.
    struct Dropout {
        /// The word itself, so that its ends and look are learnt too.
        var word: Float = 0.12
        /// All but the look of a name, so that names are learnt from what stands around them.
        var name: Float = 0.15
        /// Each of the other features of a word.
        var feature: Float = 0.02
        var input: Float = 0.15
        var state: Float = 0.33
        var head: Float = 0.25
    }

    struct Loss {
        var arcs = 0.0
        var relations = 0.0
        var xpos = 0.0
        var upos = 0.0
        var entities = 0.0
        /// Cues, sources and contents together.
        var attributions = 0.0
        var tokens = 0

        static func += (left: inout Loss, right: Loss) {
            left.arcs += right.arcs
            left.relations += right.relations
            left.xpos += right.xpos
            left.upos += right.upos
            left.entities += right.entities
            left.attributions += right.attributions
            left.tokens += right.tokens
        }
    }

    let gradient: UnsafeMutablePointer<Float>
    let rowGradient: UnsafeMutablePointer<Float>
    /// Rows with a gradient.
    private(set) var touched: [Int32] = []
    private var isTouched: [Bool]

    private let parameters: NetworkParameters
    private let dropout: Dropout
    private var random = SplitMix(seed: 0)
    private var scale: Float = 0

    // Room, a buffer each, reused from batch to batch.
    private var inputs = NumberBuffer<Float>()
    private var inputMask = NumberBuffer<Float>()
    private var gates = [[Room]](), cells = [[Room]](), states = [Room](), masks = [Room](), dropped = [Room]()
    private var dStates = Room(), dLower = Room(), dGates = Room(), dCells = Room(), previous = Room()
    private var scratch = Room(), panels = Room(), logits = Room(), hidden = Room(), dHidden = Room()
    private var dependents = Room(), heads = Room(), queries = Room(), dDependents = Room(), dHeads = Room(),
        dQueries = Room()
    private var relationDependents = Room(), relationHeads = Room(), dRelationDependents = Room(),
        dRelationHeads = Room()
    private var dependentMask = Room(), headMask = Room()
    private var sentenceQueries = Room(), sentenceHeads = Room(), arcs = Room(), dSentence = Room()
    private var used: [Int32] = []

    init(_ parameters: NetworkParameters, _ dropout: Dropout) {
        self.parameters = parameters
        self.dropout = dropout
        gradient = .allocate(capacity: parameters.count)
        gradient.initialize(repeating: 0, count: parameters.count)
        rowGradient = .allocate(capacity: parameters.rowCount * parameters.shape.features)
        rowGradient.initialize(repeating: 0, count: parameters.rowCount * parameters.shape.features)
        isTouched = Array(repeating: false, count: parameters.rowCount)
        for _ in 0..<2 {
            gates.append([Room(), Room()])
            cells.append([Room(), Room()])
            states.append(Room())
            masks.append(Room())
            dropped.append(Room())
        }
    }

    deinit {
        gradient.deallocate()
        rowGradient.deallocate()
    }

    /// Clears the gradients.
    func clear() {
        gradient.update(repeating: 0, count: parameters.count)
        let width = parameters.shape.features
        for row in touched {
            (rowGradient + Int(row) * width).update(repeating: 0, count: width)
            isTouched[Int(row)] = false
        }
        touched.removeAll(keepingCapacity: true)
    }

    /// Notes that a row has a gradient.
    func touch(_ row: Int32) {
        guard !isTouched[Int(row)] else { return }
        isTouched[Int(row)] = true
        touched.append(row)
    }

    /// Adds the gradient of the sentences' loss, `scale` times their sum; all of them silver or none.
    func add(_ sentences: [TrainingSentence], scale: Float, seed: UInt64) -> Loss {
        guard let first = sentences.first else { return Loss() }
        random = SplitMix(seed: seed)
        self.scale = scale
        let batch = PackedBatch(lengths: sentences.map(\.count))
        read(sentences, batch)
        encode(batch)
        var loss = Loss()
        loss.tokens = batch.count
        let width = 2 * parameters.shape.cells
        dStates.zero(batch.count * width)
        let blocks = parameters.blocks
        let top = dropped[1].values
        loss.xpos = classify(batch, sentences, top, first.isSilver ? parameters.silverXpos : blocks.xpos, 1, \.xpos)
        if !first.isSilver { loss.upos = classify(batch, sentences, top, blocks.upos, 0.5, \.upos) }
        loss.entities = classify(batch, sentences, top, blocks.entity, 1, \.entities)
        for (classifier, truth) in [
            (blocks.cue, \TrainingSentence.cues), (blocks.source, \.sources), (blocks.content, \.contents),
        ] {
            loss.attributions += classify(batch, sentences, top, classifier, 0.5, truth)
        }
        let tree = parse(batch, sentences, top, first.isSilver ? parameters.silverTree : blocks.tree)
        (loss.arcs, loss.relations) = tree
        decode(batch)
        return loss
    }

    // MARK: Words in, states out.

    private func read(_ sentences: [TrainingSentence], _ batch: PackedBatch) {
        let width = parameters.shape.features
        let capacity = WordFeatures.capacity
        inputs.zero(batch.count * width)
        used = Array(repeating: 0, count: batch.count * capacity)
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
                    used[row * capacity + feature] = from
                    hearsay_add(width, parameters.rows + Int(from - 1) * width, 1, inputs.values + row * width)
                }
            }
        }
        inputMask.reserve(batch.count * width)
        drop(inputs.values, inputMask.values, batch.count * width, dropout.input)
    }

    private func encode(_ batch: PackedBatch) {
        let shape = parameters.shape
        var lower = UnsafePointer(inputs.values)
        for (level, layer) in parameters.blocks.layers.enumerated() {
            let count = batch.count * 2 * shape.cells
            let outputs = states[level].reserve(count)
            for (direction, part) in layer.enumerated() {
                let gates = self.gates[level][direction].reserve(batch.count * 3 * shape.cells)
                multiply(batch.count, lower, part.input, bias: part.bias, into: gates)
                Self.recur(
                    batch, shape.cells, reversed: direction == 1, recurrent: parameters.packed + part.recurrent.offset,
                    gates: gates, cells: cells[level][direction].reserve(batch.count * shape.cells),
                    outputs: outputs + direction * shape.cells)
            }
            let kept = dropped[level].reserve(count)
            kept.update(from: outputs, count: count)
            drop(kept, masks[level].reserve(count), count, dropout.state)
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
    private func decode(_ batch: PackedBatch) {
        let shape = parameters.shape
        let width = 2 * shape.cells
        for level in [1, 0] {
            let count = batch.count * width
            for index in 0..<count { dStates.values[index] *= masks[level].values[index] }
            let below = level == 1 ? dropped[0].values : inputs.values
            let belowWidth = level == 1 ? width : shape.features
            dLower.zero(batch.count * belowWidth)
            for (direction, layer) in parameters.blocks.layers[level].enumerated() {
                recurBackwards(batch, level, direction, layer)
                // The states that each step's gates came from.
                addProduct(layer.input, batch.count, below, dGates.values)
                addProduct(layer.recurrent, batch.count, previous.values, dGates.values)
                addColumns(layer.bias, batch.count, dGates.values)
                hearsay_multiply(
                    batch.count, belowWidth, 3 * shape.cells, dGates.values, 3 * shape.cells, 1,
                    parameters.transposed + layer.input.offset, dLower.values, belowWidth, 1)
            }
            swap(&dStates, &dLower)
        }
        let capacity = WordFeatures.capacity
        for row in 0..<batch.count {
            let dInput = dStates.values + row * shape.features
            for index in 0..<shape.features { dInput[index] *= inputMask.values[row * shape.features + index] }
            for feature in 0..<capacity where used[row * capacity + feature] > 0 {
                let target = used[row * capacity + feature] - 1
                touch(target)
                hearsay_add(shape.features, dInput, 1, rowGradient + Int(target) * shape.features)
            }
        }
    }

    /// Fills `dGates` and `previous` of one direction of one layer.
    private func recurBackwards(_ batch: PackedBatch, _ level: Int, _ direction: Int, _ layer: NetworkShape.Layer) {
        let width = parameters.shape.cells
        let gates = self.gates[level][direction].values
        let cells = self.cells[level][direction].values
        let outputs = states[level].values + direction * width
        let dOutputs = dStates.values + direction * width
        dGates.reserve(batch.count * 3 * width)
        previous.zero(batch.count * width)
        dCells.zero((batch.active.first ?? 0) * width)
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
                (previous.values + (row + place) * width).update(
                    from: outputs + (beforeRow + place) * 2 * width, count: width)
            }
            hearsay_cell_gradient(
                rows, width, gates + row * 3 * width, 3 * width, cells + beforeRow * width, beforeRows,
                cells + row * width,
                dOutputs + row * 2 * width, 2 * width, dCells.values, dGates.values + row * 3 * width, 3 * width)
            if beforeRows > 0 {
                hearsay_multiply(
                    beforeRows, width, 3 * width, dGates.values + row * 3 * width, 3 * width, 1,
                    parameters.transposed + layer.recurrent.offset, dOutputs + beforeRow * 2 * width, 2 * width, 1)
            }
        }
    }

    // MARK: Heads.

    private func classify(
        _ batch: PackedBatch, _ sentences: [TrainingSentence], _ states: UnsafePointer<Float>,
        _ classifier: NetworkShape.Classifier, _ weight: Float, _ truth: KeyPath<TrainingSentence, [UInt64]>
    ) -> Double {
        guard sentences.contains(where: { $0[keyPath: truth].contains { $0 != 0 } }) else { return 0 }
        let columns = classifier.weights.columns
        let logits = self.logits.reserve(batch.count * columns)
        multiply(batch.count, states, classifier.weights, bias: classifier.bias, into: logits)
        var loss = 0.0
        for (place, index) in batch.order.enumerated() {
            let truth = sentences[index][keyPath: truth]
            for word in 0..<sentences[index].count {
                let right = truth.isEmpty ? 0 : truth[word]
                loss += softmax(logits + batch.row(place, word) * columns, classifier.classes, columns, right, weight)
            }
        }
        backwards(classifier, batch.count, states, logits, into: dStates.values)
        return loss
    }

    /// Turns scores into the gradient of their loss: the probability minus that of the right classes among themselves.
    private func softmax(
        _ scores: UnsafeMutablePointer<Float>, _ classes: Int, _ columns: Int, _ truth: UInt64, _ weight: Float
    ) -> Double {
        guard truth != 0 else {
            scores.update(repeating: 0, count: columns)
            return 0
        }
        var highest = scores[0]
        for index in 1..<classes { highest = max(highest, scores[index]) }
        let sum = hearsay_exponentials(classes, scores, highest)
        var right: Float = 0
        for index in 0..<classes where truth >> UInt64(index) & 1 == 1 { right += scores[index] }
        right = max(right, 1e-12)
        for index in 0..<classes {
            let share = truth >> UInt64(index) & 1 == 1 ? scores[index] / right : 0
            scores[index] = (scores[index] / sum - share) * scale * weight
        }
        for index in classes..<columns { scores[index] = 0 }
        return -log(Double(right / sum))
    }

    private func parse(
        _ batch: PackedBatch, _ sentences: [TrainingSentence], _ states: UnsafePointer<Float>,
        _ tree: NetworkShape.TreeHead
    ) -> (arcs: Double, relations: Double) {
        let shape = parameters.shape
        let count = batch.count * shape.arcs
        let dependents = self.dependents.reserve(count)
        let heads = self.heads.reserve(count)
        let queries = self.queries.reserve(count)
        multiply(batch.count, states, tree.dependent, bias: tree.dependentBias, into: dependents)
        multiply(batch.count, states, tree.head, bias: tree.headBias, into: heads)
        rectify(dependents, count)
        rectify(heads, count)
        drop(dependents, dependentMask.reserve(count), count, dropout.head)
        drop(heads, headMask.reserve(count), count, dropout.head)
        multiply(batch.count, dependents, tree.bilinear, bias: tree.headPrior, into: queries)
        dHeads.zero(count)
        dQueries.zero(count)
        dDependents.reserve(count)

        let hiddenCount = batch.count * shape.relations
        multiply(
            batch.count, states, tree.relationDependent, bias: tree.relationBias,
            into: relationDependents.reserve(hiddenCount))
        multiply(batch.count, states, tree.relationHead, bias: nil, into: relationHeads.reserve(hiddenCount))
        dRelationDependents.zero(hiddenCount)
        dRelationHeads.zero(hiddenCount)

        var losses = (arcs: 0.0, relations: 0.0)
        for (place, index) in batch.order.enumerated() {
            losses.arcs += scoreArcs(batch, place, sentences[index], tree)
            losses.relations += scoreRelations(batch, place, sentences[index], tree)
        }

        // queries = dependents · bilinear + prior
        addProduct(tree.bilinear, batch.count, dependents, dQueries.values)
        addColumns(tree.headPrior, batch.count, dQueries.values)
        hearsay_multiply(
            batch.count, shape.arcs, shape.arcs, dQueries.values, shape.arcs, 1,
            parameters.transposed + tree.bilinear.offset,
            dDependents.values, shape.arcs, 0)
        rectifyBackwards(dDependents.values, dependents, dependentMask.values, count)
        rectifyBackwards(dHeads.values, heads, headMask.values, count)
        backwards(tree.dependent, tree.dependentBias, batch.count, states, dDependents.values, into: dStates.values)
        backwards(tree.head, tree.headBias, batch.count, states, dHeads.values, into: dStates.values)
        backwards(
            tree.relationDependent, tree.relationBias, batch.count, states, dRelationDependents.values,
            into: dStates.values)
        backwards(tree.relationHead, nil, batch.count, states, dRelationHeads.values, into: dStates.values)
        return losses
    }

    private func scoreArcs(
        _ batch: PackedBatch, _ place: Int, _ sentence: TrainingSentence, _ tree: NetworkShape.TreeHead
    ) -> Double {
        let width = parameters.shape.arcs
        let count = sentence.count
        let columns = (count + 1 + 15) / 16 * 16
        let query = sentenceQueries.reserve(count * width)
        let head = sentenceHeads.reserve((count + 1) * width)
        head.update(from: parameters.values + tree.root.offset, count: width)
        for word in 0..<count {
            let row = batch.row(place, word)
            (query + word * width).update(from: queries.values + row * width, count: width)
            (head + (word + 1) * width).update(from: heads.values + row * width, count: width)
        }
        let panel = panels.reserve(max(columns * width, (count + 1) * width))
        hearsay_pack(width, count + 1, head, 1, width, panel)
        let arcs = self.arcs.reserve(count * columns)
        hearsay_multiply(count, columns, width, query, width, 1, panel, arcs, columns, 0)
        let distances = parameters.values + tree.distances.offset
        var loss = 0.0
        for word in 0..<count {
            let row = arcs + word * columns
            let truth = Int(sentence.heads[word])
            guard truth >= 0 else {
                row.update(repeating: 0, count: columns)
                continue
            }
            for other in 0..<count { row[other + 1] += distances[NetworkShape.distance(other - word)] }
            row[word + 1] = -1e9
            var highest = row[0]
            for other in 1...count { highest = max(highest, row[other]) }
            let sum = hearsay_exponentials(count + 1, row, highest)
            loss -= log(Double(max(row[truth], 1e-12) / sum))
            for other in 0...count { row[other] *= scale / sum }
            row[truth] -= scale
            for other in count + 1..<columns { row[other] = 0 }
            for other in 0..<count where other != word {
                gradient[tree.distances.offset + NetworkShape.distance(other - word)] += row[other + 1]
            }
        }
        // arcs = query · headᵀ
        hearsay_pack(count + 1, width, head, width, 1, panel)
        let dQuery = dSentence.reserve(max(count, count + 1) * width)
        hearsay_multiply(count, width, count + 1, arcs, columns, 1, panel, dQuery, width, 0)
        for word in 0..<count {
            hearsay_add(width, dQuery + word * width, 1, dQueries.values + batch.row(place, word) * width)
        }
        hearsay_pack(count, width, query, width, 1, panel)
        hearsay_multiply(count + 1, width, count, arcs, 1, columns, panel, dQuery, width, 0)
        hearsay_add(width, dQuery, 1, gradient + tree.root.offset)
        for word in 0..<count {
            hearsay_add(width, dQuery + (word + 1) * width, 1, dHeads.values + batch.row(place, word) * width)
        }
        return loss
    }

    private func scoreRelations(
        _ batch: PackedBatch, _ place: Int, _ sentence: TrainingSentence, _ tree: NetworkShape.TreeHead
    ) -> Double {
        let width = parameters.shape.relations
        let count = sentence.count
        let columns = tree.relation.weights.columns
        let hidden = self.hidden.reserve(count * width)
        for word in 0..<count {
            let target = hidden + word * width
            target.update(from: relationDependents.values + batch.row(place, word) * width, count: width)
            guard sentence.heads[word] >= 0 else { continue }
            hearsay_add(width, relationHead(batch, place, Int(sentence.heads[word]), tree), 1, target)
        }
        rectify(hidden, count * width)
        let mask = dSentence.reserve(count * width)
        drop(hidden, mask, count * width, dropout.head)
        let logits = self.logits.reserve(count * columns)
        multiply(count, hidden, tree.relation.weights, bias: tree.relation.bias, into: logits)
        var loss = 0.0
        for word in 0..<count {
            let truth = sentence.heads[word] >= 0 ? sentence.relations[word] : 0
            loss += softmax(logits + word * columns, tree.relation.classes, columns, truth, 1)
        }
        dHidden.zero(count * width)
        backwards(tree.relation, count, hidden, logits, into: dHidden.values)
        rectifyBackwards(dHidden.values, hidden, mask, count * width)
        for word in 0..<count where sentence.heads[word] >= 0 {
            let from = dHidden.values + word * width
            hearsay_add(width, from, 1, dRelationDependents.values + batch.row(place, word) * width)
            let head = Int(sentence.heads[word])
            let target =
                head == 0
                ? gradient + tree.relationRoot.offset : dRelationHeads.values + batch.row(place, head - 1) * width
            hearsay_add(width, from, 1, target)
        }
        return loss
    }

    private func relationHead(
        _ batch: PackedBatch, _ place: Int, _ head: Int, _ tree: NetworkShape.TreeHead
    ) -> UnsafePointer<Float> {
        head == 0
            ? UnsafePointer(parameters.values + tree.relationRoot.offset)
            : UnsafePointer(relationHeads.values + batch.row(place, head - 1) * parameters.shape.relations)
    }

    // MARK: Arithmetic.

    private func multiply(
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

    private func backwards(
        _ classifier: NetworkShape.Classifier, _ count: Int, _ states: UnsafePointer<Float>,
        _ dResult: UnsafePointer<Float>, into dStates: UnsafeMutablePointer<Float>
    ) {
        backwards(classifier.weights, classifier.bias, count, states, dResult, into: dStates)
    }

    private func backwards(
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
    private func addProduct(
        _ block: NetworkShape.Block, _ count: Int, _ left: UnsafePointer<Float>, _ right: UnsafePointer<Float>
    ) {
        let panel = scratch.reserve(count * block.columns)
        hearsay_pack(count, block.columns, right, block.columns, 1, panel)
        hearsay_multiply(
            block.rows, block.columns, count, left, 1, block.rows, panel, gradient + block.offset, block.columns, 1)
    }

    private func addColumns(_ block: NetworkShape.Block, _ count: Int, _ rows: UnsafePointer<Float>) {
        for row in 0..<count { hearsay_add(block.columns, rows + row * block.columns, 1, gradient + block.offset) }
    }

    private func rectifyBackwards(
        _ d: UnsafeMutablePointer<Float>, _ values: UnsafePointer<Float>, _ mask: UnsafePointer<Float>, _ count: Int
    ) {
        for index in 0..<count { d[index] *= (values[index] < 0 ? 0.1 : 1) * mask[index] }
    }

    /// Sets some values to 0 and the others higher, and writes down the factors.
    private func drop(
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
