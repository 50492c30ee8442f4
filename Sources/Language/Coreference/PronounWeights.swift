/// How much each circumstance speaks for a candidate being what a pronoun refers to. Set by hand, between what a search over all of
/// GUM's train part finds and what its news alone prefer.
struct PronounWeights: Sendable {
    enum Weight: Int, CaseIterable, Sendable {
        /// Each sentence, each token, and a paragraph's end in between.
        case sentence, token, paragraph
        /// The candidate's place in its sentence.
        case subject, embeddedSubject, possessor, object, oblique, modifier
        /// The same place as the pronoun's.
        case parallel
        /// The candidate is a pronoun; a name; begins with "the"; with "a".
        case pronoun, personName, definite, indefinite
        /// Each time it was mentioned in the last sentences.
        case recent
        /// It stands in a quotation, the pronoun does not.
        case quoted
        /// Its gender is known, not only possible.
        case knownGender
        /// For "it": a body or country; a coordination.
        case itName, itCoordination
        /// For "they": plural; people; a coordination; a thing.
        case theyPlural, theyPeople, theyCoordination, theyThing
        /// A thing, though the verb's subject is a person or a body.
        case thingOfPeople
        /// The least score for "it", for "they", and for "he" and "she".
        case leastIt, leastThey, leastPerson
    }

    subscript(weight: Weight) -> Double { Self.values[weight.rawValue] }

    /// One of each weight, in their order.
    private static let values: [Double] = [
        -1.50, -0.02, 0,
        2.00, 1.60, 1.40, 1.30, 0.30, -0.50,
        0.40,
        0.80, 0.80, 0.00, 0.00,
        0.30,
        -0.80,
        0.70,
        0.60, -3.00,
        0.80, 0.20, 0.30, 0.00,
        -1,
        -2.0, -3.00, -3.00,
    ]
}
