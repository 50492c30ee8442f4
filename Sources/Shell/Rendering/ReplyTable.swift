import Answers

/// The forms that replies are written in.
public enum ReplyFormat: String, Sendable, CaseIterable {
    case text, json, jsonl, csv, tsv, markdown, html
}

/// A reply as rows of a table, one an answer: for spreadsheets and pages.
struct ReplyTable {
    static let header = ["question", "answer", "by", "role", "via", "article", "title", "sentence number", "sentence"]

    static func rows(_ reply: Reply) -> [[String]] {
        guard !reply.answers.isEmpty else { return [[reply.question] + Array(repeating: "", count: header.count - 1)] }
        return reply.answers.map { answer in
            let place = answer.evidence.first
            return [
                reply.question, answer.text, answer.source ?? "", answer.description ?? "",
                answer.via.joined(separator: "; "),
                place?.article ?? "", place?.title ?? "", place.map { String($0.number) } ?? "", place?.sentence ?? "",
            ]
        }
    }

    /// RFC 4180, with line feeds alone.
    static func csv(_ row: [String]) -> String {
        row.map { field in
            let needsQuotes =
                field.unicodeScalars.contains { [",", "\"", "\n", "\r"].contains($0) } || field.first == " "
                || field.last == " "
            return needsQuotes ? "\"" + field.replacing("\"", with: "\"\"") + "\"" : field
        }.joined(separator: ",") + "\n"
    }

    /// Tabs and line ends inside a field become spaces.
    static func tsv(_ row: [String]) -> String { row.map(\.printable).joined(separator: "\t") + "\n" }

    static func markdown(_ reply: Reply) -> String {
        var text = "### \(escaped(reply.question))\n\n"
        if reply.answers.isEmpty { return text + "_\(escaped(reply.message ?? "Nothing found."))_\n\n" }
        for (index, answer) in reply.answers.enumerated() {
            text += "\(index + 1). **\(escaped(answer.glossedText))**"
            if let source = answer.source, source != answer.text { text += " — \(escaped(source))" }
            if let description = answer.description { text += ", \(escaped(description))" }
            for via in answer.via { text += ", reported by \(escaped(via))" }
            text += "\n"
            for place in answer.evidence.prefix(1) {
                text +=
                    "   > \(escaped(place.sentence))  \n   > [\(place.articleNumber):\(place.number)] \(escaped(place.title))\n"
            }
        }
        return text + "\n"
    }

    private static func escaped(_ text: String) -> String {
        var result = ""
        for character in text.printable {
            if "\\`*_[]<>#|".contains(character) { result.append("\\") }
            result.append(character)
        }
        return result
    }

    static func html(_ reply: Reply) -> String {
        var text = "<section>\n<h3>\(markup(reply.question))</h3>\n"
        if reply.answers.isEmpty {
            text += "<p>\(markup(reply.message ?? "Nothing found."))</p>\n"
        } else {
            text += "<ol>\n"
            for answer in reply.answers {
                text += "<li><b>\(markup(answer.text))</b>"
                if let source = answer.source, source != answer.text { text += " by \(markup(source))" }
                if let description = answer.description { text += ", \(markup(description))" }
                for via in answer.via { text += ", reported by \(markup(via))" }
                for place in answer.evidence.prefix(1) {
                    let parts = PartedText(place.sentence, span: place.highlight)
                    text +=
                        "\n<blockquote>\(markup(parts.before))<mark>\(markup(parts.inside))</mark>\(markup(parts.after)) "
                    text += "<cite>[\(place.articleNumber):\(place.number)] \(markup(place.title))</cite></blockquote>"
                }
                text += "</li>\n"
            }
            text += "</ol>\n"
        }
        return text + "</section>\n"
    }

    private static func markup(_ text: String) -> String {
        text.printable.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;")
    }
}
