import Language

/// Scores a lemmatiser with gold tags.
struct LemmaEvaluation {
    private(set) var right = 0
    private(set) var all = 0
    /// How often each error was made: "sayd VBD say, not said".
    private var errors: [String: Int] = [:]

    private let lemmatizer: Lemmatizer

    init(_ lemmatizer: Lemmatizer = Lemmatizer(), _ documents: [Document] = []) {
        self.lemmatizer = lemmatizer
        for document in documents { add(document) }
    }

    /// Adds a gold document.
    mutating func add(_ document: Document) {
        var copy = document
        lemmatizer.lemmatize(0..<copy.count, of: &copy)
        for token in 0..<copy.count {
            all += 1
            if copy.lemma(token) == document.lemma(token) {
                right += 1
            } else {
                errors[
                    "\(copy.form(token)) \(copy.xpos[token].name) \(copy.lemma(token)), not \(document.lemma(token))",
                    default: 0] += 1
            }
        }
    }

    var accuracy: Double { Double(right) / Double(max(all, 1)) }

    /// The most frequent errors, with their counts.
    func frequentErrors(_ limit: Int) -> [String] {
        errors.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(limit).map { "\($0.value) \($0.key)" }
    }
}
