import Facts
import Language
import Questions

/// What the store knows of words, for the parser of questions.
struct StoreKnowledge: WordKnowledge {
    let store: FactStore

    func isName(_ words: [String]) -> Bool {
        guard mayBeName(words) else { return false }
        let name = EntityTable.alias(words.joined(separator: " "))
        if store.entities.hasName(name) || store.lexicon.names.group(of: name) != nil { return true }
        return store.entities.hasPerson(withNameWords: words.filter { $0 != "the" })
    }

    /// False where a word is surely none of a name: all words of the articles' names are known one by one.
    private func mayBeName(_ words: [String]) -> Bool {
        guard words.count > 1, words[0] != "the", !store.lexicon.names.beginsName(words[0]) else { return true }
        return words.allSatisfy { word in
            // In a name it would be written otherwise.
            let isPlain = word.utf8.allSatisfy { (33...126).contains($0) && !(65...90).contains($0) }
            return !isPlain || word.hasSuffix("'s") || store.entities.hasNameWord(word)
        }
    }

    /// "the mayor", "her lawyer"
    func isPersonByRole(_ phrase: Phrase) -> Bool {
        guard let noun = phrase.words.prefix(while: { $0.upos != .adp }).last else { return false }
        guard noun.upos == .noun else { return false }
        let isPerson =
            switch NounLexicon.embedded[noun.lemma] {
            case .man, .woman, .person: true
            case .group, nil: false
            }
        return isPerson || store.lexicon.words[.role].contains(noun.lemma)
    }

    func mayBeginName(_ word: String) -> Bool {
        word == "the" || store.lexicon.names.beginsName(word) || store.entities.hasNameWord(word)
            || store.entities.hasName(word)
    }

    func isPublisher(_ words: [String]) -> Bool { PublisherName.isName(words.joined(separator: " "), of: store) }

    func mayBeginPublisher(_ word: String) -> Bool {
        word == "the" || store.publishers.contains { PublisherName.words($0).contains(word) }
    }

    func isPredicate(_ lemma: String) -> Bool { store.hasPredicate(lemma) }

    func isWord(_ lemma: String) -> Bool { store.vocabulary.id(of: lemma) != nil }
}

/// Names of who published an article: the whole name, or words of it in their order.
enum PublisherName {
    static func words(_ name: String?) -> [String] {
        (name ?? "").lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init).filter { $0 != "the" }
    }

    static func matches(_ typed: String, _ publisher: String?) -> Bool {
        let wanted = words(typed)
        let name = words(publisher)
        guard !wanted.isEmpty, wanted.count <= name.count else { return false }
        return (0...name.count - wanted.count).contains { Array(name[$0..<$0 + wanted.count]) == wanted }
    }

    static func isName(_ typed: String, of store: FactStore) -> Bool {
        store.publishers.contains { matches(typed, $0) }
    }
}
