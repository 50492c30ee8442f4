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
    /// Symbols of the strings in ASCII by their hashes. A power of two, at most half full, with linear probing (Knuth, The Art of
    /// Computer Programming 3, 6.4).
    private var slots: [Slot] = []
    private var countInSlots = 0
    /// The others, which may be equal in different bytes.
    private var others: [String: Symbol] = [:]

    private struct Slot {
        /// The first eight bytes: most words have no more.
        var beginning: UInt64 = 0
        var hash: UInt32 = 0
        /// The symbol's index, -1 for a free slot.
        var index: Int32 = -1
    }

    public init() {}

    public subscript(symbol: Symbol) -> String { strings[Int(symbol.index)] }

    /// The symbol of this string, which is added where it is new.
    public mutating func intern(_ string: String) -> Symbol {
        var string = string
        return string.withUTF8 { intern($0) }
    }

    /// The symbol of a string in UTF-8, which is added where it is new. Costs nothing but a look where it is known and in ASCII.
    mutating func intern(_ bytes: UnsafeBufferPointer<UInt8>) -> Symbol {
        if countInSlots + others.count < strings.count { index() }
        guard let (beginning, hash) = Self.key(ofASCII: bytes) else {
            let string = String(decoding: bytes, as: UTF8.self)
            if let symbol = others[string] { return symbol }
            let symbol = add(string)
            others[string] = symbol
            return symbol
        }
        if slots.count < 2 * (countInSlots + 1) { grow() }
        let mask = slots.count - 1
        var slot = Int(hash) & mask
        while slots[slot].index >= 0 {
            if slots[slot].beginning == beginning, slots[slot].hash == hash {
                let index = Int(slots[slot].index)
                if isEqual(strings[index], bytes) { return Symbol(index) }
            }
            slot = (slot + 1) & mask
        }
        let symbol = add(String(decoding: bytes, as: UTF8.self))
        slots[slot] = Slot(beginning: beginning, hash: hash, index: Int32(symbol.index))
        countInSlots += 1
        return symbol
    }

    private mutating func add(_ string: String) -> Symbol {
        strings.append(string)
        return Symbol(strings.count - 1)
    }

    /// Of two strings that begin with the same eight bytes.
    private func isEqual(_ string: String, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard string.utf8.count == bytes.count else { return false }
        guard bytes.count > 8 else { return true }
        var string = string
        return string.withUTF8 { $0.elementsEqual(bytes) }
    }

    /// The first eight bytes and a hash of all, eight at a time, each multiplied by the golden ratio; nil for bytes beyond ASCII.
    private static func key(ofASCII bytes: UnsafeBufferPointer<UInt8>) -> (beginning: UInt64, hash: UInt32)? {
        let beginning = eight(bytes, at: 0)
        var all = beginning
        var hash = (beginning ^ UInt64(bytes.count)) &* 0x9E37_79B9_7F4A_7C15
        var offset = 8
        while offset < bytes.count {
            let next = eight(bytes, at: offset)
            all |= next
            hash = (hash ^ hash >> 32 ^ next) &* 0x9E37_79B9_7F4A_7C15
            offset += 8
        }
        return all & 0x8080_8080_8080_8080 == 0 ? (beginning, UInt32(truncatingIfNeeded: hash >> 32)) : nil
    }

    /// Eight bytes from an offset as a number; zeros stand for those behind the end.
    private static func eight(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> UInt64 {
        if bytes.count - offset >= 8 {
            return UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        }
        var number: UInt64 = 0
        var shift: UInt64 = 0
        for index in offset..<bytes.count {
            number |= UInt64(bytes[index]) << shift
            shift += 8
        }
        return number
    }

    private mutating func grow() {
        let old = slots
        slots = Array(repeating: Slot(), count: Swift.max(64, old.count * 2))
        let mask = slots.count - 1
        for entry in old where entry.index >= 0 {
            var slot = Int(entry.hash) & mask
            while slots[slot].index >= 0 { slot = (slot + 1) & mask }
            slots[slot] = entry
        }
    }

    /// Makes what was dropped again.
    private mutating func index() {
        let all = strings
        strings = []
        for string in all { _ = intern(string) }
    }

    /// How many strings there are.
    public var count: Int { strings.count }

    /// Leaves looking up strings to whoever interns the next; those who only read need none.
    mutating func dropIndex() {
        slots = []
        others = [:]
        countInSlots = 0
    }
}
