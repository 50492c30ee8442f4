/// A personal, possessive or reflexive pronoun.
package struct Pronoun: Sendable {
    package enum Person: Sendable {
        case first, second, third
    }

    package let person: Person
    package let agreement: Agreement
    package let isReflexive: Bool

    /// The pronoun of this norm, or nil for another word.
    package init?(_ norm: String) {
        isReflexive = norm.hasSuffix("self") || norm.hasSuffix("selves")
        switch norm {
        case "i", "me", "my", "mine", "myself":
            (person, agreement) = (.first, Agreement(gender: .person, number: .singular))
        case "we", "us", "our", "ours", "ourselves":
            (person, agreement) = (.first, Agreement(gender: .any, number: .any))
        case "you", "your", "yours", "yourself", "yourselves": (person, agreement) = (.second, .any)
        case "he", "him", "his", "himself": (person, agreement) = (.third, Agreement(gender: .male, number: .singular))
        case "she", "her", "hers", "herself":
            (person, agreement) = (.third, Agreement(gender: .female, number: .singular))
        case "it", "its", "itself": (person, agreement) = (.third, Agreement(gender: .neuter, number: .singular))
        case "they", "them", "their", "theirs", "themselves", "themself":
            (person, agreement) = (.third, Agreement(gender: .any, number: .plural))
        default: return nil
        }
    }
}
