import Synchronization

/// A value that is made when it is first wanted, by whichever thread wants it first, and then kept.
///
/// Inlinable, since it stands in the way of every fact and token that is looked at.
public final class Lazily<Value: Sendable>: Sendable {
    @usableFromInline
    final class Box: Sendable {
        @usableFromInline let value: Value

        @inlinable
        init(_ value: Value) { self.value = value }
    }

    /// Owned by this object once it is there.
    @usableFromInline let box = Atomic<Unmanaged<Box>?>(nil)
    @usableFromInline let make: @Sendable () -> Value

    @inlinable
    public init(_ make: @escaping @Sendable () -> Value) {
        self.make = make
    }

    deinit {
        box.load(ordering: .acquiring)?.release()
    }

    @inlinable
    public var value: Value {
        _read { yield made.value }
    }

    /// The value, for one who goes through many: it is not kept where it was not made before.
    @inlinable
    public var passing: Value { box.load(ordering: .acquiring)?.takeUnretainedValue().value ?? make() }

    @inlinable
    var made: Box { box.load(ordering: .acquiring)?.takeUnretainedValue() ?? keep(Box(make())) }

    /// The box, or the one of the thread that came before.
    @usableFromInline
    func keep(_ new: Box) -> Box {
        let owned = Unmanaged.passRetained(new)
        let (isKept, earlier) = box.compareExchange(expected: nil, desired: owned, ordering: .acquiringAndReleasing)
        if isKept { return new }
        owned.release()
        return earlier?.takeUnretainedValue() ?? new
    }
}
