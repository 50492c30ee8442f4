import CKernels
import Foundation
import Language

/// The parameters in training, with what only training needs: heads for the trees and tags of other programs, and the
/// matrices as the kernels read them.
final class NetworkParameters: @unchecked Sendable {
    // Written between passes only.
    let shape: NetworkShape
    let blocks: NetworkShape.Blocks
    let silverTree: NetworkShape.TreeHead
    let silverXpos: NetworkShape.Classifier
    /// All parameters: those of the network, then those of the silver heads.
    let count: Int
    let values: UnsafeMutablePointer<Float>
    /// Every matrix in panels, and every matrix transposed in panels, at the offset of its block.
    let packed: UnsafeMutablePointer<Float>
    let transposed: UnsafeMutablePointer<Float>
    let rowCount: Int
    /// Values of the features, `shape.features` a row.
    let rows: UnsafeMutablePointer<Float>

    private let matrices: [NetworkShape.Block]

    init(_ shape: NetworkShape, rowCount: Int, silverRelations: Int, seed: UInt64) {
        self.shape = shape
        self.rowCount = rowCount
        blocks = NetworkShape.Blocks(shape)
        var total = blocks.count
        func block(_ rows: Int, _ columns: Int) -> NetworkShape.Block {
            defer { total += rows * columns }
            return NetworkShape.Block(rows: rows, columns: columns, offset: total)
        }
        silverTree = NetworkShape.TreeHead(shape, relations: silverRelations, block)
        silverXpos = NetworkShape.Classifier(2 * shape.cells, PennTag.allCases.count, block)
        count = total
        matrices = (blocks.all + silverTree.all + [silverXpos.weights]).filter { $0.rows > 1 }
        values = .allocate(capacity: total)
        values.initialize(repeating: 0, count: total)
        packed = .allocate(capacity: total)
        packed.initialize(repeating: 0, count: total)
        transposed = .allocate(capacity: total)
        transposed.initialize(repeating: 0, count: total)
        rows = .allocate(capacity: rowCount * shape.features)
        rows.initialize(repeating: 0, count: rowCount * shape.features)
        initialize(seed)
        pack()
    }

    deinit {
        values.deallocate()
        packed.deallocate()
        transposed.deallocate()
        rows.deallocate()
    }

    /// Random weights of the variance that keeps signals alive (Glorot & Bengio 2010).
    private func initialize(_ seed: UInt64) {
        var random = SplitMix(seed: seed)
        func fill(_ pointer: UnsafeMutablePointer<Float>, _ count: Int, _ limit: Float) {
            for index in 0..<count { pointer[index] = Float(random.unit() * 2 - 1) * limit }
        }
        for block in matrices {
            fill(values + block.offset, block.count, (6 / Float(block.rows + block.columns)).squareRoot())
        }
        for layer in blocks.layers.joined() {
            // Gates by themselves: three matrices side by side.
            let limit = (6 / Float(layer.input.rows + shape.cells)).squareRoot()
            fill(values + layer.input.offset, layer.input.count, limit)
            fill(values + layer.recurrent.offset, layer.recurrent.count, (3 / Float(shape.cells)).squareRoot())
            for index in 0..<shape.cells { values[layer.bias.offset + index] = 1 }
        }
        for tree in [blocks.tree, silverTree] {
            fill(values + tree.root.offset, tree.root.count, 0.3)
            fill(values + tree.relationRoot.offset, tree.relationRoot.count, 0.3)
        }
        fill(rows, rowCount * shape.features, 0.15)
    }

    /// To be called whenever `values` have changed.
    func pack() {
        for block in matrices {
            let source = values + block.offset
            hearsay_pack(block.rows, block.columns, source, block.columns, 1, packed + block.offset)
            hearsay_pack(block.columns, block.rows, source, 1, block.columns, transposed + block.offset)
        }
    }

    /// The trained network as a file.
    func file(keys: [UInt64]) -> [UInt8] {
        NetworkFile.write(
            shape, keys: keys, rows: Array(UnsafeBufferPointer(start: rows, count: rowCount * shape.features)),
            parameters: Array(UnsafeBufferPointer(start: values, count: blocks.count)))
    }
}
