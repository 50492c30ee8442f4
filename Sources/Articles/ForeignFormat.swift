/// A format other than plain text, as the first bytes show it.
struct ForeignFormat: Equatable {
    /// For people: "HTML", "a PDF".
    let name: String
    /// Whether the file is a text at all.
    let isText: Bool

    init?(of bytes: [UInt8]) {
        if let binary = Self.signatures.first(where: { bytes.starts(with: $0.bytes) }) {
            (name, isText) = (binary.name, false)
            return
        }
        var head = bytes.prefix(256)
        if head.starts(with: [0xEF, 0xBB, 0xBF]) { head = head.dropFirst(3) }
        let start = String(decoding: head.drop { $0 == 0x20 || (0x09...0x0D).contains($0) }, as: UTF8.self).lowercased()
        if start.hasPrefix("<!doctype html") || start.hasPrefix("<html") {
            (name, isText) = ("HTML", true)
        } else if start.hasPrefix("<?xml") || start.hasPrefix("<rss") || start.hasPrefix("<nitf") {
            (name, isText) = ("XML", true)
        } else if start.hasPrefix("{\\rtf") {
            (name, isText) = ("RTF", true)
        } else if start.hasPrefix("{\"") || start.hasPrefix("[{") {
            (name, isText) = ("JSON", true)
        } else {
            return nil
        }
    }

    private static let signatures: [(bytes: [UInt8], name: String)] = [
        (Array("%PDF-".utf8), "a PDF"),
        (Array("PK\u{3}\u{4}".utf8), "a ZIP archive or office document"),
        ([0x1F, 0x8B], "compressed with gzip"),
        ([0x89, 0x50, 0x4E, 0x47], "a PNG picture"),
        ([0xFF, 0xD8, 0xFF], "a JPEG picture"),
        (Array("GIF8".utf8), "a GIF picture"),
        ([0x7F, 0x45, 0x4C, 0x46], "a program"),
    ]
}

/// Bytes that no text has.
struct BinaryFinding: CustomStringConvertible {
    let description: String

    /// Nil where the bytes are a text: no NUL, and at most one control character in a hundred bytes.
    init?(in text: [UInt8]) {
        var controls = 0
        var first = 0
        for (offset, byte) in text.enumerated() where byte < 0x20 || byte == 0x7F {
            if byte == 0 {
                description = "a NUL byte at byte \(offset)"
                return
            }
            // White space, and the escapes of a coloured text.
            if (0x09...0x0D).contains(byte) || byte == 0x1B { continue }
            if controls == 0 { first = offset }
            controls += 1
        }
        guard controls * 100 > text.count else { return nil }
        description = "\(controls) control characters, the first at byte \(first)"
    }
}
