import Resources

/// Finds the article among all that is on a page.
///
/// Three steps, after the observations of Kohlschütter et al. (2010, "Boilerplate Detection using Shallow Text Features") and
/// Arc90's Readability: what is marked as something else (navigation, comments, advertisements) is left out; the element in
/// which most of the remaining paragraphs stand is the article; in it, blocks of links and lines of the page's own are left out.
struct PageText {
    private let root: MarkupNode
    /// Bytes of paragraphs below each element.
    private var proseBytes: [UInt: Int] = [:]
    private var allProse = 0
    /// Elements in which the headline stands.
    private var aroundHeadline: Set<UInt> = []
    private let lines = PageLines.standard

    init(_ root: MarkupNode) {
        self.root = root
        for block in HTMLBlocks(isLeftOut: Self.isNeverText).blocks(below: root) where Self.isProse(block) {
            let bytes = block.text.utf8.count
            allProse += bytes
            for node in block.path { proseBytes[node.id, default: 0] += bytes }
        }
        if let headline = root.descendant("h1") {
            var next: MarkupNode? = headline
            while let node = next {
                aroundHeadline.insert(node.id)
                next = node.parent
            }
        }
    }

    /// The article's paragraphs, and apart from them its captions.
    func paragraphs() -> [Story.Part] {
        let blocks = HTMLBlocks(isLeftOut: isLeftOut, isCaption: Self.isCaption).blocks(below: root)
        guard let container = container(of: blocks) else { return [] }
        var parts: [Story.Part] = []
        for (index, block) in blocks.enumerated() where block.path.contains(where: { $0.id == container.id }) {
            if block.kind == .caption {
                if block.text.utf8.count > 20 { parts.append(Story.Part(block.text, .caption)) }
            } else if isText(block, next: index + 1 < blocks.count ? blocks[index + 1] : nil) {
                parts.append(Story.Part(block.text))
            }
        }
        return parts
    }

    // MARK: What is marked as something else

    private static let otherElements: Set<String> = ["nav", "aside", "footer", "form", "menu"]
    private static let otherRoles: Set<String> = [
        "navigation", "complementary", "banner", "contentinfo", "search", "dialog", "alert", "menu", "menubar",
        "toolbar", "tablist",
    ]

    private static func isNeverText(_ node: MarkupNode) -> Bool {
        if ["nav", "menu"].contains(node.name) || node["hidden"] != nil || node["aria-hidden"] == "true" {
            return true
        }
        return node["style"].map { $0.filter { !$0.isWhitespace }.lowercased().contains("display:none") } ?? false
    }

    private func isLeftOut(_ node: MarkupNode) -> Bool {
        if Self.isNeverText(node) { return true }
        if ["html", "body", "main", "article"].contains(node.name) || holdsArticle(node) { return false }
        if Self.otherElements.contains(node.name) { return true }
        if let role = node["role"]?.lowercased(), Self.otherRoles.contains(role) { return true }
        guard let words = Self.classWords(node) else { return false }
        return words.contains { lines.otherClasses.contains($0) }
            && !words.contains { lines.articleClasses.contains($0) }
            || zip(words, words.dropFirst()).contains { lines.otherClasses.contains("\($0)-\($1)") }
    }

    /// Whether an element holds the article, whatever it is called: by its headline, or by its share of the paragraphs.
    private func holdsArticle(_ node: MarkupNode) -> Bool {
        if aroundHeadline.contains(node.id) { return true }
        let bytes = proseBytes[node.id, default: 0]
        if bytes == 0 { return false }
        if bytes * 100 >= allProse * 85 { return true }
        var next = node.parent
        while let outer = next {
            if outer.name == "article" { return bytes * 10 >= proseBytes[outer.id, default: 0] * 6 }
            next = outer.parent
        }
        return false
    }

    private static func isCaption(_ node: MarkupNode) -> Bool {
        if ["figcaption", "figure", "caption", "picture"].contains(node.name) { return true }
        guard !["html", "body", "main", "article"].contains(node.name), let words = classWords(node) else {
            return false
        }
        return words.contains { PageLines.standard.captionClasses.contains($0) }
    }

    /// The words of class and id: "articleBody_main-text" is article, body, main, text.
    private static func classWords(_ node: MarkupNode) -> [String]? {
        let names = [node["class"], node["id"], node["data-testid"], node["data-component"]].compactMap { $0 }
        guard !names.isEmpty else { return nil }
        var words: [String] = []
        for name in names {
            var word = ""
            var wasLower = false
            for character in name.prefix(400) {
                let isLetter = character.isLetter
                if !isLetter || character.isUppercase && wasLower {
                    if !word.isEmpty { words.append(word.lowercased()) }
                    word = ""
                }
                if isLetter { word.append(character) }
                wasLower = character.isLowercase
            }
            if !word.isEmpty { words.append(word.lowercased()) }
        }
        return words
    }

