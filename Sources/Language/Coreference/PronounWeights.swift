/// How much each circumstance speaks for a candidate being what a pronoun refers to. Between what
/// `hearsay-train coreference --tune` finds on all of GUM's train part and what its news alone prefer.
package struct PronounWeights: Sendable {
    package enum Weight: Int, CaseIterable, Sendable {
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

    package var values: [Double]

    package init(_ values: [Double] = Self.tuned) {
        precondition(values.count == Weight.allCases.count)
        self.values = values
    }

    subscript(weight: Weight) -> Double { values[weight.rawValue] }

    package static let tuned: [Double] = [
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
