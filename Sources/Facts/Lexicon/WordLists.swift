/// The word lists of `grammar/words.lists`.
public struct WordLists: Sendable {
    private var lists: [String: Set<String>] = [:]

    /// The list of this name; empty where the file has none.
    public subscript(name: Name) -> Set<String> { lists[name.rawValue] ?? [] }

    /// The lists that the program uses.
    public enum Name: String, Sendable, CaseIterable {
        case stop, negation, time, place, reason, means, role, light, must, outlet, courtesy, inclusion, containing,
            article, indefinite, particle, view, anybody
        case conjunction, naming, people, comment, price, linking, judgement, direction
        case headlinePassive = "headline-passive"
        case mustVerb = "must-verb"
        case thirdPerson = "third-person"
        case bodyRole = "body-role"
        case reasonNoun = "reason-noun"
        case lightPassive = "light-passive"
        case speechWithClause = "speech-with-clause"
        case genericSpeech = "generic-speech"
        case infinitivePlanned = "infinitive-planned"
        case infinitiveDemanded = "infinitive-demanded"
        case infinitiveNegated = "infinitive-negated"
        case wishVerb = "wish-verb"
        case infinitiveNoun = "infinitive-noun"
        case kindPerson = "kind-person"
        case kindCountry = "kind-country"
        case kindOrganization = "kind-organization"
        case kindPlace = "kind-place"
        case kindMoney = "kind-money"
        case classesFor = "classes-for"
        case classesAgainst = "classes-against"
        case speaksFor = "speaks-for"
        case classesPraising = "classes-praising"
        case classesBlaming = "classes-blaming"
        case classesStating = "classes-stating"
        case classesDoubting = "classes-doubting"
        case classesWanting = "classes-wanting"
        case classesIntending = "classes-intending"
        case verbsIntending = "verbs-intending"
        case classesOfPeople = "classes-of-people"
        case classesSpeaking = "classes-speaking"
        case classesAttributing = "classes-attributing"
        case classesJudging = "classes-judging"
        case classesDenying = "classes-denying"
        case classesWithGround = "classes-with-ground"
        case tollLink = "toll-link"
        case amountEnd = "amount-end"
        case placeMarker = "place-marker"
        case reasonMarker = "reason-marker"
        case nameTitle = "name-title"
        case questionAuxiliary = "question-auxiliary"
        case questionPreposition = "question-preposition"
        case questionWord = "question-word"
        case questionKindWord = "question-kind-word"
        case questionHidden = "question-hidden"
    }

    /// Reads the file's text.
    ///
    /// - Throws: `GrammarError` with line and column of the first mistake, or where a list is missing.
    public init(_ text: String, file: String = "words.lists") throws {
        var current: String?
        var last = 1
        for line in GrammarLines(text) {
            last = line.number
            if !line.isIndented {
                let words = line.words
                guard words.count == 2, words[0] == "list" else {
                    throw GrammarError(
                        file: file, line: line.number, column: 1, message: "expected list NAME, found \(line.text)")
                }
                current = words[1]
                lists[words[1], default: []].formUnion([])
            } else {
                guard let current else {
                    throw GrammarError(
                        file: file, line: line.number, column: 1, message: "expected list NAME before these words")
                }
                for word in line.words {
                    lists[current]?.insert(
                        word.utf8.contains(UInt8(ascii: "_")) ? word.split(separator: "_").joined(separator: " ") : word
                    )
                }
            }
        }
        for name in Name.allCases where lists[name.rawValue] == nil {
            throw GrammarError(file: file, line: last, column: 1, message: "the list \(name.rawValue) is missing")
        }
    }
}