    // MARK: Where the article is

    /// A run of text that reads as a paragraph of an article.
    private static func isProse(_ block: HTMLBlock) -> Bool {
        block.kind != .heading && block.kind != .caption && block.text.utf8.count >= 60 && block.linkDensity < 0.4
            && block.text.contains { ".!?”\"".contains($0) }
    }

    private func container(of blocks: [HTMLBlock]) -> MarkupNode? {
        var bytes: [UInt: Int] = [:]
        var all = 0
        var order: [MarkupNode] = []
        for block in blocks where Self.isProse(block) {
            let count = block.text.utf8.count
            all += count
            for node in block.path {
                if bytes[node.id] == nil { order.append(node) }
                bytes[node.id, default: 0] += count
            }
        }
        guard all > 0 else {
            // Short messages have no paragraph that is long enough.
            return root.descendant("article") ?? root.descendant("main") ?? root
        }
        func most(_ nodes: [MarkupNode]) -> MarkupNode? {
            nodes.max { bytes[$0.id, default: 0] < bytes[$1.id, default: 0] }
        }
        if let body = most(order.filter { $0["itemprop"]?.lowercased() == "articlebody" }),
            bytes[body.id, default: 0] * 2 > all
        {
            return body
        }
        // Cards of other articles are articles too; the one with the headline is meant.
        let articles = order.filter { $0.name == "article" }
        let headed = most(articles.filter { aroundHeadline.contains($0.id) })
        let scope = (headed ?? most(articles)).flatMap {
            bytes[$0.id, default: 0] * (headed == nil ? 2 : 5) > all ? $0 : nil
        }
        // The innermost element that holds nearly all of it.
        let whole = scope.map { bytes[$0.id, default: 0] } ?? all
        let inside = order.filter { node in
            bytes[node.id, default: 0] * 100 >= whole * 85 && (scope == nil || isInside(node, scope))
        }
        return inside.last ?? scope ?? root
    }

    private func isInside(_ node: MarkupNode, _ other: MarkupNode?) -> Bool {
        var current: MarkupNode? = node
        while let here = current {
            if here.id == other?.id { return true }
            current = here.parent
        }
        return false
    }

    // MARK: What is text in it

    private func isText(_ block: HTMLBlock, next: HTMLBlock?) -> Bool {
        if block.linkDensity > 0.6 || block.kind == .item && block.linkDensity > 0.4 { return false }
        if block.path.contains(where: { $0.name == "h1" }) { return false }
        if lines.isOther(block.text) { return false }
        guard block.text.contains(where: \.isLetter), DateLine(Words(block.text)) == nil else { return false }
        if block.kind == .heading {
            // A heading over links or at the end is one of the page.
            guard let next else { return false }
            return next.linkDensity <= 0.6 && !lines.isOther(next.text)
        }
        return true
    }
}

/// The lists of `lexicons/page-lines.txt`, by which what is not the article is told on a page.
struct PageLines: Sendable {
    private(set) var otherClasses: Set<String> = []
    private(set) var articleClasses: Set<String> = []
    private(set) var captionClasses: Set<String> = []
    private var beginnings: [String] = []
    private var wholes: Set<String> = []

    /// The lists that are built in.
    static let standard = PageLines(Resource.named("lexicons/page-lines.txt")?.text ?? "")

    /// Reads lines of the form `name: value, value`; others are comments.
    init(_ text: String) {
        for line in text.split(separator: "\n") where !line.hasPrefix("#") {
            let parts = line.split(separator: ":", maxSplits: 1)
            guard parts.count == 2 else { continue }
            let values = parts[1].split(separator: ",").map { String($0).trimmingSpace }
            switch parts[0] {
            case "other-classes": otherClasses.formUnion(values)
            case "article-classes": articleClasses.formUnion(values)
            case "caption-classes": captionClasses.formUnion(values)
            case "line-beginnings": beginnings += values
            case "whole-lines": wholes.formUnion(values)
            default: break
            }
        }
    }

    /// Whether a short line is one that pages put between paragraphs: "Advertisement", "Read more: ...".
    func isOther(_ line: String) -> Bool {
        guard line.utf8.count <= 200 else { return false }
        let lowered = line.lowercased()
        let bare = String(lowered.filter { $0.isLetter || $0.isWhitespace || $0.isNumber }).trimmingSpace
        if wholes.contains(bare) { return true }
        return beginnings.contains { lowered.hasPrefix($0) }
    }
}
