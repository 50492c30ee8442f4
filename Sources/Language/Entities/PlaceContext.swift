/// Tells names of places from names of persons by what stands around them: of a name that it does not know the model often
/// cannot say more than that it is a name.
///
///     a quake in northern [Veshara]    the provincial capital, [Druma]    cut short a visit to [Brell]
struct PlaceContext {
    private let document: Document
    private let words = PlaceWords.embedded

    init(_ document: Document) {
        self.document = document
    }

    /// Whether the words around a name say that it is a place.
    func isPlace(_ name: Range<Int>) -> Bool {
        let sentence = document.sentences[document.sentence(of: name.lowerBound)].tokens
        func lemma(_ token: Int) -> String { sentence.contains(token) ? document.lemma(token).lowercased() : "" }
        let before = name.lowerBound - 1
        if words[lemma(name.upperBound)] == .place, !isVerb(name.upperBound) { return true }
        switch words[lemma(before)] {
        case .direction?: return true
        case .inside?: return document.upos[before] == .adp && !isTrusted(name, before: before, sentence)
        default: break
        }
        switch lemma(before) {
        case ",": return words[lemma(before - 1)] == .place
        case "of": return [.direction, .place].contains(words[lemma(before - 1)])
        case "to": return document.upos[before] == .adp && words[lemma(before - 1)] == .move
        default: return false
        }
    }

    /// "confidence in Berg"; "the role that he saw in Berg": what is in a person stands right before, or he is "his" or "her".
    private func isTrusted(_ name: Range<Int>, before preposition: Int, _ sentence: Range<Int>) -> Bool {
        guard preposition > sentence.lowerBound else { return false }
        return words[document.lemma(preposition - 1).lowercased()] == .trust
    }

    private func isVerb(_ token: Int) -> Bool { token < document.count && document.upos[token] == .verb }
}

private struct PlaceWords: Sendable {
    enum Class: String {
        case direction, place, move, inside, trust
    }

    static let embedded = PlaceWords()

    private var classes: [String: Class] = [:]

    private init() {
        for line in Lexicon(named: "place-contexts").lines {
            guard let name = line.first, let kind = Class(rawValue: String(name)) else { continue }
            for word in line.dropFirst() { classes[String(word)] = kind }
        }
    }

    subscript(lemma: String) -> Class? { classes[lemma] }
}
