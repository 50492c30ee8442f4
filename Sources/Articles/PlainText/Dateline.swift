/// Where a report was filed, at the head of its first paragraph: "MOSCOW, March 17 (Reuters) - ", "WASHINGTON (AP) — ".
struct Dateline: Equatable {
    /// "Reuters"; nil where none is given.
    var publisher: String?
    /// Nil where the year is not given.
    var date: CivilDay?
    /// Where the story goes on, as a byte offset of the text.
    var end: Int

    /// Bytes a dateline may have.
    private static let longest = 120

    init?(at range: Range<Int>, in text: [UInt8]) {
        let head = text[range].prefix(Self.longest)
        guard let dash = Self.dash(in: head, atEnd: head.endIndex == range.upperBound) else { return nil }
        let line = String(decoding: head[..<dash.lowerBound], as: UTF8.self)
        var place = Substring(line)
        if let open = line.lastIndex(of: "("), let close = line.lastIndex(of: ")"), open < close {
            guard line[line.index(after: close)...].allSatisfy({ $0.isWhitespace || ",;".contains($0) }) else {
                return nil
            }
            let agency = Words(String(line[line.index(after: open)..<close]))
            guard (1...5).contains(agency.count),
                agency.words[0].isCapitalized || agency.words[0].first?.isNumber == true
            else { return nil }
            publisher = agency.joined
            place = line[..<open]
        }
        let words = Words(String(place)).words
        guard Self.isPlace(words, mayBeMixed: publisher != nil) else { return nil }
        for index in words.indices {
            var length = 0
            date = date ?? CivilDay(words[index...], length: &length)
        }
        end = dash.upperBound
    }

    /// The dash after a dateline with the white space around it: " - ", " -- ", " – ", "—".
    private static func dash(in head: ArraySlice<UInt8>, atEnd: Bool) -> Range<Int>? {
        func isSpace(_ index: Int) -> Bool { head.indices.contains(index) && head[index] == 0x20 }
        var index = head.startIndex
        while index < head.endIndex {
            var end = index
            if head[index] == 0x2D {
                while end < head.endIndex, head[end] == 0x2D { end += 1 }
                // One hyphen inside a word is none: "U.S.-led".
                guard isSpace(index - 1) || end - index > 1 else {
                    index = end
                    continue
                }
            } else if head[index...].starts(with: [0xE2, 0x80, 0x93])
                || head[index...].starts(with: [0xE2, 0x80, 0x94])
            {
                end += 3
            } else {
                index += 1
                continue
            }
            var begin = index
            while isSpace(begin - 1) { begin -= 1 }
            while isSpace(end) { end += 1 }
            return begin > head.startIndex && end < head.endIndex ? begin..<end : nil
        }
        return nil
    }

    /// "PORT ANSEL, Mich., Oct. 4": a first word in capitals; with an agency after it a capitalised one will do.
    private static func isPlace(_ words: [Substring], mayBeMixed: Bool) -> Bool {
        guard let first = words.first, (1...10).contains(words.count) else { return false }
        guard first.isAllCapitals || mayBeMixed && first.isCapitalized else { return false }
        let beforeComma = words.prefix(words.firstIndex { $0.hasSuffix(",") }.map { $0 + 1 } ?? words.count)
        guard
            mayBeMixed
                || beforeComma.allSatisfy({
                    $0.isAllCapitals || $0.bare.count == 1 || CivilDay.month($0.bare) != nil
                        || CivilDay.day($0.bare) != nil
                })
        else { return false }
        return words.allSatisfy {
            $0.isCapitalized || $0.bare.allSatisfy(\.isNumber) || $0.isOne(of: .datelineParticles)
                || $0 == "/"
        }
    }
}
