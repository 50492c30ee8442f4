/// How alike two words are by their form: derivations that no list has, and slips of the pen.
enum WordForms {
    /// 0 for unlike words, 0.75 for a common stem ("denuclearize", "denuclearization"), 0.7 for one slip in a long word.
    static func similarity(_ first: String, _ second: String) -> Double {
        let (a, b) = (first.utf8, second.utf8)
        guard min(a.count, b.count) >= 4, a.first == b.first, abs(a.count - b.count) <= 6 else { return 0 }
        return a.withContiguousStorageIfAvailable { a in
            b.withContiguousStorageIfAvailable { b in Self.similarity(a, b) } ?? 0
        } ?? 0
    }

    private static func similarity(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Double {
        let shorter = min(a.count, b.count)
        var common = 0
        while common < shorter, a[common] == b[common] { common += 1 }
        if common >= 5, common >= shorter - 2, isSuffix(a[common...]), isSuffix(b[common...]) { return 0.75 }
        if shorter >= 6, abs(a.count - b.count) <= 1, isOneEdit(a, b, from: common) { return 0.7 }
        return 0
    }

    private static func isSuffix(_ rest: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        rest.isEmpty || rest.count <= longestSuffix && suffixes.contains(String(decoding: rest, as: UTF8.self))
    }

    private static func isOneEdit(
        _ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>, from common: Int
    ) -> Bool {
        if a.count == b.count {
            if a[(common + 1)...].elementsEqual(b[(common + 1)...]) { return true }
            // Two letters that changed places.
            return common + 1 < a.count && a[common] == b[common + 1] && a[common + 1] == b[common]
                && a[(common + 2)...].elementsEqual(b[(common + 2)...])
        }
        let (long, short) = a.count > b.count ? (a, b) : (b, a)
        return long[(common + 1)...].elementsEqual(short[common...])
    }

    /// What stands behind a common stem of English derivations.
    private static let suffixes: Set<String> = [
        "s", "e", "es", "ed", "d", "ing", "er", "or", "r", "ers", "ion", "ation", "ition", "ization", "isation", "ize",
        "ise", "ment", "ness", "ity",
        "al", "ial", "ical", "ic", "ous", "ive", "able", "ible", "ance", "ence", "ant", "ent", "ly", "y", "ies", "ist",
        "ism", "ful", "less", "ship", "t",
        "ce", "cy", "ian", "an", "ize", "tion", "sion", "n",
    ]
    private static let longestSuffix = suffixes.map(\.utf8.count).max() ?? 0
}
