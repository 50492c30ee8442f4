import Packing

/// Lists of numbers, one for each key from 0, in flat columns: the sentences of a word, the facts of a predicate.
///
///     postings.append(7, to: word)
///     postings[word]                  // all that were added, in the order in which they came
///
/// What is added is chained first, and laid beside the rest of its list when a quarter as much again has come.
struct Postings: Sendable {
    /// Where each list ends in `values`.
    private var ends: [Int32] = []
    private var values: [Int32] = []
    /// The last addition to each list, an index into `added`, or -1; none where nothing was added since lists were laid.
    private var lastAdded: [Int32] = []
    private var added: [Addition] = []

    private struct Addition {
        var value: Int32
        /// The addition before it, or -1.
        var earlier: Int32
    }

    /// How many keys there are.
    var count: Int { max(ends.count, lastAdded.count) }

    /// The list of a key; none for one to which nothing was added.
    subscript(key: Int) -> ArraySlice<Int32> {
        let settled = settled(key)
        guard lastAdded.indices.contains(key), case var next = lastAdded[key], next >= 0 else { return values[settled] }
        var tail: [Int32] = []
        while next >= 0 {
            tail.append(added[Int(next)].value)
            next = added[Int(next)].earlier
        }
        return values[settled] + tail.reversed()
    }

    private func settled(_ key: Int) -> Range<Int> {
        ends.indices.contains(key) ? (key == 0 ? 0 : Int(ends[key - 1]))..<Int(ends[key]) : 0..<0
    }

    /// Adds to the end of a list, save what is its end already.
    mutating func append(_ value: Int32, to key: Int) {
        if key >= lastAdded.count { lastAdded.append(contentsOf: repeatElement(-1, count: key + 1 - lastAdded.count)) }
        let last = lastAdded[key]
        if last >= 0 {
            guard added[Int(last)].value != value else { return }
        } else if let end = settled(key).last, values[end] == value {
            return
        }
        lastAdded[key] = Int32(added.count)
        added.append(Addition(value: value, earlier: last))
        if added.count > 4096 + values.count / 4 { settle() }
    }

    /// Lays every list in one piece.
    mutating func settle() {
        guard !added.isEmpty else { return }
        var all: [Int32] = []
        all.reserveCapacity(values.count + added.count)
        var ends: [Int32] = []
        ends.reserveCapacity(count)
        for key in 0..<count {
            all += self[key]
            ends.append(Int32(all.count))
        }
        self.ends = ends
        values = all
        added = []
        lastAdded = []
    }

    func write(to writer: inout PackedWriter) {
        writer.write(count)
        writer.write(lists: (0..<count).lazy.map { self[$0] })
    }

    init() {}

    /// - Parameters:
    ///   - keys: How many keys there may be.
    ///   - limit: What the values have to stay below.
    init(from reader: inout PackedReader, keys: Int, below limit: Int) throws(PackedError) {
        let count = try reader.count()
        guard count <= keys else { throw reader.damage }
        (ends, values) = try reader.lists(count, below: limit)
    }

    /// Lists of which is known how many there are.
    init(from reader: inout PackedReader, lists: Int, below limit: Int) throws(PackedError) {
        (ends, values) = try reader.lists(lists, below: limit)
    }

    /// The indices of a column by their values.
    ///
    /// - Parameters:
    ///   - column: Numbers that are not negative and below `keys`.
    init(indicesOf column: [Int32], keys: Int) {
        var next = [Int32](repeating: 0, count: keys + 1)
        for key in column { next[Int(key) + 1] += 1 }
        for key in 0..<keys { next[key + 1] += next[key] }
        ends = Array(next.dropFirst())
        values = [Int32](repeating: 0, count: column.count)
        for (index, key) in column.enumerated() {
            values[Int(next[Int(key)])] = Int32(truncatingIfNeeded: index)
            next[Int(key)] += 1
        }
    }
}
