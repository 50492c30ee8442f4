/// Words that make another title of one: "deputy mayor", "former mayor". Asked of all who are described with a word, so that
/// descriptions are read byte by byte.
struct OtherTitles: Sendable {
    private let words: Set<String>
    private let bytes: [[UInt8]]

    init(_ words: Set<String>) {
        self.words = words
        bytes = words.map { Array($0.utf8) }
    }

    func contains(_ word: String) -> Bool { words.contains(word) }

    /// Whether one of the words stands before the first word of a text that begins with a lower-cased word; nil for a text
    /// without that word.
    func standBefore(_ word: String, in text: String) -> Bool? {
        var (text, word) = (text, word)
        return text.withUTF8 { text in word.withUTF8 { standBefore($0, inPlain: text) } }
            ?? standBefore(word, inAny: text)
    }

    private func standBefore(_ word: String, inAny text: String) -> Bool? {
        let parts = text.lowercased().split { $0 == " " || $0 == "-" }
        guard let title = parts.firstIndex(where: { $0.hasPrefix(word) }) else { return nil }
        return parts[..<title].contains { words.contains(String($0)) }
    }

    /// The same of ASCII; nil for text of other letters.
    private func standBefore(_ word: UnsafeBufferPointer<UInt8>, inPlain text: UnsafeBufferPointer<UInt8>) -> Bool?? {
        var isFound = false
        var begin = 0
        var isOther = false
        var result: Bool?
        for index in 0...text.count {
            if index < text.count {
                guard text[index] < 0x80 else { return nil }
                guard text[index] == UInt8(ascii: " ") || text[index] == UInt8(ascii: "-") else { continue }
            }
            let part = UnsafeBufferPointer(rebasing: text[begin..<index])
            begin = index + 1
            if isFound || part.isEmpty { continue }
            if part.count >= word.count, Self.isLowered(part, word) {
                isFound = true
                result = isOther
            } else if !isOther {
                isOther = bytes.contains { other in
                    other.count == part.count && other.withUnsafeBufferPointer { Self.isLowered(part, $0) }
                }
            }
        }
        return .some(result)
    }

    /// Whether the first letters are those of a word when they are made small.
    @inline(__always)
    private static func isLowered(_ part: UnsafeBufferPointer<UInt8>, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
        for index in word.indices {
            let byte = part[index]
            if (65...90).contains(byte) ? byte + 32 != word[index] : byte != word[index] { return false }
        }
        return true
    }
}
