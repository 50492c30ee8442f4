/// Bytes that are not what a `PackedWriter` wrote: cut off, or damaged.
public struct PackedError: Error, Equatable, Sendable {
    /// Where reading failed.
    public let offset: Int
}

/// Reads what a `PackedWriter` wrote, in the same order. Any bytes are read without a trap: those that make no sense throw.
public struct PackedReader: Sendable {
    private let bytes: [UInt8]
    private var offset = 0

    public init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    public var isAtEnd: Bool { offset == bytes.count }

    /// The error for a value that cannot be.
    public var damage: PackedError { PackedError(offset: offset) }

    @inline(__always)
    public mutating func byte() throws(PackedError) -> UInt8 {
        guard offset < bytes.count else { throw damage }
        defer { offset += 1 }
        return bytes[offset]
    }

    @inline(__always)
    public mutating func number() throws(PackedError) -> Int {
        var value: UInt = 0
        var shift: UInt = 0
        while true {
            let byte = try byte()
            guard shift < 63 else { throw damage }
            value |= UInt(byte & 0x7F) << shift
            if byte < 0x80 { return Int(value) }
            shift += 7
        }
    }

    /// A number below a limit.
    @inline(__always)
    public mutating func number(below limit: Int) throws(PackedError) -> Int {
        let value = try number()
        guard value < limit else { throw damage }
        return value
    }

    /// How many values follow, each of at least one byte.
    public mutating func count() throws(PackedError) -> Int {
        let count = try number()
        guard count <= bytes.count - offset else { throw damage }
        return count
    }

    @inline(__always)
    public mutating func signed() throws(PackedError) -> Int {
        // The widest zigzag number has all its bits, one more than `number` takes.
        var value: UInt = 0
        var shift: UInt = 0
        while true {
            let byte = try byte()
            guard shift < 64 else { throw damage }
            value |= UInt(byte & 0x7F) << shift
            if byte < 0x80 { break }
            shift += 7
        }
        return Int(bitPattern: value >> 1) ^ -Int(bitPattern: value & 1)
    }

    /// Leaves bytes out.
    public mutating func skip(_ count: Int) throws(PackedError) {
        guard count <= bytes.count - offset else { throw damage }
        offset += count
    }

    /// All that is left.
    public mutating func rest() throws(PackedError) -> [UInt8] {
        defer { offset = bytes.count }
        return Array(bytes[offset...])
    }

    public mutating func bool() throws(PackedError) -> Bool { try byte() != 0 }

    public mutating func string() throws(PackedError) -> String {
        let count = try count()
        defer { offset += count }
        return String(decoding: bytes[offset..<offset + count], as: UTF8.self)
    }

    public mutating func optionalString() throws(PackedError) -> String? { try bool() ? try string() : nil }

    /// A range of indices below a limit.
    public mutating func range(upTo limit: Int) throws(PackedError) -> Range<Int> {
        let start = try number(below: limit + 1)
        let count = try number(below: limit - start + 1)
        return start..<start + count
    }
}
