/// A configuration of the parser: stack, buffer and the arcs so far, over the tokens 0..<count of one sentence.
///
/// It ends with an empty buffer and one token on the stack, the root; every other token has got a head when it left the
/// stack. So there is always one root and no cycle, whatever the model says.
package struct ParserState {
    /// What is known of one token's arcs.
    struct Node {
        var head: Int32 = -1
        var relation: UInt8 = Node.none
        /// Dependents on each side: the outermost, the one before it; `count` of the sentence where there is none.
        var left: Int32
        var left2: Int32
        var right: Int32
        var right2: Int32
        var leftCount: UInt8 = 0
        var rightCount: UInt8 = 0
        /// The relations of the dependents on each side, a bit each.
        var leftSet: UInt64 = 0
        var rightSet: UInt64 = 0

        /// Stands for the relation of a token without a head.
        static let none: UInt8 = 255
    }

    /// Number of tokens; as an index it stands for "no token".
    private(set) var count = 0
    /// Arcs, and one node for "no token" at the end.
    private(set) var nodes: [Node] = []
    private(set) var stack: [Int32] = []
    /// N0; equals `count` when the buffer is empty.
    private(set) var next = 0

    /// Begins a sentence.
    mutating func begin(count: Int) {
        self.count = count
        let none = Int32(count)
        nodes.removeAll(keepingCapacity: true)
        nodes.append(contentsOf: repeatElement(
            Node(left: none, left2: none, right: none, right2: none), count: count + 1))
        stack.removeAll(keepingCapacity: true)
        next = 0
    }

    var isFinal: Bool { next == count && stack.count <= 1 }
    var canShift: Bool { next < count }
    var canArcLeft: Bool { next < count && !stack.isEmpty }
    var canArcRight: Bool { stack.count >= 2 }

    /// S0, S1, S2 by depth 0, 1, 2; `count` where the stack is less deep.
    @inline(__always)
    func stacked(_ depth: Int) -> Int { depth < stack.count ? Int(stack[stack.count - 1 - depth]) : count }

    /// N0, N1, N2; `count` after the end.
    @inline(__always)
    func buffered(_ distance: Int) -> Int { min(next + distance, count) }

    func allows(_ step: Step) -> Bool {
        switch step {
        case .shift: canShift
        case .left: canArcLeft
        case .right: canArcRight
        }
    }

    /// The token that an arc would give a head, and that head; nil for a shift.
    func arc(_ step: Step) -> (head: Int, dependent: Int)? {
        switch step {
        case .shift: nil
        case .left: (next, stacked(0))
        case .right: (stacked(1), stacked(0))
        }
    }

    /// Takes a step; a shift has no use for the relation.
    mutating func apply(_ step: Step, _ relation: Relation) {
        precondition(allows(step))
        guard let (head, dependent) = arc(step) else {
            stack.append(Int32(next))
            next += 1
            return
        }
        stack.removeLast()
        nodes[dependent].head = Int32(head)
        nodes[dependent].relation = relation.rawValue
        let bit: UInt64 = 1 << UInt64(relation.rawValue)
        if step == .left {
            nodes[head].left2 = nodes[head].left
            nodes[head].left = Int32(dependent)
            nodes[head].leftCount &+= 1
            nodes[head].leftSet |= bit
        } else {
            nodes[head].right2 = nodes[head].right
            nodes[head].right = Int32(dependent)
            nodes[head].rightCount &+= 1
            nodes[head].rightSet |= bit
        }
    }
}
