import CKernels
import Testing

@testable import Language

/// The kernels that the network runs on: sums of bytes are exact.
struct ByteKernelTests {
    private struct Case: CustomTestStringConvertible {
        var rows: Int
        var columns: Int
        var depth: Int
        var isExtreme = false
        var testDescription: String { "\(rows) × \(depth) by \(depth) × \(columns)\(isExtreme ? ", extreme" : "")" }
    }

    private static let cases =
        (1...9).map { Case(rows: $0, columns: 32, depth: 128) } + [
            Case(rows: 5, columns: 16, depth: 8), Case(rows: 6, columns: 48, depth: 256),
            Case(rows: 7, columns: 16, depth: 256, isExtreme: true),
        ]

    @Test(arguments: cases) private func productsOfBytesAreExact(_ sample: Case) {
        var random = SplitMix(state: 7)
        let rows = (0..<sample.rows * sample.depth).map { _ in
            sample.isExtreme ? UInt8(127) : UInt8(truncatingIfNeeded: random.next() & 127)
        }
        let matrix = (0..<sample.depth * sample.columns).map { _ in
            sample.isExtreme ? Int(random.next() & 1) * 128 - 64 : Int(random.next() % 129) - 64
        }
        let product = multiply(rows, matrix, sample, bias: nil)
        for row in 0..<sample.rows {
            for column in 0..<sample.columns {
                let sum = (0..<sample.depth).reduce(0) {
                    $0 + (Int(rows[row * sample.depth + $1]) - 64) * matrix[$1 * sample.columns + column]
                }
                #expect(product[row * sample.columns + column] == Float(sum) * 0.5)
            }
        }
    }

    @Test func whatIsThereBeforeIsAddedTo() {
        let sample = Case(rows: 2, columns: 16, depth: 8)
        let ones = [Int](repeating: 1, count: 128)
        let rows: [UInt8] = [64, 64, 64, 66, 64, 64, 64, 64, 65, 65, 65, 65, 64, 64, 64, 64]
        let bias = (0..<16).map { Float($0) }
        let product = multiply(rows, ones, sample, bias: bias)
        // A unit is 1/2: sums of 2 and 4.
        #expect(product[3] == 3 + 1 && product[16 + 3] == 3 + 2)
        #expect(multiply(rows, ones, sample, bias: bias, addingTo: 10)[3] == 10 + 1)
    }

    @Test func rowsBecomeBytesAndBackWithinHalfAUnit() {
        let row: [Float] = (0..<32).map { Float($0 * $0) / 100 - 3 }
        var bytes = [UInt8](repeating: 0, count: 32)
        let unit = hearsay_bytes_of_row(32, row, &bytes)
        for (value, byte) in zip(row, bytes) {
            let units = Float(byte) - 64
            #expect(abs(value - units * unit) <= unit * 0.501)
        }
        #expect(bytes.allSatisfy { $0 > 0 && $0 < 128 })
        #expect(hearsay_bytes_of_row(32, [Float](repeating: 0, count: 32), &bytes) == 0)
        #expect(bytes == [UInt8](repeating: 64, count: 32))
    }

