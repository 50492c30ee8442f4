/// What a token is to a named entity: outside of any, or the beginning, the inside, the last, or the only token of one
/// (BILOU, Ratinov and Roth 2009).
package struct EntityLabel: Equatable, Sendable {
    package enum Position: UInt8, Sendable {
        case begin, inside, last, unit
    }

    /// 0 for outside, then four a kind.
    package let index: Int

    package static let outside = EntityLabel(index: 0)
    package static let count = 1 + 4 * NamedEntity.Kind.allCases.count

    package init(index: Int) {
        self.index = index
    }

    package init(_ kind: NamedEntity.Kind, _ position: Position) {
        index = 1 + 4 * Int(kind.rawValue) + Int(position.rawValue)
    }

    package var kind: NamedEntity.Kind? { index == 0 ? nil : NamedEntity.Kind(rawValue: UInt8((index - 1) / 4)) }
    var position: Position? { index == 0 ? nil : Position(rawValue: UInt8((index - 1) % 4)) }

    /// Whether an entity goes on after this token.
    var isOpen: Bool { index > 0 && (index - 1) % 4 < 2 }

    /// Whether this label may follow another; `isLast` for the last token of a sentence.
    @inline(__always)
    func follows(_ previous: EntityLabel, isLast: Bool) -> Bool {
        if isLast && isOpen { return false }
        if previous.isOpen {
            let position = (index - 1) % 4
            return index > 0 && (position == 1 || position == 2) && (index - 1) / 4 == (previous.index - 1) / 4
        }
        return index == 0 || (index - 1) % 4 == 0 || (index - 1) % 4 == 3
    }

    /// Names of all labels: "O", "B-person", ...
    static let names: [String] =
        ["O"]
        + NamedEntity.Kind.allCases.flatMap { kind in
            ["B", "I", "L", "U"].map { "\($0)-\(kind)" }
        }
}
