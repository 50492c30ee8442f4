import Articles

/// What came of loading: how many articles, what was left out and why.
struct LoadReport: Equatable {
    /// Articles that were added.
    var loaded = 0
    var skipped: [ArticleError] = []
    var seconds = 0.0
    /// What went wrong with saving.
    var problem: String?
    /// Whether a file that was asked for could not be read.
    var hasFailed = false

    /// Up to as many are told one by one.
    static let fewSkipped = 3

    /// What is told line by line as having gone wrong.
    var complaints: [String] { skipped.count <= Self.fewSkipped ? skipped.map(\.description) : [] }

    /// "212 articles in 4.1 s  ·  9 skipped: 6 duplicates, 2 not English, 1 empty (.skipped shows them)"; nil where the
    /// complaints say it all.
    var summary: String? {
        guard loaded > 1 || skipped.count > Self.fewSkipped else { return nil }
        var line = "\(ArticleRenderer.count(loaded, "article")) in \(Self.time(seconds))"
        if skipped.count > Self.fewSkipped { line += "  ·  \(Self.counts(skipped)) (.skipped shows them)" }
        return line
    }

    /// "9 skipped: 6 duplicates, 2 not English, 1 empty".
    static func counts(_ skipped: [ArticleError]) -> String {
        let parts = ArticleError.Kind.allCases.compactMap { kind -> (count: Int, text: String)? in
            let count = skipped.count { $0.kind == kind }
            return count > 0 ? (count, "\(count) \(name(kind, count))") : nil
        }
        return "\(skipped.count) skipped: " + parts.sorted { $0.count > $1.count }.map(\.text).joined(separator: ", ")
    }

    private static func name(_ kind: ArticleError.Kind, _ count: Int) -> String {
        switch kind {
        case .duplicate: count == 1 ? "duplicate" : "duplicates"
        case .nearDuplicate: count == 1 ? "copy" : "copies"
        case .notEnglish: "not English"
        case .empty: "empty"
        case .notText: "no text"
        case .malformed: "damaged"
        case .tooLarge: "too large"
        case .missing: "missing"
        case .unreadable: "unreadable"
        case .changed: "changed meanwhile"
        case .interrupted: "not read"
        }
    }

    static func time(_ seconds: Double) -> String {
        if seconds >= 100 { return "\(Int(seconds) / 60) min \(Int(seconds) % 60) s" }
        let tenths = Int((seconds * 10).rounded())
        return "\(tenths / 10).\(tenths % 10) s"
    }
}
