import Language
import Packing

/// Different words in the order of their bytes, one after the other in one piece, with a table of their hashes: what a dictionary
/// tells, without a string for each word.
struct SortedWords: Sendable {
    /// All words, one behind the other.
    private var bytes: [UInt8] = []
    /// Where each word ends in them.
    private var ends: [Int32] = []
    /// Places of the words by their hashes, -1 for none; a power of two, at most half full, with linear probing
    /// (Knuth, The Art of Computer Programming 3, 6.4).
    private var places: [Int32] = []

    init() {}

    var count: Int { ends.count }

    subscript(place: Int) -> String {
        bytes.withUnsafeBufferPointer {
            String(decoding: UnsafeBufferPointer(rebasing: $0[range(place)]), as: UTF8.self)
        }
    }

    var words: [String] { (0..<count).map { self[$0] } }

    /// The place of a word that is in the same bytes. A word beyond ASCII can be equal in others: `otherPlaces`.
    func place(of word: String) -> Int? {
        guard !places.isEmpty else { return nil }
        var word = word
        return word.withUTF8 { word in
            bytes.withUnsafeBufferPointer { bytes in
                let mask = places.count - 1
                var index = Self.hash(word) & mask
                while places[index] >= 0 {
                    let own = range(Int(places[index]))
                    if own.count == word.count, bytes[own].elementsEqual(word) { return Int(places[index]) }
                    index = (index + 1) & mask
                }
                return nil
            }
        }
    }

    private static func hash(_ word: UnsafeBufferPointer<UInt8>) -> Int {
        Int(truncatingIfNeeded: FeatureHash.hash(word))
    }

    /// Costs one pass over the words.
    private mutating func layPlaces() {
        guard count > 0 else { return }
        var size = 16
        while size < 2 * count { size *= 2 }
        places = Array(repeating: -1, count: size)
        bytes.withUnsafeBufferPointer { bytes in
            for place in 0..<count {
                var index = Self.hash(UnsafeBufferPointer(rebasing: bytes[range(place)])) & (size - 1)
                while places[index] >= 0 { index = (index + 1) & (size - 1) }
                places[index] = Int32(truncatingIfNeeded: place)
            }
        }
    }

    /// The places of the words that begin with these bytes.
    func places(beginningWith start: some Collection<UInt8>) -> Range<Int> {
        let start = Array(start)
        return start.withUnsafeBufferPointer { start in
            let first = firstPlace(notBefore: start)
            var (low, high) = (first, count)
            while low < high {
                let middle = (low + high) / 2
                if begins(middle, with: start) { low = middle + 1 } else { high = middle }
            }
            return first..<low
        }
    }

    /// The places of the words that begin with a byte and have one of some lengths (in bytes) with the end that goes with it,
    /// which is not empty.
    func places(beginningWith start: UInt8, of shapes: [(length: Int, end: ArraySlice<UInt8>)]) -> [Int] {
        guard let shortest = shapes.lazy.map(\.length).min(), let longest = shapes.lazy.map(\.length).max(),
            let (last, otherLast) = Self.lastBytes(of: shapes)
        else { return [] }
        let candidates = places(beginningWith: CollectionOfOne(start))
        return bytes.withUnsafeBufferPointer { bytes in
            ends.withUnsafeBufferPointer { ends in
                var found: [Int] = []
                var begin = candidates.lowerBound == 0 ? 0 : Int(ends[candidates.lowerBound - 1])
                for place in candidates {
                    let end = Int(ends[place])
                    let length = end - begin
                    begin = end
                    // Nearly all are told to be others by their length and last byte.
                    guard length >= shortest, length <= longest, bytes[end - 1] == last || bytes[end - 1] == otherLast
                    else { continue }
                    for shape in shapes where shape.length == length {
                        if bytes[end - shape.end.count..<end].elementsEqual(shape.end) {
                            found.append(place)
                            break
                        }
                    }
                }
                return found
            }
        }
    }

    /// Two bytes of which each end has one as its last: ends are those of one word, at most with two letters exchanged.
    private static func lastBytes(of shapes: [(length: Int, end: ArraySlice<UInt8>)]) -> (UInt8, UInt8)? {
        let all = shapes.compactMap(\.end.last)
        guard let first = all.first else { return nil }
        return (first, all.last { $0 != first } ?? first)
    }

    /// The places of words that have letters beyond ASCII.
    var otherPlaces: [Int] {
        guard bytes.contains(where: { $0 >= 0x80 }) else { return [] }
        return (0..<count).filter { bytes[range($0)].contains { $0 >= 0x80 } }
    }

    private func range(_ place: Int) -> Range<Int> { (place == 0 ? 0 : Int(ends[place - 1]))..<Int(ends[place]) }

    private func firstPlace(notBefore word: UnsafeBufferPointer<UInt8>) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if compared(middle, word) < 0 { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Below 0 where the word at a place comes first, 0 for the same word.
    private func compared(_ place: Int, _ word: UnsafeBufferPointer<UInt8>) -> Int {
        let own = range(place)
        return bytes.withUnsafeBufferPointer { bytes in
            for index in 0..<min(own.count, word.count) {
                let (first, second) = (bytes[own.lowerBound + index], word[index])
                if first != second { return first < second ? -1 : 1 }
            }
            return own.count - word.count
        }
    }

    private func begins(_ place: Int, with start: UnsafeBufferPointer<UInt8>) -> Bool {
        let own = range(place)
        return own.count >= start.count && bytes[own.prefix(start.count)].elementsEqual(start)
    }

    // MARK: Bytes

    /// The order of the words.
    static func areInOrder(_ first: String, _ second: String) -> Bool {
        first.utf8.lexicographicallyPrecedes(second.utf8)
    }

    /// - Parameter words: Different words in their order.
    static func write(_ words: [String], to writer: inout PackedWriter) {
        writer.write(words.count)
        for word in words { writer.write(word.utf8.count) }
        let packed = Deflate.packed(words.flatMap(\.utf8))
        writer.write(packed.count)
        writer.write(bytes: packed)
    }

    init(from reader: inout PackedReader) throws(PackedError) {
        ends = try reader.numbers(try reader.count(), below: Int(Int32.max))
        var end = 0
        for place in ends.indices {
            end += Int(ends[place])
            guard end <= Int32.max else { throw reader.damage }
            ends[place] = Int32(truncatingIfNeeded: end)
        }
        bytes = try Deflate.unpacked(try reader.bytes(try reader.count()), count: end)
        layPlaces()
    }
}