    @Test func cellsInBytesAreTheCellsInFloats() {
        let gates: [Float] = (0..<3 * 48).map { Float(($0 * 37) % 96) / 12 - 4 }
        let previous: [Float] = (0..<16).map { Float($0) / 8 - 1 }
        var floatGates = gates
        var cells = [Float](repeating: 0, count: 48)
        var outputs = cells
        hearsay_cell(3, 16, &floatGates, 48, previous, 1, &cells, &outputs, 16)
        var byteCells = [Float](repeating: 0, count: 48)
        var bytes = [UInt8](repeating: 0, count: 48)
        hearsay_cell_bytes(3, 16, gates, 48, previous, 1, &byteCells, &bytes, 16)
        for (cell, byteCell) in zip(cells, byteCells) { #expect(abs(cell - byteCell) < 1e-4) }
        for (output, byte) in zip(outputs, bytes) {
            let units = Float(byte) - 64
            #expect(abs(output * 63 - units) <= 0.51)
        }
    }

    @Test func aNetworksMatricesKeepTheirValuesWithinHalfAUnit() throws {
        let shape = NetworkShape(features: 16, cells: 16, arcs: 16, relations: 16)
        let blocks = NetworkShape.Blocks(shape)
        var random = SplitMix(state: 3)
        let parameters: [Float] = (0..<blocks.count).map { _ in Float(random.next() % 2001) / 1000 - 1 }
        let network = try Network(
            NetworkFile.write(shape, keys: [5], rows: [Float](repeating: 0.5, count: 16), parameters: parameters))
        for block in [
            blocks.layers[0][0].input, blocks.layers[1][1].recurrent, blocks.tree.head, blocks.entity.weights,
        ] {
            // A row of 1 picks a row of the matrix.
            var rows = [UInt8](repeating: 64, count: block.rows * block.rows)
            for row in 0..<block.rows { rows[row * block.rows + row] = 127 }
            var product = [Float](repeating: 0, count: block.count)
            rows.withUnsafeBufferPointer { rows in
                guard let base = rows.baseAddress else { return }
                network.multiply(
                    block.rows, ByteRows(values: base, stride: block.rows, scales: nil), block, bias: nil,
                    into: &product)
            }
            let units = network.bytes(of: block).scales
            for (index, (value, parameter)) in zip(product, parameters[block.offset...]).enumerated() {
                let difference: Float = abs(value - parameter)
                let unit = units?[index % block.columns] ?? 0
                #expect(difference <= 0.5 * unit + 1e-5)
                #expect(unit < 2.1 / 127)
            }
        }
    }

    @Test func aColumnsUnitIsItsGreatestValueOver127WhereSumsHaveRoom() {
        let column = ByteColumn([1, 0, 0, 0, 0.5, 0, 0, -1])
        #expect(column.unit == 1 / 127 && column.bytes == [127, 0, 0, 0, 64, 0, 0, -127])
    }

    @Test func aColumnsUnitGrowsUntilSumsHaveRoom() {
        // Four values of 1 in one half of two neighbouring groups: 258 in all.
        let column = ByteColumn([1, 1, 0, 0, 1, 1, 0, 0])
        #expect(column.bytes == [64, 64, 0, 0, 64, 64, 0, 0])
        var random = SplitMix(state: 5)
        for _ in 0..<50 {
            let values = (0..<32).map { _ in Float(random.next() % 2001) / 1000 - 1 }
            let column = ByteColumn(values)
            #expect(ByteColumn.greatestHalfSum(column.bytes) <= Int(HEARSAY_HALF_SUM))
            for (value, byte) in zip(values, column.bytes) {
                #expect(abs(value - Float(byte) * column.unit) <= column.unit * 0.501)
            }
        }
    }

    @Test func theNetworksSumsHaveRoom() throws {
        let network = try Network()
        for block in network.blocks.all where network.blocks.isInBytes(block) {
            let values = try #require(network.bytes(of: block).values)
            for column in 0..<block.columns {
                let panel = values + column / 16 * 16 * block.rows + column % 16 * 4
                let bytes = (0..<block.rows).map { panel[$0 / 4 * 64 + $0 % 4] }
                #expect(ByteColumn.greatestHalfSum(bytes) <= Int(HEARSAY_HALF_SUM))
            }
        }
    }

    /// `rows` times `matrix`, of which a unit is 1/2.
    private func multiply(
        _ rows: [UInt8], _ matrix: [Int], _ sample: Case, bias: [Float]?, addingTo start: Float? = nil
    )
        -> [Float]
    {
        var packed: [Int8] = []
        for panel in stride(from: 0, to: sample.columns, by: 16) {
            for group in stride(from: 0, to: sample.depth, by: 4) {
                for column in panel..<panel + 16 {
                    for row in group..<group + 4 { packed.append(Int8(matrix[row * sample.columns + column])) }
                }
            }
        }
        let zeros = (0..<sample.columns).map { column in
            Int32(64 * (0..<sample.depth).reduce(0) { $0 + matrix[$1 * sample.columns + column] })
        }
        let scales = [Float](repeating: 0.5, count: sample.columns)
        let rowScales = [Float](repeating: 1, count: sample.rows)
        var product = [Float](repeating: start ?? .nan, count: sample.rows * sample.columns)
        packed.withUnsafeBufferPointer { values in
            zeros.withUnsafeBufferPointer { zeros in
                scales.withUnsafeBufferPointer { scales in
                    var bytes = hearsay_bytes(
                        values: values.baseAddress, scales: scales.baseAddress, zeros: zeros.baseAddress)
                    hearsay_multiply_bytes(
                        sample.rows, sample.columns, sample.depth, rows, sample.depth, rowScales, &bytes, bias,
                        &product,
                        sample.columns, start == nil ? 0 : 1)
                }
            }
        }
        return product
    }
}
