import Testing

@testable import Language

@Suite struct TreeDecoderTests {
    /// Scores of arcs: `scores[word][head]`, head 0 the root.
    func decode(_ scores: [[Float]]) -> [Int] {
        var decoder = TreeDecoder()
        let flat = scores.flatMap { $0 }
        var heads = [Int32](repeating: -9, count: scores.count)
        flat.withUnsafeBufferPointer { flat in
            heads.withUnsafeMutableBufferPointer { heads in
                guard let flat = flat.baseAddress, let heads = heads.baseAddress else { return }
                decoder.decode(scores.count, flat, stride: scores.count + 1, heads: heads)
            }
        }
        return heads.map(Int.init)
    }

    @Test func theHighestArcsWinWhereTheyAreATree() {
        // 0 <- 1 -> 2
        #expect(decode([[0, 0, 5, 0], [5, 0, 0, 0], [0, 0, 5, 0]]) == [1, -1, 1])
        #expect(decode([[1, 0]]) == [-1])
    }

    @Test func findsTheBestOfAllProjectiveTrees() {
        var random = Language.SplitMix(seed: 11)
        for _ in 0..<200 {
            let count = Int.random(in: 1...5, using: &random)
            let scores = (0..<count).map { word in
                (0...count).map { head in head == word + 1 ? -1e9 : Float(random.unit()) }
            }
            let found = decode(scores)
            #expect(isProjectiveTree(found))
            let best = trees(count).filter(isProjectiveTree).map { score($0, scores) }.max() ?? 0
            #expect(abs(score(found, scores) - best) < 1e-4)
        }
    }

    private func score(_ heads: [Int], _ scores: [[Float]]) -> Float {
        heads.enumerated().reduce(0) { $0 + scores[$1.offset][$1.element + 1] }
    }

    /// All ways to give each word a head.
    private func trees(_ count: Int) -> [[Int]] {
        (0..<count).reduce([[]]) { trees, _ in trees.flatMap { tree in (-1..<count).map { tree + [$0] } } }
    }

    private func isProjectiveTree(_ heads: [Int]) -> Bool {
        guard heads.count(where: { $0 < 0 }) == 1 else { return false }
        func ancestors(_ word: Int) -> [Int]? {
            var path = [word]
            while heads[path[path.count - 1]] >= 0 {
                path.append(heads[path[path.count - 1]])
                if path.count > heads.count { return nil }
            }
            return path
        }
        for (word, head) in heads.enumerated() {
            guard ancestors(word) != nil else { return false }
            guard head >= 0 else { continue }
            for between in (min(word, head) + 1)..<max(word, head) where ancestors(between)?.contains(head) != true {
                return false
            }
        }
        return true
    }
}
