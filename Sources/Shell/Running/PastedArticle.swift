/// Tells an article that was pasted from questions that were.
enum PastedArticle {
    static func isOne(_ lines: [String]) -> Bool {
        let lines = lines.filter { !$0.trimmed.isEmpty }
        guard lines.count >= 3,
            !lines.contains(where: { $0.hasPrefix(".") && Command.isName(String($0.prefix { !$0.isWhitespace })) })
        else { return false }
        let asking = lines.filter { line in
            line.trimmed.hasSuffix("?")
                || openings.contains(line.split(separator: " ").first.map { $0.lowercased() } ?? "")
        }
        let words = lines.reduce(0) { $0 + $1.split(separator: " ").count }
        return asking.count * 2 < lines.count && words >= 25
    }

    private static let openings: Set<String> = [
        "who", "what", "when", "where", "why", "how", "did", "does", "is", "are", "was", "list", "and", "which",
    ]
}
