import Testing

@testable import Language

@Suite struct ParserOracleTests {
    /// Follows the oracle from beginning to end and gives the heads that come out.
    func follow(_ heads: [Int]) -> [Int] {
        let oracle = ParserOracle(heads: heads, relations: Array(repeating: .dep, count: heads.count))
        var state = ParserState()
        state.begin(count: heads.count)
        while !state.isFinal { state.apply(oracle.next(state), .dep) }
        return heads.indices.map { Int(state.nodes[$0].head) }
    }

    @Test(arguments: [
        [-1],
        [1, -1],
        [-1, 0],
        // The minister rejected the plan .
        [1, 2, -1, 4, 2, 2],
        // She said he left because it rained .
        [1, -1, 3, 1, 6, 6, 3, 1],
    ])
    func oracleGivesTheGoldTreeBack(_ heads: [Int]) {
        #expect(follow(heads) == heads)
    }

    @Test func oracleGivesRandomProjectiveTreesBack() {
        var random = Language.SplitMix(seed: 5)
        for _ in 0..<300 {
            let heads = ParserOracle.projective(Trees.random(count: Int.random(in: 1...14, using: &random), &random))
            #expect(follow(heads) == heads)
        }
    }

    @Test func aCrossingArcMovesUp() {
        // 3 hangs on 0 across 1 (the root), so it moves to 0's head.
        #expect(ParserOracle.projective([1, -1, 1, 0]) == [1, -1, 1, 1])
        #expect(ParserOracle.projective([1, -1, 1, 2]) == [1, -1, 1, 2])
    }

    @Test func costsCountTheArcsThatAreLost() {
        // 0 <- 1 -> 2: after one shift, S0 is 0 and N0 is its head; shifting on would lose that arc and the root.
        let oracle = ParserOracle(heads: [1, -1, 1], relations: [.nsubj, .root, .obj])
        var state = ParserState()
        state.begin(count: 3)
        state.apply(.shift, .dep)
        let costs = oracle.costs(state)
        #expect(costs.left == 0)
        #expect(costs.shift == 2)
        #expect(costs.right == nil)
        #expect(oracle.isBest(Transition(step: .left, kind: .subject), state, costs))
        #expect(!oracle.isBest(Transition(step: .left, kind: .object), state, costs))
    }

    @Test func costsAreTheArcsLostByTheBestContinuation() {
        // On small trees the cost of a transition is found by trying everything that can follow it.
        var random = Language.SplitMix(seed: 9)
        for _ in 0..<40 {
            let heads = ParserOracle.projective(Trees.random(count: Int.random(in: 2...5, using: &random), &random))
            let oracle = ParserOracle(heads: heads, relations: Array(repeating: .dep, count: heads.count))
            var state = ParserState()
            state.begin(count: heads.count)
            while !state.isFinal {
                let now = Self.mostReachable(state, heads)
                let costs = oracle.costs(state)
                let possible = [Step.shift, .left, .right].filter { state.allows($0) }
                for step in possible {
                    var after = state
                    after.apply(step, .dep)
                    #expect(now - Self.mostReachable(after, heads) == costs[step])
                }
                state.apply(possible[Int.random(in: possible.indices, using: &random)], .dep)
            }
        }
    }

    /// The most gold heads (the root's included) that any continuation ends with.
    static func mostReachable(_ state: ParserState, _ heads: [Int]) -> Int {
        if state.isFinal { return heads.indices.count { Int(state.nodes[$0].head) == heads[$0] } }
        var most = 0
        for step in [Step.shift, .left, .right] where state.allows(step) {
            var after = state
            after.apply(step, .dep)
            most = max(most, mostReachable(after, heads))
        }
        return most
    }
}

/// Random trees for properties.
enum Trees {
    /// Heads of a random tree with one root.
    static func random(count: Int, _ random: inout Language.SplitMix) -> [Int] {
        var heads = Array(repeating: -1, count: count)
        let order = (0..<count).shuffled(using: &random)
        for position in 1..<max(count, 1) { heads[order[position]] = order[Int.random(in: 0..<position, using: &random)] }
        return heads
    }
}
