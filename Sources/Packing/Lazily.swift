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

    /// Whether it is made.
    public var isMade: Bool { box.load() != nil }

    public var value: Value {
        if let made = box.load() { return made.value }
        return box.storeIfNil(Box(make())).value
    }
}
