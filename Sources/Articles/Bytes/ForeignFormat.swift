/// A format that holds no article that is read here, as the first bytes show it.
struct ForeignFormat: Equatable {
    let reason: ArticleError.Reason

    init?(of bytes: ArraySlice<UInt8>) {
        if let known = Self.signatures.first(where: { bytes.dropFirst($0.offset).starts(with: $0.bytes) }) {
            reason = known.isArchive ? .archive(known.name) : .binary(known.name)
            return
        }
        var head = bytes.prefix(256)
        if head.starts(with: [0xEF, 0xBB, 0xBF]) { head = head.dropFirst(3) }
        let start = String(decoding: head.drop { $0 == 0x20 || (0x09...0x0D).contains($0) }, as: UTF8.self).lowercased()
        if start.hasPrefix("{\\rtf") {
            reason = .unsupported("RTF")
        } else if start.hasPrefix("<svg") {
            reason = .notAnArticle("an SVG picture")
        } else {
            return nil
        }
    }

    private static let signatures: [(bytes: [UInt8], offset: Int, name: String, isArchive: Bool)] = [
        (Array("PK\u{3}\u{4}".utf8), 0, "a ZIP archive or office document", true),
        (Array("PK\u{5}\u{6}".utf8), 0, "an empty ZIP archive", true),
        (Array("ustar".utf8), 257, "a tar archive", true),
        (Array("7z".utf8) + [0xBC, 0xAF, 0x27, 0x1C], 0, "a 7z archive", true),
        (Array("Rar!".utf8), 0, "a RAR archive", true),
        ([0xFD] + Array("7zXZ".utf8), 0, "packed with xz", true),
        (Array("BZh".utf8), 0, "packed with bzip2", true),
        ([0x28, 0xB5, 0x2F, 0xFD], 0, "packed with zstd", true),
        (Array("%PDF-".utf8), 0, "a PDF", false),
        ([0x89, 0x50, 0x4E, 0x47], 0, "a PNG picture", false),
        ([0xFF, 0xD8, 0xFF], 0, "a JPEG picture", false),
        (Array("GIF8".utf8), 0, "a GIF picture", false),
        (Array("RIFF".utf8), 0, "a picture or recording", false),
        (Array("wOFF".utf8), 0, "a font", false),
        (Array("wOF2".utf8), 0, "a font", false),
        ([0x7F, 0x45, 0x4C, 0x46], 0, "a program", false),
        (Array("SQLite format 3".utf8), 0, "a database; .open opens saved sessions", false),
        ([0xD0, 0xCF, 0x11, 0xE0], 0, "an office document", false),
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
