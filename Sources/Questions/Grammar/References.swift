import Language

/// How words of a question refer back to what was asked and answered before.
public enum Reference: Sendable {
    case person, thing, several, place
}

extension QuestionGrammar {
    /// What a phrase refers to: "he", "that claim"; nil for a phrase that refers to nothing.
    public func reference(_ phrase: Phrase) -> Reference? {
        switch values[.reference][phrase.text.lowercased()] ?? values[.reference][Self.key(phrase)] {
        case 1: .person
        case 2: .thing
        case 3: .several
        case 4: .place
        default: nil
        }
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
