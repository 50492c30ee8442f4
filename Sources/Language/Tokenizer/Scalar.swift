/// A Unicode scalar read from bytes that need not be well formed, and what it is to a tokeniser.
struct Scalar {
    enum Class {
        case space, letter, digit, apostrophe, punctuation, emoji
        /// Goes with the scalar before it: combining marks, variation selectors, joiners.
        case extender
    }

    let value: UInt32
    /// Number of bytes it takes, at least 1.
    let length: Int
    let `class`: Class

    /// Reads the scalar at `position`; a byte that begins no well-formed scalar is punctuation of length 1.
    init(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int, end: Int) {
        let first = bytes[position]
        if first < 0x80 {
            value = UInt32(first)
            length = 1
            `class` = Self.classOfASCII(first)
            return
        }
        let needed = first >= 0xF0 && first < 0xF5 ? 4 : first >= 0xE0 ? 3 : 2
        var scalar = UInt32(first) & (needed == 4 ? 0x07 : needed == 3 ? 0x0F : 0x1F)
        var isWellFormed = first >= 0xC2 && first < 0xF5 && position + needed <= end
        if isWellFormed {
            for offset in 1..<needed {
                let next = bytes[position + offset]
                isWellFormed = isWellFormed && next & 0xC0 == 0x80
                scalar = scalar << 6 | UInt32(next & 0x3F)
            }
        }
        guard isWellFormed else {
            value = 0xFFFD
            length = 1
            `class` = .punctuation
            return
        }
        value = scalar
        length = needed
        `class` = Self.classOfScalar(scalar)
    }

    private static func classOfASCII(_ byte: UInt8) -> Class {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): .letter
        case UInt8(ascii: "0")...UInt8(ascii: "9"): .digit
        case 0x09...0x0D, 0x20: .space
        case UInt8(ascii: "'"), UInt8(ascii: "`"): .apostrophe
        default: .punctuation
        }
    }

    private static func classOfScalar(_ scalar: UInt32) -> Class {
        switch scalar {
        case 0x85, 0xA0, 0x1680, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0xFEFF: .space
        case 0xAA, 0xB5, 0xBA: .letter
        case 0xBC...0xBE, 0x2150...0x218F: .digit
        case 0x80...0xBF, 0xD7, 0xF7: .punctuation
        case 0x300...0x36F, 0x200C, 0x200D, 0x20D0...0x20FF, 0xFE00...0xFE0F, 0x1F3FB...0x1F3FF: .extender
        case 0x2019, 0x02BC, 0xFF07: .apostrophe
        case 0x2070...0x209C: .letter
        case 0x2600...0x27BF, 0x2B00...0x2BFF, 0x1F000...0x1FAFF: .emoji
        case 0x2010...0x206F, 0x20A0...0x20CF, 0x2100...0x25FF, 0x2900...0x2AFF, 0x2E00...0x2E7F, 0x3001...0x3004,
            0x3008...0x3020, 0x3030, 0xFE10...0xFE6F, 0xFF01...0xFF0F, 0xFF1A...0xFF20, 0xFFFD:
            .punctuation
        default: .letter
        }
    }
}
