import Synchronization

/// A session that is made ready on a thread of its own, so that the prompt need not wait for it.
///
///     let preparation = Preparation(launch)
///     while !preparation.isDone(within: 100) { ... }
///     let ready = try preparation.take()
final class Preparation: Sendable {
    private let interrupted = Atomic<Bool>(false)
    private let latest = Mutex<LoadProgress?>(nil)
    private let outcome = Mutex<Handover?>(nil)
    private let end: (read: Int32, write: Int32)
    private let start = ContinuousClock().now

    /// A session is no value that threads may share: one makes it, the other takes it.
    private struct Handover: @unchecked Sendable {
        let result: Result<ReadySession, LaunchFailure>
    }

    /// Starts. Where the system gives no thread, the work is done before this returns.
    init(_ launch: Launch) {
        var ends: [Int32] = [-1, -1]
        // Without a pipe nobody is woken, and whoever waits looks at the outcome.
        if pipe(&ends) != 0 { ends = [-1, -1] }
        for end in ends where end >= 0 { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        end = (ends[0], ends[1])
        if !Thread.start({ self.run(launch) }) { run(launch) }
    }

    deinit {
        if end.read >= 0 { close(end.read) }
        if end.write >= 0 { close(end.write) }
    }

    private func run(_ launch: Launch) {
        let result = Result { () throws(LaunchFailure) in
            try launch.ready(
                isInterrupted: { self.interrupted.load(ordering: .relaxed) },
                progress: { progress in self.latest.withLock { $0 = progress } })
        }
        outcome.withLock { $0 = Handover(result: result) }
        var byte: UInt8 = 1
        if end.write >= 0 { _ = write(end.write, &byte, 1) }
    }

    /// Can be read once the session is ready.
    var descriptor: Int32 { end.read }

    /// Stops reading; what was read stays.
    func stop() { interrupted.store(true, ordering: .relaxed) }

    /// Whether somebody stopped it.
    var isStopped: Bool { interrupted.load(ordering: .relaxed) }

    /// How far reading is, and seconds since it began; nil where nothing was read yet.
    var progress: (LoadProgress, seconds: Double)? {
        latest.withLock { $0 }.map { ($0, (ContinuousClock().now - start).inSeconds) }
    }

    /// Waits for the end as long as this.
    func isDone(within milliseconds: Int32) -> Bool {
        if isDone { return true }
        var ready = pollfd(fd: end.read, events: Int16(POLLIN), revents: 0)
        _ = poll(&ready, 1, milliseconds)
        return isDone
    }

    private var isDone: Bool { outcome.withLock { $0 != nil } }

    /// What came of it, once; nil before its end and after it was taken.
    func take() -> Result<ReadySession, LaunchFailure>? {
        let taken = outcome.withLock { outcome in
            defer { outcome = nil }
            return outcome
        }
        return taken?.result
    }
}
