import Answers
import Storage

/// Adds what is loaded to the session's file every now and then, a transaction each time, so that whoever is killed in a long
/// load loses the last few seconds and no more.
struct BatchKeeper {
    /// How long loading goes on at least before what is loaded is added.
    static let least = Duration.seconds(5)
    /// Adding may take one part in so many of the time, for the entities of all articles are written each time.
    private static let share = 20

    private(set) var saved: SavedSession?
    /// What went wrong, for people.
    private(set) var problem: String?
    private let least: Duration
    private let clock = ContinuousClock()
    private var next: ContinuousClock.Instant

    /// - Parameter saved: Nil where the session is kept in no file.
    init(_ saved: SavedSession?, least: Duration = BatchKeeper.least) {
        self.saved = saved
        self.least = least
        next = clock.now + least
    }

    /// To be called after each article.
    mutating func note(_ session: Session, _ copies: CopyList) {
        if saved != nil, clock.now >= next { keep(session, copies) }
    }

    /// Adds what the session has more than the file.
    mutating func keep(_ session: Session, _ copies: CopyList) {
        guard problem == nil else { return }
        let start = clock.now
        do throws(SessionFileError) {
            try saved?.append(session, copies: copies)
        } catch {
            problem = error.description
        }
        next = clock.now + max(least, (clock.now - start) * Self.share)
    }
}
