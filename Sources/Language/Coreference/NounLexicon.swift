/// What common nouns refer to: people of either sex, groups, places.
struct NounLexicon: Sendable {
    enum Class: Sendable {
        case man, woman, person, group
    }

    static let embedded = NounLexicon()

    private var classes: [String: Class] = [:]
    /// Nouns that mean a country or a city: "the country" may be Russia.
    private var places: [String: Gazetteer.Classes] = [:]

    private init() {
        for line in Lexicon(named: "nouns").lines {
            for noun in line.dropFirst() {
                switch line[0] {
                case "m": classes[String(noun)] = .man
                case "f": classes[String(noun)] = .woman
                case "person": classes[String(noun)] = classes[String(noun)] ?? .person
                case "group": classes[String(noun)] = classes[String(noun)] ?? .group
                case "country": places[String(noun), default: []].formUnion(.country)
                case "city": places[String(noun), default: []].formUnion([.city, .capital])
                default: break
                }
            }
        }
    }

    subscript(lemma: String) -> Class? { classes[lemma] }

    /// The kinds of places that the noun may stand for.
    func place(_ lemma: String) -> Gazetteer.Classes { places[lemma] ?? [] }
}
