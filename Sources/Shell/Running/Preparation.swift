import Synchronization

/// A session that is made ready on a thread of its own, so that the prompt need not wait for it.
final class Preparation: Sendable {
    let work: BackgroundWork<Result<ReadySession, LaunchFailure>>
    private let control: Control
    private let start = ContinuousClock().now

    /// What the two threads tell each other.
    private final class Control: Sendable {
        let isStopped = Atomic<Bool>(false)
        let progress = Mutex<LoadProgress?>(nil)
    }

    init(_ launch: Launch) {
        let control = Control()
        self.control = control
        work = BackgroundWork {
            Result { () throws(LaunchFailure) in
                try launch.ready(
                    isAlone: false, isInterrupted: { control.isStopped.load(ordering: .relaxed) },
                    progress: { progress in control.progress.withLock { $0 = progress } })
            }
        }
    }

    /// Stops reading; what was read stays.
    func stop() { control.isStopped.store(true, ordering: .relaxed) }

    /// Whether somebody stopped it.
    var isStopped: Bool { control.isStopped.load(ordering: .relaxed) }

    /// How far reading is, and seconds since it began; nil where nothing was read yet.
    var progress: (LoadProgress, seconds: Double)? {
        control.progress.withLock { $0 }.map { ($0, (ContinuousClock().now - start).inSeconds) }
    }
}
