/// What a page says of its article, apart from the article: schema.org JSON-LD, Open Graph, `<meta>`, `<time>`.
struct PageMetadata: Equatable {
    var title: String?
    var byline: String?
    var publisher: String?
    var date: String?
    var url: String?
    var language: String?
    /// The text that JSON-LD gives; often without paragraphs.
    var articleBody: String?

    init(_ root: MarkupNode) {
        language = root["lang"]
        readLinkedData(root)
        var meta: [String: String] = [:]
        for node in root.descendants("meta") {
            guard let name = node["property"] ?? node["name"] ?? node["itemprop"],
                let content = node["content"]?.trimmingSpace,
                !content.isEmpty
            else { continue }
            let key = name.lowercased()
            if meta[key] == nil { meta[key] = content }
        }
        func first(_ names: String...) -> String? { names.lazy.compactMap { meta[$0] }.first }

        publisher =
            publisher
            ?? first("og:site_name", "publisher", "dc.publisher", "twitter:app:name:iphone", "application-name")
            ?? Self.markedPublisher(root)
        title =
            title ?? Self.headline(of: root)
            ?? first("og:title", "twitter:title", "dc.title", "headline", "parsely-title", "sailthru.title").map(
                withoutSite)
            ?? root.descendant("title")?.line.map(withoutSite)
        byline =
            byline ?? Self.name(
                first("author", "article:author", "byl", "dc.creator", "parsely-author", "sailthru.author"))
            ?? Self.markedAuthor(root)
        date =
            date
            ?? first(
                "article:published_time", "og:article:published_time", "datepublished", "date", "pubdate",
                "publishdate", "parsely-pub-date",
                "sailthru.date", "dc.date", "dc.date.issued", "dcterms.created", "article.published")
            ?? Self.markedTime(root)
        url =
            url ?? root.descendants("link").first { $0["rel"]?.lowercased() == "canonical" }?["href"] ?? first("og:url")
    }

    // MARK: JSON-LD

    private static let articleTypes: Set<String> = [
        "NewsArticle", "Article", "ReportageNewsArticle", "AnalysisNewsArticle", "OpinionNewsArticle",
        "BackgroundNewsArticle",
        "ReviewNewsArticle", "AskPublicNewsArticle", "BlogPosting", "LiveBlogPosting", "Report",
    ]

    private mutating func readLinkedData(_ root: MarkupNode) {
        for node in root.descendants("script") where node["type"]?.lowercased().contains("ld+json") == true {
            guard let value = try? JSONInput(parsing: Array(Self.uncommented(node.text).utf8)[...]),
                let article = Self.article(in: value, depth: 0)
            else { continue }
            let graph = value["@graph"]?.elements ?? value.elements
            /// What stands elsewhere in the graph under its "@id".
            func names(_ value: JSONInput?) -> [String] {
                let parts = value.map { $0.elements.isEmpty ? [$0] : $0.elements } ?? []
                return parts.flatMap { part -> [String] in
                    guard part.names.isEmpty, let id = part["@id"]?.text else { return part.names }
                    return graph.first { $0["@id"]?.text == id && !$0.names.isEmpty }?.names ?? []
                }
            }
            title = title ?? article["headline"]?.text.map(Self.plain)
            let authors = names(article["author"] ?? article["creator"])
            if byline == nil, !authors.isEmpty { byline = authors.map(Self.plain).joined(separator: ", ") }
            publisher =
                publisher ?? names(article["publisher"] ?? article["sourceOrganization"]).first.map(Self.plain)
            date = date ?? (article["datePublished"] ?? article["dateCreated"])?.text
            url =
                url ?? article["url"]?.text ?? article["mainEntityOfPage"]?["@id"]?.text
                ?? article["mainEntityOfPage"]?.text
            language = article["inLanguage"]?.text ?? language
            articleBody = articleBody ?? article["articleBody"]?.text
        }
    }

