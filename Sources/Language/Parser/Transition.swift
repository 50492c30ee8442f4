/// A step of the arc-hybrid system (Kuhlmann et al. 2011). A configuration is a stack, ... S1 S0, and a buffer, N0 N1 ...
enum Step: Equatable {
    /// N0 moves onto the stack.
    case shift
    /// N0 becomes the head of S0, which leaves the stack.
    case left
    /// S1 becomes the head of S0, which leaves the stack.
    case right
}

/// What the first model chooses: a step, and for an arc the kind of its relation. The second model chooses the relation
/// of that kind; so the first has few classes and is fast, and still weighs an object against an adjunct.
struct Transition: Equatable {
    var step: Step
    /// Without meaning for a shift.
    var kind: RelationKind

    static let shift = Transition(step: .shift, kind: .subject)

    /// All transitions in the order of the model's classes: shift, left arcs, right arcs.
    static let all: [Transition] = [shift]
        + RelationKind.allCases.map { Transition(step: .left, kind: $0) }
        + RelationKind.allCases.map { Transition(step: .right, kind: $0) }

    /// Names of the model's classes.
    static let names = all.map { $0.step == .shift ? "shift" : "\($0.step) \($0.kind)" }

    static let shiftClass = 0
    static let leftClasses = 1..<1 + RelationKind.allCases.count
    static let rightClasses = (1 + RelationKind.allCases.count)..<(1 + 2 * RelationKind.allCases.count)
}
