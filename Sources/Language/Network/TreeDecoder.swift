/// The projective tree of the highest sum of arc scores (Eisner 1996), with one root.
///
/// Where the best head of each word by itself makes such a tree, as for most sentences, that is it: n² comparisons for n words.
/// Otherwise n³/2 additions; a caller keeps sentences short.
struct TreeDecoder {
    private var size = 0
    // Spans from `left` to `right`, headed at one of their ends: complete (both sides of the head closed) or open (an arc
    // between the ends). Those suffixed `ByRight` are laid out by their right end, so that inner loops run along memory.
    private var completeRight: [Float] = []
    private var completeRightByRight: [Float] = []
    private var completeLeft: [Float] = []
    private var completeLeftByRight: [Float] = []
    private var openRight: [Float] = []
    private var openLeftByRight: [Float] = []
    private var openSplit: [Int16] = []
    private var rightSplit: [Int16] = []
    private var leftSplit: [Int16] = []

    init() {}

    /// Finds the tree.
    ///
    /// - Parameters:
    ///   - count: number of words, at least 1.
    ///   - scores: `scores[word * stride + head]`, heads from 1; 0 is the root.
    ///   - heads: receives each word's head from 0, or -1 for the root.
    mutating func decode(
        _ count: Int, _ scores: UnsafePointer<Float>, stride: Int, heads: UnsafeMutablePointer<Int32>
    ) {
        precondition(count >= 1 && count < Int(Int16.max))
        chooseEach(count, scores, stride: stride, heads: heads)
        if Self.isProjectiveTree(count, heads) { return }
        reserve(count)
        let n = count
        for word in 0..<n {
            let at = word * n + word
            completeRight[at] = 0
            completeRightByRight[at] = 0
            completeLeft[at] = 0
            completeLeftByRight[at] = 0
        }
        for length in 1..<max(n, 1) {
            for left in 0..<n - length {
                close(left, left + length, n, scores, stride)
            }
        }
        var root = 0
        var best = -Float.infinity
        for word in 0..<n {
            let score = completeLeft[word] + completeRight[word * n + n - 1] + scores[word * stride]
            if score > best { (best, root) = (score, word) }
        }
        heads[root] = -1
        trace(0, root, n, heads: heads, headIsLeft: false)
        trace(root, n - 1, n, heads: heads, headIsLeft: true)
    }

    /// The best head of each word by itself.
    private func chooseEach(
        _ count: Int, _ scores: UnsafePointer<Float>, stride: Int, heads: UnsafeMutablePointer<Int32>
    ) {
        for word in 0..<count {
            let row = scores + word * stride
            var best = 0
            for head in 1...count where head != word + 1 && row[head] > row[best] { best = head }
            heads[word] = Int32(best - 1)
        }
    }

    /// Whether heads (-1 for the root) make one tree of which no arcs cross.
    static func isProjectiveTree(_ count: Int, _ heads: UnsafePointer<Int32>) -> Bool {
        var roots = 0
        for word in 0..<count where heads[word] < 0 { roots += 1 }
        guard roots == 1 else { return false }
        for word in 0..<count {
            var ancestor = heads[word]
            var steps = 0
            while ancestor >= 0 {
                steps += 1
                if steps > count { return false }
                ancestor = heads[Int(ancestor)]
            }
            // Between a word and its head stand only words whose heads do too.
            let (left, right) = (min(Int32(word), heads[word]), max(Int32(word), heads[word]))
            for other in left + 1..<max(right, left + 1) where heads[Int(other)] < left || heads[Int(other)] > right {
                return false
            }
        }
        return true
    }

    private mutating func reserve(_ count: Int) {
        guard count * count > completeRight.count else { return }
        let room = count * count
        completeRight = Array(repeating: 0, count: room)
        completeRightByRight = completeRight
        completeLeft = completeRight
        completeLeftByRight = completeRight
        openRight = completeRight
        openLeftByRight = completeRight
        openSplit = Array(repeating: 0, count: room)
        rightSplit = openSplit
        leftSplit = openSplit
    }

    /// Fills in the four spans from `left` to `right`.
    private mutating func close(_ left: Int, _ right: Int, _ n: Int, _ scores: UnsafePointer<Float>, _ stride: Int) {
        let row = left * n
        let column = right * n
        // The arc between the two ends, over the best pair of complete spans.
        var best = -Float.infinity
        var split = left
        completeRight.withUnsafeBufferPointer { rights in
            completeLeftByRight.withUnsafeBufferPointer { lefts in
                for at in left..<right {
                    let score = rights[row + at] + lefts[column + at + 1]
                    if score > best { (best, split) = (score, at) }
                }
            }
        }
        openSplit[row + right] = Int16(split)
        openRight[row + right] = best + scores[right * stride + left + 1]
        openLeftByRight[column + left] = best + scores[left * stride + right + 1]

        best = -Float.infinity
        openRight.withUnsafeBufferPointer { opens in
            completeRightByRight.withUnsafeBufferPointer { rights in
                for at in left + 1...right {
                    let score = opens[row + at] + rights[column + at]
                    if score > best { (best, split) = (score, at) }
                }
            }
        }
        rightSplit[row + right] = Int16(split)
        completeRight[row + right] = best
        completeRightByRight[column + left] = best

        best = -Float.infinity
        completeLeft.withUnsafeBufferPointer { lefts in
            openLeftByRight.withUnsafeBufferPointer { opens in
                for at in left..<right {
                    let score = lefts[row + at] + opens[column + at]
                    if score > best { (best, split) = (score, at) }
                }
            }
        }
        leftSplit[row + right] = Int16(split)
        completeLeft[row + right] = best
        completeLeftByRight[column + left] = best
    }

    /// Reads the arcs of a complete span; an explicit stack, since spans may nest as deep as the sentence is long.
    private func trace(_ left: Int, _ right: Int, _ n: Int, heads: UnsafeMutablePointer<Int32>, headIsLeft: Bool) {
        var spans = [(left, right, headIsLeft)]
        while let (left, right, headIsLeft) = spans.popLast() {
            guard left < right else { continue }
            let (from, to): (Int, Int)
            if headIsLeft {
                let at = Int(rightSplit[left * n + right])
                heads[at] = Int32(left)
                spans.append((at, right, true))
                (from, to) = (left, at)
            } else {
                let at = Int(leftSplit[left * n + right])
                heads[at] = Int32(right)
                spans.append((left, at, false))
                (from, to) = (at, right)
            }
            let split = Int(openSplit[from * n + to])
            spans.append((from, split, true))
            spans.append((split + 1, to, false))
        }
    }
}
