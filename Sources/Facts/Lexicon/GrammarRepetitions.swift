/// Words that stand twice where once says it: they do no harm, but whoever takes one of them out is surprised by the other.
public enum GrammarRepetitions {
    /// The repetitions in the text of a file of `grammar/`, in the order of the file; a shape may say a word twice.
    ///
    ///     words.lists:92:42: captain stands twice in list role
    public static func find(in text: String, file: String) -> [GrammarError] {
        var found: [GrammarError] = []
        var seen: Set<[String]> = []
        /// What the lines are part of: a list, a class.
        var block: [String] = []
        func note(_ entry: String, in place: [String], _ line: GrammarLines.Line) {
            guard !seen.insert(place + [entry]).inserted else { return }
            // The last of them, where one line has both.
            let name = place.filter { !$0.isEmpty }.joined(separator: " ")
            found.append(
                GrammarError(
                    file: file, line: line.number, column: line.column(of: entry),
                    message: "\(entry) stands twice in \(name)"))
        }
        for line in GrammarLines(text) {
            let words = line.words
            switch file {
            case "words.lists" where line.isIndented:
                for word in words { note(word, in: block, line) }
            case "verbs.classes" where words[0] != "class":
                for word in words.dropFirst() {
                    let lemma = words[0] == "converse" ? word : String(word.prefix { !"/>=".contains($0) })
                    note(lemma, in: block + [words[0]], line)
                }
            case "names.groups" where words[0] != "group":
                for (column, names) in line.text.split(separator: "|", omittingEmptySubsequences: false).enumerated() {
                    for name in names.split(separator: ",") {
                        let words = name.split(separator: " ").joined(separator: " ")
                        note(words, in: ["line \(line.number)", column == 0 ? "names" : "column \(column + 1)"], line)
                    }
                }
            case "spellings.pairs":
                if words[0] == "irregular" {
                    for word in words.dropFirst() { note(word, in: ["irregular"], line) }
                } else {
                    note(words.dropFirst().prefix { $0 != "=" }.joined(separator: " "), in: [words[0]], line)
                }
            case "words.lists", "verbs.classes", "names.groups": block = Array(words.prefix(2))
            default: break
            }
        }
        return found
    }
}
