import Resources

/// The words of `lexicons/article-lines.txt`, by which bylines, date lines and credit lines are told.
struct LineWords: Sendable {
    private let lists: [Substring: Set<Substring>]

    /// The lists that are built in.
    static let standard = LineWords(Resource.named("lexicons/article-lines.txt")?.text ?? "")

    /// Reads lines of the form `name: words`; others are comments.
    init(_ text: String) {
        var lists: [Substring: Set<Substring>] = [:]
        for line in text.split(separator: "\n") where !line.hasPrefix("#") {
            let parts = line.split(separator: ":", maxSplits: 1)
            if parts.count == 2 { lists[parts[0]] = Set(parts[1].split(separator: " ")) }
        }
        self.lists = lists
    }

    enum List: String, CaseIterable {
        case nameParticles = "name-particles"
        case occupations
        case outletWords = "outlet-words"
        case besideDates = "beside-dates"
        case datelineParticles = "dateline-particles"
        case creditLabels = "credit-labels"
        case staffTasks = "staff-tasks"
        case staffParticles = "staff-particles"
        case signatures
    }

    subscript(list: List) -> Set<Substring> { lists[Substring(list.rawValue)] ?? [] }
}

extension StringProtocol {
    /// Whether the word, in lower case and without punctuation, stands in the list.
    func isOne(of list: LineWords.List) -> Bool {
        LineWords.standard[list].contains(Substring(bare.lowercased()))
    }
}
