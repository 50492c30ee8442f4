import Synchronization

/// Notices Ctrl-C in place of ending the program, as long as it lives.
final class InterruptWatch: Sendable {
    // A signal's handler knows nothing but what is global.
    private static let pressed = Atomic<Bool>(false)
    private static let bell = Atomic<Int32>(-1)

    /// What Ctrl-C did before.
    private let before: sigaction
    /// Each press writes a byte into it, so that who waits for input is woken.
    private let ends: (read: Int32, write: Int32)

    init() {
        var ends: [Int32] = [-1, -1]
        if pipe(&ends) != 0 { ends = [-1, -1] }
        for end in ends where end >= 0 {
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
        }
        self.ends = (ends[0], ends[1])
        Self.pressed.store(false, ordering: .relaxed)
        Self.bell.store(ends[1], ordering: .relaxed)
        var (action, before) = (sigaction(), sigaction())
        #if canImport(Darwin)
        action.__sigaction_u.__sa_handler = { _ in InterruptWatch.note() }
        #else
        action.__sigaction_handler.sa_handler = { _ in InterruptWatch.note() }
        #endif
        sigaction(SIGINT, &action, &before)
        self.before = before
    }

    deinit {
        var before = before
        sigaction(SIGINT, &before, nil)
        Self.bell.store(-1, ordering: .relaxed)
        for end in [ends.read, ends.write] where end >= 0 { close(end) }
    }

    private static func note() {
        let saved = errno
        pressed.store(true, ordering: .relaxed)
        var byte: UInt8 = 1
        _ = write(bell.load(ordering: .relaxed), &byte, 1)
        errno = saved
    }

    /// Whether Ctrl-C was pressed since the watch began, or since that was forgotten.
    var isInterrupted: Bool { Self.pressed.load(ordering: .relaxed) }

    /// Goes on as if it had not been pressed: what it was to stop has ended.
    func forget() {
        var bytes = [UInt8](repeating: 0, count: 64)
        while read(ends.read, &bytes, bytes.count) > 0 {}
        Self.pressed.store(false, ordering: .relaxed)
    }

    /// Waits until something can be read; false where Ctrl-C is pressed first.
    func waits(forInputOf descriptor: Int32) -> Bool {
        var waiting = [descriptor, ends.read].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        while !isInterrupted {
            if poll(&waiting, nfds_t(waiting.count), -1) > 0, waiting[1].revents == 0 { return true }
        }
        return false
    }
}
