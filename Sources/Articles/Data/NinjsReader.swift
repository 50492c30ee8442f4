/// Reads ninjs, the IPTC's News in JSON: versions 1 (`body_text`, `body_xhtml`), 2 and 3 (`headlines`, `bodies`).
///
/// Keys are compared without case, since version 3 writes `versionCreated` where others write `versioncreated`.
struct NinjsReader {
    func story(_ item: JSONInput) throws(ArticleError.Reason) -> Story {
        guard case .object(let members) = item else { throw .malformed("ninjs", "a news item is an object") }
        func value(_ name: String) -> JSONInput? {
            members.first { $0.key.lowercased() == name && $0.value != .null }?.value
        }
        if let type = value("type")?.text, !["text", "composite"].contains(type) {
            throw .notAnArticle("a news item of type \(type)")
        }

        var story = Story()
        story.id = value("uri")?.text
        story.title = value("headline")?.text ?? Self.main(value("headlines"))?.value ?? value("title")?.text
        story.byline =
            value("byline")?.text ?? value("by")?.text ?? value("bylines").flatMap { Self.joined($0.names) }
            ?? Self.joined(Self.authors(value("people")))
        story.date =
            ["firstcreated", "versioncreated", "contentcreated"].reversed().lazy.compactMap { value($0)?.text }.first
        story.language = value("language")?.text
        story.url =
            value("altids")?["url"]?.text
            ?? value("altids")?.elements.first { $0["role"]?.text?.lowercased().contains("url") == true }?["value"]?
            .text
            ?? value("url")?.text
        story.publisher =
            value("infosources").flatMap { Self.joined($0.names) } ?? value("infosource").flatMap {
                Self.joined($0.names)
            }
            ?? value("provider").flatMap { Self.joined($0.names) } ?? value("copyrightholder")?.text
        try readBody(members, value("bodies"), into: &story)
        return story
    }

    private func readBody(_ members: [(key: String, value: JSONInput)], _ bodies: JSONInput?, into story: inout Story)
        throws(ArticleError.Reason)
    {
        if let bodies, let body = Self.main(bodies) {
            if body.isMarkup {
                story.paragraphs += HTMLFragment.paragraphs(of: body.value)
            } else {
                story.append(plainText: body.value)
            }
            return
        }
        // Version 1 has a key for each kind of body; markup keeps the paragraphs best.
        let order = ["body_xhtml", "body_html", "body_nitf", "body_text"]
        let found = members.compactMap { member -> (rank: Int, key: String, text: String)? in
            let key = member.key.lowercased()
            guard key.hasPrefix("body"), let text = member.value.text, !text.isEmpty else { return nil }
            return (order.firstIndex(of: key) ?? order.count, key, text)
        }
        guard let best = found.min(by: { $0.rank < $1.rank }) else { throw .empty }
        if best.key == "body_text" { story.append(plainText: best.text) } else { story.append(textOrHTML: best.text) }
    }

    /// Of several headlines or bodies the main one, markup before plain text.
    private static func main(_ list: JSONInput?) -> (value: String, isMarkup: Bool)? {
        let found = (list?.elements ?? []).compactMap { element -> (rank: Int, value: String, isMarkup: Bool)? in
            guard case .object(let members) = element else { return nil }
            func value(_ name: String) -> String? { members.first { $0.key.lowercased() == name }?.value.text }
            guard let text = value("value"), !text.isEmpty else { return nil }
            let type = value("contenttype") ?? ""
            let isMarkup = type.contains("html") || type.contains("xml") || type.contains("nitf")
            let isMain = ["main", "", "body"].contains(value("role")?.lowercased() ?? "")
            return ((isMain ? 0 : 2) + (isMarkup ? 0 : 1), text, isMarkup)
        }
        return found.min { $0.rank < $1.rank }.map { ($0.value, $0.isMarkup) }
    }

    private static func authors(_ people: JSONInput?) -> [String] {
        (people?.elements ?? []).filter { ["author", "creator", "writer"].contains($0["rel"]?.text?.lowercased()) }
            .flatMap(\.names)
    }

    private static func joined(_ names: [String]) -> String? { names.isEmpty ? nil : names.joined(separator: ", ") }
}
