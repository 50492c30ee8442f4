/// Reads the articles of the Reuters-21578 collection: SGML that is no XML, one `<REUTERS>` element after the other.
struct ReutersReader {
    /// Where the record ends.
    static let end = Array("</REUTERS>".utf8)

    /// The story of a record; nil for what stands between records.
    func story(_ record: [UInt8]) -> Story? {
        // Latin-1, with control characters as marks of the wire.
        let text = String(decoding: DecodedText(record).text, as: UTF8.self)
        guard text.contains("<REUTERS") else { return nil }
        var story = Story()
        story.id = Self.attribute("NEWID", in: text)
        story.title = Self.element("TITLE", in: text).map(Self.plain)
        story.date = Self.element("DATE", in: text).map(Self.plain)
        story.byline = Self.element("AUTHOR", in: text).map(Self.plain)
        story.publisher = "Reuters"
        let content = Self.element("TEXT", in: text)
        let body = Self.element("BODY", in: text) ?? content.map(Self.withoutElements)
        // "&#3;" ends a transmission, "Reuter" alone is its signature.
        story.paragraphs = Self.paragraphs(of: Self.decoded(body ?? ""))
        return story
    }

    /// A paragraph begins with an indented line; those of a table are its lines.
    private static func paragraphs(of text: String) -> [Story.Part] {
        var paragraphs: [String] = []
        for line in text.split(separator: "\n") {
            let words = Story.spaced(String(line))
            if words.isEmpty { continue }
            if let last = paragraphs.last, line.prefix(while: { $0 == " " }).count < 3 {
                paragraphs[paragraphs.count - 1] = last + " " + words
            } else {
                paragraphs.append(words)
            }
        }
        return paragraphs.map { paragraph in
            // The wire's signature ends the last paragraph.
            for signature in [" Reuter", " REUTER", " Reuters"] where paragraph.hasSuffix(signature) {
                return Story.Part(String(paragraph.dropLast(signature.count)))
            }
            return Story.Part(paragraph)
        }
    }

    private static func attribute(_ name: String, in text: String) -> String? {
        guard let mark = text.firstRange(of: name + "=\"") else { return nil }
        return String(text[mark.upperBound...].prefix { $0 != "\"" })
    }

    private static func element(_ name: String, in text: String) -> String? {
        guard let open = text.firstRange(of: "<\(name)"), let start = text[open.upperBound...].firstIndex(of: ">"),
            let close = text[start...].firstRange(of: "</\(name)>")
        else { return nil }
        return String(text[text.index(after: start)..<close.lowerBound])
    }

    /// Of a text without a body what is outside its elements.
    private static func withoutElements(_ text: String) -> String {
        var result = ""
        var rest = text[...]
        while let open = rest.firstIndex(of: "<") {
            result += rest[..<open]
            let name = rest[rest.index(after: open)...].prefix { $0.isLetter }
            let close =
                rest.firstRange(of: "</\(name)>")?.upperBound
                ?? rest[open...].firstIndex(of: ">").map { rest.index(after: $0) }
            rest = close.map { rest[$0...] } ?? ""
        }
        return result + rest
    }

    private static func plain(_ text: String) -> String { Story.spaced(decoded(text)) }

    /// With entities resolved, and control characters left out.
    private static func decoded(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        var rest = text[...]
        while let mark = rest.firstIndex(of: "&") {
            result.append(contentsOf: rest[..<mark].unicodeScalars)
            let name = rest[rest.index(after: mark)...].prefix(12).prefix { $0 != ";" }
            let end = rest.index(mark, offsetBy: name.count + 1)
            guard end < rest.endIndex, rest[end] == ";" else {
                result.append("&")
                rest = rest[rest.index(after: mark)...]
                continue
            }
            switch name {
            case "lt": result.append("<")
            case "gt": result.append(">")
            case "amp": result.append("&")
            case "quot": result.append("\"")
            default:
                if name.hasPrefix("#"), let value = UInt32(name.dropFirst()), let scalar = Unicode.Scalar(value) {
                    result.append(scalar)
                }
            }
            rest = rest[rest.index(after: end)...]
        }
        result.append(contentsOf: rest.unicodeScalars)
        return String(String.UnicodeScalarView(result.filter { $0.value >= 0x20 || $0 == "\n" || $0 == "\t" }))
    }
}
