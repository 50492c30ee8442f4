import Facts

/// Sentences of the store, as bits; gone through in their order.
struct SentenceSet: Sendable {
    private var bits: [UInt64]

    /// None of so many sentences.
    init(count: Int) {
        bits = Array(repeating: 0, count: (count + 63) / 64)
    }

    func contains(_ sentence: FactStore.SentenceID) -> Bool {
        bits[Int(sentence) >> 6] >> UInt64(sentence & 63) & 1 != 0
    }

    mutating func insert(_ sentence: FactStore.SentenceID) { bits[Int(sentence) >> 6] |= 1 << UInt64(sentence & 63) }

    mutating func insert(_ sentences: Range<FactStore.SentenceID>) { for sentence in sentences { insert(sentence) } }

    mutating func insert(_ sentences: ArraySlice<FactStore.SentenceID>) {
        for sentence in sentences { insert(sentence) }
    }

    mutating func formUnion(_ other: SentenceSet) { for index in bits.indices { bits[index] |= other.bits[index] } }

    mutating func formIntersection(_ other: SentenceSet) {
        for index in bits.indices { bits[index] &= other.bits[index] }
    }

    /// All of them, in order.
    var sentences: [FactStore.SentenceID] {
        var all: [FactStore.SentenceID] = []
        visit { all.append($0) }
        return all
    }

    /// In order.
    func visit(_ body: (FactStore.SentenceID) -> Void) {
        for (index, word) in bits.enumerated() {
            var rest = word
            while rest != 0 {
                body(FactStore.SentenceID(index << 6 | rest.trailingZeroBitCount))
                rest &= rest - 1
            }
        }
    }
}

/// How much of a phrase's words may stand in each sentence, added up word by word; used again from phrase to phrase.
final class SentenceWeights {
    @exclusivity(unchecked) private var weights: [Double] = []
    /// The sentences with any weight.
    @exclusivity(unchecked) private var touched: [FactStore.SentenceID] = []

    /// - Parameter isLate: Whether a sentence that has nothing yet is left out.
    func add(_ weight: Double, to sentences: ArraySlice<FactStore.SentenceID>, isLate: Bool) {
        guard weight > 0 else { return }
        if isLate {
            for sentence in sentences where weights[Int(sentence)] > 0 { weights[Int(sentence)] += weight }
            return
        }
        for sentence in sentences {
            if weights[Int(sentence)] == 0 { touched.append(sentence) }
            weights[Int(sentence)] += weight
        }
    }

    /// Makes room for so many sentences.
    func prepare(count: Int) {
        if weights.count < count { weights = Array(repeating: 0, count: count) }
    }

    /// Takes out all sentences; those with enough weight go into a set.
    func drain(atLeast least: Double, into found: inout SentenceSet) {
        for sentence in touched {
            if weights[Int(sentence)] >= least { found.insert(sentence) }
            weights[Int(sentence)] = 0
        }
        touched.removeAll(keepingCapacity: true)
    }
}
