import Language

/// What somebody calls something, where the name stands right behind the thing.
///
///     called the bank's behaviour “outrageous” → call(theme: the bank's behaviour, attribute: outrageous)
///     labelled the plan reckless → label(theme: the plan, attribute: reckless)
enum Namings {
    /// The thing and what it is called, of an object that holds both; nil for any other.
    static func parts(of object: Int, named predicate: String, in reading: Reading) -> (Role, Role)? {
        guard reading.lexicon.words[.naming].contains(predicate) else { return nil }
        let phrase = reading.tree.fullPhrase(object)
        let document = reading.document
        // A quotation at the end of the phrase, or an adjective behind its noun.
        let quotation = reading.quotations.overlapping(phrase).first {
            phrase.contains($0.tokens.lowerBound) && $0.tokens.upperBound >= phrase.upperBound - 1
        }
        let start: Int
        let end: Int
        if let quotation, quotation.tokens.lowerBound - 1 > phrase.lowerBound {
            (start, end) = (quotation.tokens.lowerBound - 1, quotation.tokens.upperBound)
        } else if let adjective = phrase.last, document.upos[adjective] == .adj, adjective > object {
            (start, end) = (adjective, adjective + 1)
        } else {
            return nil
        }
        let thing = reading.tree.trimmed(.span(phrase.lowerBound, start))
        let name = reading.tree.trimmed(.span(start, end))
        guard !thing.isEmpty, !name.isEmpty,
            let noun = thing.last(where: { [.noun, .propn, .pron].contains(document.upos[$0]) })
        else { return nil }
        let top =
            name.first { token in reading.tree.head(of: token).map { !name.contains($0) } ?? true } ?? name.lowerBound
        return (
            Role(kind: .theme, tokens: thing, head: thing.contains(object) ? object : noun),
            Role(kind: .attribute, tokens: name, head: top)
        )
    }
}
