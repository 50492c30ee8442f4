/// Room for numbers, kept and reused from one sentence to the next; grows as needed and is not cleared.
package struct NumberBuffer<Number: BitwiseCopyable & AdditiveArithmetic>: ~Copyable {
    package private(set) var values: UnsafeMutablePointer<Number>
    private var capacity: Int

    package init(capacity: Int = 16) {
        self.capacity = max(capacity, 16)
        values = Self.allocate(self.capacity)
    }

    deinit { values.deallocate() }

    /// Makes room for `count` numbers; what was in it is lost where it had to grow.
    package mutating func reserve(_ count: Int) {
        guard count > capacity else { return }
        values.deallocate()
        capacity = count + count / 2
        values = Self.allocate(capacity)
    }

    /// Makes room for `count` numbers, all 0.
    package mutating func zero(_ count: Int) {
        reserve(count)
        values.update(repeating: .zero, count: count)
    }

    private static func allocate(_ count: Int) -> UnsafeMutablePointer<Number> {
        let raw = UnsafeMutableRawPointer.allocate(byteCount: count * MemoryLayout<Number>.stride, alignment: 64)
        let values = raw.bindMemory(to: Number.self, capacity: count)
        values.initialize(repeating: .zero, count: count)
        return values
    }
}
