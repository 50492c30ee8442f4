import Language

/// How words of a question refer back to what was asked and answered before.
public enum Reference: Int, Sendable {
    case man = 1
    case woman, thing, several, place
    /// "that", "this claim": what was said before what was named.
    case statement

    /// Whether only somebody is meant: a question about nobody has no answer, but "it" may mean nothing at all.
    public var isPerson: Bool { self == .man || self == .woman || self == .several }
}

extension QuestionGrammar {
    /// What a phrase refers to: "he", "that claim"; nil for a phrase that refers to nothing.
    public func reference(_ phrase: Phrase) -> Reference? {
        (values[.reference][phrase.text.lowercased()] ?? values[.reference][Self.key(phrase)]).flatMap(Reference.init)
    }

    /// Whose the thing of a phrase is, and the words for the thing: "her plan"; nil for another phrase.
    public func owned(_ phrase: Phrase) -> (owner: Reference, thing: Substring)? {
        guard phrase.words.count > 1, let owner = values[.owner][phrase.words[0].norm].flatMap(Reference.init),
            let space = phrase.text.firstIndex(of: " ")
        else { return nil }
        return (owner, phrase.text[space...].drop { $0 == " " })
    }

    /// The number of the answer that a phrase stands for: "the second one", -1 for "the last one"; nil for another phrase.
    public func answerNumber(_ phrase: Phrase) -> Int? {
        let words = phrase.words.filter { $0.upos != .det }.map(\.norm)
        guard words.count == 2, let number = values[.ordinal][words[0]], values[.answer][words[1]] != nil else {
            return nil
        }
        return number
    }

    private static func key(_ phrase: Phrase) -> String { phrase.words.map(\.norm).joined(separator: " ") }
}
