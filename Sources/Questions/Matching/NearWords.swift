/// Words near a mistyped one.
public enum NearWords {
    /// At most `limit` candidates that differ in few letters: the nearest first, then those with the same first letter, then in
    /// the order given. The word itself is not near.
    public static func near(_ word: String, among candidates: [String], limit: Int = 4) -> [String] {
        guard word.count >= 2 else { return [] }
        let allowed = word.count == 2 ? 1 : word.count <= 6 ? 2 : 3
        let first = word.lowercased().first
        return candidates.enumerated()
            .map {
                (
                    distance: distance(word, $0.element), other: $0.element.first == first ? 0 : 1, index: $0.offset,
                    word: $0.element
                )
            }
            .filter { $0.distance > 0 && $0.distance <= allowed }
            .sorted { ($0.distance, $0.other, $0.index) < ($1.distance, $1.other, $1.index) }
            .prefix(limit)
            .map(\.word)
    }

    /// The distance of words that are no further apart than a limit. Most words are told apart by the letters they have.
    public static func distance(_ first: String, _ second: String, atMost limit: Int) -> Int? {
        // An edit takes one letter away at most, and adds one. A letter takes four bytes at most.
        guard abs(first.utf8.count - second.utf8.count) <= 4 * limit else { return nil }
        guard (letters(of: first) ^ letters(of: second)).nonzeroBitCount <= 2 * limit else { return nil }
        let distance = distance(first, second)
        return distance <= limit ? distance : nil
    }

    private static func letters(of word: String) -> UInt32 {
        word.utf8.reduce(0) { letters, byte in
            let letter = (byte | 0x20) &- UInt8(ascii: "a")
            return letter < 26 ? letters | 1 << UInt32(letter) : letters
        }
    }

    /// Letters to insert, delete, change or swap with a neighbour (Damerau 1964, in the restricted form).
    public static func distance(_ first: String, _ second: String) -> Int {
        let a = Array(first.lowercased())
        let b = Array(second.lowercased())
        guard !a.isEmpty, !b.isEmpty else { return max(a.count, b.count) }
        var beforeLast = [Int](repeating: 0, count: b.count + 1)
        var last = Array(0...b.count)
        for i in 1...a.count {
            var row = [i] + [Int](repeating: 0, count: b.count)
            for j in 1...b.count {
                row[j] = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
                if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
                    row[j] = min(row[j], beforeLast[j - 2] + 1)
                }
            }
            (beforeLast, last) = (last, row)
        }
        return last[b.count]
    }
}
