/// Sentences of different length, laid out step by step: the first words of all, then the second words, and so on, the
/// longest sentence first. So each step of the recurrent cells is one multiplication over neighbouring rows.
package struct PackedBatch: Sendable {
    /// The caller's sentences, longest first.
    package let order: [Int]
    /// Lengths in that order.
    package let lengths: [Int]
    /// First row of each step.
    package let offsets: [Int]
    /// How many sentences are as long as this step.
    package let active: [Int]
    /// Number of rows, a word each.
    package let count: Int

    package init(lengths: [Int]) {
        order = lengths.indices.sorted { (lengths[$1], $0) < (lengths[$0], $1) }
        let sorted = order.map { lengths[$0] }
        var offsets: [Int] = []
        var active: [Int] = []
        var count = 0
        var sentences = sorted.count
        for step in 0..<(sorted.first ?? 0) {
            while sentences > 0, sorted[sentences - 1] <= step { sentences -= 1 }
            offsets.append(count)
            active.append(sentences)
            count += sentences
        }
        (self.lengths, self.offsets, self.active, self.count) = (sorted, offsets, active, count)
    }

    /// The row of a word: `place` counts sentences in this batch's order.
    @inline(__always)
    package func row(_ place: Int, _ word: Int) -> Int { offsets[word] + place }
}
