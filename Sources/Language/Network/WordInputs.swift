import CKernels

/// What each word gives the gates of the lower layer in both directions: computed once a word, since most words of a text come
/// again, and kept while there is room.
///
/// Words are told apart by what all their features are made of, so a word that is found here gives the bits that it would give
/// if it were computed. Costs 3 KB a word, 3 MB when full, and no memory before it is used.
struct WordInputs: ~Copyable {
    /// Words that are kept; no batch has more.
    static let capacity = 1024
    private static let places = 4 * capacity

    private struct Place {
        var identity: UInt64
        /// From 1; 0 where the place is empty.
        var row: Int32
    }

    private let network: Network
    private let width: Int
    private let table: UnsafeMutablePointer<Place>
    /// By direction, then by row.
    private let gates: [UnsafeMutablePointer<Float>]
    private var count = 0
    /// How many rows have their gates.
    private var computed = 0
    private var sums = NumberBuffer<Float>()
    private var bytes = NumberBuffer<UInt8>()
    private var scales = NumberBuffer<Float>()

    init(_ network: Network) {
        self.network = network
        width = 3 * network.shape.cells
        table = .allocate(capacity: Self.places)
        table.initialize(repeating: Place(identity: 0, row: 0), count: Self.places)
        let size = Self.capacity * width
        gates = network.blocks.layers[0].map { _ in .allocate(capacity: size) }
    }

    deinit {
        table.deallocate()
        for gates in gates { gates.deallocate() }
    }

    /// Makes room for the words of a batch; rows given before may no longer hold.
    mutating func begin(_ words: Int) {
        precondition(words <= Self.capacity, "a batch of more words than are kept")
        if count + words > Self.capacity {
            table.update(repeating: Place(identity: 0, row: 0), count: Self.places)
            (count, computed) = (0, 0)
        }
        sums.reserve(words * network.shape.features)
    }

    /// The row of a token's word: an old one, or a new one whose gates are still to be computed.
    mutating func row(of token: Int, _ features: WordFeatures) -> Int32 {
        let identity = features.identity(token)
        var place = Int(truncatingIfNeeded: identity) & (Self.places - 1)
        while table[place].row != 0 {
            if table[place].identity == identity { return table[place].row - 1 }
            place = (place + 1) & (Self.places - 1)
        }
        table[place] = Place(identity: identity, row: Int32(count + 1))
        let sum = sums.values + (count - computed) * network.shape.features
        withUnsafeTemporaryAllocation(of: UInt64.self, capacity: WordFeatures.capacity) { keys in
            guard let keys = keys.baseAddress else { return }
            network.sum(keys, features.keys(token, into: keys), into: sum)
        }
        count += 1
        return Int32(count - 1)
    }

    /// Computes the gates of all new rows.
    mutating func compute() {
        let (new, features) = (count - computed, network.shape.features)
        bytes.reserve(new * features)
        scales.reserve(new)
        for row in 0..<new {
            scales.values[row] = hearsay_bytes_of_row(
                features, sums.values + row * features, bytes.values + row * features)
        }
        let rows = ByteRows(values: bytes.values, stride: features, scales: scales.values)
        for (layer, gates) in zip(network.blocks.layers[0], gates) {
            network.multiply(new, rows, layer.input, bias: layer.bias, into: gates + computed * width)
        }
        computed = count
    }

    /// Copies the gates of a batch's words in one direction, row by row.
    func copy(_ rows: UnsafePointer<Int32>, _ count: Int, direction: Int, to target: UnsafeMutablePointer<Float>) {
        for row in 0..<count {
            (target + row * width).update(from: gates[direction] + Int(rows[row]) * width, count: width)
        }
    }
}
