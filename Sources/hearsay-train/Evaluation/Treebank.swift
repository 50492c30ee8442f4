import Language

/// A treebank's documents, each with its name and, where `Entity=` gives them, its mentions.
struct Treebank {
    struct Item {
        /// As `# newdoc id` has it: "GUM_news_iodine".
        var name: Substring
        var gold: Document
        /// Empty where the treebank marks none.
        var mentions: [GumEntities.Mention]

        /// The genre in GUM's names: "news" in "GUM_news_iodine".
        var genre: Substring? {
            let parts = name.split(separator: "_")
            return parts.count == 3 ? parts[1] : nil
        }
    }

    private(set) var items: [Item] = []

    /// Reads CoNLL-U. A file without `# newdoc` is one document.
    init(conllu bytes: [UInt8]) throws {
        var text = String(decoding: bytes, as: UTF8.self)
        if !text.contains("# newdoc") { text = "# newdoc id = document\n" + text }
        let names = text.split(separator: "\n").filter { $0.hasPrefix("# newdoc") }
        let documents = try Document.documents(ofConllu: Array(text.utf8))
        for ((name, document), mentions) in zip(zip(names, documents), GumEntities.mentions(text)) {
            let id = name.split(separator: "=").last.map { $0.drop { $0 == " " } } ?? ""
            items.append(Item(name: id, gold: document, mentions: mentions))
        }
    }
}

extension Document {
    /// UTF-8 byte ranges of the paragraphs, from the first to the last token of each.
    var paragraphRanges: [Range<Int>] {
        var ranges: [Range<Int>] = []
        var paragraph = -1
        for sentence in sentences where !sentence.tokens.isEmpty {
            let bytes = byteRange(sentence.tokens)
            if sentence.paragraph == paragraph, let last = ranges.last {
                ranges[ranges.count - 1] = last.lowerBound..<bytes.upperBound
            } else {
                ranges.append(bytes)
            }
            paragraph = sentence.paragraph
        }
        return ranges
    }

    /// Byte ranges of the tokens.
    var tokenRanges: [Range<Int>] { (0..<count).map { byteRange($0..<$0 + 1) } }

    /// The document without analysis: what the program would be given.
    func analyzed(from analyzer: Analyzer) -> Document {
        var document = Document(text: text)
        analyzer.divide(paragraphRanges, of: &document)
        analyzer.annotate(&document)
        return document
    }
}
