/// Writes values one after the other, numbers in as few bytes as they need (LEB128).
///
///     var writer = PackedWriter()
///     writer.write(300)         // 2 bytes
///     writer.write("harbour")   // its length, then its UTF-8
public struct PackedWriter: Sendable {
    /// What was written so far.
    public private(set) var bytes: [UInt8] = []

    public init() {}

    /// A number that is not negative; a negative one is written as 0.
    @inline(__always)
    public mutating func write(_ number: Int) {
        var rest = UInt(max(number, 0))
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(truncatingIfNeeded: rest))
    }

    /// A number of either sign; small ones of both signs are short (zigzag).
    @inline(__always)
    public mutating func write(signed number: Int) {
        var rest = UInt(bitPattern: number << 1) ^ UInt(bitPattern: number >> (Int.bitWidth - 1))
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(truncatingIfNeeded: rest))
    }

    /// How many numbers each list has, then the numbers, each as its distance from the one before it in its list.
    /// `PackedReader.lists` reads them.
    public mutating func write(lists: some Collection<some Collection<Int32>>) {
        for list in lists { write(list.count) }
        for list in lists {
            var last: Int32 = 0
            for value in list {
                write(signed: Int(value) - Int(last))
                last = value
            }
        }
    }

    /// One byte as it is.
    public mutating func write(byte: UInt8) { bytes.append(byte) }

    /// Bytes as they are, with nothing that tells how many.
    public mutating func write(bytes more: [UInt8]) { bytes += more }

    /// One byte, 1 or 0.
    public mutating func write(_ isTrue: Bool) { bytes.append(isTrue ? 1 : 0) }

    /// How many bytes its UTF-8 has, then these.
    public mutating func write(_ string: String) {
        write(string.utf8.count)
        bytes.append(contentsOf: string.utf8)
    }

    /// Whether there is one, then the string.
    public mutating func write(optional string: String?) {
        write(string != nil)
        if let string { write(string) }
    }

    /// A range of indices, by its begin and its length.
    public mutating func write(_ range: Range<Int>) {
        write(range.lowerBound)
        write(range.count)
    }
}
