/// Comparing names of persons, as lists of norms.
enum PersonName {
    /// Whether all names of both lists can be names of one person.
    static func areCompatible(_ a: [[String]], _ b: [[String]]) -> Bool {
        a.allSatisfy { first in b.allSatisfy { areCompatible(first, $0) } }
    }

    /// "john f. kerry" and "kerry", "john", "j. kerry", "john kerry"; never "ann kerry".
    static func areCompatible(_ a: [String], _ b: [String]) -> Bool {
        guard let firstA = a.first, let firstB = b.first, let lastA = a.last, let lastB = b.last else { return true }
        if a.count == 1 || b.count == 1 {
            let (short, long) = a.count == 1 ? (firstA, b) : (firstB, a)
            return long.first == short || long.last == short || (long.count > 2 && long.contains(short))
        }
        // "Kim Jong Un" and "Jong Un": one is the end or the beginning of the other.
        let (short, long) = a.count < b.count ? (a, b) : (b, a)
        if long.starts(with: short) || long.suffix(short.count).elementsEqual(short) { return true }
        return lastA == lastB && areSameFirstName(firstA, firstB)
    }

    /// "john" and "j."; "mike" and "michael"
    private static func areSameFirstName(_ a: String, _ b: String) -> Bool {
        if a == b { return true }
        let (short, long) = a.utf8.count < b.utf8.count ? (a, b) : (b, a)
        if short.hasSuffix("."), long.hasPrefix(short.dropLast()) { return true }
        return fullNames[short]?.contains(long) == true || fullNames[long]?.contains(short) == true
    }

    private static let fullNames: [String: Set<String>] = Dictionary(
        Lexicon(named: "nicknames").lines.map { (String($0[0]), Set($0.dropFirst().map(String.init))) },
        uniquingKeysWith: { $0.union($1) })
}
