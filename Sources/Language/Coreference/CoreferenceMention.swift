/// A mention as the sieves see it.
struct CoreferenceMention {
    enum Form {
        case pronoun, name, nominal
    }

    /// How prominent its place in the sentence is.
    enum Prominence: Int {
        case modifier = 0
        case oblique, object, possessor, embeddedSubject, subject
    }

    /// The whole noun phrase: token indices.
    var tokens: Range<Int>
    var head: Int
    var sentence: Int
    var form: Form
    /// The name in it: token indices, and its kind.
    var name: Range<Int>?
    var kind: NamedEntity.Kind?
    var agreement: Agreement
    var prominence: Prominence
    /// "Britain and France" as a whole.
    var isCoordination = false
    /// Begins with "the", "this", "that", "these", "those", or a possessive.
    var isDefinite = false
    /// Begins with "a", "an", "some", "any", "no" ...
    var isIndefinite = false
    /// The pronoun, where it is one.
    var pronoun: Pronoun?

    /// The mention as the document gives it.
    var mention: Mention { Mention(tokens: tokens, head: head) }
}
