import Foundation
import Language

/// Where a training stands, so that it can go on after it was broken off and give the same weights.
///
/// The file: what was trained how, as one line of text; then step, round and the state of the random numbers; then parameters and rows,
/// each with its two moments, as they are in memory.
struct NetworkCheckpoint {
    /// The settings and the corpus: a checkpoint of others is refused.
    var description: String
    var step: Int
    var round: Int
    var random: UInt64
    /// Parameters, their means and squares, rows, their means and squares.
    var values: [[Float]]

    init(description: String, step: Int, round: Int, random: UInt64, values: [[Float]]) {
        (self.description, self.step, self.round, self.random, self.values) = (description, step, round, random, values)
    }

    /// Reads a file; `counts` are the numbers of values that are expected.
    init(_ data: Data, counts: [Int]) throws {
        guard let end = data.firstIndex(of: 10) else { throw CorpusError(description: "this is no checkpoint") }
        description = String(decoding: data[..<end], as: UTF8.self)
        let bytes = Array(data[(end + 1)...])
        guard bytes.count == 24 + counts.reduce(0, +) * 4 else {
            throw CorpusError(description: "the checkpoint is cut short or of another network")
        }
        (step, round, random, values) = bytes.withUnsafeBytes { bytes in
            func word(_ index: Int) -> UInt64 {
                UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index * 8, as: UInt64.self))
            }
            var offset = 24
            let values = counts.map { count in
                defer { offset += count * 4 }
                return (0..<count).map { index in
                    Float(
                        bitPattern: UInt32(
                            littleEndian: bytes.loadUnaligned(fromByteOffset: offset + index * 4, as: UInt32.self)))
                }
            }
            return (Int(truncatingIfNeeded: word(0)), Int(truncatingIfNeeded: word(1)), word(2), values)
        }
    }

    var data: Data {
        var data = Data((description + "\n").utf8)
        for word in [UInt64(step), UInt64(round), random] {
            withUnsafeBytes(of: word.littleEndian) { data.append(contentsOf: $0) }
        }
        for list in values {
            list.withUnsafeBytes { data.append(contentsOf: $0) }
        }
        return data
    }
}
