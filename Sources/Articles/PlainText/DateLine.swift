/// A line that is only a date: "Friday, July 21, 2017", "Published March 17, 2025, 10:30 AM EDT".
struct DateLine: Equatable {
    /// Nil where the line gives no full date.
    var date: CivilDay?

    init?(_ line: Words) {
        guard line.count <= 12 else { return nil }
        var rest = line.words[...]
        var dated = false
        while let word = rest.first {
            var length = 0
            if let found = CivilDay(rest, length: &length) {
                date = date ?? found
                dated = true
                rest = rest.dropFirst(length)
            } else if Self.mayStandBeside(word.bare) {
                rest = rest.dropFirst()
            } else {
                return nil
            }
        }
        guard dated else { return nil }
    }

    private static func mayStandBeside(_ word: String) -> Bool {
        if word.isEmpty || CivilDay.isWeekday(word) { return true }
        if word.first?.isNumber == true {
            // "10:30", "10.30am", "2030GMT"
            return word.filter(\.isNumber).count <= 6
                && word.allSatisfy { $0.isNumber || ":.apmAPMGTUCZh".contains($0) }
        }
        if word.isOne(of: .besideDates) { return true }
        // Time zones: "EDT", "GMT+1".
        return word.isAllCapitals && (2...4).contains(word.prefix { $0.isLetter }.count) && word.count <= 6
    }
}
