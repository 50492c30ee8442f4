/// An interned string of one `SymbolTable`.
public struct Symbol: Hashable, Sendable {
    public let index: UInt32

    init(_ index: Int) {
        self.index = UInt32(index)
    }
}

/// Strings stored once; equal strings have equal symbols.
public struct SymbolTable: Sendable {
    private var strings: [String] = []
    private var indices: [String: Symbol] = [:]

    public init() {}

    public subscript(symbol: Symbol) -> String { strings[Int(symbol.index)] }

    /// The symbol of this string, which is added where it is new.
    public mutating func intern(_ string: String) -> Symbol {
        if indices.count < strings.count {
            for (index, string) in strings.enumerated() { indices[string] = Symbol(index) }
        }
        if let symbol = indices[string] { return symbol }
        let symbol = Symbol(strings.count)
        strings.append(string)
        indices[string] = symbol
        return symbol
    }

    /// How many strings there are.
    public var count: Int { strings.count }

    /// Leaves looking up strings to whoever interns the next; those who only read need none.
    mutating func dropIndex() { indices = [:] }
}
