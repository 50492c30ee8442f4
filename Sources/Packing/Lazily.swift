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

    @usableFromInline let box = AtomicLazyReference<Box>()
    @usableFromInline let make: @Sendable () -> Value

    @inlinable
    public init(_ make: @escaping @Sendable () -> Value) {
        self.make = make
    }

    @inlinable
    public var value: Value {
        _read { yield made.value }
    }

    /// The value, for one who goes through many: it is not kept where it was not made before.
    @inlinable
    public var passing: Value { box.load()?.value ?? make() }

    @inlinable
    var made: Box { box.load() ?? box.storeIfNil(Box(make())) }
}
