/// Numbers with their separators, ordinals, telephone numbers, units without a space.
extension TokenScanner {
    /// Reads a number from `start` and emits it. Returns where it ends.
    mutating func scanNumber(_ start: Int) -> Int {
        if let stop = endOfHyphenated(start) {
            emit(start, stop)
            return stop
        }
        let stop = endOfNumber(start)
        guard stop < chunkEnd else {
            emit(start, stop)
            return stop
        }
        let next = scalar(at: stop)
        if next.class == .apostrophe, Self.isDecade(bytes, start, stop) {
            let letter = stop + next.length
            if byte(letter) == UInt8(ascii: "s"), !isWordAt(letter + 1) {
                emit(start, letter + 1)  // "1960's"
                return letter + 1
            }
        }
        guard next.class == .letter || next.class == .extender else {
            emit(start, stop)
            return stop
        }
        var letters = stop
        while letters < chunkEnd, Self.isLetter(bytes[letters]) { letters += 1 }
        let isWhole = !isWordAt(letters)
        if isWhole, letters - stop <= 4 {
            let suffix = text(stop, letters).lowercased()
            switch suffix {
            case "s", "st", "nd", "rd", "th":
                emit(start, letters)
                return letters
            case "a", "p":
                // "7 a.m." without its space
                if byte(letters) == UInt8(ascii: "."), byte(letters + 1) | 0x20 == UInt8(ascii: "m") {
                    emit(start, stop)
                    return stop
                }
            default:
                if lexicon.units.contains(suffix) {
                    emit(start, stop)
                    return stop
                }
            }
        }
        // "8A", "4WD": a word that begins with a digit.
        return scanWord(start, from: stop)
    }

    /// Where the number ends that begins at `start`: digits, with a separator between digits.
    private func endOfNumber(_ start: Int) -> Int {
        var position = start
        while position < chunkEnd {
            let byte = bytes[position]
            if byte < 0x80 {
                if Self.isDigit(byte) {
                    position += 1
                } else if byte == UInt8(ascii: ",") {
                    guard isThousand(position + 1) else { break }
                    position += 4
                } else if byte == UInt8(ascii: ".") || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "/") {
                    guard Self.isDigit(self.byte(position + 1)) else { break }
                    position += 2
                } else {
                    break
                }
            } else {
                let scalar = scalar(at: position)
                guard scalar.class == .digit else { break }
                position += scalar.length
            }
        }
        return max(position, start + scalar(at: start).length)
    }

    /// Whether exactly three digits stand at `position`.
    private func isThousand(_ position: Int) -> Bool {
        Self.isDigit(byte(position)) && Self.isDigit(byte(position + 1)) && Self.isDigit(byte(position + 2))
            && !Self.isDigit(byte(position + 3))
    }

    /// Where a telephone number or date with hyphens ends ("713-853-3989", "11-20-2000", "345-9945", "3-5213", "16802-6601"), or nil.
    private func endOfHyphenated(_ start: Int) -> Int? {
        var position = start
        var groups = 0
        var lengths = (0, 0)
        while true {
            let groupStart = position
            while position - groupStart < 8, Self.isDigit(byte(position)) { position += 1 }
            let length = position - groupStart
            guard length > 0 else { return nil }
            groups += 1
            lengths = (lengths.1, length)
            if byte(position) == UInt8(ascii: "-"), Self.isDigit(byte(position + 1)), groups < 6 {
                position += 1
            } else {
                break
            }
        }
        guard !isWordAt(position) else { return nil }
        return groups > 2 || (groups == 2 && lengths.1 == 4 && [1, 3, 5].contains(lengths.0)) ? position : nil
    }

    private static func isDecade(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ stop: Int) -> Bool {
        (stop - start == 2 || stop - start == 4) && bytes[stop - 1] == UInt8(ascii: "0")
    }
}
