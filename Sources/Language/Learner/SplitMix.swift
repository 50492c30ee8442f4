/// A small random number generator (SplitMix64, Steele et al. 2014): the same seed, the same numbers, on every platform.
package struct SplitMix: RandomNumberGenerator {
    /// All that the next numbers depend on.
    package var state: UInt64

    package init(seed: UInt64) { state = seed }

    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
        return value ^ value >> 31
    }

    /// A number from 0 up to 1, exclusive.
    package mutating func unit() -> Double { Double(next() >> 11) / Double(1 << 53) }
}
