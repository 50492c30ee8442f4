/// Where a network's file keeps each block: large matrices in bytes, the rest in Floats.
struct NetworkPlaces: Sendable {
    struct Matrix: Sendable {
        /// First byte among all matrices' bytes.
        var values: Int
        /// First column among all matrices' columns.
        var columns: Int
    }

    /// By the block's offset: the place among all Floats.
    private(set) var floats: [Int: Int] = [:]
    /// By the block's offset.
    private(set) var matrices: [Int: Matrix] = [:]
    private(set) var floatCount = 0
    private(set) var byteCount = 0
    private(set) var columnCount = 0

    init(_ blocks: NetworkShape.Blocks) {
        for block in blocks.all {
            if blocks.isInBytes(block) {
                matrices[block.offset] = Matrix(values: byteCount, columns: columnCount)
                byteCount += block.count
                columnCount += block.columns
            } else {
                floats[block.offset] = floatCount
                floatCount += block.count
            }
        }
    }
}

extension NetworkShape.Blocks {
    /// Whether a block is multiplied with words or states, where bytes are exact enough; what scores arcs and relations is not.
    func isInBytes(_ block: NetworkShape.Block) -> Bool {
        block.rows > 1 && block != tree.bilinear && block != tree.relation.weights
    }
}
