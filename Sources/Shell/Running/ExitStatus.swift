/// What the program's exit status says; the highest that happened wins.
public enum ExitStatus: Int32, Comparable, Sendable {
    case answered = 0
    /// Some question had no answer.
    case noAnswer = 1
    /// Some question or command was not understood.
    case notUnderstood = 2
    /// Some file could not be read.
    case unreadable = 3
    /// The program itself is broken: its own data cannot be read.
    case broken = 70

    public static func < (first: ExitStatus, second: ExitStatus) -> Bool { first.rawValue < second.rawValue }
}
