import Synchronization

/// A value that is made when it is first wanted, by whichever thread wants it first, and then kept.
public final class Lazily<Value: Sendable>: Sendable {
    private final class Box: Sendable {
        let value: Value
        init(_ value: Value) { self.value = value }
    }

    private let box = AtomicLazyReference<Box>()
    private let make: @Sendable () -> Value

    public init(_ make: @escaping @Sendable () -> Value) {
        self.make = make
    }

    public var value: Value {
        _read { yield made.value }
    }

    /// The value, for one who goes through many: it is not kept where it was not made before.
    public var passing: Value { box.load()?.value ?? make() }

    private var made: Box { box.load() ?? box.storeIfNil(Box(make())) }
}
