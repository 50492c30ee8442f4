import Resources

/// What `grammar/` says about words: verb classes, word lists, names.
///
/// A class only so that handing it on copies nothing; it never changes.
public final class Lexicon: Sendable {
    /// Of `verbs.classes`.
    public let verbs: VerbClasses
    /// Of `words.lists`.
    public let words: WordLists
    /// Of `names.groups`.
    public let names: NameGroups
    /// Derivations and synonyms; they are built in, not a part of `grammar/`.
    public let related: RelatedWords

    public init(verbs: VerbClasses, words: WordLists, names: NameGroups, related: RelatedWords = .embedded()) {
        self.verbs = verbs
        self.words = words
        self.names = names
        self.related = related
    }

    /// A verb's lemma as dictionaries have it: the lemmatizer guesses at words that it has not seen ("belonge", "rewrit").
    public func verb(_ lemma: String) -> String {
        guard lemma.utf8.count > 2, verbs.frame(ofVerb: lemma) == nil, !isKnown(lemma) else { return lemma }
        var guesses = [lemma + "e"]
        if lemma.hasSuffix("e") { guesses = [String(lemma.dropLast())] }
        let letters = Array(lemma.utf8)
        if letters[letters.count - 1] == letters[letters.count - 2] { guesses.append(String(lemma.dropLast())) }
        return guesses.first { verbs.frame(ofVerb: $0) != nil || isKnown($0) } ?? lemma
    }

    private func isKnown(_ lemma: String) -> Bool { related.words(of: lemma) != RelatedWords.Entry() }

    /// The files that are built in.
    ///
    /// - Throws: `GrammarError` where one of them has a mistake.
    public static func embedded() throws -> Lexicon {
        try Lexicon { Resource.named("grammar/\($0)")?.text ?? "" }
    }

    /// Reads the files of `grammar/` by name.
    ///
    /// - Throws: `GrammarError` for the first mistake.
    public init(reading file: (String) throws -> String) throws {
        verbs = try VerbClasses(try file("verbs.classes"))
        words = try WordLists(try file("words.lists"))
        names = try NameGroups(try file("names.groups"))
        related = .embedded()
    }
}
