/// How alike two words are by their form: derivations that no list has, and slips of the pen.
enum WordForms {
    /// 0 for unlike words, 0.75 for a common stem ("denuclearize", "denuclearization"), 0.7 for one slip in a long word.
    static func similarity(_ first: String, _ second: String) -> Double {
        let a = first.utf8
        let b = second.utf8
        let shorter = min(a.count, b.count)
        guard shorter >= 4, a.first == b.first, abs(a.count - b.count) <= 6 else { return 0 }
        var common = 0
        for (x, y) in zip(a, b) {
            if x != y { break }
            common += 1
        }
        if common >= 5, common >= shorter - 2, hasSuffix(a.dropFirst(common)), hasSuffix(b.dropFirst(common)) {
            return 0.75
        }
        if shorter >= 6, abs(a.count - b.count) <= 1, isOneEdit(Array(a), Array(b), from: common) { return 0.7 }
        return 0
    }

    private static func hasSuffix(_ rest: Substring.UTF8View) -> Bool {
        rest.isEmpty || suffixes.contains(String(Substring(rest)))
    }

    private static func isOneEdit(_ a: [UInt8], _ b: [UInt8], from common: Int) -> Bool {
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
}
