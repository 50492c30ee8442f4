/// Does the same to values that come one by one, on all cores; results come out in the order of the values.
///
///     let conveyor = Conveyor(Workers()) { analysis($0) }
///     conveyor.put(article)
///     while let reading = conveyor.next() { ... }
///
/// One thread puts values in and takes results out. Others do the work, so that it can stop waiting for a long one; what they
/// have begun goes on then, and nobody gets its result.
final class Conveyor<Value: Sendable, Result: Sendable> {
    private let belt: Belt<Value, Result>
    /// Where the system gives no thread, the caller works in place of waiting.
    private var hasThreads = false

    /// - Parameter workers: Threads, that of the caller left out.
    init(_ workers: Workers, _ body: @escaping @Sendable (Value) -> Result) {
        let belt = Belt(body)
        self.belt = belt
        for _ in 0..<max(workers.count, 1) where Thread.start({ belt.work() }) { hasThreads = true }
    }

    deinit {
        belt.close()
    }

    /// Values that were put in and whose results were not taken out.
    var count: Int { belt.count }

    func put(_ value: Value) { belt.put(value) }

    /// The next result where it is there already.
    func ready() -> Result? { belt.take() }

    /// The next result; nil where all were taken out, or waiting for it was stopped.
    ///
    /// - Parameter isStopped: Asked some times a second.
    func next(unless isStopped: () -> Bool = { false }) -> Result? {
        while belt.count > 0, !isStopped() {
            if let result = belt.take() { return result }
            if hasThreads { belt.awaitChange() } else { belt.workOnce() }
        }
        return nil
    }
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

    /// The next result where it is there.
    func take() -> Result? {
        pthread_mutex_lock(lock)
        defer { pthread_mutex_unlock(lock) }
        guard case .done(let result)? = slots.first else { return nil }
        slots.removeFirst()
        begun -= 1
        taken += 1
        return result
    }

    /// Waits until the next result is there, or for a moment.
    func awaitChange() {
        var end = timespec()
        clock_gettime(CLOCK_REALTIME, &end)
        end.tv_nsec += 50_000_000
        if end.tv_nsec >= 1_000_000_000 {
            end.tv_nsec -= 1_000_000_000
            end.tv_sec += 1
        }
        pthread_mutex_lock(lock)
        defer { pthread_mutex_unlock(lock) }
        while let first = slots.first {
            if case .done = first { return }
            if pthread_cond_timedwait(change, lock, &end) == ETIMEDOUT { return }
        }
    }

    /// Until the conveyor is gone.
    func work() {
        pthread_mutex_lock(lock)
        while !isClosed {
            if !begin() { pthread_cond_wait(change, lock) }
        }
        pthread_mutex_unlock(lock)
    }

    /// Does the next that nobody has begun.
    func workOnce() {
        pthread_mutex_lock(lock)
        _ = begin()
        pthread_mutex_unlock(lock)
    }

    /// Does the next that nobody has begun; false where there is none. The lock is held before and after.
    private func begin() -> Bool {
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
