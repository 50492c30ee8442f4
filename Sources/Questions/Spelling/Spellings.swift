import Facts
import Resources

/// The pairs of `grammar/spellings.pairs`: short forms, British and American spelling, irregular forms.
public struct Spellings: Sendable {
    private var contractions: [String: String] = [:]
    private var words: [String: String] = [:]
    private var endings: [(british: String, american: String)] = []
    private(set) var irregularForms: [String] = []

    /// The pairs that are built in; none where the file has a mistake, which `QuestionLanguage.embedded` tells.
    public static let embedded = (try? Spellings(Resource.named("grammar/spellings.pairs")?.text ?? "")) ?? Spellings()

    private init() {}

    /// Reads the file's text.
    ///
    /// - Throws: `GrammarError` with line and column of the first mistake.
    public init(_ text: String, file: String = "spellings.pairs") throws {
        for line in GrammarLines(text) {
            let entries = line.words
            func fail(_ word: String, _ message: String) -> GrammarError {
                GrammarError(file: file, line: line.number, column: line.column(of: word), message: message)
            }
            if entries[0] == "irregular" {
                irregularForms += entries.dropFirst()
                continue
            }
            guard ["contraction", "ending", "word"].contains(entries[0]) else {
                throw fail(entries[0], "expected contraction, ending, word or irregular, found \(entries[0])")
            }
            guard entries.count >= 4, entries[2] == "=" else {
                throw fail(entries[entries.count > 2 ? 2 : 0], "expected \(entries[0]) ONE = OTHER")
            }
            switch entries[0] {
            case "contraction": contractions[entries[1]] = entries.dropFirst(3).joined(separator: " ")
            case "ending": endings.append((entries[1], entries[3]))
            default:
                words[entries[1]] = entries[3]
                words[entries[3]] = entries[1]
            }
        }
    }

    /// What is read for a word that stands for a contraction: "what's" for "whats".
    func contraction(_ word: String) -> String? { contractions[word] }

    /// The other spellings of a word in lower case: "organize" for "organise".
    public func variants(of word: String) -> [String] {
        var found = words[word].map { [$0] } ?? []
        for (british, american) in endings {
            // A stem of two letters is none: "our", "ours".
            if word.hasSuffix(british), word.count > british.count + 2 {
                found.append(word.dropLast(british.count) + american)
            }
            if word.hasSuffix(american), word.count > american.count + 2 {
                found.append(word.dropLast(american.count) + british)
            }
        }
        return found
    }
}
