/// Does the same to values that come one by one, on all cores; results come out in the order of the values.
///
///     let conveyor = Conveyor(Workers()) { analysis($0) }
///     conveyor.put(article)
///     while let reading = conveyor.next() { ... }
///
/// One thread puts values in and takes results out; where it would have to wait, it works too.
final class Conveyor<Value: Sendable, Result: Sendable> {
    private let belt: Belt<Value, Result>

    /// - Parameter workers: Threads, that of the caller included.
    init(_ workers: Workers, _ body: @escaping @Sendable (Value) -> Result) {
        let belt = Belt(body)
        self.belt = belt
        for _ in 1..<max(workers.count, 1) { _ = Thread.start { belt.work() } }
    }

    deinit {
        belt.close()
    }

    /// Values that were put in and whose results were not taken out.
    var count: Int { belt.count }

    func put(_ value: Value) { belt.put(value) }

    /// The next result where it is there already.
    func ready() -> Result? { belt.take(waits: false) }

    /// The next result; nil where all were taken out.
    func next() -> Result? { belt.take(waits: true) }
}

/// What the threads of a conveyor share.
private final class Belt<Value: Sendable, Result: Sendable>: @unchecked Sendable {
    private enum Slot {
        case waiting(Value)
        case begun
        case done(Result)
    }

    private let body: @Sendable (Value) -> Result
    private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    /// That there is something to do, or to take.
    private let change = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
    // What follows is read and written under the lock.
    private var slots: [Slot] = []
    /// Slots that somebody has begun, or done.
    private var begun = 0
    /// Results that were taken out.
    private var taken = 0
    private var isClosed = false

    init(_ body: @escaping @Sendable (Value) -> Result) {
        self.body = body
        pthread_mutex_init(lock, nil)
        pthread_cond_init(change, nil)
    }

    deinit {
        pthread_cond_destroy(change)
        pthread_mutex_destroy(lock)
        change.deallocate()
        lock.deallocate()
    }

    var count: Int {
        pthread_mutex_lock(lock)
        defer { pthread_mutex_unlock(lock) }
        return slots.count
    }

    func put(_ value: Value) {
        pthread_mutex_lock(lock)
        slots.append(.waiting(value))
        pthread_cond_broadcast(change)
        pthread_mutex_unlock(lock)
    }

    func close() {
        pthread_mutex_lock(lock)
        isClosed = true
        pthread_cond_broadcast(change)
        pthread_mutex_unlock(lock)
    }

    func take(waits: Bool) -> Result? {
        pthread_mutex_lock(lock)
        defer { pthread_mutex_unlock(lock) }
        while let first = slots.first {
            if case .done(let result) = first {
                slots.removeFirst()
                begun -= 1
                taken += 1
                return result
            }
            guard waits else { return nil }
            if !workOnce() { pthread_cond_wait(change, lock) }
        }
        return nil
    }

    /// Until the conveyor is gone.
    func work() {
        pthread_mutex_lock(lock)
        while !isClosed {
            if !workOnce() { pthread_cond_wait(change, lock) }
        }
        pthread_mutex_unlock(lock)
    }

    /// Does the next that nobody has begun; false where there is none. The lock is held before and after.
    private func workOnce() -> Bool {
        guard begun < slots.count, case .waiting(let value) = slots[begun] else { return false }
        slots[begun] = .begun
        let number = taken + begun
        begun += 1
        pthread_mutex_unlock(lock)
        let result = body(value)
        pthread_mutex_lock(lock)
        slots[number - taken] = .done(result)
        pthread_cond_broadcast(change)
        return true
    }
}
