/// Reads NewsML-G2, the IPTC's format for the exchange of news: text items, alone or in a message or package.
struct NewsMLReader {
    func stories(_ root: MarkupNode) -> [Story] {
        let items = root.name == "newsItem" ? [root] : root.descendants("newsItem")
        return items.compactMap(story)
    }

    /// Nil for pictures and other items without text.
    private func story(_ item: MarkupNode) -> Story? {
        let meta = item.child("itemMeta")
        let content = item.child("contentMeta")
        let itemClass = meta?.child("itemClass")?["qcode"] ?? "ninat:text"
        guard itemClass.hasSuffix(":text") || itemClass.hasSuffix(":composite") else { return nil }
        var story = Story()
        story.id = item["guid"]
        story.title = content?.child("headline")?.line ?? meta?.child("title")?.line
        story.byline =
            content?.child("by")?.line
            ?? Self.joined(content?.children("creator").compactMap { $0.child("name")?.line ?? $0["literal"] })
        story.publisher =
            Self.joined(content?.children("infoSource").compactMap { $0.child("name")?.line ?? $0["literal"] })
            ?? meta?.child("provider").flatMap { $0.child("name")?.line ?? $0["literal"] ?? Self.code($0["qcode"]) }
            ?? item.child("rightsInfo")?.child("copyrightHolder").flatMap { $0.child("name")?.line ?? $0["literal"] }
        story.date =
            (content?.child("contentCreated") ?? meta?.child("firstCreated") ?? meta?.child("versionCreated"))?.line
        story.language = content?.child("language")?["tag"] ?? item["lang"]
        for inline in item.child("contentSet")?.children ?? [] {
            switch inline.name {
            case "inlineXML":
                if let nitf = inline.child("nitf") {
                    let inner = NITFReader().story(nitf)
                    story.paragraphs += inner.paragraphs
                    story.title = story.title ?? inner.title
                    story.byline = story.byline ?? inner.byline
                } else if let body = inline.descendant("body") ?? inline.children.first {
                    story.paragraphs += HTMLFragment.paragraphs(below: body)
                }
            case "inlineData": story.append(textOrHTML: inline.text)
            default: break
            }
            // Each is the same text in another form.
            if !story.paragraphs.isEmpty { break }
        }
        return story
    }

    /// "nprov:REUTERS" names Reuters by its code.
    private static func code(_ qcode: String?) -> String? {
        qcode.flatMap { $0.split(separator: ":").last }.map(String.init)
    }

    private static func joined(_ names: [String]?) -> String? {
        guard let names, !names.isEmpty else { return nil }
        return names.joined(separator: ", ")
    }
}
