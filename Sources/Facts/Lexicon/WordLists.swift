/// The word lists of `grammar/words.lists`.
public struct WordLists: Sendable {
    /// By the names' numbers: rules ask for lists at every word.
    private let lists: [Set<String>]

    public subscript(name: Name) -> Set<String> { lists[name.rawValue] }

    /// The lists that the program uses.
    public enum Name: Int, Sendable, CaseIterable {
        case stop, negation, time, place, reason, means, role, light, must, outlet, courtesy, inclusion, containing,
            article, indefinite, particle, view, anybody
        case conjunction, naming, people, comment, price, linking, judgement, direction
        case headlinePassive
        case mustVerb
        case thirdPerson
        case bodyRole
        case reasonNoun
        case lightPassive
        case speechWithClause
        case genericSpeech
        case infinitivePlanned
        case infinitiveDemanded
        case infinitiveNegated
        case wishVerb
        case infinitiveNoun
        case kindPerson
        case kindCountry
        case kindOrganization
        case kindPlace
        case kindMoney
        case classesFor
        case classesAgainst
        case speaksFor
        case classesPraising
        case classesBlaming
        case classesStating
        case classesDoubting
        case classesWanting
        case classesIntending
        case verbsIntending
        case classesOfPeople
        case classesSpeaking
        case classesAttributing
        case classesJudging
        case classesDenying
        case classesWithGround
        case classesNotMerelySaid
        case earning
        case earningVerb
        case tollLink
        case amountEnd
        case calling
        case agreement
        case inscription
        case hindrance
        case classesWithAim
        case approximation
        case position
        case placeMarker
        case reasonMarker
        case otherTitle
        case nameTitle
        case questionAuxiliary
        case questionPreposition
        case questionWord
        case questionKindWord
        case questionHidden

        /// As the file has it: "must-verb".
        var text: String {
            "\(self)".reduce(into: "") { $0 += $1.isUppercase ? "-" + $1.lowercased() : String($1) }
        }
    }

    /// Reads the file's text.
    ///
    /// - Throws: `GrammarError` with line and column of the first mistake, or where a list is missing.
    public init(_ text: String, file: String = "words.lists") throws {
        var found: [String: Set<String>] = [:]
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
                found[words[1], default: []].formUnion([])
            } else {
                guard let current else {
                    throw GrammarError(
                        file: file, line: line.number, column: 1, message: "expected list NAME before these words")
                }
                for word in line.words {
                    found[current]?.insert(
                        word.utf8.contains(UInt8(ascii: "_")) ? word.split(separator: "_").joined(separator: " ") : word
                    )
                }
            }
        }
        lists = try Name.allCases.map { name in
            guard let list = found[name.text] else {
                throw GrammarError(file: file, line: last, column: 1, message: "the list \(name.text) is missing")
            }
            return list
        }
    }
}
