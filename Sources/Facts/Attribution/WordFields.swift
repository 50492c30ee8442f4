import Language
import Resources

/// The fields of meaning of verbs and nouns: communication, cognition, emotion ... (`lexicons/word-fields.txt`).
///
/// They let a cue that was never seen in training be judged by those that mean alike.
struct WordFields: Sendable {
    private var verbs: [String: UInt64] = [:]
    private var nouns: [String: UInt64] = [:]

    static let embedded = WordFields(Resource.named("lexicons/word-fields.txt")?.text ?? "")

    /// Reads the file's text: a line is "verb" or "noun", the fields, and words.
    init(_ text: String) {
        for line in text.utf8.split(separator: UInt8(ascii: "\n")) where line.first != UInt8(ascii: "#") {
            let words = line.split(separator: UInt8(ascii: " "))
            guard words.count > 2 else { continue }
            let field = FeatureHash.hash(words[1])
            for word in words.dropFirst(2) {
                if words[0].first == UInt8(ascii: "v") {
                    verbs[String(word) ?? "", default: field] = field
                } else {
                    nouns[String(word) ?? "", default: field] = field
                }
            }
        }
    }

    /// The field of a lemma as a feature's value; 0 for none.
    func field(of lemma: String, tag: UniversalTag) -> UInt64 {
        switch tag {
        case .verb: verbs[lemma] ?? 0
        case .noun: nouns[lemma] ?? 0
        default: 0
        }
    }
}
