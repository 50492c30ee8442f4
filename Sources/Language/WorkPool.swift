import Synchronization

/// Room that a document's analysis needs, kept for the next document: one for each document that is read at a time.
final class WorkPool<Work: AnyObject & Sendable>: Sendable {
    private let free = Mutex<[Work]>([])
    private let make: @Sendable () -> Work

    init(_ make: @escaping @Sendable () -> Work) { self.make = make }

    func take() -> Work { free.withLock { $0.popLast() } ?? make() }

    func giveBack(_ work: Work) { free.withLock { $0.append(work) } }
}
