import Synchronization

/// A value that is made when it is first wanted, by whichever thread wants it first, and then kept.
///
/// Inlinable, since it stands in the way of every fact and token that is looked at; the value is read in place, so that looking
/// at a part of it counts no references.
public final class Lazily<Value: Sendable>: Sendable {
    /// Owned by this object once it is there. Safe to share: it is set once, and what it points to never changes.
    @usableFromInline nonisolated(unsafe) let place = Atomic<UnsafeMutablePointer<Value>?>(nil)
    @usableFromInline let make: @Sendable () -> Value

    @inlinable
    public init(_ make: @escaping @Sendable () -> Value) {
        self.make = make
    }

    deinit {
        if let made = place.load(ordering: .acquiring) { Self.destroy(made) }
    }

    @inlinable
    public var value: Value {
        _read { yield made.pointee }
    }

    /// The value, for one who goes through many: it is not kept where it was not made before.
    @inlinable
    public var passing: Value { place.load(ordering: .acquiring)?.pointee ?? make() }

    @inlinable
    var made: UnsafeMutablePointer<Value> { place.load(ordering: .acquiring) ?? keep() }

    /// The value's place, or that of the thread that came before.
    @usableFromInline
    func keep() -> UnsafeMutablePointer<Value> {
        let new = UnsafeMutablePointer<Value>.allocate(capacity: 1)
        new.initialize(to: make())
        let (isKept, earlier) = place.compareExchange(expected: nil, desired: new, ordering: .acquiringAndReleasing)
        guard !isKept, let earlier else { return new }
        Self.destroy(new)
        return earlier
    }

    private static func destroy(_ place: UnsafeMutablePointer<Value>) {
        place.deinitialize(count: 1)
        place.deallocate()
    }
}
