import CKernels
import Resources

/// The trained network, read in place.
package struct Network: Sendable {
    package static let file = "weights/language.network"

    package let shape: NetworkShape
    package let blocks: NetworkShape.Blocks
    /// Features that have a row.
    package let rowCount: Int
    private let slotCount: Int
    // Constant data: embedded in the binary or held by `storage`.
    private nonisolated(unsafe) let slots: UnsafePointer<NetworkFile.Slot>
    private nonisolated(unsafe) let scales: UnsafePointer<Float>
    private nonisolated(unsafe) let rows: UnsafePointer<Int8>
    private nonisolated(unsafe) let floats: UnsafePointer<Float>
    private nonisolated(unsafe) let columnScales: UnsafePointer<Float>
    private nonisolated(unsafe) let columnZeros: UnsafePointer<Int32>
    private nonisolated(unsafe) let matrices: UnsafePointer<Int8>
    private let places: NetworkPlaces
    private let storage: ModelBytes?

    /// Reads the network that is embedded in the binary.
    package init() throws(ModelError) {
        guard let resource = Resource.named(Self.file) else { throw ModelError(model: Self.file, reason: .missing) }
        try self.init(resource.bytes, nil)
    }

    /// Reads a network that was just trained.
    package init(_ bytes: [UInt8]) throws(ModelError) {
        let storage = ModelBytes(bytes)
        try self.init(storage.bytes, storage)
    }

    private init(_ bytes: UnsafeRawBufferPointer, _ storage: ModelBytes?) throws(ModelError) {
        let header = try NetworkFile.Header(bytes, name: Self.file)
        guard let base = bytes.baseAddress else { throw ModelError(model: Self.file, reason: .damaged) }
        shape = header.shape
        blocks = NetworkShape.Blocks(shape)
        places = NetworkPlaces(blocks)
        (rowCount, slotCount) = (header.rowCount, header.slotCount)
        let parts = header.parts
        slots = (base + parts.slots).assumingMemoryBound(to: NetworkFile.Slot.self)
        scales = (base + parts.scales).assumingMemoryBound(to: Float.self)
        rows = (base + parts.rows).assumingMemoryBound(to: Int8.self)
        floats = (base + parts.floats).assumingMemoryBound(to: Float.self)
        columnScales = (base + parts.columnScales).assumingMemoryBound(to: Float.self)
        columnZeros = (base + parts.columnZeros).assumingMemoryBound(to: Int32.self)
        matrices = (base + parts.matrices).assumingMemoryBound(to: Int8.self)
        self.storage = storage
    }

    /// The first slot that a key may be in.
    @inline(__always)
    static func slot(_ key: UInt64, _ count: Int) -> Int { Int(truncatingIfNeeded: key) & (count - 1) }

    /// Sums the rows of a word's features, `shape.features` numbers: those of `keys` that have one, `WordFeatures.capacity` at most.
    func sum(_ keys: UnsafePointer<UInt64>, _ count: Int, into sum: UnsafeMutablePointer<Float>) {
        withUnsafeTemporaryAllocation(of: Int32.self, capacity: WordFeatures.capacity) { found in
            guard let found = found.baseAddress else { return }
            var known = 0
            for index in 0..<min(count, WordFeatures.capacity) where keys[index] != 0 {
                let fingerprint = UInt32(truncatingIfNeeded: keys[index] >> 32)
                var place = Self.slot(keys[index], slotCount)
                while slots[place].row != 0, slots[place].fingerprint != fingerprint {
                    place = (place + 1) & (slotCount - 1)
                }
                let row = Int(slots[place].row)
                guard row > 0, row <= rowCount else { continue }
                found[known] = Int32(row - 1)
                known += 1
            }
            hearsay_sum_rows(shape.features, known, found, rows, scales, sum)
        }
    }

    /// The parameters of a block that is kept in Floats; matrices in panels.
    subscript(_ block: NetworkShape.Block) -> UnsafePointer<Float> {
        guard let place = places.floats[block.offset] else { preconditionFailure("not a block of Floats") }
        return floats + place
    }

    /// The parameters of a matrix that is kept in bytes.
    func bytes(of block: NetworkShape.Block) -> hearsay_bytes {
        guard let place = places.matrices[block.offset] else { preconditionFailure("not a matrix of bytes") }
        return hearsay_bytes(
            values: matrices + place.values, scales: columnScales + place.columns, zeros: columnZeros + place.columns)
    }

    /// result = rows · block + bias, for `count` rows.
    func multiply(
        _ count: Int, _ rows: ByteRows, _ weights: NetworkShape.Block, bias: NetworkShape.Block?,
        into result: UnsafeMutablePointer<Float>
    ) {
        var bytes = bytes(of: weights)
        hearsay_multiply_bytes(
            count, weights.columns, weights.rows, rows.values, rows.stride, rows.scales, &bytes, bias.map { self[$0] },
            result, weights.columns, 0)
    }

    /// result = states · block + bias, for `count` rows.
    func multiply(
        _ count: Int, _ states: UnsafePointer<Float>, _ weights: NetworkShape.Block, bias: NetworkShape.Block,
        into result: UnsafeMutablePointer<Float>
    ) {
        let start = self[bias]
        for row in 0..<count { (result + row * weights.columns).update(from: start, count: weights.columns) }
        hearsay_multiply(
            count, weights.columns, weights.rows, states, weights.rows, 1, self[weights], result, weights.columns, 1)
    }
}

extension NetworkShape.Blocks {
    /// All blocks in order.
    package var all: [NetworkShape.Block] {
        layers.flatMap { $0.flatMap { [$0.input, $0.recurrent, $0.bias] } } + tree.all
            + [xpos, upos, entity, cue, source, content].flatMap { [$0.weights, $0.bias] }
    }
}

extension NetworkShape.TreeHead {
    /// All blocks in order.
    package var all: [NetworkShape.Block] {
        [
            dependent, dependentBias, head, headBias, bilinear, headPrior, root, distances, relationDependent,
            relationHead,
            relationBias, relationRoot, relation.weights, relation.bias,
        ]
    }
}
