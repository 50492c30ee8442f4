import Articles

/// What stands before a paragraph's first sentence and is no part of it.
///
///     Q: How many are there?          A: Nobody knows.          17:05 GMT Crowds gather outside
extension Document {
    /// Where the label ends that a paragraph begins with (exclusive); nil where it begins with a sentence or has nothing else.
    func labelEnd(in paragraph: Range<Int>) -> Int? {
        guard let end = questionLabelEnd(in: paragraph) ?? clockTimeEnd(in: paragraph), end < paragraph.upperBound
        else { return nil }
        return end
    }

    /// "Q:", "A:"
    private func questionLabelEnd(in paragraph: Range<Int>) -> Int? {
        let first = paragraph.lowerBound
        guard paragraph.count > 2 else { return nil }
        switch form(first) {
        case "Q", "A": return form(first + 1) == ":" ? first + 2 : nil
        default: return nil
        }
    }

    /// "17:05", "17.05 GMT", "9:40 p.m. -": the time at which an entry of a running report was written, before a capital.
    private func clockTimeEnd(in paragraph: Range<Int>) -> Int? {
        let first = paragraph.lowerBound
        guard paragraph.count > 2, isClockTime(first) else { return nil }
        var end = first + 1
        if end < paragraph.upperBound, isZone(end) { end += 1 }
        if end < paragraph.upperBound, Self.separators.contains(form(end)) { end += 1 }
        guard end < paragraph.upperBound, let letter = form(end).unicodeScalars.first,
            letter.properties.isUppercase || isOpeningMark(end)
        else { return nil }
        return end
    }

    private func isClockTime(_ token: Int) -> Bool {
        let parts = form(token).split(whereSeparator: { $0 == ":" || $0 == "." })
        guard parts.count == 2, parts[1].count == 2, let hour = Int(parts[0]), let minute = Int(parts[1]) else {
            return false
        }
        return (0..<24).contains(hour) && (0..<60).contains(minute)
    }

    /// "GMT", "p.m."; "Central" may begin the sentence.
    private func isZone(_ token: Int) -> Bool {
        if ["a.m.", "p.m.", "am", "pm"].contains(norm(token)) { return true }
        return CalendarWords.embedded[norm(token), .zone] != nil && form(token) == form(token).uppercased()
    }

    private static let separators: Set<String> = ["-", "–", "—", ":", "|"]
}
