/// The lines of a grammar file that say something, with their numbers; comments and blank lines are left out.
///
/// Works on bytes: the files are read at every start.
public struct GrammarLines: Sequence, Sendable {
    /// A line that says something.
    public struct Line: Sendable {
        /// From 1.
        public var number: Int
        /// Without comment and white space at its ends.
        public var text: String
        /// Whether the line is indented: it belongs to the one before.
        var isIndented: Bool
        /// The line's words.
        public var words: [String]
        /// Characters before the text.
        public var indent: Int
    }

    private var lines: [Line] = []

    public init(_ text: String) {
        var number = 0
        for raw in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            number += 1
            guard let first = raw.firstIndex(where: { !Self.isSpace($0) }), raw[first] != UInt8(ascii: "#") else {
                continue
            }
            var content = raw[first...]
            if let comment = Self.comment(in: content) { content = content[..<comment] }
            while let last = content.last, Self.isSpace(last) { content = content.dropLast() }
            lines.append(
                Line(
                    number: number, text: String(Substring(content)), isIndented: first != raw.startIndex,
                    words: content.split(whereSeparator: Self.isSpace).map { String(Substring($0)) },
                    indent: raw.distance(from: raw.startIndex, to: first)))
        }
    }

    public func makeIterator() -> IndexingIterator<[Line]> { lines.makeIterator() }

    static func isSpace(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 || byte == 13 }

    /// Where a comment begins that follows white space; nil for none.
    private static func comment(in line: Substring.UTF8View) -> Substring.UTF8View.Index? {
        var wasSpace = false
        for index in line.indices {
            if wasSpace, line[index] == UInt8(ascii: "#") { return index }
            wasSpace = isSpace(line[index])
        }
        return nil
    }
}

extension GrammarLines.Line {
    /// The column (from 1) where a word begins in the file's line; that of the line's first word where it has no such word.
    public func column(of word: String) -> Int {
        guard !word.isEmpty else { return indent + 1 }
        var start = text.startIndex
        // A whole word before a part of one: "a" in "shape a".
        while let range = text[start...].firstRange(of: word) {
            let isBegin = range.lowerBound == text.startIndex || text[text.index(before: range.lowerBound)].isWhitespace
            let isEnd = range.upperBound == text.endIndex || text[range.upperBound].isWhitespace
            if isBegin, isEnd { return indent + text.distance(from: text.startIndex, to: range.lowerBound) + 1 }
            start = text.index(after: range.lowerBound)
        }
        guard let range = text.firstRange(of: word) else { return indent + 1 }
        return indent + text.distance(from: text.startIndex, to: range.lowerBound) + 1
    }
}
