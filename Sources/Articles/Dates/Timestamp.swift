/// A day and, where it is given, a time with its zone, in the ways that files write them.
///
///     Timestamp("Mon, 17 Mar 2025 10:30:00 +0100")?.iso   // 2025-03-17T10:30:00+01:00
struct Timestamp: Equatable {
    var day: CivilDay
    /// "10:30:00"; nil where only the day is given.
    var time: String?
    /// "Z", "+01:00"; nil where none is given.
    var zone: String?

    /// ISO 8601 with the time; nil where only the day is given.
    var iso: String? { time.map { day.iso + "T" + $0 + (zone ?? "") } }

    /// Reads ISO 8601 in its longer and shorter forms, RFC 5322, "March 17, 2025, 10:30", "26-FEB-1987 15:01:01.79",
    /// "17/03/2025" where only one of the numbers can be the month, and seconds or milliseconds since 1970.
    init?(_ text: String) {
        let text = text.trimmingSpace
        if let epoch = Self.epoch(text) {
            self = epoch
            return
        }
        guard text.utf8.count <= 80 else { return nil }
        if let compact = Self.compact(text) {
            self = compact
            return
        }
        var words = text.split { $0.isWhitespace || $0 == "," }.map(String.init)[...]
        if let first = words.first, CivilDay.isWeekday(first.bare) { words = words.dropFirst() }
        guard let first = words.first else { return nil }
        // "2025-03-17T10:30:00+01:00".
        if let cut = first.firstIndex(where: { $0 == "T" || $0 == "t" }), first.prefix(4).allSatisfy(\.isNumber) {
            words = [String(first[..<cut]), String(first[first.index(after: cut)...])] + words.dropFirst()
        }
        if let numbers = Self.hyphenated(words.first ?? "") ?? Self.slashed(words.first ?? "") {
            day = numbers
            words = words.dropFirst()
        } else {
            var length = 0
            let pieces = words.map { Substring($0) }
            guard let found = CivilDay(pieces[...], length: &length) else { return nil }
            day = found
            words = words.dropFirst(length)
        }
        readTime(words)
    }

    private mutating func readTime(_ words: ArraySlice<String>) {
        for word in words {
            if time == nil, let (clock, rest) = Self.clock(word) {
                time = clock
                if !rest.isEmpty { zone = Self.zone(rest) }
            } else if let written = time, ["am", "a.m.", "pm", "p.m."].contains(word.lowercased()) {
                time = Self.twelveHour(written, isAfternoon: word.lowercased().hasPrefix("p"))
            } else if time != nil, zone == nil {
                zone = Self.zone(word)
            }
        }
    }

    /// "17-Mar-2025", "26-FEB-1987".
    private static func hyphenated(_ word: String) -> CivilDay? {
        let parts = word.split(separator: "-")
        guard parts.count == 3, let day = Int(parts[0]), let month = CivilDay.month(String(parts[1])),
            let year = Int(parts[2])
        else { return nil }
        return CivilDay.written(year: year, month: month, day: day)
    }

    /// "2025/03/17", "17.03.2025"; "17/03/2025" and "03/17/2025", but not "03/04/2025", which is another day in London than
    /// in New York.
    private static func slashed(_ word: String) -> CivilDay? {
        let isDotted = word.contains(".")
        let written = word.split(separator: isDotted ? "." : "/", omittingEmptySubsequences: false)
        let parts = written.compactMap { $0.allSatisfy { $0.isASCII && $0.isNumber } ? Int($0) : nil }
        guard parts.count == 3, written.count == 3 else { return nil }
        if written[0].count == 4 { return CivilDay.written(year: parts[0], month: parts[1], day: parts[2]) }
        guard written[2].count == 4 else { return nil }
        if isDotted || parts[0] > 12 || parts[0] == parts[1] {
            return CivilDay.written(year: parts[2], month: parts[1], day: parts[0])
        }
        return parts[1] > 12 ? CivilDay.written(year: parts[2], month: parts[0], day: parts[1]) : nil
    }

