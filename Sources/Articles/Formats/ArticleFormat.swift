/// A format that articles come in.
public enum ArticleFormat: String, Sendable, CaseIterable {
    case text
    case markdown
    /// Plain text under lines such as "Title: ..." and "Date: ...".
    case headers
    case html
    case rss
    case atom
    /// News Industry Text Format (IPTC).
    case nitf
    /// NewsML-G2 (IPTC).
    case newsml
    /// News in JSON, versions 1 to 3 (IPTC).
    case ninjs
    /// The SGML of the Reuters-21578 collection.
    case reuters
    case json
    /// JSON Lines.
    case jsonl
    case csv
    /// Values parted by tabs.
    case tsv

    /// For people.
    public var title: String {
        switch self {
        case .text: "plain text"
        case .markdown: "Markdown"
        case .headers: "text with headers"
        case .html: "HTML"
        case .rss: "RSS"
        case .atom: "Atom"
        case .nitf: "NITF"
        case .newsml: "NewsML-G2"
        case .ninjs: "ninjs"
        case .reuters: "Reuters SGML"
        case .json: "JSON"
        case .jsonl: "JSON Lines"
        case .csv: "CSV"
        case .tsv: "TSV"
        }
    }

    /// Whether the file is many records, each an article, that are read one after the other, however large the file.
    var isStreamed: Bool {
        switch self {
        case .jsonl, .csv, .tsv, .reuters: true
        case .text, .markdown, .headers, .html, .rss, .atom, .nitf, .newsml, .ninjs, .json: false
        }
    }

    /// Names of files that are in this format, whatever else their bytes could be.
    private static let extensions: [String: ArticleFormat] = [
        "md": .markdown, "markdown": .markdown, "htm": .html, "html": .html, "xhtml": .html, "jsonl": .jsonl,
        "ndjson": .jsonl,
        "csv": .csv, "tsv": .tsv, "sgm": .reuters, "sgml": .reuters,
    ]

    /// Recognises a format by the first bytes of a file, then by its name.
    ///
    /// - Parameter head: The first bytes, a byte order mark left out.
    static func recognized(_ head: ArraySlice<UInt8>, name: String) -> ArticleFormat {
        let start = head.drop { $0 == 0x20 || (0x09...0x0D).contains($0) }
        let named = extensions[pathExtension(name)]
        switch start.first {
        case UInt8(ascii: "<"):
            if let markup = markup(start) { return markup }
        case UInt8(ascii: "{"):
            if named == .jsonl || isJSONLines(start) { return .jsonl }
            if looksLikeObject(start) { return isNinjs(start) ? .ninjs : .json }
        case UInt8(ascii: "["):
            if looksLikeArray(start) { return .json }
        case UInt8(ascii: "-"), UInt8(ascii: "+"):
            if FrontMatter(Array(head)) != nil { return .markdown }
        default: break
        }
        if let named, named != .html, named != .reuters { return named }
        if named == .html { return .html }
        if let table = table(start) { return table }
        if HeaderLines(Array(head)) != nil { return .headers }
        return .text
    }

    /// The extension of a file's name in lower case, ".gz" left out.
    static func pathExtension(_ name: String) -> String {
        var parts =
            name.lowercased().split(separator: "/").last?.split(separator: ".", omittingEmptySubsequences: false) ?? []
        if parts.count > 2, parts.last == "gz" { parts.removeLast() }
        return parts.count > 1 ? String(parts[parts.count - 1]) : ""
    }

