/// Reads the items of RSS (0.9x, 1.0, 2.0) and Atom (RFC 4287) feeds.
///
/// An item whose text is only a teaser is an article too: it is all the feed says.
struct FeedReader {
    /// The items' stories.
    func stories(_ root: MarkupNode) -> [Story] {
        if root.name == "feed" { return root.children("entry").map { entry($0, feed: root) } }
        let channel = root.child("channel")
        // RSS 1.0 has its items beside the channel.
        return ((channel?.children("item") ?? []) + root.children("item")).map { item($0, channel: channel) }
    }

    private func item(_ item: MarkupNode, channel: MarkupNode?) -> Story {
        var story = Story()
        story.id = item.child("guid")?.line
        story.title = Self.plain(item.child("title"))
        // An item's id is its address where it has no other, unless it says that it is none.
        let guid = item.child("guid").flatMap { $0["isPermaLink"] == "false" ? nil : $0.line }
        story.url =
            item.child("link")?.line ?? item.child("link")?["href"] ?? guid.flatMap { $0.contains("://") ? $0 : nil }
        story.byline = Self.author(item.children("creator").first?.line ?? item.child("author")?.line)
        story.date = (item.child("pubDate") ?? item.child("date") ?? item.child("published"))?.line
        story.publisher = item.child("source")?.line ?? item.child("publisher")?.line ?? channel?.child("title")?.line
        story.language = channel?.child("language")?.line
        // content:encoded has the whole text where there is one.
        let bodies = [item.child("encoded"), item.child("content"), item.child("description")].compactMap { $0 }
        if let body = bodies.first(where: { $0.line != nil }) { Self.append(body, to: &story) }
        return story
    }

    private func entry(_ entry: MarkupNode, feed: MarkupNode) -> Story {
        var story = Story()
        story.id = entry.child("id")?.line
        story.title = Self.plain(entry.child("title"))
        let links = entry.children("link")
        story.url = (links.first { ($0["rel"] ?? "alternate") == "alternate" } ?? links.first)?["href"]
        let authors = (entry.children("author") + feed.children("author")).compactMap { $0.child("name")?.line }
        story.byline = entry.child("author")?.child("name")?.line ?? authors.first
        story.date = (entry.child("published") ?? entry.child("updated"))?.line
        story.publisher = entry.child("source")?.child("title")?.line ?? feed.child("title")?.line
        story.language = entry["lang"] ?? feed["lang"]
        if let body = [entry.child("content"), entry.child("summary")].compactMap({ $0 }).first(where: {
            $0.line != nil
        }) {
            Self.append(body, to: &story)
        }
        return story
    }

    /// A body as elements (Atom's `xhtml`), as escaped HTML, or as plain text.
    private static func append(_ body: MarkupNode, to story: inout Story) {
        if !body.children.isEmpty {
            story.paragraphs += HTMLFragment.paragraphs(below: body)
        } else {
            story.append(textOrHTML: body.text)
        }
    }

    /// A title without the HTML that feeds put into it.
    private static func plain(_ title: MarkupNode?) -> String? {
        guard let line = title?.line else { return nil }
        guard line.contains("<") || line.contains("&") else { return line }
        return HTMLFragment.paragraphs(of: line).map(\.text).joined(separator: " ")
    }

    /// RSS has "jane@example.com (Jane Roe)".
    private static func author(_ line: String?) -> String? {
        guard let line, let open = line.firstIndex(of: "("), let close = line.lastIndex(of: ")"), open < close,
            line.contains("@")
        else {
            return line
        }
        return String(line[line.index(after: open)..<close])
    }
}
