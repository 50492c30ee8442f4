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

    /// A unit a column, so that its greatest value is 127 of them.
    private mutating func addBytes(_ block: NetworkShape.Block, _ values: UnsafeBufferPointer<Float>) {
        let (panel, group) = (Int(HEARSAY_PANEL), Int(HEARSAY_GROUP))
        let units = (0..<block.columns).map { column in
            max((0..<block.rows).map { abs(values[$0 * block.columns + column]) }.max().map { $0 / 127 } ?? 0, 1e-12)
        }
        func byte(_ row: Int, _ column: Int) -> Int8 {
            Int8(clamping: Int((values[row * block.columns + column] / units[column]).rounded()))
        }
        scales += units
        zeros += (0..<block.columns).map { column in
            Int32(HEARSAY_ZERO) * (0..<block.rows).reduce(0) { $0 + Int32(byte($1, column)) }
        }
        for first in stride(from: 0, to: block.columns, by: panel) {
            for row in stride(from: 0, to: block.rows, by: group) {
                for column in first..<first + panel {
                    for member in row..<row + group { bytes.append(byte(member, column)) }
                }
            }
        }
    }
}
