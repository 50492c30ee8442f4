/// Words: letters, and what may stand inside them.
extension TokenScanner {
    /// Reads a word from `start` and emits it, in parts where it is a contraction. Returns where it ends.
    mutating func scanWord(_ start: Int) -> Int { scanWord(start, from: start) }

    /// The same, where the word is known to reach to `from` at least.
    mutating func scanWord(_ start: Int, from: Int) -> Int {
        var position = max(from, start)
        if position == start { position += scalar(at: start).length }
        // Where the current run of letters began: "U.S" has runs of one letter.
        var run = start
        var isAcronym = true
        scanning: while position < chunkEnd {
            let byte = bytes[position]
            if byte < 0x80, Self.isLetter(byte) || Self.isDigit(byte) {
                position += 1
                continue
            }
            switch byte {
            case UInt8(ascii: "."):
                guard joinsAtPeriod(run: run, period: position) else { break scanning }
                isAcronym = isAcronym && position - run == 1
                position += 1
                run = position
            case UInt8(ascii: "-"):
                guard joinsAtHyphen(start: start, run: run, hyphen: position) else { break scanning }
                position += 1
                run = position
            case UInt8(ascii: "&"):
                guard Self.isUpper(self.byte(position - 1)), Self.isUpper(self.byte(position + 1)) else {
                    break scanning
                }
                position += 1
            case UInt8(ascii: "_"), UInt8(ascii: "*"), UInt8(ascii: "@"):
                guard isWordAt(position + 1) else { break scanning }
                position += 1
            case UInt8(ascii: "/"):
                // "w/o", "w/", "s/he", "b/c"
                let isJoined =
                    position == start + 1
                    && (self.byte(start) | 0x20 == UInt8(ascii: "w") || isSlashHe(position) || isBecause(position))
                guard isJoined, isWordAt(position + 1) else { break scanning }
                position += 1
            case UInt8(ascii: "$"):
                guard position - start <= 3, Self.isUpper(bytes[start]), classAt(position + 1) == .digit else {
                    break scanning
                }
                position += 1
                break scanning
            default:
                let scalar = scalar(at: position)
                switch scalar.class {
                case .letter, .digit, .extender: position += scalar.length
                case .apostrophe:
                    guard classAt(position + scalar.length) == .letter else { break scanning }
                    position += scalar.length
                default: break scanning
                }
            }
        }
        if position < chunkEnd, bytes[position] == UInt8(ascii: "."), run < position,
            endsAbbreviation(start: start, run: run, period: position, isAcronym: isAcronym)
        {
            emit(start, position + 1)
            return position + 1
        }
        emitWord(start, position)
        return position
    }

    private func isSlashHe(_ slash: Int) -> Bool {
        byte(slash - 1) | 0x20 == UInt8(ascii: "s") && byte(slash + 1) == UInt8(ascii: "h")
            && byte(slash + 2) == UInt8(ascii: "e")
    }

    private func isBecause(_ slash: Int) -> Bool {
        byte(slash - 1) | 0x20 == UInt8(ascii: "b") && byte(slash + 1) | 0x20 == UInt8(ascii: "c")
            && !isWordAt(slash + 2)
    }

    /// Whether a period inside a chunk stays inside the word: "U.S", "example.com", but not "end.The".
    private func joinsAtPeriod(run: Int, period: Int) -> Bool {
        let next = byte(period + 1)
        guard isWordAt(period + 1) else { return false }
        let runLength = period - run
        if runLength == 1, !isWordAt(period + 2) { return true }
        if runLength == 1, byte(period + 2) == UInt8(ascii: "."), Self.isLetter(next) { return true }
        if runLength == 2, Self.isUpper(bytes[run]), Self.isLower(byte(run + 1)), Self.isUpper(next),
            !isWordAt(period + 2)
        {
            return true  // "Ph.D"
        }
        if isDomain(period + 1) { return true }
        // A capital after a small letter is the next sentence, its space forgotten.
        if Self.isUpper(next), Self.isLower(byte(period - 1)) { return false }
        if Self.isUpper(next), runLength == 1 { return false }  // "J.Smith"
        return true
    }

    /// "Example.Com"
    private func isDomain(_ start: Int) -> Bool {
        !isWordAt(start + 3) && ["com", "org", "net"].contains(text(start, min(start + 3, chunkEnd)).lowercased())
    }

    /// Whether a hyphen stays inside the word: "non-profit", "e-mail", and "th-" that was broken off.
    private func joinsAtHyphen(start: Int, run: Int, hyphen: Int) -> Bool {
        if isWordAt(hyphen + 1) {
            let length = hyphen - run
            guard run == start, length <= 7 else { return false }
            return lexicon.hyphenPrefixes.contains(text(run, hyphen).lowercased())
        }
        return hyphen + 1 == chunkEnd && hyphen - start <= 3 && start == chunkStart && hyphen + 1 < end
    }

    /// Whether the period after `start..<period` belongs to the word.
    private func endsAbbreviation(start: Int, run: Int, period: Int, isAcronym: Bool) -> Bool {
        let next = byte(period + 1)
        if next == UInt8(ascii: ".") {
            // An ellipsis, unless it is one more period at the end of a sentence: "Inc.."
            guard period + 2 == chunkEnd, period - start > 1 else { return false }
            return lexicon.abbreviation(text(run, period)) == .suffix || run > start
        }
        let isLast = nextVisible(after: period + 1) == 0
        if period - run == 1, Self.isLetter(bytes[run]) {
            if run > start { return isAcronym || Self.isUpper(bytes[run]) }
            // "J." is an initial; "I." and a letter at the end of a paragraph end a sentence.
            return Self.isUpper(bytes[run]) && bytes[run] != UInt8(ascii: "I") && !isLast && next != UInt8(ascii: "\"")
        }
        guard period - start <= 8, let kind = lexicon.abbreviation(text(run, period)) else { return false }
        switch kind {
        case .title: return !isLast
        case .general, .suffix: return true
        case .number: return Self.isDigit(nextVisible(after: period + 1))
        case .date:
            let next = nextVisible(after: period + 1)
            return Self.isDigit(next) || next == UInt8(ascii: ",")
        }
    }

    /// The first byte after `position` that is not an ASCII blank, 0 at the end of the text.
    private func nextVisible(after position: Int) -> UInt8 {
        var position = position
        while position < end,
            bytes[position] == 0x20 || bytes[position] == 0x09 || bytes[position] == 0x0A || bytes[position] == 0x0D
        {
            position += 1
        }
        return position < end ? bytes[position] : 0
    }
}
