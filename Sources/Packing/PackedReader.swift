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

    /// Whether all bytes were read.
    public var isAtEnd: Bool { offset == bytes.count }

    /// The error for a value that cannot be.
    public var damage: PackedError { PackedError(offset: offset) }

    /// One byte as it is.
    @inline(__always)
    public mutating func byte() throws(PackedError) -> UInt8 {
        guard offset < bytes.count else { throw damage }
        defer { offset += 1 }
        return bytes[offset]
    }

    /// A number that is not negative.
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

    /// A number of either sign.
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

    /// So many numbers, each below a limit: columns of many small numbers are read at once.
    public mutating func numbers(_ count: Int, below limit: Int) throws(PackedError) -> [Int32] {
        guard count <= bytes.count - offset else { throw damage }
        let limit = min(limit, Int(Int32.max))
        var offset = offset
        var isGood = true
        let numbers = [Int32](unsafeUninitializedCapacity: count) { output, initialized in
            bytes.withUnsafeBufferPointer { input in
                for index in 0..<count {
                    guard let value = Self.number(in: input, &offset), value < UInt(limit) else {
                        isGood = false
                        return
                    }
                    output[index] = Int32(truncatingIfNeeded: value)
                    initialized = index + 1
                }
            }
        }
        self.offset = offset
        guard isGood else { throw damage }
        return numbers
    }

    /// Lists of numbers that `PackedWriter.write(lists:)` wrote, laid in one piece.
    ///
    /// - Parameters:
    ///   - count: How many lists there are.
    ///   - limit: What the numbers have to stay below.
    /// - Returns: Where each list ends, and the numbers.
    public mutating func lists(_ count: Int, below limit: Int) throws(PackedError) -> (ends: [Int32], values: [Int32]) {
        var ends = try numbers(count, below: bytes.count - offset + 1)
        var total = 0
        for index in ends.indices {
            total += Int(ends[index])
            // Each takes a byte or more.
            guard total <= bytes.count - offset, total <= Int32.max else { throw damage }
            ends[index] = Int32(truncatingIfNeeded: total)
        }
        return (ends, try distances(ends, below: limit))
    }

    private mutating func distances(_ ends: [Int32], below limit: Int) throws(PackedError) -> [Int32] {
        let limit = min(limit, Int(Int32.max))
        var offset = offset
        var isGood = true
        let numbers = [Int32](unsafeUninitializedCapacity: Int(ends.last ?? 0)) { output, initialized in
            bytes.withUnsafeBufferPointer { input in
                var index = 0
                for end in ends {
                    var last = 0
                    while index < Int(end) {
                        guard let value = Self.number(in: input, &offset) else {
                            isGood = false
                            return
                        }
                        last &+= Int(bitPattern: value >> 1) ^ -Int(bitPattern: value & 1)
                        guard last >= 0, last < limit else {
                            isGood = false
                            return
                        }
                        output[index] = Int32(truncatingIfNeeded: last)
                        index += 1
                        initialized = index
                    }
                }
            }
        }
        self.offset = offset
        guard isGood else { throw damage }
        return numbers
    }

    @inline(__always)
    private static func number(in input: UnsafeBufferPointer<UInt8>, _ offset: inout Int) -> UInt? {
        guard offset < input.count else { return nil }
        let first = input[offset]
        offset += 1
        if first < 0x80 { return UInt(first) }
        var value = UInt(first & 0x7F)
        var shift: UInt = 7
        while offset < input.count, shift < 63 {
            let byte = input[offset]
            offset += 1
            value |= UInt(byte & 0x7F) << shift
            if byte < 0x80 { return value }
            shift += 7
        }
        return nil
    }

    /// So many bytes as they are.
    public mutating func bytes(_ count: Int) throws(PackedError) -> [UInt8] {
        guard count >= 0, count <= bytes.count - offset else { throw damage }
        defer { offset += count }
        return Array(bytes[offset..<offset + count])
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

    /// Any byte but 0 is true.
    public mutating func bool() throws(PackedError) -> Bool { try byte() != 0 }

    /// A string with its length before it; ill-formed UTF-8 is repaired.
    public mutating func string() throws(PackedError) -> String {
        let count = try count()
        defer { offset += count }
        return String(decoding: bytes[offset..<offset + count], as: UTF8.self)
    }

    /// A string, or nil where none was written.
    public mutating func optionalString() throws(PackedError) -> String? { try bool() ? try string() : nil }

    /// A range of indices below a limit.
    public mutating func range(upTo limit: Int) throws(PackedError) -> Range<Int> {
        let start = try number(below: limit + 1)
        let count = try number(below: limit - start + 1)
        return start..<start + count
    }
}
