import Packing
import Testing

@testable import Facts

@Suite struct PostingsTests {
    @Test func `lists keep what was added, in order, and nothing twice in a row`() {
        var postings = Postings()
        for (value, key) in [(3, 1), (3, 1), (5, 1), (2, 4), (3, 1)] { postings.append(Int32(value), to: key) }
        #expect(postings[1] == [3, 5, 3])
        #expect(postings[4] == [2])
        #expect(postings[0].isEmpty && postings[99].isEmpty)
        postings.settle()
        postings.append(3, to: 1)
        postings.append(8, to: 1)
        #expect(postings[1] == [3, 5, 3, 8])
        #expect(postings.count == 5)
    }

    @Test func `many additions are as in plain lists, settled or not, written and read`() throws {
        var random = SystemRandomNumberGenerator()
        var postings = Postings()
        var plain = [[Int32]](repeating: [], count: 50)
        for value in 0..<30_000 {
            let key = Int.random(in: 0..<50, using: &random)
            postings.append(Int32(value / 3), to: key)
            if plain[key].last != Int32(value / 3) { plain[key].append(Int32(value / 3)) }
        }
        #expect((0..<50).map { Array(postings[$0]) } == plain)
        var writer = PackedWriter()
        postings.write(to: &writer)
        var reader = PackedReader(writer.bytes)
        let read = try Postings(from: &reader, keys: 50, below: 10_000)
        #expect((0..<50).map { Array(read[$0]) } == plain)
        reader = PackedReader(writer.bytes)
        #expect(throws: PackedError.self) { try Postings(from: &reader, keys: 50, below: 9_999) }
        reader = PackedReader(writer.bytes)
        #expect(throws: PackedError.self) { try Postings(from: &reader, keys: 49, below: 10_000) }
    }
}
