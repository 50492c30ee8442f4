import Language

/// Something an article states: a predicate with its roles, and where it stands.
///
///     Reuters reports that Alexander Grushko said any peace deal must include guarantees.
///     → say(agent: Alexander Grushko, theme: "any peace deal must include guarantees"), inside report(agent: Reuters, ...)
///
/// Token indices are those of the article's `Document`.
public struct Fact: Sendable, Equatable {
    /// The predicate's lemma, with its particle or preposition where that makes the meaning: "say", "call_for".
    public var predicate: String
    /// The verb classes the predicate belongs to (`grammar/verbs.classes`).
    public var classes: [VerbClasses.ID]
    /// The construction that made this fact.
    public var rule: Rule
    public var roles: [Role]
    public var polarity: Polarity
    public var modality: Modality
    /// Whether the theme is what the agent says, thinks or wants: then facts inside it are said by the agent.
    public var isAttribution: Bool

    // As in `Role`, numbers are kept narrow.
    @usableFromInline var cueStart: Int32
    @usableFromInline var cueEnd: Int32
    @usableFromInline var sentenceIndex: Int32
    /// -1 for none.
    @usableFromInline var outer: Int32 = -1

    /// The words that state it: "has rejected".
    @inlinable public var cue: Range<Int> {
        get { Int(cueStart)..<Int(cueEnd) }
        set { (cueStart, cueEnd) = (Int32(newValue.lowerBound), Int32(newValue.upperBound)) }
    }

    /// The sentence (index in the document).
    @inlinable public var sentence: Int {
        get { Int(sentenceIndex) }
        set { sentenceIndex = Int32(newValue) }
    }

    /// The fact (index in the article's facts) whose theme this one stands in: who says so.
    @inlinable public var within: Int? {
        get { outer < 0 ? nil : Int(outer) }
        set { outer = Int32(newValue ?? -1) }
    }

    public init(
        predicate: String, classes: [VerbClasses.ID] = [], rule: Rule, cue: Range<Int>, roles: [Role] = [],
        polarity: Polarity = .affirmed, modality: Modality = .asserted, sentence: Int, isAttribution: Bool = false
    ) {
        self.predicate = predicate
        self.classes = classes
        self.rule = rule
        cueStart = Int32(cue.lowerBound)
        cueEnd = Int32(cue.upperBound)
        self.roles = roles
        self.polarity = polarity
        self.modality = modality
        sentenceIndex = Int32(sentence)
        self.isAttribution = isAttribution
    }

    /// The first role of this kind.
    @inlinable public func role(_ kind: Role.Kind) -> Role? {
        for index in roles.indices where roles[index].kind == kind { return roles[index] }
        return nil
    }
}

/// A construction of English that states facts; each has its own file under `Constructions`.
public enum Rule: String, Sendable, CaseIterable {
    case clause, attribution, accordingTo, quotation, mustStatement, nominal, copula, apposition, title, control,
        modifier
}

/// Whether a fact is said to be so or not to be so.
public enum Polarity: String, Sendable, CaseIterable {
    case affirmed, negated

    var inverted: Polarity { self == .affirmed ? .negated : .affirmed }
}

/// How a fact is stated: as so, or as planned, possible, demanded ...
public enum Modality: String, Sendable, CaseIterable {
    case asserted, planned, possible, demanded, conditional
}
