/// A word that may tell that somebody says something, with one reading of what that would be.
struct AttributionCandidate: Sendable {
    /// How the content stands to its cue.
    enum Shape: UInt64, Sendable {
        case clause, infinitive, objectInfinitive, object, oblique, adverbial, quotation, quotations, governor, loose
        case around, toEnd, passiveSubject, raised, antecedent, nounClause, nounPhrase, ownedNoun, accordingBefore,
            accordingAfter, accordingAround, colon
        case taggedRun, taggedAround, taggedSpan
    }

    /// How much of what stands there is taken.
    enum Extent: UInt64, Sendable {
        /// The whole phrase or clause.
        case whole
        /// Up to the first comma or relative clause on its right.
        case cut
        /// On to the end of the cue's own phrase.
        case long
    }

    /// The word that decides: "said", "claim", "confident".
    var head: Int
    var cue: Range<Int>
    /// The head of who it is; nil for nobody.
    var source: Int?
    /// Spans of the source in textual order.
    var sourceSpans: [Range<Int>]
    var shape: Shape
    var extent = Extent.whole
    /// The head of the content; its first token where it has none.
    var contentHead: Int
    /// The preposition or conjunction between cue and content.
    var marker: String = ""
    /// Spans of the content in textual order.
    var content: [Range<Int>]

    /// Number of tokens of the content.
    var size: Int { content.reduce(0) { $0 + $1.count } }

    /// Whether a token stands in the content.
    func contains(_ token: Int) -> Bool { content.contains { $0.contains(token) } }

    /// Shared tokens over all tokens of two contents (Jaccard).
    func overlap(_ other: [Range<Int>]) -> Double {
        var shared = 0
        for mine in content {
            for their in other where mine.overlaps(their) { shared += mine.clamped(to: their).count }
        }
        let all = size + other.reduce(0) { $0 + $1.count } - shared
        return all == 0 ? 0 : Double(shared) / Double(all)
    }
}
