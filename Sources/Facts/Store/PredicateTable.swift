/// The predicates of a store's facts as numbers, so that a question compares words once and facts not at all.
public struct PredicateTable: Sendable {
    /// A predicate or the first word of one.
    public typealias Number = Int32

    private var numbers: [String: Number] = [:]
    /// The number of each predicate's first word, "call" for "call_for"; its own for one of a single word.
    private var firstWords: [Number] = []
    private var isStated: [Bool] = []
    @usableFromInline var predicateOfSense: [Number] = []

    init() {}

    /// How many numbers there are.
    public var count: Int { firstWords.count }

    /// Whether any fact has this predicate.
    public func contains(_ predicate: String) -> Bool { numbers[predicate].map { isStated[Int($0)] } ?? false }

    /// The number of a predicate or of the first word of some; nil for what is neither.
    public func number(of predicate: String) -> Number? { numbers[predicate] }

    /// The number of the predicate of a sense, an index into `FactStore.senses`.
    @inlinable public func predicate(ofSense sense: Int) -> Number { predicateOfSense[sense] }

    /// The number of a predicate's first word.
    public func firstWord(of number: Number) -> Number { firstWords[Int(number)] }

    /// The first word of a predicate: "call" for "call_for".
    public static func firstWord(of predicate: String) -> Substring { predicate.prefix { $0 != "_" } }

    /// Adds the predicate of the next sense.
    mutating func append(_ predicate: String) {
        let number = intern(predicate)
        isStated[Int(number)] = true
        predicateOfSense.append(number)
    }

    private mutating func intern(_ word: String) -> Number {
        if let known = numbers[word] { return known }
        let isSingle = !word.utf8.contains(UInt8(ascii: "_"))
        let first = isSingle ? nil : intern(String(Self.firstWord(of: word)))
        let number = Number(firstWords.count)
        numbers[word] = number
        firstWords.append(first ?? number)
        isStated.append(false)
        return number
    }
}
