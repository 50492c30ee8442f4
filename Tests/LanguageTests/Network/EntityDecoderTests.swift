import Testing

@testable import Language

@Suite struct EntityDecoderTests {
    @Test func labelsAlwaysFitTogether() {
        var random = Language.SplitMix(seed: 7)
        var decoder = EntityDecoder()
        for _ in 0..<200 {
            let count = Int.random(in: 1...9, using: &random)
            let scores = (0..<count * EntityLabel.count).map { _ in Float(random.unit()) }
            let labels = decode(&decoder, count, scores)
            var last = EntityLabel.outside
            for (token, label) in labels.enumerated() {
                #expect(label.follows(last, isLast: token == count - 1))
                last = label
            }
        }
    }

    @Test func anEntityMayBeginOnlyWhereItEnds() {
        var decoder = EntityDecoder()
        var scores = [Float](repeating: 0, count: 2 * EntityLabel.count)
        // The best labels one by one would be B-person, O; the best that fit are B-person, L-person.
        scores[EntityLabel(.person, .begin).index] = 5
        scores[EntityLabel.count] = 2
        scores[EntityLabel.count + EntityLabel(.person, .last).index] = 1
        #expect(decode(&decoder, 2, scores) == [EntityLabel(.person, .begin), EntityLabel(.person, .last)])
    }

    private func decode(_ decoder: inout EntityDecoder, _ count: Int, _ scores: [Float]) -> [EntityLabel] {
        var labels = [UInt8](repeating: 0, count: count)
        scores.withUnsafeBufferPointer { scores in
            labels.withUnsafeMutableBufferPointer { labels in
                guard let scores = scores.baseAddress, let labels = labels.baseAddress else { return }
                decoder.decode(count, scores, stride: EntityLabel.count, labels: labels)
            }
        }
        return labels.map { EntityLabel(index: Int($0)) }
    }
}
