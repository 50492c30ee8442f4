import Synchronization

/// Work on a thread of its own, and what it made.
///
///     let work = BackgroundWork { slowValue() }
///     while !work.isDone(within: 100) { ... }
///     let value = work.take()
final class BackgroundWork<Value>: Sendable {
    /// The value need not be one that threads may share: one thread makes it, another takes it, once.
    private struct Handover: @unchecked Sendable {
        let value: Value
    }

    private struct State {
        var isDone = false
        var made: Handover?
    }

    private let state = Mutex(State())
    private let ends: (read: Int32, write: Int32)

    /// Starts. Where the system gives no thread, the work is done before this returns.
    init(_ body: @escaping @Sendable () -> Value) {
        var ends: [Int32] = [-1, -1]
        // Without a pipe nobody is woken, and whoever waits looks again.
        if pipe(&ends) != 0 { ends = [-1, -1] }
        for end in ends where end >= 0 { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        self.ends = (ends[0], ends[1])
        if !Thread.start({ self.run(body) }) { run(body) }
    }

    deinit {
        if ends.read >= 0 { close(ends.read) }
        if ends.write >= 0 { close(ends.write) }
    }

    private func run(_ body: () -> Value) {
        let made = Handover(value: body())
        state.withLock { $0 = State(isDone: true, made: made) }
        var byte: UInt8 = 1
        if ends.write >= 0 { _ = write(ends.write, &byte, 1) }
    }

    /// Can be read once the work is done.
    var descriptor: Int32 { ends.read }

    /// Waits for the end as long as this; 0 looks and goes on, a negative number waits for it.
    func isDone(within milliseconds: Int32) -> Bool {
        if state.withLock({ $0.isDone }) { return true }
        guard milliseconds != 0 else { return false }
        var ready = pollfd(fd: ends.read, events: Int16(POLLIN), revents: 0)
        _ = poll(&ready, 1, milliseconds)
        return state.withLock { $0.isDone }
    }

    /// What the work made, once; nil before its end and after it was taken.
    func take() -> Value? {
        let made = state.withLock { state in
            defer { state.made = nil }
            return state.made
        }
        return made?.value
    }
}
