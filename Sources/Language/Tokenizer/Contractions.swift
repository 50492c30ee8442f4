/// Words that are several tokens: "did" + "n't", "minister" + "'s", "gon" + "na".
extension TokenScanner {
    /// Emits a word, split where it is a contraction or a possessive.
    mutating func emitWord(_ start: Int, _ stop: Int) {
        let first = starts.count
        var stop = stop
        // From the right: "should've" + "n't", "I" + "'d" + "'ve".
        while let cut = clitic(start, stop) {
            emit(cut, stop)
            stop = cut
        }
        if stop == chunkEnd, stop - start == 3, text(start, stop).lowercased() == "its", isFollowedByPredicate(stop) {
            emit(start + 2, stop)
            stop = start + 2
        }
        if stop - start <= 7, stop - start >= 2, let length = lexicon.contractions[text(start, stop).lowercased()] {
            emit(start + length, stop)
            stop = start + length
        }
        emit(start, stop)
        if starts.count - first > 1 {
            starts[first...].reverse()
            ends[first...].reverse()
        }
    }

    /// Whether the next word cannot follow "its" that says whose something is: "its not", "its a".
    private func isFollowedByPredicate(_ position: Int) -> Bool {
        var start = position
        while start < end, bytes[start] == 0x20 { start += 1 }
        var stop = start
        while stop < end, stop - start < 12, Self.isLetter(bytes[stop]) { stop += 1 }
        return lexicon.predicateOpeners.contains(text(start, stop).lowercased())
    }

    /// Where the last clitic of a word begins, or nil where it has none.
    private func clitic(_ start: Int, _ stop: Int) -> Int? {
        guard stop - start >= 3 else { return nil }
        // The apostrophe stands at most two letters before the end.
        for length in 1...2 where stop - length > start {
            guard let apostrophe = apostrophe(endingAt: stop - length), apostrophe > start else { continue }
            let last = bytes[stop - 1] | 0x20
            if length == 1 {
                switch last {
                case UInt8(ascii: "s"), UInt8(ascii: "m"), UInt8(ascii: "d"): return apostrophe
                case UInt8(ascii: "t"):
                    let isNot = bytes[apostrophe - 1] | 0x20 == UInt8(ascii: "n") && apostrophe - 1 > start
                    return isNot ? apostrophe - 1 : nil
                default: return nil
                }
            }
            switch (bytes[stop - 2] | 0x20, last) {
            case (UInt8(ascii: "r"), UInt8(ascii: "e")), (UInt8(ascii: "v"), UInt8(ascii: "e")),
                (UInt8(ascii: "l"), UInt8(ascii: "l")):
                return apostrophe
            default: return nil
            }
        }
        return nil
    }

    /// Where the apostrophe begins that ends at `position`, or nil where none does.
    private func apostrophe(endingAt position: Int) -> Int? {
        if bytes[position - 1] == UInt8(ascii: "'") || bytes[position - 1] == UInt8(ascii: "`") { return position - 1 }
        if position >= 3, bytes[position - 1] == 0x99, bytes[position - 2] == 0x80, bytes[position - 3] == 0xE2 {
            return position - 3
        }
        return nil
    }

    /// Reads what begins with an apostrophe: a clitic after something, a shortened word or year, or a quotation mark.
    mutating func scanApostrophe(_ start: Int, _ scalar: Scalar) -> Int {
        let next = start + scalar.length
        if next < chunkEnd, self.scalar(at: next).value == scalar.value {
            emit(start, next + scalar.length)  // '' and ``
            return next + scalar.length
        }
        var stop = next
        while stop < chunkEnd, stop - next < 6, Self.isLetter(bytes[stop]) || Self.isDigit(bytes[stop]) { stop += 1 }
        if stop > next, !isWordAt(stop), isShortened(text(next, stop).lowercased(), isFirst: start == chunkStart) {
            emit(start, stop)
            return stop
        }
        emit(start, next)
        return next
    }

    private func isShortened(_ word: String, isFirst: Bool) -> Bool {
        switch word {
        case "s", "m", "d", "re", "ve", "ll", "em", "til", "cause", "cuz", "tis", "twas": return true
        default:
            let digits = word.utf8.prefix { Self.isDigit($0) }.count
            return isFirst && digits == 2 && (word.utf8.count == 2 || (word.utf8.count == 3 && word.hasSuffix("s")))
        }
    }
}
