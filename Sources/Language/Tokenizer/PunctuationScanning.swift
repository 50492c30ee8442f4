/// Marks: single ones, runs of the same one, emoticons and emoji; hashtags and signed numbers, which begin with one.
extension TokenScanner {
    /// Reads what begins with a mark that is neither apostrophe nor emoji, and emits it. Returns where it ends.
    mutating func scanPunctuation(_ start: Int, _ scalar: Scalar) -> Int {
        let stop = endOfPunctuation(start, scalar)
        emit(start, stop)
        return stop
    }

    private func endOfPunctuation(_ start: Int, _ scalar: Scalar) -> Int {
        let next = start + scalar.length
        guard scalar.length == 1, scalar.value < 0x80 else {
            return scalar.value == 0x2026 || scalar.value == 0x2014 ? endOfRun(start, scalar) : next
        }
        let byte = UInt8(scalar.value)
        switch byte {
        case UInt8(ascii: "#"), UInt8(ascii: "@"):
            guard start == chunkStart, classAt(next) == .letter else { return next }
            return endOfTag(next)
        case UInt8(ascii: "."):
            // ".5", but not the end of a sentence whose space is missing
            if start == chunkStart, classAt(next) == .digit { return endOfDecimal(next) }
            // ".?" at the end: what an encoding has made of a mark.
            if self.byte(next) == UInt8(ascii: "?"), next + 1 == chunkEnd { return chunkEnd }
            return endOfRun(start, scalar)
        case UInt8(ascii: "+"):
            if start == chunkStart, classAt(next) == .digit { return endOfDecimal(next) }
            return endOfRun(start, scalar)
        case UInt8(ascii: "$"):
            // "$$$", but "$1"
            return classAt(next) == .digit ? next : endOfRun(start, scalar)
        case UInt8(ascii: "/"), UInt8(ascii: "\\"):
            return endOfRun(start, scalar)
        case UInt8(ascii: "!"), UInt8(ascii: "?"):
            var position = next
            while self.byte(position) == UInt8(ascii: "!") || self.byte(position) == UInt8(ascii: "?") { position += 1 }
            return position
        case UInt8(ascii: "-"), UInt8(ascii: "="):
            // A line that is drawn: "----==".
            var position = next
            while self.byte(position) == UInt8(ascii: "-") || self.byte(position) == UInt8(ascii: "=") { position += 1 }
            return position
        case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "<"), UInt8(ascii: ">"):
            return endOfRun(start, scalar)
        case UInt8(ascii: ":"), UInt8(ascii: ";"):
            return start == chunkStart ? endOfEmoticon(start) ?? next : next
        default:
            return next
        }
    }

    /// Reads an emoji with its modifiers, those joined to it, and flags. Returns where it ends.
    mutating func scanEmoji(_ start: Int) -> Int {
        let first = scalar(at: start)
        var position = start + first.length
        let isFlag = (0x1F1E6...0x1F1FF).contains(first.value)
        if isFlag, position < chunkEnd, (0x1F1E6...0x1F1FF).contains(scalar(at: position).value) { position += 4 }
        var isJoined = false
        while position < chunkEnd {
            let scalar = scalar(at: position)
            guard scalar.class == .extender || (isJoined && scalar.class == .emoji) else { break }
            isJoined = scalar.value == 0x200D
            position += scalar.length
        }
        emit(start, position)
        return position
    }

    private func endOfRun(_ start: Int, _ scalar: Scalar) -> Int {
        var position = start + scalar.length
        while position < chunkEnd, self.scalar(at: position).value == scalar.value { position += scalar.length }
        return position
    }

    private func endOfTag(_ start: Int) -> Int {
        var position = start
        while position < chunkEnd, isWordAt(position) || bytes[position] == UInt8(ascii: "_") {
            position += scalar(at: position).length
        }
        return position
    }

    private func endOfDecimal(_ start: Int) -> Int {
        var position = start
        while Self.isDigit(byte(position)) || (byte(position) == UInt8(ascii: ".") && Self.isDigit(byte(position + 1)))
        {
            position += 1
        }
        return max(position, start + scalar(at: start).length)
    }

    /// Where an emoticon such as ":-)" ends, or nil: eyes, at most one nose, and a mouth that ends the chunk.
    private func endOfEmoticon(_ start: Int) -> Int? {
        var position = start + 1
        if byte(position) == UInt8(ascii: "-") { position += 1 }
        switch byte(position) {
        case UInt8(ascii: ")"), UInt8(ascii: "("), UInt8(ascii: "D"), UInt8(ascii: "P"), UInt8(ascii: "p"),
            UInt8(ascii: "O"), UInt8(ascii: "/"), UInt8(ascii: "|"):
            return position + 1 == chunkEnd ? position + 1 : nil
        default:
            return nil
        }
    }
}
