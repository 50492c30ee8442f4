import Resources

/// Rules that turn a word's end into that of its dictionary form, by tag: "VBD -ied → -y"; the longest end holds.
///
/// The file `lexicons/lemmas.txt` has one rule a line: tag, end of the word (`^` marks its beginning: the whole word),
/// number of bytes to cut, and what to append (`_` for nothing).
///
///     VBD ied 3 y
///     VBD ^said 3 ay
package struct LemmaRules: Sendable {
    package struct Edit: Hashable, Sendable {
        /// Bytes to take off the end.
        package var cut: Int
        package var append: String

        package init(cut: Int, append: String) {
            self.cut = cut
            self.append = append
        }
    }

    private var edits: [UInt64: Edit] = [:]

    package static let embedded = LemmaRules(Resource.named("lexicons/lemmas.txt")?.text ?? "")

    package init(_ file: String) {
        for line in file.utf8.split(separator: UInt8(ascii: "\n")) where line.first != UInt8(ascii: "#") {
            let columns = line.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
            guard columns.count == 4, let tag = PennTag(name: String(columns[0]) ?? ""),
                let cut = Int(String(columns[2]) ?? ""), let append = String(columns[3])
            else { continue }
            edits[Self.key(tag, columns[1])] = Edit(cut: cut, append: append == "_" ? "" : append)
        }
    }

    /// The edit of the longest end that has one, and whether that end is the whole word.
    package func edit(_ norm: String, _ tag: PennTag) -> (edit: Edit, isWholeWord: Bool)? {
        var hash = Self.seed(tag)
        var found = edits[FeatureHash.finish(hash)]
        for byte in norm.utf8.reversed() {
            hash = FeatureHash.step(hash, byte)
            if let edit = edits[FeatureHash.finish(hash)] { found = edit }
        }
        if let edit = edits[FeatureHash.finish(FeatureHash.step(hash, UInt8(ascii: "^")))] { return (edit, true) }
        return found.map { ($0, false) }
    }

    private static func seed(_ tag: PennTag) -> UInt64 { FeatureHash.step(0xCBF2_9CE4_8422_2325, tag.rawValue) }

    private static func key(_ tag: PennTag, _ end: Substring.UTF8View) -> UInt64 {
        FeatureHash.finish(end.reversed().reduce(seed(tag)) { FeatureHash.step($0, $1) })
    }
}