    /// "20250317T103000Z", "20250317".
    private static func compact(_ text: String) -> Timestamp? {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        guard digits.count == 8, let value = Int(digits),
            let day = CivilDay.written(year: value / 10_000, month: value / 100 % 100, day: value % 100)
        else { return nil }
        var stamp = Timestamp(day: day)
        var rest = text.dropFirst(8)
        guard let mark = rest.first else { return stamp }
        guard mark == "T" || mark == " " else { return nil }
        rest = rest.dropFirst()
        let clock = rest.prefix { $0.isASCII && $0.isNumber }
        if clock.count == 6 || clock.count == 4 {
            let seconds = clock.count == 6 ? String(clock.suffix(2)) : "00"
            stamp.time = "\(clock.prefix(2)):\(clock.prefix(4).suffix(2)):\(seconds)"
            stamp.zone = zone(String(rest.dropFirst(clock.count)))
        } else if let (clock, rest) = Self.clock(String(rest)) {
            stamp.time = clock
            stamp.zone = zone(rest)
        }
        return stamp
    }

    private init(day: CivilDay) {
        self.day = day
    }

    /// "10:30", "10:30:00.123+01:00" → "10:30:00" and what follows.
    private static func clock(_ word: String) -> (String, String)? {
        var parts: [String] = []
        var rest = word[...]
        while parts.count < 3 {
            let digits = rest.prefix { $0.isASCII && $0.isNumber }
            guard (1...2).contains(digits.count) else { break }
            parts.append(digits.count == 1 ? "0" + digits : String(digits))
            rest = rest.dropFirst(digits.count)
            guard rest.first == ":" else { break }
            rest = rest.dropFirst()
        }
        guard parts.count >= 2, let hour = Int(parts[0]), hour < 24, let minute = Int(parts[1]), minute < 60 else {
            return nil
        }
        if parts.count == 2 { parts.append("00") }
        if rest.first == "." { rest = rest.dropFirst().drop { $0.isASCII && $0.isNumber } }
        let ending = rest.lowercased()
        if ending == "am" || ending == "pm" {
            return (twelveHour(parts.joined(separator: ":"), isAfternoon: ending == "pm"), "")
        }
        return (parts.joined(separator: ":"), String(rest))
    }

    private static func twelveHour(_ time: String, isAfternoon: Bool) -> String {
        guard let hour = Int(time.prefix(2)), (1...12).contains(hour) else { return time }
        let hours = String(hour % 12 + (isAfternoon ? 12 : 0))
        return (hours.count == 1 ? "0" : "") + hours + time.dropFirst(2)
    }

    /// "+0100", "+01:00", "Z", "GMT", "EST".
    private static func zone(_ word: String) -> String? {
        if let known = zones[word.uppercased()] { return known }
        guard let sign = word.first, sign == "+" || sign == "-" else { return nil }
        let digits = word.dropFirst().filter { $0 != ":" }
        guard digits.count == 4 || digits.count == 2, digits.allSatisfy({ $0.isASCII && $0.isNumber }) else {
            return nil
        }
        let offset = "\(sign)\(digits.prefix(2)):\(digits.count == 4 ? digits.suffix(2) : "00")"
        return offset == "+00:00" ? "Z" : offset
    }

    /// The zones of RFC 5322, and a few that news give.
    private static let zones = [
        "Z": "Z", "UT": "Z", "UTC": "Z", "GMT": "Z", "EST": "-05:00", "EDT": "-04:00", "CST": "-06:00", "CDT": "-05:00",
        "MST": "-07:00", "MDT": "-06:00", "PST": "-08:00", "PDT": "-07:00", "BST": "+01:00", "CET": "+01:00",
        "CEST": "+02:00",
    ]

    /// Seconds (10 digits) or milliseconds (13 digits) since 1970.
    private static func epoch(_ text: String) -> Timestamp? {
        let whole = text.prefix { $0 != "." }
        guard whole.count == 10 || whole.count == 13, whole.allSatisfy({ $0.isASCII && $0.isNumber }),
            var seconds = Int(whole),
            text.dropFirst(whole.count).allSatisfy({ $0 == "." || $0.isASCII && $0.isNumber })
        else { return nil }
        if whole.count == 13 { seconds /= 1000 }
        // 1970-01-01 is so many days after 1 March of year 0.
        let day = CivilDay(number: seconds / 86_400 + 719_468)
        var stamp = Timestamp(day: day)
        func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
        stamp.time = "\(two(seconds / 3600 % 24)):\(two(seconds / 60 % 60)):\(two(seconds % 60))"
        stamp.zone = "Z"
        return stamp
    }
}

extension String {
    /// Without white space at its ends.
    var trimmingSpace: String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
