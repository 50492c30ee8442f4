import Language

/// A participant or circumstance of a fact.
public struct Role: Sendable, Equatable {
    /// PropBank's kinds of argument, under plain names.
    public enum Kind: String, Sendable, CaseIterable {
        /// Who does or says it; the source of an attribution.
        case agent
        /// What is done, said, wanted; the content of an attribution.
        case theme
        /// To whom.
        case recipient
        /// What the theme is said to be: "a crazy system" in "called the law a crazy system".
        case attribute
        case topic, time, place, reason, manner, quantity
        /// Any other prepositional phrase; `marker` has the preposition.
        case oblique
    }

    public var kind: Kind
    /// The preposition or conjunction that marks it: "in", "because of", "that"; empty for none.
    public var marker: String
    /// Token span without the marker.
    public var tokens: Range<Int>
    /// The syntactic head of the span.
    public var head: Int
    /// For coordinated names ("Britain and France"): the head of each conjunct.
    public var conjuncts: [Int]

    public init(kind: Kind, marker: String = "", tokens: Range<Int>, head: Int, conjuncts: [Int] = []) {
        self.kind = kind
        self.marker = marker
        self.tokens = tokens
        self.head = head
        self.conjuncts = conjuncts.isEmpty ? [head] : conjuncts
    }
}

extension Role {
    /// Whether an attribute tells who or what somebody is: a noun phrase, no age, no clause, nothing that breaks off.
    public func describes(in document: Document) -> Bool {
        guard let last = tokens.last,
            [.noun, .propn].contains(document.upos[head]) || document.upos[last] == .noun
                || document.upos[last] == .propn,
            ![.adp, .det, .cconj, .punct].contains(document.upos[last])
        else { return false }
        // "a lawyer who has been ..." is one; "plans to write" is not.
        let relative = tokens.first { [.wp, .wdt, .wpPossessive].contains(document.xpos[$0]) } ?? tokens.upperBound
        return !tokens.contains { $0 < relative && [.vbz, .vbp, .vbd, .md].contains(document.xpos[$0]) }
    }
}
