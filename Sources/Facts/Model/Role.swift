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
    // Facts are looked at by the ten thousand: numbers are kept narrow, and the usual single head takes no list.
    @usableFromInline var start: Int32
    @usableFromInline var end: Int32
    @usableFromInline var headToken: Int32
    /// The conjuncts, where they are not the head alone.
    @usableFromInline var heads: [Int32]

    /// Token span without the marker.
    @inlinable public var tokens: Range<Int> {
        get { Int(start)..<Int(end) }
        set { (start, end) = (Int32(newValue.lowerBound), Int32(newValue.upperBound)) }
    }

    /// The syntactic head of the span.
    @inlinable public var head: Int {
        get { Int(headToken) }
        set {
            // The conjuncts stay what they were.
            if heads.isEmpty, newValue != head { heads = [headToken] }
            headToken = Int32(newValue)
        }
    }

    /// For coordinated names ("Britain and France"): the head of each conjunct.
    @inlinable public var conjuncts: Conjuncts { Conjuncts(head: headToken, heads: heads) }

    public init(kind: Kind, marker: String = "", tokens: Range<Int>, head: Int, conjuncts: some Sequence<Int> = []) {
        self.kind = kind
        self.marker = marker
        start = Int32(tokens.lowerBound)
        end = Int32(tokens.upperBound)
        headToken = Int32(head)
        heads = conjuncts.map { Int32($0) }
        if heads == [headToken] { heads = [] }
    }

    /// The heads of a role's conjuncts: at least one.
    public struct Conjuncts: RandomAccessCollection, Equatable, Sendable {
        @usableFromInline let head: Int32
        @usableFromInline let heads: [Int32]

        @inlinable init(head: Int32, heads: [Int32]) {
            self.head = head
            self.heads = heads
        }

        @inlinable public var startIndex: Int { 0 }
        @inlinable public var endIndex: Int { heads.isEmpty ? 1 : heads.count }
        @inlinable public subscript(index: Int) -> Int { Int(heads.isEmpty ? head : heads[index]) }
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
