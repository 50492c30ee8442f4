/// A number by which damage to bytes is noticed.
enum Checksum {
    static func of(_ parts: [[UInt8]]) -> Int {
        var sum: UInt64 = 0x9E37_79B9_7F4A_7C15
        for part in parts {
            part.withUnsafeBytes { sum = added($0, to: sum) }
            sum = mixed(sum ^ UInt64(part.count))
        }
        return Int(bitPattern: UInt(sum ^ sum >> 29))
    }

    /// Four sums side by side, since each step of one waits for the step before it.
    private static func added(_ bytes: UnsafeRawBufferPointer, to sum: UInt64) -> UInt64 {
        var (a, b, c, d) = (sum, sum &+ 1, sum &+ 2, sum &+ 3)
        var offset = 0
        func word(_ lane: Int) -> UInt64 {
            bytes.loadUnaligned(fromByteOffset: offset + 8 * lane, as: UInt64.self).littleEndian
        }
        while offset + 32 <= bytes.count {
            (a, b, c, d) = (mixed(a ^ word(0)), mixed(b ^ word(1)), mixed(c ^ word(2)), mixed(d ^ word(3)))
            offset += 32
        }
        var sum = mixed(mixed(mixed(a) ^ b) ^ c) ^ d
        while offset < bytes.count {
            sum = (sum ^ UInt64(bytes[offset])) &* 0x100_0000_01B3
            offset += 1
        }
        return sum
    }

    @inline(__always)
    private static func mixed(_ sum: UInt64) -> UInt64 {
        let product = sum &* 0x9FB2_1C65_1E98_DF25
        return product ^ product >> 32
    }
}
