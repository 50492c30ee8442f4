/// 64-bit hashing of feature values and words: fast, without state, the same on every platform.
package enum FeatureHash {
    private static let first: UInt64 = 0x9E37_79B9_7F4A_7C15
    private static let second: UInt64 = 0xD6E8_FEB8_6659_FD93
    // Not the factor of the values: template 1 with value 2 would be template 2 with value 1.
    private static let third: UInt64 = 0xA076_1D64_78BD_642F
    /// What the hash of a word begins with (FNV-1a).
    private static let basis: UInt64 = 0xCBF2_9CE4_8422_2325

    /// The hash that a template's features begin with.
    @inline(__always)
    package static func seed(_ template: UInt64) -> UInt64 { (template &+ 1) &* third }

    /// Folds a value into a hash: the two halves of a 128-bit product, as in wyhash.
    @inline(__always)
    static func mix(_ hash: UInt64, _ value: UInt64) -> UInt64 {
        let product = (hash ^ value &* second).multipliedFullWidth(by: first)
        return product.high ^ product.low
    }

    /// The hash of a string's UTF-8 bytes.
    package static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
        var hash = basis
        for byte in bytes { hash = step(hash, byte) }
        return finish(hash)
    }

    /// The same of bytes in one piece: other modules have no specialisation of the above.
    package static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var hash = basis
        for byte in bytes { hash = step(hash, byte) }
        return finish(hash)
    }

    /// Folds one byte into the hash of a word; `finish` ends the word.
    @inline(__always)
    static func step(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
        (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    }

    /// Ends the hash of a word: FNV alone leaves the high bits of short words poor.
    @inline(__always)
    static func finish(_ hash: UInt64) -> UInt64 { mix(first, hash) }
}
