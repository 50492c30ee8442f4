/// The dynamic oracle of the arc-hybrid system (Goldberg & Nivre 2013): what each transition costs, in gold arcs that can
/// no longer be reached after it.
struct ParserOracle {
    /// Head of each token in its sentence, -1 for the root.
    let heads: [Int]
    let relations: [Relation]
    private let dependents: [[Int]]

    init(heads: [Int], relations: [Relation]) {
        self.heads = heads
        self.relations = relations
        var dependents = Array(repeating: [Int](), count: heads.count)
        for (token, head) in heads.enumerated() where head >= 0 { dependents[head].append(token) }
        self.dependents = dependents
    }

    /// Arcs lost by each step; nil where it is not possible.
    struct Costs {
        var shift: Int?
        var left: Int?
        var right: Int?

        var least: Int { min(shift ?? .max, left ?? .max, right ?? .max) }

        subscript(_ step: Step) -> Int? {
            switch step {
            case .shift: shift
            case .left: left
            case .right: right
            }
        }
    }

    func costs(_ state: borrowing ParserState) -> Costs {
        var costs = Costs()
        let next = state.next
        let s0 = state.stacked(0)
        let s1 = state.stacked(1)
        // The root's head stands below the stack: out of reach once something lies between.
        if state.canShift {
            // N0 loses its dependents on the stack, and its head there unless that is S0.
            var cost = 0
            for item in state.stack where heads[Int(item)] == next { cost += 1 }
            let head = heads[next]
            if head < 0 ? !state.stack.isEmpty : head != s0 && state.stack.contains(Int32(head)) { cost += 1 }
            costs.shift = cost
        }
        // S0 loses its dependents in the buffer, and its head unless that is the one it gets.
        let lost = s0 < state.count ? dependents[s0].count { $0 >= next } : 0
        if state.canArcLeft {
            let head = heads[s0]
            let isBelow = head < 0 ? s1 == state.count : head == s1
            costs.left = lost + (isBelow || head > next ? 1 : 0)
        }
        if state.canArcRight {
            costs.right = lost + (heads[s0] >= next ? 1 : 0)
        }
        return costs
    }

    /// Whether a transition loses the fewest arcs there are to lose, and gives an arc of the gold tree the right kind.
    func isBest(_ transition: Transition, _ state: borrowing ParserState, _ costs: Costs) -> Bool {
        guard costs[transition.step] == costs.least else { return false }
        guard let (head, dependent) = state.arc(transition.step), heads[dependent] == head else { return true }
        return RelationKind(relations[dependent]) == transition.kind
    }

    /// A step of least cost; follows the gold tree exactly while no mistake was made.
    func next(_ state: borrowing ParserState) -> Step {
        let costs = costs(state)
        if costs.left == costs.least { return .left }
        return costs.right == costs.least ? .right : .shift
    }

    /// Makes a tree projective: a word whose arc crosses others moves up to its head's head, shortest arcs first.
    static func projective(_ heads: [Int]) -> [Int] {
        var heads = heads
        while let token = crossing(heads) { heads[token] = heads[heads[token]] }
        return heads
    }

    /// The dependent of the shortest arc that does not cover only what it dominates, if there is one.
    private static func crossing(_ heads: [Int]) -> Int? {
        var shortest: Int?
        for (token, head) in heads.enumerated() where head >= 0 && heads[head] >= 0 {
            let length = abs(head - token)
            if let best = shortest, abs(heads[best] - best) <= length { continue }
            for between in (min(head, token) + 1)..<max(head, token) where !dominates(head, between, heads) {
                shortest = token
                break
            }
        }
        return shortest
    }

    private static func dominates(_ head: Int, _ token: Int, _ heads: [Int]) -> Bool {
        var ancestor = token
        while ancestor >= 0 {
            if ancestor == head { return true }
            ancestor = heads[ancestor]
        }
        return false
    }
}
