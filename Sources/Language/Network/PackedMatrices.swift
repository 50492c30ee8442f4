import CKernels

/// A network's parameters as its file keeps them.
struct PackedMatrices {
    private(set) var floats: [Float] = []
    private(set) var scales: [Float] = []
    private(set) var zeros: [Int32] = []
    private(set) var bytes: [Int8] = []

    /// - Parameter parameters: the blocks, matrices row by row.
    init(_ blocks: NetworkShape.Blocks, _ parameters: UnsafeBufferPointer<Float>) {
        for block in blocks.all {
            let values = UnsafeBufferPointer(rebasing: parameters[block.offset..<block.offset + block.count])
            if blocks.isInBytes(block) { addBytes(block, values) } else { addFloats(block, values) }
        }
    }

    private mutating func addFloats(_ block: NetworkShape.Block, _ values: UnsafeBufferPointer<Float>) {
        guard let base = values.baseAddress else { return }
        floats += [Float](unsafeUninitializedCapacity: block.count) { packed, count in
            hearsay_pack(block.rows, block.columns, base, block.columns, 1, packed.baseAddress)
            count = block.count
        }
    }

    /// A unit a column, so that its greatest value is 127 of them, or more where sums would be too great.
    private mutating func addBytes(_ block: NetworkShape.Block, _ values: UnsafeBufferPointer<Float>) {
        let (panel, group) = (Int(HEARSAY_PANEL), Int(HEARSAY_GROUP))
        let columns = (0..<block.columns).map { column in
            ByteColumn((0..<block.rows).map { values[$0 * block.columns + column] })
        }
        scales += columns.map(\.unit)
        zeros += columns.map { column in Int32(HEARSAY_ZERO) * column.bytes.reduce(0) { $0 + Int32($1) } }
        for first in stride(from: 0, to: block.columns, by: panel) {
            for row in stride(from: 0, to: block.rows, by: group) {
                for column in first..<first + panel { bytes += columns[column].bytes[row..<row + group] }
            }
        }
    }
}

/// A column of a matrix in bytes, with the smallest unit that the kernels' sums have room for.
struct ByteColumn {
    private(set) var unit: Float
    private(set) var bytes: [Int8]

    init(_ values: [Float]) {
        let room = Float(HEARSAY_HALF_SUM)
        unit = max((values.map(abs).max() ?? 0) / 127, 1e-12)
        bytes = Self.bytes(values, unit)
        while Float(Self.greatestHalfSum(bytes)) > room {
            unit *= max(Float(Self.greatestHalfSum(bytes)) / room, 1.001)
            bytes = Self.bytes(values, unit)
        }
    }

    private static func bytes(_ values: [Float], _ unit: Float) -> [Int8] {
        values.map { Int8(clamping: Int(($0 / unit).rounded())) }
    }

    /// The greatest sum of what is positive, or of what is negative, in a half of a group and that of the next.
    static func greatestHalfSum(_ bytes: [Int8]) -> Int {
        let (group, half) = (Int(HEARSAY_GROUP), Int(HEARSAY_GROUP) / 2)
        return stride(from: 0, to: bytes.count, by: 2 * group).flatMap { pair in
            [pair, pair + half].flatMap { first in
                let values = [first, first + group].flatMap { bytes[$0..<$0 + half] }.map(Int.init)
                return [values.reduce(0) { $0 + max($1, 0) }, values.reduce(0) { $0 - min($1, 0) }]
            }
        }.max() ?? 0
    }
}
