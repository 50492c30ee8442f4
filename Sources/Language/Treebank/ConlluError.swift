/// What is wrong with a CoNLL-U text, and where.
public struct ConlluError: Error, Equatable, Sendable, CustomStringConvertible {
    /// Line number, from 1.
    public let line: Int
    public let problem: String

    public var description: String { "CoNLL-U, line \(line): \(problem)" }
}
