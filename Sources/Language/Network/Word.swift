/// What a token's bytes say about it, as numbers that features are made of; computed once a token.
package struct Word {
    /// How a sentence uses capitals; what a capital tells depends on it.
    enum Casing: UInt8 {
        case ordinary
        /// "LEADERS AGREE ON TRUCE".
        case upper
        /// "Leaders Agree on Truce".
        case title
        /// No capitals at all: "who said the war would end".
        case lower
    }

    /// Hash of the bytes as written; in a sentence of capitals the same as `norm`.
    package var form: UInt64 = 0
    /// Hash of the bytes in lower case, quotes and dashes made straight, digits all 0.
    package var norm: UInt64 = 0
    /// Hash of the kinds of characters, runs made one: "Xx", "d,d", "x-x".
    package var shape: UInt64 = 0
    /// The first four bytes in lower case, first byte lowest; zero bytes where the word is shorter.
    package var head: UInt32 = 0
    /// The last four bytes in lower case, last byte lowest; zero bytes where the word is shorter.
    package var tail: UInt32 = 0
    /// Whether it begins with a capital.
    package var isCapitalized = false
    var hasLowercase = false
    var hasUppercase = false
    /// How its sentence uses capitals.
    var casing = Casing.ordinary

    /// Stands for what is before the first and after the last token.
    package static let outside = Word()

    /// Hash of the last `count` bytes in lower case, 1 to 4.
    @inline(__always)
    func suffix(_ count: UInt64) -> UInt64 { UInt64(tail) & ((1 << (8 * count)) - 1) }

    /// Hash of the first `count` bytes in lower case, 1 to 4.
    @inline(__always)
    func prefix(_ count: UInt64) -> UInt64 { UInt64(head) & ((1 << (8 * count)) - 1) }
}

extension Word {
    /// Reads a token's bytes. Its sentence's use of capitals is not known yet.
    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        var form: UInt64 = 0xCBF2_9CE4_8422_2325
        var norm = form
        var shape = form
        var lastKind: UInt8 = 0
        var length: UInt32 = 0
        var index = 0
        while index < bytes.count {
            var byte = bytes[index]
            var kind: UInt8
            var lower: UInt8
            if byte == 0xE2, index + 2 < bytes.count, bytes[index + 1] == 0x80,
                let straight = Self.straight(bytes[index + 2])
            {
                byte = straight
                index += 2
            }
            switch byte {
            case 0x61...0x7A:
                (kind, lower, hasLowercase) = (1, byte, true)
            case 0x41...0x5A:
                (kind, lower, hasUppercase) = (2, byte | 0x20, true)
                if index == 0 { isCapitalized = true }
            case 0x30...0x39:
                (kind, lower) = (3, 0x30)
            case 0xC3:
                // Capitals of Latin-1 are 0xC3 0x80...0x9E; the second byte tells.
                let isUpper = index + 1 < bytes.count && (0x80...0x9E).contains(bytes[index + 1])
                kind = isUpper ? 2 : 1
                lower = byte
                if isUpper {
                    hasUppercase = true
                    if index == 0 { isCapitalized = true }
                }
            case 0x80...0xBF:
                kind = lastKind
                lower = index > 0 && bytes[index - 1] == 0xC3 && byte <= 0x9E ? byte | 0x20 : byte
            case 0xC4...0xFF:
                (kind, lower) = (1, byte)
            default:
                (kind, lower) = (byte, byte)
            }
            form = FeatureHash.step(form, byte)
            norm = FeatureHash.step(norm, lower)
            if kind != lastKind { shape = FeatureHash.step(shape, kind) }
            lastKind = kind
            if length < 4 { head |= UInt32(lower) << (8 * length) }
            tail = tail << 8 | UInt32(lower)
            length += 1
            index += 1
        }
        self.form = FeatureHash.finish(form)
        self.norm = FeatureHash.finish(norm)
        self.shape = FeatureHash.finish(shape)
    }

    /// The straight form of a typographic quote or dash, by the last byte of its UTF-8.
    @inline(__always)
    private static func straight(_ last: UInt8) -> UInt8? {
        switch last {
        case 0x90...0x95: UInt8(ascii: "-")
        case 0x98...0x9B: UInt8(ascii: "'")
        case 0x9C...0x9F: UInt8(ascii: "\"")
        default: nil
        }
    }
}
