/// What common nouns refer to: people of either sex, groups.
package struct NounLexicon: Sendable {
    package enum Class: Sendable {
        case man, woman, person, group
    }

    package static let embedded = NounLexicon()

    private var classes: [String: Class] = [:]
    /// Nouns that no pronoun means: "the way", "in response".
    private(set) var meaningNothing: Set<String> = []

    private init() {
        for line in Lexicon(named: "nouns").lines {
            for noun in line.dropFirst() {
                switch line[0] {
                case "m": classes[String(noun)] = .man
                case "f": classes[String(noun)] = .woman
                case "person": classes[String(noun)] = classes[String(noun)] ?? .person
                case "group": classes[String(noun)] = classes[String(noun)] ?? .group
                case "nothing": meaningNothing.insert(String(noun))
                default: break
                }
            }
        }
    }

    package subscript(lemma: String) -> Class? { classes[lemma] }
}
