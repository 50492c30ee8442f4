/// A file's bytes as UTF-8.
///
/// A byte order mark is left out and counted in `offsetInFile`. What is not UTF-8 is converted, and offsets then count in
/// the converted text, not in the file: UTF-16 with its mark; Windows-1252 where bytes are ill-formed UTF-8; and where the
/// ill-formed bytes are the rare exception in a UTF-8 text, each is replaced by U+FFFD.
struct DecodedText: Equatable {
    /// Well-formed UTF-8.
    var text: [UInt8]
    /// What to add to an offset in `text` for the offset in the file.
    var offsetInFile: Int

    init(_ bytes: [UInt8]) {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            text = Self.fromUTF16(bytes.dropFirst(2), bigEndian: bytes[0] == 0xFE)
            offsetInFile = 0
            return
        }
        let marked = bytes.starts(with: [0xEF, 0xBB, 0xBF])
        let body = marked ? Array(bytes.dropFirst(3)) : bytes
        let census = UTF8Census(body)
        if census.illFormed == 0 {
            text = body
            offsetInFile = marked ? 3 : 0
        } else if marked || census.multibyte > census.illFormed {
            text = Array(String(decoding: body, as: UTF8.self).utf8)
            offsetInFile = marked ? 3 : 0
        } else {
            text = Self.fromWindows1252(body)
            offsetInFile = 0
        }
    }

    private static func fromUTF16(_ bytes: ArraySlice<UInt8>, bigEndian: Bool) -> [UInt8] {
        let units: [UInt16] = stride(from: bytes.startIndex, to: bytes.endIndex - 1, by: 2).map { index in
            let first = UInt16(bytes[index])
            let second = UInt16(bytes[index + 1])
            return bigEndian ? first << 8 | second : second << 8 | first
        }
        return Array(String(decoding: units, as: UTF16.self).utf8)
    }

    private static func fromWindows1252(_ bytes: [UInt8]) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count + bytes.count / 8)
        for byte in bytes {
            if byte < 0x80 {
                text.append(byte)
            } else {
                let value = byte < 0xA0 ? windows1252[Int(byte) - 0x80] : UInt32(byte)
                if let units = Unicode.Scalar(value).flatMap(UTF8.encode) { text += units }
            }
        }
        return text
    }

    /// Code points of 0x80 to 0x9F as the WHATWG Encoding Standard gives them.
    private static let windows1252: [UInt32] = [
        0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,
        0x017D,
        0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153,
        0x9D,
        0x017E, 0x0178,
    ]
}

/// How many sequences of several bytes are well-formed UTF-8, and how many are not.
struct UTF8Census: Equatable {
    private(set) var multibyte = 0
    private(set) var illFormed = 0

    init(_ bytes: [UInt8]) {
        var index = 0
        while index < bytes.count {
            if bytes[index] < 0x80 {
                index += 1
            } else if let length = Self.sequenceLength(bytes, at: index) {
                multibyte += 1
                index += length
            } else {
                illFormed += 1
                repeat { index += 1 } while index < bytes.count && bytes[index] & 0xC0 == 0x80
            }
        }
    }

    /// Length of the well-formed sequence of several bytes at this index (The Unicode Standard, table 3-7); nil for none.
    private static func sequenceLength(_ bytes: [UInt8], at index: Int) -> Int? {
        let (length, second): (Int, ClosedRange<UInt8>)
        switch bytes[index] {
        case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
        case 0xE0: (length, second) = (3, 0xA0...0xBF)
        case 0xED: (length, second) = (3, 0x80...0x9F)
        case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
        case 0xF0: (length, second) = (4, 0x90...0xBF)
        case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
        case 0xF4: (length, second) = (4, 0x80...0x8F)
        default: return nil
        }
        guard index + length <= bytes.count, second.contains(bytes[index + 1]) else { return nil }
        for next in bytes[(index + 2)..<(index + length)] where next & 0xC0 != 0x80 { return nil }
        return length
    }
}
