import Facts
import Questions

/// What the store knows of words, for the parser of questions.
struct StoreKnowledge: WordKnowledge {
    let store: FactStore

    func isName(_ words: [String]) -> Bool {
        let name = EntityTable.alias(words.joined(separator: " "))
        if !store.entities.entities(named: name).isEmpty || store.lexicon.names.group(of: name) != nil { return true }
        let parts = words.filter { $0 != "the" }
        guard let first = parts.first else { return false }
        let part = NamePart(parts)
        return store.entities.entities(withNameWord: first).contains { id in
            store.entities[id].kind == .person && part.isPart(of: store.entities[id])
        }
    }

    func mayBeginName(_ word: String) -> Bool {
        word == "the" || store.lexicon.names.beginsName(word) || !store.entities.entities(withNameWord: word).isEmpty
            || !store.entities.entities(named: word).isEmpty
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
