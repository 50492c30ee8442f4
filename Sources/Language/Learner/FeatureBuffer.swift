/// The features of one decision: 64-bit hashes of a template's number and its values.
///
///     var features = FeatureBuffer(capacity: 64)
///     features.removeAll()
///     features.add(0, word.norm)
///     features.add(1, word.norm, previousTag)
///
/// The buffer is made once and used again for every decision; adding allocates nothing.
package struct FeatureBuffer: ~Copyable {
    /// Number of features in the buffer.
    package private(set) var count = 0
    /// How many features fit.
    package let capacity: Int
    let hashes: UnsafeMutablePointer<UInt64>
    /// Where each feature's row begins; room for the model to work in.
    let rows: UnsafeMutablePointer<UInt32>
    /// Written so that loads ahead of time are not taken for useless.
    let touched: UnsafeMutablePointer<UInt8>

    package init(capacity: Int = 256) {
        self.capacity = capacity
        hashes = .allocate(capacity: capacity)
        hashes.initialize(repeating: 0, count: capacity)
        rows = .allocate(capacity: capacity)
        rows.initialize(repeating: 0, count: capacity)
        touched = .allocate(capacity: 1)
        touched.initialize(to: 0)
    }

    deinit {
        hashes.deallocate()
        rows.deallocate()
        touched.deallocate()
    }

    /// Empties the buffer for the next decision.
    package mutating func removeAll() { count = 0 }

    /// Adds a feature without a value: a bias.
    @inline(__always)
    package mutating func add(_ template: UInt64) { append(FeatureHash.seed(template)) }

    /// Adds a feature of one value.
    @inline(__always)
    package mutating func add(_ template: UInt64, _ a: UInt64) {
        append(FeatureHash.mix(FeatureHash.seed(template), a))
    }

    /// Adds a feature of two values; their order counts.
    @inline(__always)
    package mutating func add(_ template: UInt64, _ a: UInt64, _ b: UInt64) {
        append(FeatureHash.mix(FeatureHash.mix(FeatureHash.seed(template), a), b))
    }

    /// Adds a feature of three values; their order counts.
    @inline(__always)
    package mutating func add(_ template: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64) {
        append(FeatureHash.mix(FeatureHash.mix(FeatureHash.mix(FeatureHash.seed(template), a), b), c))
    }

    /// Adds a feature of four values; their order counts.
    @inline(__always)
    package mutating func add(_ template: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) {
        let three = FeatureHash.mix(FeatureHash.mix(FeatureHash.mix(FeatureHash.seed(template), a), b), c)
        append(FeatureHash.mix(three, d))
    }

    @inline(__always)
    private mutating func append(_ hash: UInt64) {
        precondition(count < capacity, "more features than the buffer was made for")
        hashes[count] = hash
        count += 1
    }
}