    private static func markup(_ start: ArraySlice<UInt8>) -> ArticleFormat? {
        let text = String(decoding: start.prefix(4096), as: UTF8.self).lowercased()
        var rest = text[...]
        // What may stand before the first element.
        while true {
            rest = rest.drop(while: \.isWhitespace)
            if rest.hasPrefix("<?"), let end = rest.firstRange(of: "?>") {
                rest = rest[end.upperBound...]
            } else if rest.hasPrefix("<!--"), let end = rest.firstRange(of: "-->") {
                rest = rest[end.upperBound...]
            } else if rest.hasPrefix("<!doctype") {
                let name = rest.dropFirst(9).drop(while: \.isWhitespace).prefix { $0.isLetter }
                switch name {
                case "html": return .html
                case "lewis": return .reuters
                case "nitf": return .nitf
                case "rss": return .rss
                default:
                    // The declarations inside go to "]>".
                    let bracket = rest.firstIndex(of: "[")
                    let close = rest.firstIndex(of: ">") ?? rest.endIndex
                    if let bracket, bracket < close, let end = rest.firstRange(of: "]>") {
                        rest = rest[end.upperBound...]
                    } else if close < rest.endIndex {
                        rest = rest[rest.index(after: close)...]
                    } else {
                        return nil
                    }
                }
            } else {
                break
            }
        }
        guard rest.hasPrefix("<") else { return nil }
        let name = rest.dropFirst().prefix { $0.isLetter || $0.isNumber || ":-_".contains($0) }
        switch name.split(separator: ":").last.map(String.init) ?? "" {
        case "rss", "rdf": return .rss
        case "feed": return .atom
        case "nitf": return .nitf
        case "newsitem", "newsmessage", "packageitem", "newsml", "knowledgeitem", "conceptitem": return .newsml
        case "reuters": return .reuters
        case "html", "head", "body", "article", "div", "p", "main", "section", "h1", "meta", "title": return .html
        default: return nil
        }
    }

    /// `{"` or `{ "` or `{}`.
    private static func looksLikeObject(_ start: ArraySlice<UInt8>) -> Bool {
        let next = start.dropFirst().first { $0 != 0x20 && !(0x09...0x0D).contains($0) }
        return next == UInt8(ascii: "\"") || next == UInt8(ascii: "}")
    }

    /// `[{`, `[]`, `[[`, `["`; "[Update] ..." is text.
    private static func looksLikeArray(_ start: ArraySlice<UInt8>) -> Bool {
        let next = start.dropFirst().first { $0 != 0x20 && !(0x09...0x0D).contains($0) }
        return next == UInt8(ascii: "{") || next == UInt8(ascii: "]")
    }

    /// Whether the first line is a whole object and another begins after it.
    private static func isJSONLines(_ start: ArraySlice<UInt8>) -> Bool {
        guard let end = start.firstIndex(of: 0x0A) else { return false }
        let line = start[..<end]
        let last = line.last { $0 != 0x0D && $0 != 0x20 }
        guard last == UInt8(ascii: "}") else { return false }
        let next = start[end...].first { $0 != 0x20 && !(0x09...0x0D).contains($0) }
        return next == UInt8(ascii: "{") || next == nil && (try? JSONInput(parsing: line)) != nil
    }

    /// A first line that names the columns of a table: one for the text, and either nothing but known names or several of them.
    private static func table(_ start: ArraySlice<UInt8>) -> ArticleFormat? {
        let line = start.prefix { $0 != 0x0A && $0 != 0x0D }
        guard line.count < 2000, line.endIndex < start.endIndex else { return nil }
        let separator = CSVReader.separator(of: line)
        let names = line.split(separator: separator).map {
            String(decoding: $0, as: UTF8.self).filter { $0 != "\"" }.trimmingSpace
        }
        let known = names.compactMap(FieldMap.field)
        guard known.contains(.text), known.count >= 2, known.count == names.count || known.count >= 3 else {
            return nil
        }
        return separator == 0x09 ? .tsv : .csv
    }

    private static func isNinjs(_ start: ArraySlice<UInt8>) -> Bool {
        let text = String(decoding: start.prefix(16 << 10), as: UTF8.self).lowercased()
        guard text.contains("\"uri\"") else { return false }
        return ["\"body_", "\"bodies\"", "\"versioncreated\"", "ninjs"].contains { text.contains($0) }
    }
}
