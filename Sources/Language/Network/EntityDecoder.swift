/// The best sequence of entity labels that fit together (Viterbi 1967): an entity that begins goes on and ends.
///
/// Costs the number of labels a token.
struct EntityDecoder {
    private static let kinds = NamedEntity.Kind.allCases.count
    private var back: [UInt8] = []

    /// - Parameters:
    ///   - scores: `EntityLabel.count` scores a token, `stride` apart; higher is better.
    ///   - labels: receives an index of `EntityLabel` a token.
    mutating func decode(
        _ count: Int, _ scores: UnsafePointer<Float>, stride: Int, labels: UnsafeMutablePointer<UInt8>
    ) {
        guard count > 0 else { return }
        let size = EntityLabel.count
        if back.count < count * size { back = Array(repeating: 0, count: count * size) }
        withUnsafeTemporaryAllocation(of: Float.self, capacity: 2 * size) { room in
            guard var now = room.baseAddress else { return }
            var next = now + size
            for label in 0..<size { now[label] = EntityLabel(index: label).isStart ? scores[label] : -.infinity }
            for token in 1..<max(count, 1) {
                var closed = 0
                for label in 1..<size where !EntityLabel(index: label).isOpen && now[label] > now[closed] {
                    closed = label
                }
                let row = scores + token * stride
                for label in 0..<size {
                    var from = closed
                    if !EntityLabel(index: label).isStart {
                        // Inside or last: after the beginning or the inside of the same kind.
                        let begin = label - (label - 1) % 4
                        from = now[begin] >= now[begin + 1] ? begin : begin + 1
                    }
                    next[label] = now[from] + row[label]
                    back[token * size + label] = UInt8(from)
                }
                swap(&now, &next)
            }
            var best = 0
            for label in 1..<size where !EntityLabel(index: label).isOpen && now[label] > now[best] { best = label }
            for token in (0..<count).reversed() {
                labels[token] = UInt8(best)
                best = Int(back[token * size + best])
            }
        }
    }
}

extension EntityLabel {
    /// Whether it may follow a token that is in no entity.
    var isStart: Bool { index == 0 || (index - 1) % 4 == 0 || (index - 1) % 4 == 3 }
}
