/// One score a class, in the model's own integer units; made once and used again for every decision.
package struct Scores: ~Copyable {
    /// Number of classes.
    package let count: Int
    let values: UnsafeMutablePointer<Int32>

    package init(count: Int) {
        self.count = count
        values = .allocate(capacity: max(count, 1))
        values.initialize(repeating: 0, count: max(count, 1))
    }

    deinit { values.deallocate() }

    package subscript(_ index: Int) -> Int32 {
        @inline(__always) get { values[index] }
    }

    /// The class of the highest score; the lower class where two are equal.
    package var best: Int {
        var best = 0
        var highest = values[0]
        for index in 1..<max(count, 1) where values[index] > highest {
            highest = values[index]
            best = index
        }
        return best
    }

    @inline(__always)
    mutating func reset() { values.update(repeating: 0, count: count) }
}
