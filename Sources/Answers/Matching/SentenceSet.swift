import Facts

/// Sentences of the store.
typealias SentenceSet = NumberSet

/// Numbers of sentences or entities, as bits; gone through in their order.
struct NumberSet: Sendable {
    private var bits: [UInt64]

    /// None of so many.
    init(count: Int) {
        bits = Array(repeating: 0, count: (count + 63) / 64)
    }

    func contains(_ number: Int32) -> Bool {
        bits[Int(number) >> 6] >> UInt64(number & 63) & 1 != 0
    }

    mutating func insert(_ number: Int32) { bits[Int(number) >> 6] |= 1 << UInt64(number & 63) }

    mutating func insert(_ numbers: Range<Int32>) { for number in numbers { insert(number) } }

    mutating func insert(_ numbers: ArraySlice<Int32>) { for number in numbers { insert(number) } }

    mutating func formUnion(_ other: NumberSet) { for index in bits.indices { bits[index] |= other.bits[index] } }

    mutating func formIntersection(_ other: NumberSet) {
        for index in bits.indices { bits[index] &= other.bits[index] }
    }

    mutating func removeAll() { for index in bits.indices { bits[index] = 0 } }

    /// All of them, in order.
    var numbers: [Int32] {
        var all: [Int32] = []
        visit { all.append($0) }
        return all
    }

    /// In order.
    @inline(__always)
    func visit(_ body: (Int32) -> Void) {
        for (index, word) in bits.enumerated() {
            var rest = word
            while rest != 0 {
                body(Int32(truncatingIfNeeded: index << 6 | rest.trailingZeroBitCount))
                rest &= rest - 1
            }
        }
    }
}

/// How much of a phrase's words may stand in each sentence, added up word by word; used again from phrase to phrase.
final class SentenceWeights {
    private let count: Int
    /// Of the sentences with any weight, which are few: the rest is not initialized.
    @exclusivity(unchecked) private var weights: UnsafeMutablePointer<Double>?
    /// The sentences with any weight.
    @exclusivity(unchecked) private var touched: SentenceSet

    /// - Parameter count: How many sentences there are.
    init(count: Int) {
        self.count = count
        touched = SentenceSet(count: count)
    }

    deinit { weights?.deallocate() }

    /// - Parameter isLate: Whether a sentence that has nothing yet is left out.
    func add(_ weight: Double, to sentences: ArraySlice<FactStore.SentenceID>, isLate: Bool) {
        guard weight > 0 else { return }
        let weights = weights ?? makeRoom()
        if isLate {
            for sentence in sentences where touched.contains(sentence) { weights[Int(sentence)] += weight }
            return
        }
        for sentence in sentences {
            if touched.contains(sentence) {
                weights[Int(sentence)] += weight
            } else {
                touched.insert(sentence)
                weights[Int(sentence)] = weight
            }
        }
    }

    private func makeRoom() -> UnsafeMutablePointer<Double> {
        let room = UnsafeMutablePointer<Double>.allocate(capacity: count)
        weights = room
        return room
    }

    /// Takes out all sentences; those with enough weight go into a set.
    func drain(atLeast least: Double, into found: inout SentenceSet) {
        guard let weights else { return }
        touched.visit { if weights[Int($0)] >= least { found.insert($0) } }
        touched.removeAll()
    }
}