    /// Without the marks of comments that older pages put around what is in a script.
    private static func uncommented(_ script: String) -> String {
        var text = script.trimmingSpace
        for mark in ["<!--", "//<![CDATA[", "/*<![CDATA[*/", "<![CDATA["] where text.hasPrefix(mark) {
            text = String(text.dropFirst(mark.count)).trimmingSpace
        }
        for mark in ["//-->", "-->", "//]]>", "/*]]>*/", "]]>"] where text.hasSuffix(mark) {
            text = String(text.dropLast(mark.count)).trimmingSpace
        }
        return text
    }

    private static func article(in value: JSONInput, depth: Int) -> JSONInput? {
        guard depth < 8 else { return nil }
        switch value {
        case .array(let elements): return elements.lazy.compactMap { article(in: $0, depth: depth + 1) }.first
        case .object:
            if value["@type"]?.texts.contains(where: articleTypes.contains) == true { return value }
            return (value["@graph"] ?? value["mainEntity"]).flatMap { article(in: $0, depth: depth + 1) }
        default: return nil
        }
    }

    /// Headlines in JSON-LD may have entities of HTML.
    private static func plain(_ text: String) -> String {
        guard text.contains("&") || text.contains("<") else { return Story.spaced(text) }
        return HTMLFragment.paragraphs(of: text).map(\.text).joined(separator: " ")
    }

    // MARK: What is marked on the page

    /// The only `<h1>`, or the one inside the article.
    private static func headline(of root: MarkupNode) -> String? {
        let all = root.descendants("h1").filter { $0.line != nil }
        if all.count == 1 { return all[0].line }
        for container in root.descendants("article", "main") {
            if let heading = container.descendant("h1")?.line { return heading }
        }
        return all.first { $0["itemprop"] == "headline" }?.line
    }

    private static func markedAuthor(_ root: MarkupNode) -> String? {
        let nodes = root.descendants("a", "span", "div", "p", "address")
        let marked = nodes.first { $0["rel"]?.lowercased() == "author" || $0["itemprop"]?.lowercased() == "author" }
        return name(marked.flatMap { $0.descendants("span", "a").first { $0["itemprop"] == "name" }?.line ?? $0.line })
    }

    private static func markedPublisher(_ root: MarkupNode) -> String? {
        let marked = root.descendants("span", "div", "p", "a").first { $0["itemprop"]?.lowercased() == "publisher" }
        guard let marked else { return nil }
        let meta = marked.descendants("meta").first { $0["itemprop"] == "name" }?["content"]
        return name(meta ?? marked.descendants("span", "a").first { $0["itemprop"] == "name" }?.line ?? marked.line)
    }

    private static func markedTime(_ root: MarkupNode) -> String? {
        let times = root.descendants("time").filter { $0["datetime"] != nil }
        let published = times.first { node in
            node["pubdate"] != nil || node["itemprop"] == "datePublished"
                || (node["class"] ?? "").lowercased().contains("publish")
        }
        return
            (published ?? root.descendant("article")?.descendants("time").first { $0["datetime"] != nil } ?? times.first)?[
                "datetime"]
    }

    /// An author's name; an address is none.
    private static func name(_ text: String?) -> String? {
        guard let text = text.map(Story.spaced), !text.isEmpty, !text.contains("://"), !text.hasPrefix("@"),
            text.utf8.count < 200
        else {
            return nil
        }
        return text
    }

    /// "Council reopens the harbour | Example News" without the site's name.
    private func withoutSite(_ title: String) -> String {
        let title = Story.spaced(title)
        for separator in [" | ", " - ", " – ", " — ", " · ", " :: "] {
            guard let cut = title.range(ofLast: separator) else { continue }
            let site = title[cut.upperBound...]
            if let publisher,
                site.lowercased() == publisher.lowercased() || publisher.lowercased().contains(site.lowercased())
            {
                return String(title[..<cut.lowerBound])
            }
            // Bars part nothing else.
            if separator.contains("|"), title[..<cut.lowerBound].count > 15 { return String(title[..<cut.lowerBound]) }
        }
        return title
    }
}

extension String {
    /// Where another string stands last in this one.
    fileprivate func range(ofLast other: String) -> Range<Index>? {
        ranges(of: other).last
    }
}
