/// A mistake in a file of `grammar/`.
public struct GrammarError: Error, Sendable, Equatable, CustomStringConvertible {
    public var file: String
    /// From 1.
    public var line: Int
    /// From 1, in characters.
    public var column: Int
    public var message: String

    public init(file: String, line: Int, column: Int, message: String) {
        self.file = file
        self.line = line
        self.column = column
        self.message = message
    }

    public var description: String { "\(file):\(line):\(column): \(message)" }
}

/// The lines of a grammar file that say something, with their numbers; comments and blank lines are left out.
public struct GrammarLines: Sequence, Sendable {
    public struct Line: Sendable {
        /// From 1.
        public var number: Int
        /// Without comment and white space at its ends.
        public var text: String
        /// Whether the line is indented: it belongs to the one before.
        public var isIndented: Bool

        /// The line's words.
        public var words: [String] { text.split(whereSeparator: \.isWhitespace).map(String.init) }
    }

    private var lines: [Line] = []

    public init(_ text: String) {
        var number = 0
        for raw in text.split(separator: "\n", omittingEmptySubsequences: false) {
            number += 1
            let line = raw.hasSuffix("\r") ? raw.dropLast() : raw[...]
            guard let first = line.first(where: { !$0.isWhitespace }), first != "#" else { continue }
            var content = line.drop(while: \.isWhitespace)
            if let comment = content.range(ofComment: " #") { content = content[..<comment] }
            while content.last?.isWhitespace == true { content.removeLast() }
            lines.append(Line(number: number, text: String(content), isIndented: line.first?.isWhitespace == true))
        }
    }

    public func makeIterator() -> IndexingIterator<[Line]> { lines.makeIterator() }
}

extension Substring {
    /// Where a comment begins that follows white space; nil for none.
    fileprivate func range(ofComment mark: String) -> Index? {
        var index = startIndex
        while index < endIndex {
            if self[index...].hasPrefix(mark) { return index }
            index = self.index(after: index)
        }
        return nil
    }
}
