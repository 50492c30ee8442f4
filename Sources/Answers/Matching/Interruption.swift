import Synchronization

/// Asked by the loops of a search whether to go on. Once one of them stopped, the others do: what was found until then is the answer.
final class Interruption: Sendable {
    private let isWanted: @Sendable () -> Bool
    private let hasComeTrue = Atomic<Bool>(false)

    /// - Parameter isWanted: Whether whoever asked wants no more; called often, and from the thread that searches.
    init(_ isWanted: @escaping @Sendable () -> Bool) {
        self.isWanted = isWanted
    }

    /// Whether to stop here.
    func stops() -> Bool {
        if hasStopped { return true }
        guard isWanted() else { return false }
        hasComeTrue.store(true, ordering: .relaxed)
        return true
    }

    /// Whether something was left out.
    var hasStopped: Bool { hasComeTrue.load(ordering: .relaxed) }

    /// Matches that are still made answers of after the search was stopped.
    static let mostAfter = 100
}
