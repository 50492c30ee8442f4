/// Weights of words or entities by their numbers. A look-up costs a few nanoseconds: it stands in the way of every word of every
/// sentence that may answer.
///
/// Open addressing with linear probing, at most half full (Knuth, The Art of Computer Programming 3, 6.4).
struct WeightTable: Sendable {
    typealias Key = Int32

    /// In the order in which they were set first.
    private(set) var entries: [(key: Key, value: Double)] = []
    /// Indices of entries, -1 for a free place; a power of two, or none.
    private var places: [Int32] = []

    var isEmpty: Bool { entries.isEmpty }
    var keys: some Collection<Key> { entries.lazy.map(\.key) }
    var values: some Collection<Double> { entries.lazy.map(\.value) }

    /// The weight of a key; nil for one that has none.
    subscript(key: Key) -> Double? {
        get {
            guard !places.isEmpty else { return nil }
            let index = places[place(of: key)]
            return index < 0 ? nil : entries[Int(index)].value
        }
        set {
            guard let newValue else { return }
            if places.count < 2 * (entries.count + 1) { grow() }
            let place = place(of: key)
            let index = places[place]
            if index >= 0 {
                entries[Int(index)].value = newValue
            } else {
                places[place] = Int32(entries.count)
                entries.append((key, newValue))
            }
        }
    }

    /// Sets a weight where it is more than the key has.
    mutating func raise(_ key: Key, to weight: Double) {
        if let known = self[key], known >= weight { return }
        self[key] = weight
    }

    /// Where a key stands, or the free place where it would.
    private func place(of key: Key) -> Int {
        let mask = places.count - 1
        // The golden ratio spreads neighbouring numbers (Knuth's multiplicative hashing).
        var place = Int(truncatingIfNeeded: (UInt32(bitPattern: key) &* 0x9E37_79B1) >> 7) & mask
        while true {
            let index = places[place]
            if index < 0 || entries[Int(index)].key == key { return place }
            place = (place + 1) & mask
        }
    }

    private mutating func grow() {
        places = Array(repeating: -1, count: Swift.max(8, places.count * 2))
        for (index, entry) in entries.enumerated() { places[place(of: entry.key)] = Int32(index) }
    }
}
