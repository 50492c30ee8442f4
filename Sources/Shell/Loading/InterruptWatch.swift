import Synchronization

/// Notices Ctrl-C while long work is done, in place of ending the program.
final class InterruptWatch {
    private static let pressed = Atomic<Bool>(false)
    private var before = sigaction()

    init() {
        Self.pressed.store(false, ordering: .relaxed)
        var action = sigaction()
        #if canImport(Darwin)
        action.__sigaction_u.__sa_handler = { _ in InterruptWatch.pressed.store(true, ordering: .relaxed) }
        #else
        action.__sigaction_handler.sa_handler = { _ in InterruptWatch.pressed.store(true, ordering: .relaxed) }
        #endif
        sigaction(SIGINT, &action, &before)
    }

    deinit {
        sigaction(SIGINT, &before, nil)
    }

    /// Whether Ctrl-C was pressed since the watch began.
    var isInterrupted: Bool { Self.pressed.load(ordering: .relaxed) }
}
