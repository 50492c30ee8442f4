/// The words of a line, parted at white space.
struct Words {
    let words: [Substring]

    /// Takes UTF-8 bytes; of a long paragraph only the first few thousand.
    init(_ bytes: ArraySlice<UInt8>) {
        let head = bytes.count > 4096 ? Self.cut(bytes, to: 4096) : bytes
        words = String(decoding: head, as: UTF8.self).split { $0.isWhitespace }
    }

    init(_ text: String) {
        words = text.split { $0.isWhitespace }
    }

    init(_ words: [Substring]) {
        self.words = words
    }

    var count: Int { words.count }
    /// The words with one space between.
    var joined: String { words.joined(separator: " ") }

    /// The first words, with "..." where words are left out.
    func prefix(_ limit: Int) -> String {
        words.count <= limit ? joined : words.prefix(limit).joined(separator: " ") + " ..."
    }

    private static func cut(_ bytes: ArraySlice<UInt8>, to count: Int) -> ArraySlice<UInt8> {
        var end = bytes.startIndex + count
        while end > bytes.startIndex, bytes[end] & 0xC0 == 0x80 { end -= 1 }
        return bytes[..<end]
    }
}

extension Character {
    fileprivate var isMark: Bool {
        switch self {
        case ".", ",", ";", ":", "!", "?", "(", ")", "[", "]", "|", "/", "-", "–", "—", "•", "·", "\"", "“", "”", "'",
            "’":
            true
        default: false
        }
    }
}

extension StringProtocol {
    /// Without punctuation and brackets at its ends.
    var bare: String {
        guard let first = firstIndex(where: { !$0.isMark }), let last = lastIndex(where: { !$0.isMark }) else {
            return ""
        }
        return String(self[first...last])
    }

    /// Whether it begins with a capital letter, perhaps after a quote or bracket.
    var isCapitalized: Bool {
        drop { !$0.isLetter && !$0.isNumber }.first?.isUppercase ?? false
    }

    /// Whether all its letters are capitals, and there are at least two.
    var isAllCapitals: Bool {
        let letters = filter(\.isLetter)
        return letters.count > 1 && letters.allSatisfy(\.isUppercase)
    }
}
