/// A run of text of a page that stands by itself: a paragraph, a heading, an item.
struct HTMLBlock {
    enum Kind { case text, heading, item, caption }

    /// White space made single spaces.
    var text: String
    var kind: Kind
    /// Bytes of the text that are links.
    var linkBytes: Int
    /// The elements it stands in, outermost first.
    var path: [MarkupNode]

    /// The part of the text that is links, 0 to 1.
    var linkDensity: Double { text.isEmpty ? 0 : Double(linkBytes) / Double(text.utf8.count) }
}

/// Parts what is below an element into blocks.
struct HTMLBlocks {
    /// Elements whose content is no text of the page.
    static let skipped: Set<String> = [
        "script", "style", "noscript", "template", "svg", "math", "iframe", "object", "embed", "button", "select",
        "textarea", "input",
        "audio", "video", "canvas", "map", "head", "dialog", "datalist", "progress", "meter",
    ]
    /// Elements that end the run of text before them.
    private static let blocks: Set<String> = [
        "html", "body", "address", "article", "aside", "blockquote", "center", "dd", "details", "div", "dl", "dt",
        "fieldset", "figcaption",
        "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "legend", "li", "main", "menu",
        "nav", "ol", "p",
        "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
        // NITF's.
        "block", "hl1", "hl2", "bq", "media-caption", "media", "note", "body.content",
    ]

    /// Which elements are left out, with what is below them.
    var isLeftOut: (MarkupNode) -> Bool = { _ in false }
    /// Which elements hold captions.
    var isCaption: (MarkupNode) -> Bool = { ["figcaption", "media-caption", "caption"].contains($0.name) }

    func blocks(below root: MarkupNode) -> [HTMLBlock] {
        var builder = Builder(root: root)
        root.walk { step in
            switch step {
            case .enter(let node):
                let name = node.name
                if Self.skipped.contains(name) || isLeftOut(node) { return false }
                if name == "br" {
                    builder.breakLine()
                } else if Self.blocks.contains(name) {
                    builder.end()
                }
                builder.enter(node, isCaption: isCaption(node))
                return true
            case .text(let text):
                builder.append(text)
                return true
            case .leave(let node):
                if Self.blocks.contains(node.name) { builder.end() }
                builder.leave(node)
                return true
            }
        }
        builder.end()
        return builder.blocks
    }

    private struct Builder {
        var blocks: [HTMLBlock] = []
        private var path: [MarkupNode]
        private var text = ""
        private var endsInSpace = true
        private var breaks = 0
        private var linkBytes = 0
        private var links = 0
        private var captions = 0
        /// Deeper elements are not kept in the path; the text is.
        private static let deepestPath = 200

        init(root: MarkupNode) {
            path = [root]
        }

        mutating func enter(_ node: MarkupNode, isCaption: Bool) {
            path.append(node)
            if node.name == "a" { links += 1 }
            if isCaption || captions > 0 { captions += 1 }
        }

        mutating func leave(_ node: MarkupNode) {
            // Elements that were left out were never entered.
            guard path.count > 1, path[path.count - 1].id == node.id else { return }
            path.removeLast()
            if node.name == "a" { links -= 1 }
            if captions > 0 { captions -= 1 }
        }

        mutating func append(_ part: String) {
            for scalar in part.unicodeScalars {
                if scalar.properties.isWhitespace || scalar == "\u{200B}" || scalar == "\u{FEFF}" {
                    if !endsInSpace {
                        text.unicodeScalars.append(" ")
                        if links > 0 { linkBytes += 1 }
                    }
                    endsInSpace = true
                } else if scalar != "\u{AD}" {
                    if breaks >= 2 { end() }
                    breaks = 0
                    text.unicodeScalars.append(scalar)
                    if links > 0 { linkBytes += UTF8.width(scalar) }
                    endsInSpace = false
                }
            }
        }

        /// `<br>` is a space, two of them end a paragraph.
        mutating func breakLine() {
            append(" ")
            breaks += 1
        }

        mutating func end() {
            defer {
                text = ""
                linkBytes = 0
                endsInSpace = true
                breaks = 0
            }
            while text.unicodeScalars.last == " " { text.unicodeScalars.removeLast() }
            guard !text.isEmpty else { return }
            var kind = HTMLBlock.Kind.text
            if captions > 0 {
                kind = .caption
            } else if let heading = path.last(where: {
                ["h1", "h2", "h3", "h4", "h5", "h6", "hl2", "li", "td", "p"].contains($0.name)
            }) {
                kind = heading.name.hasPrefix("h") ? .heading : heading.name == "li" ? .item : .text
            }
            blocks.append(
                HTMLBlock(text: text, kind: kind, linkBytes: linkBytes, path: Array(path.prefix(Self.deepestPath))))
        }
    }
}

/// HTML inside of other formats: the body of a feed's item, of an export's record.
enum HTMLFragment {
    /// The paragraphs, captions told apart; all there is, since it was chosen before.
    static func paragraphs(of html: String) -> [Story.Part] {
        guard let root = MarkupTree.html(Array("<html><body>".utf8) + Array(html.utf8))?.root else { return [] }
        return paragraphs(below: root)
    }

    static func paragraphs(below root: MarkupNode) -> [Story.Part] {
        HTMLBlocks().blocks(below: root).map { Story.Part($0.text, $0.kind == .caption ? .caption : .body) }
    }
}
