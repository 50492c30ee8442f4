import CZlib

/// Bytes made fewer by zlib (RFC 1950).
public enum Deflate {
    /// How far zlib can make bytes fewer; what claims more is damaged.
    private static let mostTimes = 1100

    /// The bytes in their shorter form.
    public static func packed(_ bytes: [UInt8]) -> [UInt8] {
        var count = compressBound(UInt(bytes.count))
        let packed = [UInt8](unsafeUninitializedCapacity: Int(count)) { output, initialized in
            // The slower levels save a twentieth more.
            let result = bytes.withUnsafeBufferPointer {
                compress2(output.baseAddress, &count, $0.baseAddress, UInt($0.count), 4)
            }
            initialized = result == Z_OK ? Int(count) : 0
        }
        return packed.shrunk
    }

    /// The bytes as they were.
    ///
    /// - Parameter count: How many they are.
    public static func unpacked(_ bytes: [UInt8], count: Int) throws(PackedError) -> [UInt8] {
        try unpacked(bytes[...], count: count)
    }

    /// The same of a part of some bytes.
    public static func unpacked(_ bytes: ArraySlice<UInt8>, count: Int) throws(PackedError) -> [UInt8] {
        guard count <= bytes.count * mostTimes else { throw PackedError(offset: 0) }
        var length = UInt(count)
        var isGood = false
        let output = [UInt8](unsafeUninitializedCapacity: max(count, 1)) { output, initialized in
            let result = bytes.withUnsafeBufferPointer {
                uncompress(output.baseAddress, &length, $0.baseAddress, UInt($0.count))
            }
            isGood = result == Z_OK && length == UInt(count)
            initialized = isGood ? count : 0
        }
        guard isGood else { throw PackedError(offset: 0) }
        return output
    }
}

extension Array {
    /// The same elements in no more memory than they need. What was read or built part by part often has twice as much.
    public var shrunk: [Element] {
        guard capacity > count + count / 16 else { return self }
        return withUnsafeBufferPointer { elements in
            [Element](unsafeUninitializedCapacity: elements.count) { copy, initialized in
                _ = copy.initialize(from: elements)
                initialized = elements.count
            }
        }
    }
}
