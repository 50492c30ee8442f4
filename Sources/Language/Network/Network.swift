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
    private nonisolated(unsafe) let parameters: UnsafePointer<Float>
    private let storage: Storage?

    /// Reads the network that is embedded in the binary.
    package init() throws(ModelError) {
        guard let resource = Resource.named(Self.file) else { throw ModelError(model: Self.file, reason: .missing) }
        try self.init(resource.bytes, nil)
    }

    /// Reads a network that was just trained.
    package init(_ bytes: [UInt8]) throws(ModelError) {
        let storage = Storage(bytes)
        try self.init(storage.bytes, storage)
    }

    private init(_ bytes: UnsafeRawBufferPointer, _ storage: Storage?) throws(ModelError) {
        let header = try NetworkFile.Header(bytes, name: Self.file)
        guard let base = bytes.baseAddress else { throw ModelError(model: Self.file, reason: .damaged) }
        shape = header.shape
        blocks = NetworkShape.Blocks(shape)
        (rowCount, slotCount) = (header.rowCount, header.slotCount)
        slots = (base + header.slotsOffset).assumingMemoryBound(to: NetworkFile.Slot.self)
        scales = (base + header.scalesOffset).assumingMemoryBound(to: Float.self)
        rows = (base + header.rowsOffset).assumingMemoryBound(to: Int8.self)
        parameters = (base + header.parametersOffset).assumingMemoryBound(to: Float.self)
        self.storage = storage
    }

    /// The first slot that a key may be in.
    @inline(__always)
    static func slot(_ key: UInt64, _ count: Int) -> Int { Int(truncatingIfNeeded: key) & (count - 1) }

    /// Adds the rows of a word's features to `sum`, `shape.features` numbers.
    func add(_ keys: UnsafeMutablePointer<UInt64>, _ count: Int, to sum: UnsafeMutablePointer<Float>) {
        for index in 0..<count where keys[index] != 0 {
            let fingerprint = UInt32(truncatingIfNeeded: keys[index] >> 32)
            var place = Self.slot(keys[index], slotCount)
            while slots[place].row != 0, slots[place].fingerprint != fingerprint {
                place = (place + 1) & (slotCount - 1)
            }
            let row = Int(slots[place].row)
            guard row > 0, row <= rowCount else { continue }
            hearsay_add_bytes(shape.features, rows + (row - 1) * shape.features, scales[row - 1], sum)
        }
    }

    /// The parameters of a block; matrices in panels.
    @inline(__always)
    subscript(_ block: NetworkShape.Block) -> UnsafePointer<Float> { parameters + block.offset }

    /// result = states · block + bias, for `count` rows.
    func multiply(
        _ count: Int, _ states: UnsafePointer<Float>, _ weights: NetworkShape.Block, bias: NetworkShape.Block?,
        into result: UnsafeMutablePointer<Float>
    ) {
        if let bias {
            for row in 0..<count { (result + row * weights.columns).update(from: self[bias], count: weights.columns) }
        }
        hearsay_multiply(
            count, weights.columns, weights.rows, states, weights.rows, 1, self[weights], result, weights.columns,
            bias == nil ? 0 : 1)
    }

    /// Aligned bytes of a network that is not embedded.
    private final class Storage: Sendable {
        nonisolated(unsafe) let bytes: UnsafeRawBufferPointer

        init(_ array: [UInt8]) {
            let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: array.count, alignment: 64)
            copy.copyBytes(from: array)
            bytes = UnsafeRawBufferPointer(copy)
        }

        deinit { bytes.deallocate() }
    }
}

extension NetworkShape.Blocks {
    /// All blocks in order.
    package var all: [NetworkShape.Block] {
        layers.flatMap { $0.flatMap { [$0.input, $0.recurrent, $0.bias] } } + tree.all
            + [xpos, upos, entity, cue, source, content].flatMap { [$0.weights, $0.bias] }
    }

    /// The parameters with matrices in panels.
    func packed(_ parameters: [Float]) -> [Float] {
        var packed = parameters
        parameters.withUnsafeBufferPointer { source in
            packed.withUnsafeMutableBufferPointer { target in
                guard let source = source.baseAddress, let target = target.baseAddress else { return }
                for block in all {
                    hearsay_pack(
                        block.rows, block.columns, source + block.offset, block.columns, 1, target + block.offset)
                }
            }
        }
        return packed
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
