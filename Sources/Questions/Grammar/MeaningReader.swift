import Facts

/// Reads patterns such as `say(source: ?, content ~ C)`.
struct MeaningReader {
    /// - Throws: a message for people where the notation is wrong.
    static func read(_ text: String) throws(WordingError) -> Meaning {
        guard let open = text.firstIndex(of: "("), text.hasSuffix(")") else {
            throw WordingError(
                word: String(text.prefix { !$0.isWhitespace }), message: "expected PREDICATE(ROLE: FILLING, ...)")
        }
        var meaning = Meaning()
        meaning.text = text
        let name = String(text[..<open])
        meaning.predicate =
            switch name {
            case "verb": .matched
            case "be": .be
            case "any": .any
            default: .named(name)
            }
        let inside = text[text.index(after: open)...].dropLast()
        for part in inside.split(separator: ",") {
            meaning.arguments.append(try argument(part.drop(while: \.isWhitespace)))
        }
        return meaning
    }

    private static func argument(_ text: Substring) throws(WordingError) -> Meaning.Argument {
        let words = text.split(whereSeparator: \.isWhitespace)
        guard let first = words.first else { throw WordingError(word: ",", message: "expected ROLE: FILLING") }
        if first.last == ":" {
            let label = String(first.dropLast())
            guard words.count == 2 else {
                throw WordingError(word: String(first), message: "expected one filling after \(first)")
            }
            let filling: Meaning.Filling =
                words[1].first == "?"
                ? .hole(kind: words[1].count > 1 ? String(words[1].dropFirst()) : nil) : .name(slot: String(words[1]))
            if case .name(let slot) = filling, !Wording.slots.contains(slot) {
                throw WordingError(
                    word: slot,
                    message:
                        "expected ? or a slot, one of \(Wording.slots.sorted().joined(separator: " ")), found \(slot)")
            }
            return Meaning.Argument(label: label, slots: try slots(label), filling: filling)
        }
        guard words.count == 3, words[1] == "~" else {
            throw WordingError(word: String(first), message: "expected ROLE: FILLING or ROLE ~ WORDS")
        }
        guard Wording.slots.contains(String(words[2])) else {
            throw WordingError(
                word: String(words[2]),
                message: "expected a slot, one of \(Wording.slots.sorted().joined(separator: " ")), found \(words[2])")
        }
        return Meaning.Argument(
            label: String(first), slots: try slots(String(first)), filling: .words(slot: String(words[2])))
    }

    private static func slots(_ label: String) throws(WordingError) -> [Argument.Slot] {
        var slots: [Argument.Slot] = []
        for name in label.split(separator: "|") {
            switch name {
            case "source": slots.append(.role(.agent))
            case "content": slots.append(.role(.theme))
            case "topic": slots.append(.other)
            case "subject": slots.append(.subject)
            case "other", "any": slots.append(.other)
            case "of": slots.append(.of)
            default:
                guard let kind = Role.Kind(rawValue: String(name)) else {
                    throw WordingError(
                        word: String(name),
                        message: "there is no role \(name); roles: agent, theme, recipient, topic, content, source ...")
                }
                slots.append(.role(kind))
            }
        }
        return slots
    }
}
