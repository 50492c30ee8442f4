import Facts
import Testing

@testable import Answers

struct WeightTableTests {
    @Test func keysHaveTheWeightsThatWereSetLast() {
        var table = WeightTable()
        var plain: [Int32: Double] = [:]
        // Keys that fall together, and more of them than the first places.
        for step in 0..<2_000 {
            let key = Int32(truncatingIfNeeded: step &* 7_919 % 613 &* 128)
            table[key] = Double(step)
            plain[key] = Double(step)
        }
        #expect(table.entries.count == plain.count)
        for (key, value) in plain { #expect(table[key] == value) }
        for key in [Int32(-1), 1, 3, .max, .min] { #expect(table[key] == nil) }
    }

    @Test func aWeightIsRaisedAndNeverLowered() {
        var table = WeightTable()
        #expect(table.isEmpty && table[0] == nil)
        table.raise(4, to: 0.5)
        table.raise(4, to: 0.25)
        #expect(table[4] == 0.5)
        table.raise(4, to: 0.75)
        #expect(table[4] == 0.75 && Array(table.keys) == [4])
    }
}

struct NumberSetTests {
    private func set(_ numbers: Int32...) -> NumberSet {
        var set = NumberSet(count: 200)
        for number in numbers { set.insert(number) }
        return set
    }

    @Test func numbersComeInTheirOrder() {
        #expect(set(199, 0, 64, 63, 0, 128).numbers == [0, 63, 64, 128, 199])
        #expect(NumberSet(count: 0).numbers.isEmpty)
    }

    @Test func setsAreCutWithEachOther() {
        var common = set(1, 70, 199)
        common.formIntersection(set(0, 70, 71, 199))
        #expect(common.numbers == [70, 199])
    }

    @Test func weightsAddUpAndAreForgottenThen() {
        let weights = SentenceWeights(count: 200)
        weights.add(0.5, to: [3, 70], isLate: false)
        weights.add(0.5, to: [70, 71], isLate: false)
        // What comes late counts only where something was found before.
        weights.add(0.5, to: [71, 150], isLate: true)
        var found = NumberSet(count: 200)
        weights.drain(atLeast: 1, into: &found)
        #expect(found.numbers == [70, 71])
        weights.add(0.5, to: [70], isLate: false)
        weights.drain(atLeast: 1, into: &found)
        #expect(found.numbers == [70, 71])
    }
}

struct FoldedWordsTests {
    @Test(arguments: [
        ("“It’s a  30–day truce.”", "it's a 30-day truce"), ("  \"No\" \t\"never\"! ", "no never"), ("…", ""),
        ("CAFÉ — “open”", "café - open"), ("$5 (net)", "$5 (net"), ("", ""), ("\u{201A}x\u{2018}", "\u{201A}x"),
    ])
    func marksAndSpacesAreMadeEqual(text: String, folded: String) {
        #expect(ExactWords.folded(text) == folded)
    }
}
