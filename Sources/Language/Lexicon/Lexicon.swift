import Resources

/// A word list that is embedded in the binary: a text file, one entry a line, `#` begins a comment line.
struct Lexicon: Sendable {
    /// The lines that are no comments, in the order of the file.
    let text: [Substring]

    /// The lexicon of this name in `lexicons/`, such as "units"; empty where the binary holds none.
    init(named name: String) {
        self.init(text: Resource.named("lexicons/\(name).txt")?.text ?? "")
    }

    init(text: String) {
        // By bytes: the lists are read at every start.
        self.text = text.utf8.split(separator: UInt8(ascii: "\n")).filter { $0.first != UInt8(ascii: "#") }.map(
            Substring.init)
    }

    /// The lines' columns, split at spaces.
    var lines: [[Substring]] { text.map { $0.utf8.split(separator: UInt8(ascii: " ")).map(Substring.init) } }

    /// All words of the file, whatever line they stand in.
    var words: Set<String> { Set(lines.joined().map(String.init)) }
}
