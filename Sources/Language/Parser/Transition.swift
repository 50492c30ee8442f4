/// A step of the arc-hybrid system (Kuhlmann et al. 2011). A configuration is a stack, ... S1 S0, and a buffer, N0 N1 ...
enum Transition: Equatable {
    /// N0 moves onto the stack.
    case shift
    /// N0 becomes the head of S0, which leaves the stack.
    case left(Relation)
    /// S1 becomes the head of S0, which leaves the stack.
    case right(Relation)

    /// Number of classes: shift, and left and right with every relation.
    static let count = 1 + 2 * relationCount
    static let relationCount = Relation.allCases.count

    /// Class of a shift; left arcs follow, then right arcs, both in the order of the relations.
    static let shiftClass = 0
    static let leftClasses = 1..<1 + relationCount
    static let rightClasses = 1 + relationCount..<count

    /// The transition's class in the model.
    var classIndex: Int {
        switch self {
        case .shift: Self.shiftClass
        case .left(let relation): Self.leftClasses.lowerBound + Int(relation.rawValue)
        case .right(let relation): Self.rightClasses.lowerBound + Int(relation.rawValue)
        }
    }

    /// The transition of a class of the model.
    init(classIndex: Int) {
        if Self.leftClasses.contains(classIndex) {
            self = .left(Self.relation(classIndex - Self.leftClasses.lowerBound))
        } else if Self.rightClasses.contains(classIndex) {
            self = .right(Self.relation(classIndex - Self.rightClasses.lowerBound))
        } else {
            self = .shift
        }
    }

    /// Names of the classes, in order.
    static let names: [String] = {
        let relations = Relation.allCases.map(\.name)
        return ["shift"] + relations.map { "left " + $0 } + relations.map { "right " + $0 }
    }()

    private static func relation(_ index: Int) -> Relation { Relation(rawValue: UInt8(index)) ?? .dep }
}
