/// The file of a trained network, little-endian, each part aligned to 64 bytes:
///
///     header      magic "HSNN", version, hash of the templates and sizes, counts and offsets
///     slots       hash table of the words' features: high 32 bits of the key, number of the row from 1; 0 where empty
///     scales      what one unit of a row is, a Float a row
///     rows        signed bytes, `features` a row
///     floats      vectors and small matrices, block after block; matrices in panels of 16 columns, as the kernels read them
///     columns     of the matrices of bytes: what one unit is, Floats; then what each column's sum is where a row is all 0
///     matrices    signed bytes, in panels of 16 columns and groups of 4 rows; sums of neighbours are bounded, see `ByteColumn`
package enum NetworkFile {
    package static let version: UInt32 = 3
    static let magic: UInt32 = 0x4E4E_5348
    static let headerSize = 64

    struct Slot {
        var fingerprint: UInt32
        /// From 1; 0 for an empty slot.
        var row: UInt32
    }

    struct Header {
        var shape: NetworkShape
        var rowCount: Int
        /// A power of two.
        var slotCount: Int
        var parts: Parts

        init(_ bytes: UnsafeRawBufferPointer, name: String) throws(ModelError) {
            let word = try HeaderWords(bytes, size: headerSize, magic: magic, version: version, name: name)
            shape = NetworkShape(features: word[4], cells: word[5], arcs: word[6], relations: word[7])
            let sizes = [shape.features, shape.cells, shape.arcs, shape.relations]
            guard sizes.allSatisfy({ $0 > 0 && $0 <= 1024 && $0 % 16 == 0 }) else {
                throw ModelError(model: name, reason: .damaged)
            }
            guard UInt64(word[2]) | UInt64(word[3]) << 32 == NetworkFile.templates(shape) else {
                throw ModelError(model: name, reason: .templates)
            }
            (rowCount, slotCount) = (word[8], word[9])
            parts = Parts(shape, rowCount: rowCount, slotCount: slotCount)
            guard slotCount > rowCount, slotCount & (slotCount - 1) == 0, parts.size == bytes.count else {
                throw ModelError(model: name, reason: .damaged)
            }
        }
    }

    /// The hash that ties weights to features, classes and sizes.
    static func templates(_ shape: NetworkShape) -> UInt64 {
        let classes =
            Relation.allCases.map(\.name) + PennTag.allCases.map(\.name) + UniversalTag.allCases.map(\.name)
            + EntityLabel.names
        return FeatureHash.hash((WordFeatures.templates + " \(shape) " + classes.joined(separator: " ")).utf8)
    }

    /// Where the parts begin.
    struct Parts {
        let slots, scales, rows, floats, columnScales, columnZeros, matrices, size: Int

        init(_ shape: NetworkShape, rowCount: Int, slotCount: Int) {
            let places = NetworkPlaces(NetworkShape.Blocks(shape))
            var size = headerSize
            func part(_ count: Int) -> Int {
                let offset = (size + 63) & ~63
                size = offset + count
                return offset
            }
            slots = part(slotCount * 8)
            scales = part(rowCount * 4)
            rows = part(rowCount * shape.features)
            floats = part(places.floatCount * 4)
            columnScales = part(places.columnCount * 4)
            columnZeros = part(places.columnCount * 4)
            matrices = part(places.byteCount)
            self.size = size
        }
    }

    /// Writes a network.
    ///
    /// - Parameters:
    ///   - keys: the features' keys, one a row.
    ///   - rows: their values, `shape.features` a row; quantised to 8 bits.
    ///   - parameters: the blocks, matrices row by row; the large ones quantised to 8 bits a column.
    package static func write(_ shape: NetworkShape, keys: [UInt64], rows: [Float], parameters: [Float]) -> [UInt8] {
        let blocks = NetworkShape.Blocks(shape)
        precondition(rows.count == keys.count * shape.features && parameters.count == blocks.count)
        var slotCount = 16
        while slotCount < keys.count * 3 / 2 { slotCount *= 2 }
        var slots = [UInt64](repeating: 0, count: slotCount)
        for (row, key) in keys.enumerated() {
            var slot = Network.slot(key, slotCount)
            while slots[slot] != 0 { slot = (slot + 1) & (slotCount - 1) }
            slots[slot] = UInt64(row + 1) << 32 | key >> 32
        }
        let parts = Parts(shape, rowCount: keys.count, slotCount: slotCount)
        var file: [UInt8] = []
        file.reserveCapacity(parts.size)
        func put(_ value: UInt32) { withUnsafeBytes(of: value.littleEndian) { file.append(contentsOf: $0) } }
        func pad(to offset: Int) { file.append(contentsOf: repeatElement(0, count: offset - file.count)) }
        let hash = templates(shape)
        put(magic)
        put(version)
        put(UInt32(truncatingIfNeeded: hash))
        put(UInt32(truncatingIfNeeded: hash >> 32))
        for size in [shape.features, shape.cells, shape.arcs, shape.relations, keys.count, slotCount] {
            put(UInt32(size))
        }
        pad(to: parts.slots)
        for slot in slots {
            put(UInt32(truncatingIfNeeded: slot))
            put(UInt32(truncatingIfNeeded: slot >> 32))
        }
        pad(to: parts.scales)
        var quantised: [UInt8] = []
        quantised.reserveCapacity(rows.count)
        for row in stride(from: 0, to: rows.count, by: shape.features) {
            let values = rows[row..<row + shape.features]
            let scale = max((values.map(abs).max() ?? 0) / 127, 1e-12)
            put(scale.bitPattern)
            for value in values { quantised.append(UInt8(bitPattern: Int8(clamping: Int((value / scale).rounded())))) }
        }
        pad(to: parts.rows)
        file += quantised
        let matrices = parameters.withUnsafeBufferPointer { PackedMatrices(blocks, $0) }
        pad(to: parts.floats)
        for value in matrices.floats { put(value.bitPattern) }
        pad(to: parts.columnScales)
        for value in matrices.scales { put(value.bitPattern) }
        pad(to: parts.columnZeros)
        for value in matrices.zeros { put(UInt32(bitPattern: value)) }
        pad(to: parts.matrices)
        file += matrices.bytes.map { UInt8(bitPattern: $0) }
        return file
    }
}
