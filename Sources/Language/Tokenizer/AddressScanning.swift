/// Web and mail addresses, which are one token.
extension TokenScanner {
    /// Where the web or mail address ends that begins at `start`, or nil where none does.
    mutating func endOfAddress(at start: Int) -> Int? {
        guard bytes[start] < 0x80, Self.isLetter(bytes[start]) || Self.isDigit(bytes[start]) else { return nil }
        if start > chunkStart, Self.isLetter(bytes[start - 1]) { return nil }
        return endOfWebAddress(at: start) ?? endOfMailAddress(at: start)
    }

    private func endOfWebAddress(at start: Int) -> Int? {
        var position = start
        if matches("www.", at: start) {
            position += 4
        } else {
            while position - start < 6, Self.isLetter(byte(position)) { position += 1 }
            if matches("://", at: position) {
                position += 3
            } else if matches("mailto:", at: start) {
                position = start + 7
            } else {
                return nil
            }
        }
        let first = position
        while position < chunkEnd {
            let scalar = scalar(at: position)
            if scalar.value == UInt32(UInt8(ascii: "<")) || scalar.value == UInt32(UInt8(ascii: ">"))
                || scalar.value == UInt32(UInt8(ascii: "\"")) || (0x2018...0x201F).contains(scalar.value)
            {
                break
            }
            position += scalar.length
        }
        return position > first ? withoutFinalMarks(first, position) : nil
    }

    /// Where an address ends without the marks that end the sentence around it.
    private func withoutFinalMarks(_ start: Int, _ stop: Int) -> Int {
        var stop = stop
        let hasBracket = bytes[start..<stop].contains(UInt8(ascii: "("))
        while stop > start + 1 {
            switch bytes[stop - 1] {
            case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "!"),
                UInt8(ascii: "?"), UInt8(ascii: "'"), UInt8(ascii: "]"):
                stop -= 1
            case UInt8(ascii: ")") where !hasBracket:
                stop -= 1
            default:
                return stop
            }
        }
        return stop
    }

    private mutating func endOfMailAddress(at start: Int) -> Int? {
        guard start >= noEmailBefore else { return nil }
        var position = start
        while isAddressByte(byte(position)) { position += 1 }
        guard byte(position) == UInt8(ascii: "@"), Self.isLetter(byte(position + 1)) || Self.isDigit(byte(position + 1))
        else {
            noEmailBefore = position
            return nil
        }
        position += 1
        let domain = position
        while isAddressByte(byte(position)) { position += 1 }
        let stop = withoutFinalMarks(domain, position)
        guard bytes[domain..<stop].contains(UInt8(ascii: ".")) else {
            noEmailBefore = domain
            return nil
        }
        return stop
    }

    private func isAddressByte(_ byte: UInt8) -> Bool {
        Self.isLetter(byte) || Self.isDigit(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_")
            || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "%")
    }

    private func matches(_ word: StaticString, at position: Int) -> Bool {
        guard position + word.utf8CodeUnitCount <= chunkEnd else { return false }
        for offset in 0..<word.utf8CodeUnitCount {
            let expected = word.utf8Start[offset]
            let actual = bytes[position + offset]
            guard actual == expected || (Self.isLetter(actual) && actual | 0x20 == expected) else { return false }
        }
        return true
    }
}
