/// Text made comparable letter by letter.
enum ExactWords {
    /// Lower case, straight quotation marks and dashes, single spaces, no punctuation at the ends.
    static func folded(_ text: String) -> String { plainlyFolded(text) ?? anyFolded(text) }

    /// Of ASCII and typographic marks, as most text is; nil for other text.
    private static func plainlyFolded(_ text: String) -> String? {
        var text = text
        return text.withUTF8 { bytes in
            withUnsafeTemporaryAllocation(of: UInt8.self, capacity: bytes.count) { folded in
                plainlyFolded(bytes, into: folded).map {
                    String(decoding: UnsafeBufferPointer(rebasing: folded[..<$0]), as: UTF8.self)
                }
            }
        }
    }

    /// - Returns: How many bytes it has; nil for text of other letters.
    private static func plainlyFolded(
        _ bytes: UnsafeBufferPointer<UInt8>, into folded: UnsafeMutableBufferPointer<UInt8>
    ) -> Int? {
        var count = 0
        func append(_ byte: UInt8) {
            folded[count] = byte
            count += 1
        }
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            switch byte {
            case 97...122: append(byte)
            case 65...90: append(byte + 32)
            case 34: continue
            case 9...13, 32: if count > 0, folded[count - 1] != 32 { append(32) }
            case 0xE2:
                // U+2010 to U+201D: dashes and quotation marks.
                guard index + 1 < bytes.count, bytes[index] == 0x80 else { return nil }
                switch bytes[index + 1] {
                case 0x90...0x94: append(UInt8(ascii: "-"))
                case 0x98, 0x99, 0x9B: append(UInt8(ascii: "'"))
                case 0x9C, 0x9D: break
                default: return nil
                }
                index += 2
            case 128...: return nil
            default: append(byte)
            }
        }
        while count > 0, folded[count - 1] == 32 || isPunctuation(folded[count - 1]) { count -= 1 }
        return count
    }

    /// As `Character.isPunctuation` has it.
    private static func isPunctuation(_ byte: UInt8) -> Bool {
        switch byte {
        case 33...47: byte != UInt8(ascii: "$") && byte != UInt8(ascii: "+")
        case 58, 59, 63, 64, 91...93, 95, 123, 125: true
        default: false
        }
    }

    private static func anyFolded(_ text: String) -> String {
        var folded = ""
        folded.reserveCapacity(text.utf8.count)
        var wasSpace = true
        for scalar in text.lowercased().unicodeScalars {
            switch scalar {
            case "\u{2018}", "\u{2019}", "\u{201B}": folded.unicodeScalars.append("'")
            case "\u{201C}", "\u{201D}", "\"": continue
            case "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2014}": folded.unicodeScalars.append("-")
            case _ where scalar.properties.isWhitespace:
                if !wasSpace { folded.append(" ") }
                wasSpace = true
                continue
            default: folded.unicodeScalars.append(scalar)
            }
            wasSpace = false
        }
        while let last = folded.last, last == " " || last.isPunctuation { folded.removeLast() }
        return folded
    }
}
