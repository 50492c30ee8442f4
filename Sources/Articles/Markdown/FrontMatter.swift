/// What stands above a Markdown text between lines of `---` (YAML) or `+++` (TOML): simple values, one a line.
///
///     ---
///     title: Council reopens the harbour
///     date: 2025-03-17
///     authors: [Jane Roe, John Doe]
///     ---
struct FrontMatter: Equatable {
    private(set) var values: [String: String] = [:]
    /// Where the text after it begins.
    private(set) var end = 0

    /// Nil where the text begins with no such block.
    init?(_ text: [UInt8]) {
        let lines = TextLine.lines(of: Array(text.prefix(64 << 10)))
        guard let first = lines.first, let fence = Self.fence(text[first.range]) else { return nil }
        var list: String?
        /// The value whose lines follow, indented, and what stands between them.
        var block: (name: String, joint: String)?
        for line in lines.dropFirst() {
            let bytes = text[line.range]
            if Self.fence(bytes) == fence || fence == "---" && bytes.elementsEqual("...".utf8) {
                end = line.range.upperBound
                if values.isEmpty { return nil }
                return
            }
            let written = String(decoding: bytes, as: UTF8.self)
            if let (name, joint) = block, line.indent > 0 {
                values[name] = values[name].map { $0.isEmpty ? written : $0 + joint + written }
                continue
            }
            block = nil
            if written.hasPrefix("#") || written.isEmpty { continue }
            // "- Jane Roe" below "authors:".
            if written.hasPrefix("- "), let name = list {
                let value = Self.named(String(written.dropFirst(2)))
                values[name] = values[name].map { $0.isEmpty ? value : $0 + ", " + value }
                continue
            }
            guard let mark = written.firstIndex(where: { $0 == (fence == "+++" ? "=" : ":") }) else { continue }
            // What is indented belongs to a value that is an object.
            guard line.indent == 0 else { continue }
            let name = written[..<mark].trimmingCharactersOfSpace.lowercased()
            list = name
            let value = Self.bare(String(written[written.index(after: mark)...]))
            // "title: >" is followed by its lines; those of "|" stay lines.
            if let first = value.first, first == ">" || first == "|", value.count <= 3 {
                block = (name, first == ">" ? " " : "\n")
                values[name] = ""
            } else {
                values[name] = value
            }
        }
        return nil
    }

    private static func fence(_ bytes: ArraySlice<UInt8>) -> String? {
        if bytes.elementsEqual("---".utf8) { return "---" }
        return bytes.elementsEqual("+++".utf8) ? "+++" : nil
    }

    /// An element of a list: a value, or an object of which the name counts ("- name: Jane Roe").
    private static func named(_ written: String) -> String {
        let value = written.trimmingSpace
        guard value.lowercased().hasPrefix("name:") else { return bare(value) }
        return bare(String(value.dropFirst(5)))
    }

    /// A value without quotes; a list with commas.
    private static func bare(_ written: String) -> String {
        var value = written.trimmingSpace
        if value.hasPrefix("["), value.hasSuffix("]") {
            return value.dropFirst().dropLast().split(separator: ",").map { bare(String($0)) }.joined(separator: ", ")
        }
        for quote in ["\"", "'"] where value.count >= 2 && value.hasPrefix(quote) && value.hasSuffix(quote) {
            // Quotes inside are doubled in single ones, and marked in double ones.
            value = String(value.dropFirst().dropLast()).replacing(quote == "'" ? "''" : "\\\"", with: quote)
        }
        return value
    }

    /// The value of a field under any of its usual names.
    subscript(field: ArticleField) -> String? {
        let names = values.keys.sorted()
        guard let index = FieldMap().index(of: field, among: names), let value = values[names[index]], !value.isEmpty
        else { return nil }
        return value
    }
}

extension Substring {
    fileprivate var trimmingCharactersOfSpace: String { String(self).trimmingSpace }
}
